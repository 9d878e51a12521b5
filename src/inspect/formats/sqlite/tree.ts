import { malformed } from "../binary/gap.ts";
import { headerBytes, type Pages } from "./pages.ts";
import { signedVarint, varint } from "./record.ts";

/** What one row is stored as. */
export interface StoredRow {
  /** Left out for tables without row ids. */
  readonly id?: string;
  readonly payload: Uint8Array;
}

/** Payload of one row that is read; documents beyond it are read up to it. */
const longestPayload = 1024 ** 2;
/** Trees are at most 20 levels high, as pages are never fewer than two per level. */
const highest = 40;

const interiorIndex = 2;
const interiorTable = 5;
const leafIndex = 10;
const leafTable = 13;

/** A page that is under way: which of its cells is next. */
interface Visit {
  readonly page: Uint8Array;
  readonly view: DataView;
  readonly kind: number;
  /** Where the places of its cells begin. */
  readonly first: number;
  readonly count: number;
  /** The page behind the last cell; 0 for leaves. */
  readonly last: number;
  index: number;
}

/** Rows of the tree that begins at a page, in runs. */
export async function* rowsOf(pages: Pages, root: number): AsyncIterable<readonly StoredRow[]> {
  const stack: Visit[] = [visitOf(await pages.once(root), root)];
  for (let visit = stack.at(-1); visit !== undefined; visit = stack.at(-1)) {
    const rows: StoredRow[] = [];
    let child = 0;
    while (visit.index < visit.count && child === 0) {
      const at = visit.view.getUint16(visit.first + visit.index * 2);
      visit.index += 1;
      if (at + 4 > visit.page.length) throw malformed("has a cell outside its page");
      const isInterior = visit.last !== 0;
      if (isInterior) child = visit.view.getUint32(at);
      // Interior pages of a table hold keys only.
      if (visit.kind !== interiorTable) {
        rows.push(await rowAt(pages, visit.page, isInterior ? at + 4 : at, visit.kind === leafTable));
      }
    }
    if (rows.length > 0) yield rows;
    if (child === 0) {
      stack.pop();
      child = visit.last;
    }
    if (child === 0) continue;
    if (stack.length >= highest) throw malformed("has a tree that is higher than any");
    stack.push(visitOf(await pages.once(child), child));
  }
}

function visitOf(page: Uint8Array, number: number): Visit {
  const head = number === 1 ? headerBytes : 0;
  const kind = page[head] ?? 0;
  const isInterior = kind === interiorIndex || kind === interiorTable;
  if (!isInterior && kind !== leafIndex && kind !== leafTable) throw malformed("has a page of no known kind");
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  const count = view.getUint16(head + 3);
  const first = head + (isInterior ? 12 : 8);
  if (first + count * 2 > page.length) throw malformed("has a page with more cells than fit");
  return { page, view, kind, first, count, last: isInterior ? view.getUint32(head + 8) : 0, index: 0 };
}

async function rowAt(pages: Pages, page: Uint8Array, at: number, isTable: boolean): Promise<StoredRow> {
  const { usable } = pages;
  const size = varint(page, at);
  const id = isTable ? varint(page, size.next) : undefined;
  const from = id?.next ?? size.next;
  // How much stands on the page itself: section 1.6 of the description of the format.
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const wanted = least + ((size.value - least) % (usable - 4));
  const local = size.value <= most ? size.value : wanted <= most ? wanted : least;
  if (from + local > page.length) throw malformed("has a cell that reaches out of its page");
  const own = page.subarray(from, from + local);
  const payload = local === size.value ? own : await overflowing(pages, own, size.value, nextPage(page, from + local));
  return { ...(id === undefined ? {} : { id: signedVarint(page, size.next) }), payload };
}

async function overflowing(pages: Pages, own: Uint8Array, size: number, first: number): Promise<Uint8Array> {
  const wanted = Math.min(size, longestPayload);
  const parts = [own];
  let had = own.length;
  for (let number = first; had < wanted && number !== 0; ) {
    const page = await pages.once(number);
    number = nextPage(page, 0);
    const part = page.subarray(4, Math.min(pages.usable, 4 + wanted - had));
    parts.push(part);
    had += part.length;
  }
  return Buffer.concat(parts, had);
}

function nextPage(page: Uint8Array, at: number): number {
  return at + 4 > page.length ? 0 : new DataView(page.buffer, page.byteOffset).getUint32(at);
}
