import type { ContentObject } from "../../../model/index.ts";
import type { ReaderInput } from "../../reader.ts";
import { malformed, unsupported } from "./gap.ts";

/** An object that is read anywhere. */
export interface RandomAccess {
  readonly size: number;
  /**
   * Exactly these bytes, not to be written to.
   * @throws ContentError where the object ends before, or the place is none.
   */
  read(from: number, length: number): Promise<Uint8Array>;
}

/** Many small reads become few requests: blocks are kept, the ones used last. */
const blockBytes = 256 * 1024;
const mostBlocks = 24;

/** What only comes as a stream is held in memory, up to the bound. */
export async function randomAccess({ object, limits, signal, hold }: ReaderInput): Promise<RandomAccess> {
  const { size, read } = object;
  if (read !== undefined && size !== undefined) {
    return checked(
      size,
      cached(size, (from, length) => whole(read, from, length, signal)),
    );
  }
  const blocks = await spooled(object, limits.spoolBytes, signal, hold);
  return checked(blocks.size, async (from, length) => blocks.copy(from, length));
}

type Read = RandomAccess["read"];

function checked(size: number, read: Read): RandomAccess {
  return {
    size,
    async read(from, length) {
      if (
        !Number.isSafeInteger(from) ||
        !Number.isSafeInteger(length) ||
        from < 0 ||
        length < 0 ||
        from + length > size
      ) {
        throw malformed("points to bytes that it does not have");
      }
      return read(from, length);
    },
  };
}

async function whole(
  read: NonNullable<ContentObject["read"]>,
  from: number,
  length: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const bytes = await read(from, length, signal);
  if (bytes.length < length) throw malformed("is shorter than it was said to be");
  return bytes;
}

function cached(size: number, read: Read): Read {
  const blocks = new Map<number, Promise<Uint8Array>>();

  function block(index: number): Promise<Uint8Array> {
    const known = blocks.get(index);
    if (known !== undefined) {
      blocks.delete(index);
      blocks.set(index, known);
      return known;
    }
    const from = index * blockBytes;
    const asked = read(from, Math.min(blockBytes, size - from));
    blocks.set(index, asked);
    const [oldest] = blocks.keys();
    if (blocks.size > mostBlocks && oldest !== undefined) blocks.delete(oldest);
    return asked;
  }

  return async (from, length) => {
    if (length === 0) return new Uint8Array(0);
    if (length > blockBytes) return read(from, length);
    const first = Math.floor(from / blockBytes);
    const last = Math.floor((from + length - 1) / blockBytes);
    const start = from - first * blockBytes;
    const head = await block(first);
    if (first === last) return head.subarray(start, start + length);
    const tail = await block(last);
    return Buffer.concat([head.subarray(start), tail], length);
  };
}

/** A stream held in blocks of one size: nothing is ever joined as a whole. */
async function spooled(object: ContentObject, most: number, signal: AbortSignal, hold: ReaderInput["hold"]) {
  const blocks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of object.stream(signal)) {
    if (size + chunk.length > most) {
      throw unsupported(`is read from its end and comes as a stream of more than ${most} bytes: not read`);
    }
    if (hold?.(chunk.length) === false) {
      throw unsupported("lies within archives that hold as much as may be held already: not read");
    }
    for (let at = 0; at < chunk.length; ) {
      const within = size % blockBytes;
      if (within === 0) blocks.push(new Uint8Array(blockBytes));
      const part = chunk.subarray(at, at + blockBytes - within);
      blocks.at(-1)?.set(part, within);
      at += part.length;
      size += part.length;
    }
  }
  return {
    size,
    copy(from: number, length: number): Uint8Array {
      const first = Math.floor(from / blockBytes);
      const start = from - first * blockBytes;
      if (start + length <= blockBytes) return (blocks[first] ?? new Uint8Array(0)).subarray(start, start + length);
      const last = Math.floor((from + length - 1) / blockBytes);
      const parts = blocks.slice(first, last + 1);
      return Buffer.concat([(parts[0] ?? new Uint8Array(0)).subarray(start), ...parts.slice(1)], length);
    },
  };
}
