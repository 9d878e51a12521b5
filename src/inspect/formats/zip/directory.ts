import { malformed, unsupported } from "../binary/gap.ts";
import { decodeName } from "../binary/member-name.ts";
import type { RandomAccess } from "../binary/random-access.ts";

/** A member as the central directory states it (PKWARE APPNOTE 6.3.10). */
export interface Entry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where its local header begins. */
  readonly at: number;
}

export interface Directory {
  /** As stated; the entries themselves are what counts. */
  readonly stated: number;
  readonly start: number;
  entries(): AsyncIterable<Entry>;
}

const endBytes = 22;
/** The end record and the longest comment behind it. */
const searched = endBytes + 0xffff;
const stepBytes = 128 * 1024;

/** Finds the central directory: from the end, as the format wants it, and past what stands before and behind the archive. */
export async function directoryOf(file: RandomAccess): Promise<Directory> {
  const length = Math.min(searched, file.size);
  const tailAt = file.size - length;
  const tail = viewOf(await file.read(tailAt, length));
  for (let at = length - endBytes; at >= 0; at--) {
    if (tail.getUint32(at, true) !== 0x06054b50) continue;
    const found = await atEnd(file, tailAt + at, tail, at);
    if (found !== undefined) return found;
  }
  throw malformed("has no directory at its end: not a whole ZIP archive");
}

async function atEnd(file: RandomAccess, position: number, tail: DataView, at: number): Promise<Directory | undefined> {
  const disk = tail.getUint16(at + 4, true);
  let stated = tail.getUint16(at + 10, true);
  let size = tail.getUint32(at + 12, true);
  let start = tail.getUint32(at + 16, true);
  let end = position;
  if (stated === 0xffff || size === 0xffffffff || start === 0xffffffff) {
    const large = await largeEnd(file, position);
    if (large !== undefined) ({ stated, size, start, end } = large);
  }
  if (disk !== 0 && disk !== 0xffff) throw unsupported("is one part of an archive that is split: not read");
  if (start + size > end) return undefined;
  // Where something stands before the archive (a program that unpacks itself), all places are moved by as much.
  const moved = end - size - start;
  if (size === 0) return stated === 0 ? { stated, start, entries: () => entriesOf(file, start, start, 0) } : undefined;
  for (const by of moved === 0 ? [0] : [moved, 0]) {
    if (start + by + 4 > file.size) continue;
    const signature = viewOf(await file.read(start + by, 4)).getUint32(0, true);
    if (signature === 0x02014b50) {
      return { stated, start: start + by, entries: () => entriesOf(file, start + by, start + by + size, by) };
    }
  }
  return undefined;
}

/** The ZIP64 end record, where there is one. */
async function largeEnd(file: RandomAccess, end: number) {
  if (end < 20) return undefined;
  const locator = viewOf(await file.read(end - 20, 20));
  if (locator.getUint32(0, true) !== 0x07064b50) return undefined;
  // What stands before the archive moves this record too: it is also looked for right before its locator.
  for (const at of [numberAt(locator, 8), end - 20 - 56]) {
    if (at < 0 || at + 56 > end) continue;
    const record = viewOf(await file.read(at, 56));
    if (record.getUint32(0, true) !== 0x06064b50) continue;
    return { stated: numberAt(record, 32), size: numberAt(record, 40), start: numberAt(record, 48), end: at };
  }
  return undefined;
}

async function* entriesOf(file: RandomAccess, start: number, end: number, moved: number): AsyncIterable<Entry> {
  let buffered = viewOf(new Uint8Array(0));
  let base = start;
  for (let at = start; at + 46 <= end; ) {
    if (at + 46 > base + buffered.byteLength) {
      base = at;
      buffered = viewOf(await file.read(at, Math.min(stepBytes, end - at)));
    }
    const head = at - base;
    if (buffered.getUint32(head, true) !== 0x02014b50)
      throw malformed("its directory is damaged: the rest was not read");
    const nameLength = buffered.getUint16(head + 28, true);
    const extraLength = buffered.getUint16(head + 30, true);
    const length = 46 + nameLength + extraLength + buffered.getUint16(head + 32, true);
    if (at + length > end) throw malformed("its directory is damaged: the rest was not read");
    const view =
      at + length <= base + buffered.byteLength
        ? new DataView(buffered.buffer, buffered.byteOffset + head, length)
        : viewOf(await file.read(at, length));
    yield entryOf(view, nameLength, extraLength, moved);
    at += length;
  }
}

function entryOf(view: DataView, nameLength: number, extraLength: number, moved: number): Entry {
  const name = new Uint8Array(view.buffer, view.byteOffset + 46, nameLength);
  let bytes = view.getUint32(24, true);
  let packedBytes = view.getUint32(20, true);
  let at = view.getUint32(42, true);
  const large = extraOf(view, 46 + nameLength, extraLength, 1);
  let next = 0;
  // Only what does not fit stands in the extra field, in this order.
  const take = (value: number): number => {
    if (value !== 0xffffffff || large === undefined || next + 8 > large.byteLength) return value;
    next += 8;
    return numberAt(large, next - 8);
  };
  bytes = take(bytes);
  packedBytes = take(packedBytes);
  at = take(at);
  return {
    name: decodeName(name),
    method: view.getUint16(10, true),
    isEncrypted: (view.getUint16(8, true) & 1) !== 0,
    packedBytes,
    bytes,
    at: at + moved,
  };
}

function extraOf(view: DataView, from: number, length: number, wanted: number): DataView | undefined {
  for (let at = from; at + 4 <= from + length; ) {
    const size = view.getUint16(at + 2, true);
    if (at + 4 + size > from + length) return undefined;
    if (view.getUint16(at, true) === wanted) return new DataView(view.buffer, view.byteOffset + at + 4, size);
    at += 4 + size;
  }
  return undefined;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** 64 bits; beyond what a number holds exactly it is no place in a file anyway. */
function numberAt(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}
