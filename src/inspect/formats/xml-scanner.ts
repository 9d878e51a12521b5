import { asBuffer, decodeUtf8, newline } from "./bytes.ts";
import type { Paths, Place } from "./paths.ts";
import type { Found, Scanner } from "./scanned.ts";
import type { SpanSink } from "./spans.ts";
import { beginsName, eachAttribute, nameEnd, tagEnd } from "./xml-text.ts";

/** Elements within elements whose paths are told. */
const mostDepth = 256;

/** What is passed over to its end: a comment, an instruction, a section of plain characters. */
type Within = "comment" | "instruction" | "cdata" | undefined;
const endings = { comment: "-->", instruction: "?>", cdata: "]]>" } as const;

const [space, exclamation, slash, less, greater, question] = [0x20, 0x21, 0x2f, 0x3c, 0x3e, 0x3f];

/** Reads XML by its tags alone. Nothing that the document declares is believed or expanded. */
export function xmlScanner(paths: Paths): Scanner & { reset(): void } {
  let stack: (Place | undefined)[] = [];
  /** Of every open element what its name hashes to: ends without beginnings, and the other way round, must not shift all paths behind. */
  let names: number[] = [];
  let tooDeep = 0;
  let within: Within;
  /** Brackets open in the document type; -1 outside of it. */
  let typeDepth = -1;
  let isLost = false;
  let wasDeep: boolean | "told" = false;

  const top = (): Place | undefined =>
    tooDeep > 0 ? undefined : (stack.at(-1) ?? (stack.length === 0 ? paths.root : undefined));

  function placeOf(bytes: Uint8Array, at: number, to: number): Place | undefined {
    const isFirst = isLost && stack.length === 0 && tooDeep === 0;
    const parent = (isFirst ? paths.holding(nameOf(bytes, at, to)) : undefined) ?? top();
    return parent === undefined ? undefined : paths.child(parent, bytes, at, to, nameOf);
  }

  function tag(bytes: Buffer, at: number, end: number, { spans }: Found): void {
    if (bytes[at + 1] === slash) {
      if (tooDeep > 0) tooDeep -= 1;
      else close(hashOf(bytes, at + 2, nameEnd(bytes, at + 2)));
      setApart(bytes, at, end);
      return;
    }
    const nameTo = nameEnd(bytes, at + 1);
    let place = placeOf(bytes, at + 1, nameTo);
    const owner = place;
    if (end > nameTo + 1)
      eachAttribute(bytes, nameTo, end, (nameFrom, to, valueFrom, valueTo) => {
        if (owner === undefined) return;
        const attribute = paths.child(owner, bytes, nameFrom, to, nameOf);
        if (valueTo > valueFrom) spans.add(valueFrom, valueTo, paths.columnOf(attribute));
        if (namesField(bytes, at + 1, nameTo, nameFrom, to)) place = fieldOf(owner, bytes, valueFrom, valueTo) ?? place;
      });
    if (bytes[end - 1] === slash) return;
    if (tooDeep > 0 || stack.length >= mostDepth) {
      tooDeep += 1;
      wasDeep ||= true;
    } else {
      stack.push(place);
      names.push(hashOf(bytes, at + 1, nameTo));
    }
  }

  function close(name: number): void {
    const index = names.at(-1) === name ? names.length - 1 : names.lastIndexOf(name);
    if (index === -1) return;
    stack.length = index;
    names.length = index;
  }

  /** `<field name="phone">`: the name is a column where it is written like one. */
  function fieldOf(owner: Place, bytes: Uint8Array, from: number, to: number): Place | undefined {
    const name = decodeUtf8(bytes, from, to);
    return /^[A-Za-z_][A-Za-z0-9_]{0,40}$/.test(name) ? paths.named(owner, name) : undefined;
  }

  function addValue(bytes: Uint8Array, from: number, to: number, spans: SpanSink): void {
    const start = startOf(bytes, from, to);
    const end = endOf(bytes, start, to);
    if (end > start) spans.add(start, end, stack.length === 0 ? -1 : paths.columnOf(top()));
  }

  /** Between tags, to the next one. -1 = wait for more. */
  function characters(bytes: Buffer, at: number, { spans }: Found, isLast: boolean): number {
    const found = bytes.indexOf(less, at);
    if (found === -1 && !isLast) return -1;
    const end = found === -1 ? bytes.length : found;
    addValue(bytes, at, end, spans);
    return end;
  }

  function finish(bytes: Buffer, at: number, { spans }: Found, isLast: boolean): number {
    if (within === undefined) return at;
    const ending = endings[within];
    const found = bytes.indexOf(ending, at);
    // What may be the beginning of the ending is kept.
    const end = found === -1 ? Math.max(at, isLast ? bytes.length : bytes.length - ending.length + 1) : found;
    if (within === "cdata") addValue(bytes, at, end, spans);
    if (found === -1) return end === at && !isLast ? -1 : end;
    within = undefined;
    return end + ending.length;
  }

  function documentType(bytes: Buffer, from: number): number {
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === 0x5b) typeDepth++;
      else if (byte === 0x5d) typeDepth--;
      else if (byte === greater && typeDepth <= 0) {
        typeDepth = -1;
        return at + 1;
      }
    }
    return bytes.length;
  }

  function markup(bytes: Buffer, at: number, found: Found, isLast: boolean): number {
    const next = bytes[at + 1];
    if (next === undefined || (bytes.length - at < 10 && !isLast)) return isLast ? bytes.length : -1;
    if (next === question) within = "instruction";
    else if (next === exclamation) {
      const word = bytes.toString("latin1", at + 2, at + 9);
      if (word.startsWith("--")) within = "comment";
      else if (word === "[CDATA[") within = "cdata";
      else typeDepth = 0;
      return at + (word.startsWith("--") ? 4 : word === "[CDATA[" ? 9 : 2);
    } else if (next === slash || beginsName(next)) {
      const end = tagEnd(bytes, at + 1);
      if (end === bytes.length && !isLast) return -1;
      // What is no tag is not looked at again for tags within it: hostile text would be read over and over.
      if (bytes[end] !== greater) return end;
      tag(bytes, at, end, found);
      return end + 1;
    }
    return at + 1;
  }

  return {
    reset() {
      stack = [];
      names = [];
      tooDeep = 0;
      within = undefined;
      typeDepth = -1;
    },
    lose() {
      stack = [];
      names = [];
      tooDeep = 0;
      within = undefined;
      typeDepth = -1;
      isLost = true;
    },
    gap() {
      if (wasDeep !== true) return undefined;
      wasDeep = "told";
      return { reason: "unsupported", detail: `nested more than ${mostDepth} deep: from there on read as text` };
    },
    scan(given, found, isLast) {
      const bytes = asBuffer(given);
      for (let at = 0; at < bytes.length; ) {
        let next: number;
        if (within !== undefined) next = finish(bytes, at, found, isLast);
        else if (typeDepth >= 0) next = documentType(bytes, at);
        else if (bytes[at] === less) next = markup(bytes, at, found, isLast);
        else next = characters(bytes, at, found, isLast);
        if (next === -1) return at;
        at = next;
      }
      return bytes.length;
    },
  };
}

