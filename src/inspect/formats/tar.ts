import type { Piece } from "../piece.ts";
import type { Reader, ReaderInput } from "../reader.ts";
import { type ByteCursor, byteCursor } from "./binary/byte-cursor.ts";
import { type GapTally, gapPiece, gapTally, malformed, unsupported } from "./binary/gap.ts";
import { decodeName, memberPath, shown } from "./binary/member-name.ts";
import { sequential } from "./binary/sequential.ts";
import { blockBytes, isZero, paxRecords, tarHeader } from "./tar/header.ts";

/** ustar, pax and GNU archives, read once from the beginning. */
export const tar: Reader = {
  format: "tar",
  recognises(head) {
    const header = tarHeader(head.subarray(0, blockBytes));
    return header === undefined || header.name === "" ? 0 : 3;
  },
  read: readTar,
};

/** Bytes of a header that says more of the next member; real ones have some hundred. */
const longestExtension = 1024 ** 2;

async function* readTar(input: ReaderInput): AsyncIterable<Piece> {
  const { object, signal, windows } = input;
  const { size, read } = object;
  const canSeek = size !== undefined && read !== undefined && windows === undefined;
  const seeking = canSeek ? { size, read: (from: number, length: number) => read(from, length, signal) } : undefined;
  const cursor = byteCursor(sequential(input), seeking);
  const gaps = gapTally("member");
  try {
    yield* members(input, cursor, gaps);
  } finally {
    await cursor.close();
  }
  yield* gaps.pieces();
}

async function* members(input: ReaderInput, cursor: ByteCursor, gaps: GapTally): AsyncIterable<Piece> {
  const { object, limits, signal, windows } = input;
  const cut = gapPiece("malformed", "ends in the middle: the rest is missing");
  const isPart = windows !== undefined;
  let said: Said = {};
  for (let count = 0; ; ) {
    signal.throwIfAborted();
    const block = await cursor.take(blockBytes);
    if (block.length === 0 || (block.length === blockBytes && isZero(block))) return;
    if (block.length < blockBytes) {
      if (!isPart) yield cut;
      return;
    }
    const header = tarHeader(block);
    if (header === undefined) {
      yield gapPiece("malformed", "a member's header is damaged: the rest was not read");
      return;
    }
    if ("xgLK".includes(header.type)) {
      const extension = await extensionOf(cursor, header.size, isPart);
      if (extension === undefined) return;
      // What is said of all members names none and has no size.
      if (header.type !== "g") said = { ...said, ...saidBy(header.type, extension) };
      continue;
    }
    const size = said.size ?? header.size;
    const name = said.name ?? header.name;
    const end = cursor.at + size + padding(size);
    const isSparse = said.isSparse === true || header.type === "S";
    said = {};
    if (isSparse) gaps.add("unsupported", "is stored with holes (sparse): not read", shown(name));
    else if (header.type === "0" && !name.endsWith("/")) {
      count += 1;
      if (count > limits.members) throw unsupported(`has more than ${limits.members} members: the rest was not read`);
      const passed = cursor.pass(size);
      yield { kind: "member", object: { path: memberPath(object.path, name), size, stream: () => passed } };
    }
    if (!(await cursor.skip(end - cursor.at))) {
      // The padding behind the last member is left out by some writers.
      if (cursor.at < end - padding(size) && !isPart) yield cut;
      return;
    }
  }
}

/** What extended headers say of the member behind them. */
interface Said {
  readonly name?: string;
  readonly size?: number;
  readonly isSparse?: true;
}

function saidBy(type: string, bytes: Uint8Array): Said {
  if (type === "K") return {};
  if (type === "L") {
    const end = bytes.indexOf(0);
    return { name: decodeName(end === -1 ? bytes : bytes.subarray(0, end)) };
  }
  const records = paxRecords(bytes);
  const path = records.get("path");
  const size = records.get("size");
  const bytesOf = size === undefined ? Number.NaN : Number(Buffer.from(size).toString("latin1"));
  return {
    ...(path === undefined ? {} : { name: decodeName(path) }),
    ...(Number.isSafeInteger(bytesOf) && bytesOf >= 0 ? { size: bytesOf } : {}),
    ...([...records.keys()].some((key) => key.startsWith("GNU.sparse.")) ? { isSparse: true } : {}),
  };
}

async function extensionOf(cursor: ByteCursor, size: number, isPart: boolean): Promise<Uint8Array | undefined> {
  if (size > longestExtension) throw malformed("a member's name is longer than any: the rest was not read");
  const bytes = await cursor.take(size);
  if (bytes.length === size && (await cursor.skip(padding(size)))) return bytes;
  if (!isPart) throw malformed("ends in the middle: the rest is missing");
  return undefined;
}

function padding(size: number): number {
  return (blockBytes - (size % blockBytes)) % blockBytes;
}
