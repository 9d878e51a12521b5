import { type Layout, mostColumns } from "../piece.ts";
import { asBuffer, newline } from "./bytes.ts";
import { isLikeData, tidyName } from "./names.ts";
import type { Placements } from "./placed-layout.ts";
import type { Found, Scanner } from "./scanned.ts";
import { beginsName, decodeXml, nameEnd, tagEnd } from "./xml-text.ts";

/** Tables beyond this are read as running text. */
const mostTables = 500;
/** Bytes of a cell that may be the name of a column. */
const longestName = 300;

const [space, exclamation, slash, less, greater] = [0x20, 0x21, 0x2f, 0x3c, 0x3e];

const titles = new Set(["title", "h1", "h2"]);
/** Elements that are set in the middle of a line. */
const inline = new Set(
  "a abbr b bdi big cite code em font i label mark s small span strong sub sup tt u wbr".split(" "),
);
/** Attributes that may hold a value, as those of styles do not. */
const valued = /\d{6}|@/;
const blank = Buffer.from("&nbsp;");
/** Elements whose content is no markup. */
const raw = new Set(["script", "style"]);

interface Table {
  readonly layout: Layout;
  readonly columns: string[];
  /** The cell that is open; -1 = none yet in this row. */
  cell: number;
  isHead: boolean;
  isInCell: boolean;
}

/** Reads HTML by its tags: cells of tables as columns, named by their heads, titles apart, all else as running text. */
export function htmlScanner(placements: Placements, free: Layout): Scanner {
  let tables: Table[] = [];
  let made = 0;
  /** Ends what is passed over: a comment, a script. */
  let within = "";
  let layout = free;
  let isTitle = false;

  function turnTo(next: Layout, isNextTitle: boolean, at: number, { turns }: Found): void {
    if (next === layout && isNextTitle === isTitle) return;
    turns.push(isNextTitle ? { at, layout: next, zone: "title" } : { at, layout: next });
    layout = next;
    isTitle = isNextTitle;
  }

  function begin(name: string, at: number, end: number, bytes: Buffer, found: Found): void {
    const table = tables.at(-1);
    if (name === "table" && made < mostTables && tables.length < 32) {
      made += 1;
      tables.push(createTable(placements));
    } else if (table === undefined) {
      if (titles.has(name)) turnTo(free, true, end + 1, found);
      return;
    } else if (name === "tr") {
      table.cell = -1;
      // Every row gets a line of its own.
      if (bytes[at - 1] === greater) bytes[at - 1] = newline;
    } else if (name === "td" || name === "th") {
      table.cell += 1;
      table.isHead = name === "th";
      table.isInCell = true;
    }
    turnTo(tables.at(-1)?.layout ?? free, false, end + 1, found);
  }

  function finish(name: string, at: number, found: Found): void {
    const table = tables.at(-1);
    if (name === "table" && table !== undefined) {
      tables.pop();
      turnTo(tables.at(-1)?.layout ?? free, false, at, found);
    } else if (table !== undefined && (name === "td" || name === "th")) table.isInCell = false;
    else if (table === undefined && titles.has(name)) turnTo(free, false, at, found);
  }

  /** Running text is read as people see it: a tag is no part of a value, and a block begins a line. Values of attributes stay. */
  function erase(name: string, at: number, end: number, bytes: Buffer): void {
    if (tables.length > 0) return;
    const edge = inline.has(name) ? space : newline;
    const isWhole = edge === space && !valued.test(bytes.toString("latin1", at, end));
    bytes.fill(space, at, isWhole ? end : nameEnd(bytes, at + (bytes[at + 1] === slash ? 2 : 1)));
    bytes[at] = edge;
    bytes[end] = edge;
  }

  function characters(bytes: Buffer, from: number, to: number, { spans }: Found): void {
    const table = tables.at(-1);
    if (table === undefined) eraseBlanks(bytes.subarray(from, to));
    if (table === undefined || !table.isInCell || table.cell >= mostColumns) return;
    let [start, end] = [from, to];
    while (start < end && (bytes[start] ?? 0) <= space) start++;
    while (end > start && (bytes[end - 1] ?? 0) <= space) end--;
    if (end === start) return;
    if (table.isHead && end - start < longestName) {
      const name = tidyName(decodeXml(bytes, start, end)).slice(0, 100);
      if (name !== "" && !isLikeData(name)) table.columns[table.cell] = name;
    } else {
      while (table.columns.length <= table.cell) table.columns.push(`column ${table.columns.length + 1}`);
      spans.add(start, end, table.cell);
    }
  }

  function markup(bytes: Buffer, at: number, found: Found, isLast: boolean): number {
    if (bytes.length - at < 8 && !isLast) return -1;
    const isEnd = bytes[at + 1] === slash;
    const nameFrom = isEnd ? at + 2 : at + 1;
    if (bytes[at + 1] === exclamation && bytes[at + 2] === 0x2d && bytes[at + 3] === 0x2d) {
      within = "-->";
      return at + 4;
    }
    if (!beginsName(bytes[nameFrom] ?? 0) && bytes[at + 1] !== exclamation) return at + 1;
    const end = tagEnd(bytes, at + 1);
    if (end === bytes.length && !isLast) return -1;
    if (bytes[end] !== greater) return end;
    const name = bytes.toString("latin1", nameFrom, Math.min(nameEnd(bytes, nameFrom), nameFrom + 20)).toLowerCase();
    if (isEnd) finish(name, at, found);
    else begin(name, at, end, bytes, found);
    if (!isEnd && raw.has(name)) within = `</${name}`;
    erase(name, at, end, bytes);
    return end + 1;
  }

  function pass(bytes: Buffer, at: number, isLast: boolean): number {
    const found = bytes.indexOf(within, at, "latin1");
    if (found === -1) {
      const end = isLast ? bytes.length : Math.max(at, bytes.length - within.length);
      return end === at && !isLast ? -1 : end;
    }
    const length = within === "-->" ? 3 : 0;
    within = "";
    return found + length;
  }

  return {
    lose() {
      tables = [];
      within = "";
    },
    gap: () => undefined,
    scan(given, found, isLast) {
      const bytes = asBuffer(given);
      for (let at = 0; at < bytes.length; ) {
        let next: number;
        if (within !== "") next = pass(bytes, at, isLast);
        else if (bytes[at] === less) next = markup(bytes, at, found, isLast);
        else {
          const tag = bytes.indexOf(less, at);
          next = tag === -1 ? (isLast ? bytes.length : -1) : tag;
          if (next !== -1) characters(bytes, at, next, found);
        }
        if (next === -1) return at;
        at = next;
      }
      return bytes.length;
    },
  };
}

function eraseBlanks(text: Buffer): void {
  for (let at = text.indexOf(blank); at !== -1; at = text.indexOf(blank, at)) text.fill(space, at, at + blank.length);
}

function createTable(placements: Placements): Table {
  const columns: string[] = [];
  const layout = placements.layout({ format: "html", table: "", columns, decode: decodeXml });
  return { layout, columns, cell: -1, isHead: false, isInCell: false };
}
