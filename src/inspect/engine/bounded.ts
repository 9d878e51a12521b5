import { ContentError, type ContentObject } from "../../model/index.ts";
import type { Limits } from "../limits.ts";

/** What one object and all that is packed in it may still unfold to. */
export interface Allowance {
  readonly limits: Limits;
  /** Bytes of the object itself, as stored. */
  readonly packed: number | undefined;
  /** Unpacked bytes so far. */
  unfolded: number;
  /** Bytes of cells so far. */
  cells: number;
  /** Members opened so far. */
  members: number;
  /** Bytes of streams that are held in memory now, of an archive and the archives within it. */
  held: number;
  /** Why no more of it is unpacked, once that is so. */
  spent: ContentError | undefined;
}

/** Below this no ratio harms anybody: archives within archives multiply what each of them may. */
const harmless = 64 * 1024 ** 2;

/** What all archives within archives hold together, as a multiple of what one may hold. */
const nested = 2;

/** Whether as many bytes more may be held; counted until the reader that asked is done. */
export function hold(allowance: Allowance, bytes: number): boolean {
  if (allowance.held + bytes > allowance.limits.spoolBytes * nested) return false;
  allowance.held += bytes;
  return true;
}

function spentOf({ limits, packed, unfolded }: Allowance): ContentError | undefined {
  if (unfolded > limits.unfoldedBytes) {
    return new ContentError("unsupported", `unpacks to more than ${limits.unfoldedBytes} bytes: the rest was not read`);
  }
  if (packed === undefined || unfolded <= Math.max(harmless, packed * limits.ratio)) return undefined;
  return new ContentError(
    "malformed",
    `all that is packed in it is more than ${limits.ratio} times its size: not read on`,
  );
}

/**
 * Cells that were read: tables name a long value once and repeat it by its number.
 * @throws ContentError where all of them are too many times the size of the object.
 */
export function countCells(allowance: Allowance, bytes: number): void {
  const { limits, packed } = allowance;
  allowance.cells += bytes;
  if (packed === undefined || allowance.cells <= Math.max(harmless, packed * limits.ratio)) return;
  throw new ContentError("malformed", `its cells are more than ${limits.ratio} times its size: not read on`);
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
        allowance.spent ??= spentOf(allowance);
        if (allowance.spent !== undefined) throw allowance.spent;
        if (packedBytes !== undefined && own > 1024 ** 2 && own > packedBytes * limits.ratio) {
          throw new ContentError("malformed", `unpacks to more than ${limits.ratio} times its size: not read on`);
        }
        yield chunk;
      }
    },
  };
}
