import { ContentError } from "../../model/index.ts";
import type { Limits } from "../limits.ts";
import type { Piece } from "../piece.ts";
import type { Reader, ReaderInput } from "../reader.ts";
import { createExtents, type Extents } from "./binary/extents.ts";
import { type GapTally, gapPiece, gapTally, malformed, unsupported } from "./binary/gap.ts";
import { memberPath, shown } from "./binary/member-name.ts";
import { type RandomAccess, randomAccess } from "./binary/random-access.ts";
import type { Unpacking } from "./binary/unpacking.ts";
import { directoryOf, type Entry } from "./zip/directory.ts";
import { closedBecause, extentOf, openEntry } from "./zip/open-entry.ts";

/** Members by the central directory; what only stands before a member is not believed. */
export const zip: Reader = {
  format: "zip",
  recognises(head) {
    if (head[0] !== 0x50 || head[1] !== 0x4b) return 0;
    const isMember = head[2] === 3 && head[3] === 4;
    const isEmpty = head[2] === 5 && head[3] === 6;
    const isSplit = head[2] === 7 && head[3] === 8;
    return isMember || isEmpty || isSplit ? 3 : 0;
  },
  read: readZip,
};

async function* readZip(input: ReaderInput): AsyncIterable<Piece> {
  const file = await randomAccess(input);
  const gaps = gapTally("member");
  try {
    yield* members(input, file, gaps);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    yield gapPiece(error.reason, error.message);
  }
  yield* gaps.pieces();
}

async function* members(input: ReaderInput, file: RandomAccess, gaps: GapTally): AsyncIterable<Piece> {
  const { object, limits, signal, windows } = input;
  const directory = await directoryOf(file);
  const extents = createExtents();
  let budget = windows?.reduce((sum, { from, to }) => sum + Math.max(0, to - from), 0) ?? Number.POSITIVE_INFINITY;
  let count = 0;
  for await (const entry of directory.entries()) {
    signal.throwIfAborted();
    if (entry.name.endsWith("/") && entry.bytes === 0) continue;
    count += 1;
    if (count > limits.members) throw unsupported(`has more than ${limits.members} members: the rest was not read`);
    if (budget <= 0) return;
    budget -= entry.packedBytes;
    const unpacked = await opened(file, entry, extents, limits, gaps);
    if (unpacked === undefined) continue;
    const path = memberPath(object.path, entry.name);
    try {
      yield { kind: "member", object: { path, size: entry.bytes, stream: () => unpacked.chunks() } };
    } finally {
      unpacked.close();
    }
    if (unpacked.gap !== undefined) gaps.add(unpacked.gap.reason, unpacked.gap.detail, shown(entry.name));
  }
}

/** What cannot be opened is told once for all members. */
async function opened(
  file: RandomAccess,
  entry: Entry,
  extents: Extents,
  limits: Limits,
  gaps: GapTally,
): Promise<Unpacking | undefined> {
  const closed = closedBecause(entry);
  if (closed !== undefined) {
    gaps.add("unsupported", closed, shown(entry.name));
    return undefined;
  }
  try {
    const extent = await extentOf(file, entry);
    if (!extents.take(extent)) throw malformed("shares its bytes with another member: not unpacked again");
    return openEntry(file, entry, extent, limits);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    gaps.add(error.reason, error.message, shown(entry.name));
    return undefined;
  }
}
