import { malformed } from "./gap.ts";

/** Bytes passed over beyond which the rest is asked for from behind them, where that can be had. */
const worthSeeking = 32 * 1024 ** 2;
const readBytes = 1024 ** 2;

/** How to go on from another place than the next. */
export interface Seeking {
  readonly size: number;
  readonly read: (from: number, length: number) => Promise<Uint8Array>;
}

/** Goes through a stream once, forward. */
export interface ByteCursor {
  /** Bytes passed so far. */
  readonly at: number;
  /** At most `length` bytes, fewer only at the end; a copy. */
  take(length: number): Promise<Uint8Array>;
  /** Exactly `length` bytes. @throws ContentError at the end. */
  exactly(length: number): Promise<Uint8Array>;
  /** The next `length` bytes as they come; each is to be used before the next is asked for. Fewer at the end. */
  pass(length: number): AsyncIterable<Uint8Array>;
  /** Passes over bytes; false where the end came first. */
  skip(length: number): Promise<boolean>;
  close(): Promise<void>;
}

export function byteCursor(chunks: AsyncIterable<Uint8Array>, seeking?: Seeking): ByteCursor {
  let iterator = chunks[Symbol.asyncIterator]();
  let current: Uint8Array = new Uint8Array(0);
  let at = 0;
  let isDone = false;

  /** Some bytes of the current chunk, at most `length`; none at the end. */
  async function some(length: number): Promise<Uint8Array> {
    while (current.length === 0 && !isDone) {
      const { value, done } = await iterator.next();
      if (done === true) isDone = true;
      else current = value;
    }
    const part = current.subarray(0, length);
    current = current.subarray(part.length);
    at += part.length;
    return part;
  }

  async function* pass(length: number): AsyncIterable<Uint8Array> {
    for (let left = length; left > 0; ) {
      const part = await some(left);
      if (part.length === 0) return;
      left -= part.length;
      yield part;
    }
  }

  async function take(length: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let had = 0;
    for await (const part of pass(length)) {
      parts.push(Uint8Array.prototype.slice.call(part));
      had += part.length;
    }
    const [first] = parts;
    return parts.length === 1 && first !== undefined ? first : Buffer.concat(parts, had);
  }

  return {
    get at() {
      return at;
    },
    pass,
    take,
    async exactly(length) {
      const bytes = await take(length);
      if (bytes.length < length) throw malformed("ends in the middle: the rest is missing");
      return bytes;
    },
    async skip(length) {
      if (seeking !== undefined && length - current.length > worthSeeking) {
        await iterator.return?.();
        const to = Math.min(seeking.size, at + length);
        const isWhole = to === at + length;
        at = to;
        current = new Uint8Array(0);
        iterator = readFrom(seeking, to)[Symbol.asyncIterator]();
        return isWhole;
      }
      let had = 0;
      for await (const part of pass(length)) had += part.length;
      return had === length;
    },
    async close() {
      isDone = true;
      current = new Uint8Array(0);
      await iterator.return?.();
    },
  };
}

async function* readFrom({ size, read }: Seeking, from: number): AsyncIterable<Uint8Array> {
  for (let at = from; at < size; ) {
    const bytes = await read(at, Math.min(readBytes, size - at));
    if (bytes.length === 0) return;
    yield bytes;
    at += bytes.length;
  }
}