/** Elements that follow each other under the same name each get a line of their own, where the writer gave them none. */
function setApart(bytes: Buffer, at: number, end: number): void {
  if (bytes[end + 1] !== less) return;
  for (let index = at + 2; index < end; index++) if (bytes[index] !== bytes[end - at + index]) return;
  bytes[end] = newline;
}

/** Elements that stand for one field of a record and say in an attribute which. */
const fieldElements = new Set(["field", "column", "col", "property", "string", "param"]);

function namesField(bytes: Buffer, from: number, to: number, nameFrom: number, nameTo: number): boolean {
  if (to - from > 8 || nameTo - nameFrom !== 4 || bytes.toString("latin1", nameFrom, nameTo) !== "name") return false;
  return fieldElements.has(bytes.toString("latin1", from, to));
}

/** FNV-1a of the bytes of a name. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash;
}

/** The name without its prefix. */
function nameOf(bytes: Uint8Array, from: number, to: number): string {
  const name = decodeUtf8(bytes, from, Math.min(to, from + 400));
  return name.slice(name.indexOf(":") + 1);
}

function startOf(bytes: Uint8Array, from: number, to: number): number {
  let start = from;
  while (start < to && (bytes[start] ?? 0) <= space) start++;
  return start;
}

function endOf(bytes: Uint8Array, from: number, to: number): number {
  let end = to;
  while (end > from && (bytes[end - 1] ?? 0) <= space) end--;
  return end;
}
