import { sniffText, utf8Head } from "../encodings/index.ts";
import type { Reader } from "../reader.ts";

export interface Chosen {
  readonly reader: Reader;
  /** Of text. */
  readonly encoding?: string;
}

/**
 * The reader that the first bytes call for. A signature outranks all; then text is asked as UTF-8, and what is no text by its
 * structure. The name never decides against the bytes.
 */
export function chooseReader(readers: readonly Reader[], head: Uint8Array, path: string): Chosen | undefined {
  const signed = surest(readers, head, path, 3);
  if (signed !== undefined) return { reader: signed };
  const kind = sniffText(head);
  if (kind === undefined) {
    const structured = surest(readers, head, path, 2);
    return structured === undefined ? undefined : { reader: structured };
  }
  const reader = surest(readers, utf8Head(head, kind.encoding), path, 1);
  return reader === undefined ? undefined : { reader, encoding: kind.encoding };
}

/** The first of those that are surest, from `least` on: registries list what is more particular first. */
function surest(readers: readonly Reader[], head: Uint8Array, path: string, least: number): Reader | undefined {
  let best: Reader | undefined;
  let most = least - 1;
  for (const reader of readers) {
    const sure = reader.recognises(head, path);
    if (sure <= most) continue;
    [best, most] = [reader, sure];
  }
  return best;
}
