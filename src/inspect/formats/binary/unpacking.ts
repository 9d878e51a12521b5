import { pipeline, Readable, type Transform } from "node:stream";
import type { Gap } from "./gap.ts";

/** A decompressor of `node:zlib`. */
export type Unpacker = Transform & { readonly bytesWritten: number };

/** Packed content that is unpacked while it is read, once. What comes before a fault is kept. */
export interface Unpacking {
  chunks(): AsyncIterable<Uint8Array>;
  /** Why it ended before its end, once it has. */
  readonly gap: Gap | undefined;
  /** Gives up what is held; also needed where nobody ever read. */
  close(): void;
}

export interface UnpackingOptions {
  readonly create: () => Unpacker;
  /** Unpacked bytes per packed byte, beyond which it is a bomb. */
  readonly ratio: number;
  /** Only the beginning is there: a missing end is no fault. */
  readonly isPart: boolean;
  /** Frames stand one behind the other and the decompressor ends with the first. */
  readonly isFramed?: boolean;
}

/** Below this a high ratio harms nobody. */
const harmless = 1024 ** 2;
/** Packed bytes given at a time, so that the ratio is known closely. */
const step = 64 * 1024;
const mostFrames = 100_000;

export function unpacking(packed: AsyncIterable<Uint8Array>, options: UnpackingOptions): Unpacking {
  const feed = feedOf(packed);
  let gap: Gap | undefined;
  let current: Unpacker | undefined;
  let own = 0;
  let consumed = 0;

  async function* frame(): AsyncIterable<Uint8Array> {
    const engine = options.create();
    current = engine;
    pipeline(Readable.from(feed.chunks()), engine, () => undefined);
    try {
      for await (const chunk of engine) {
        own += chunk.length;
        if (own > harmless && own > (consumed + engine.bytesWritten) * options.ratio) {
          gap = { reason: "malformed", detail: `unpacks to more than ${options.ratio} times its size: not read on` };
          return;
        }
        yield chunk;
      }
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      if (!/^(Z_|ZSTD_)/.test(code)) throw error;
      if (code !== "Z_BUF_ERROR") gap = { reason: "malformed", detail: "is damaged: not read on" };
      else if (!options.isPart) gap = { reason: "malformed", detail: "ends in the middle: the rest is missing" };
    } finally {
      engine.destroy();
    }
    consumed += engine.bytesWritten;
    await feed.takeBack(engine.bytesWritten);
  }

  return {
    async *chunks() {
      try {
        for (let count = 0; gap === undefined; count++) {
          const before = consumed;
          yield* frame();
          if (options.isFramed !== true || gap !== undefined || (await feed.isEmpty())) return;
          if (consumed === before) gap = { reason: "malformed", detail: "is damaged: not read on" };
          else if (count >= mostFrames) {
            gap = { reason: "unsupported", detail: `has more than ${mostFrames} frames: the rest was not read` };
          }
        }
      } finally {
        await feed.close();
      }
    },
    get gap() {
      return gap;
    },
    close() {
      current?.destroy();
    },
  };
}

/** Chunks that are remembered after they were handed out: more are never on their way to the decompressor. */
const remembered = 32;

/** Hands chunks out in small steps, remembers them until they are used, and takes back what was not. */
function feedOf(packed: AsyncIterable<Uint8Array>) {
  let iterator: AsyncIterator<Uint8Array> | undefined;
  let waiting: Uint8Array[] = [];
  let handed: Uint8Array[] = [];
  let handedBytes = 0;
  let isDone = false;
  let pending: Promise<Uint8Array | undefined> | undefined;

  async function next(): Promise<Uint8Array | undefined> {
    for (;;) {
      const first = waiting.shift();
      if (first !== undefined) {
        if (first.length > step) waiting.unshift(first.subarray(step));
        return first.subarray(0, step);
      }
      if (isDone) return undefined;
      iterator ??= packed[Symbol.asyncIterator]();
      const { value, done } = await iterator.next();
      if (done === true) isDone = true;
      // A copy: sources may use their memory again, and several chunks are on their way at once.
      else if (value.length > 0) waiting.push(Uint8Array.prototype.slice.call(value));
    }
  }

  async function hand(): Promise<Uint8Array | undefined> {
    const chunk = await next();
    if (chunk === undefined) return undefined;
    handed.push(chunk);
    handedBytes += chunk.length;
    if (handed.length > remembered) handed.shift();
    return chunk;
  }

  return {
    async *chunks() {
      for (;;) {
        pending = hand();
        const chunk = await pending;
        if (chunk === undefined) return;
        yield chunk;
      }
    },
    /** @param used bytes of all that was handed out since the last call. */
    async takeBack(used: number) {
      // One more may be on its way from the source.
      await pending;
      let back = handedBytes - used;
      const returned: Uint8Array[] = [];
      for (let chunk = handed.pop(); chunk !== undefined && back > 0; chunk = handed.pop()) {
        returned.unshift(chunk.subarray(Math.max(0, chunk.length - back)));
        back -= chunk.length;
      }
      waiting = [...returned, ...waiting];
      handed = [];
      handedBytes = 0;
    },
    async isEmpty() {
      const chunk = await next();
      if (chunk !== undefined) waiting.unshift(chunk);
      return chunk === undefined;
    },
    async close() {
      isDone = true;
      waiting = [];
      await iterator?.return?.();
    },
  };
}
