import type { Limits } from "../../limits.ts";
import { asBuffer, newline } from "../bytes.ts";
import { lineBlocks } from "../line-blocks.ts";

/** Goes over the lines of a stream once, blocks at a time. */
export interface LineCursor {
  /** The next line without its end, a copy; `undefined` at the end of the stream. */
  line(): Promise<Buffer | undefined>;
  /** What comes before a line that `isEnd` knows, in chunks that hold until the next is asked for. That line is the next one. */
  until(isEnd: (line: Buffer) => boolean): AsyncIterable<Buffer>;
}

const dash = 0x2d;
const letterF = 0x46;

/** `isEnd` is asked about lines that begin with `-` or `F` only: boundaries of MIME, and `From ` of a mailbox. */
export function lineCursor(chunks: AsyncIterable<Uint8Array>, limits: Limits): LineCursor {
  const blocks = lineBlocks({ chunks, cutStart: false, cutEnd: false }, limits)[Symbol.asyncIterator]();
  let block: Buffer = Buffer.alloc(0);
  let at = 0;
  const more = async (): Promise<boolean> => {
    while (at >= block.length) {
      const next = await blocks.next();
      if (next.done === true) return false;
      block = asBuffer(next.value.bytes);
      at = 0;
    }
    return true;
  };
  const lineEnd = (): number => {
    const found = block.indexOf(newline, at);
    return found === -1 ? block.length : found;
  };
  return {
    async line() {
      if (!(await more())) return undefined;
      const end = lineEnd();
      const line = Buffer.from(block.subarray(at, end > at && block[end - 1] === 0x0d ? end - 1 : end));
      at = end + 1;
      return line;
    },
    async *until(isEnd) {
      while (await more()) {
        const from = at;
        while (at < block.length) {
          const first = block[at];
          const end = lineEnd();
          if ((first === dash || first === letterF) && isEnd(block.subarray(at, end))) {
            if (at > from) yield block.subarray(from, at);
            return;
          }
          at = end + 1;
        }
        yield block.subarray(from, Math.min(at, block.length));
      }
    },
  };
}
