import { ContentError, type ContentObject } from "../../model/index.ts";
import type { Limits } from "../limits.ts";

/** What one object and all that is packed in it may still unfold to. */
export interface Allowance {
  readonly limits: Limits;
  /** Unpacked bytes so far. */
  unfolded: number;
  /** Members opened so far. */
  members: number;
}

/** The same member, counted: it stops where the allowance or the ratio to its packed size is used up. */
export function bounded(object: ContentObject, allowance: Allowance, packedBytes: number | undefined): ContentObject {
  const { limits } = allowance;
  return {
    path: object.path,
    ...(object.size === undefined ? {} : { size: object.size }),
    async *stream(signal) {
      let own = 0;
      for await (const chunk of object.stream(signal)) {
        own += chunk.length;
        allowance.unfolded += chunk.length;
        if (allowance.unfolded > limits.unfoldedBytes) {
          throw new ContentError(
            "unsupported",
            `unpacks to more than ${limits.unfoldedBytes} bytes: the rest was not read`,
          );
        }
        if (packedBytes !== undefined && own > 1024 ** 2 && own > packedBytes * limits.ratio) {
          throw new ContentError("malformed", `unpacks to more than ${limits.ratio} times its size: not read on`);
        }
        yield chunk;
      }
    },
  };
}
