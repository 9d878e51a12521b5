import type { Piece } from "../piece.ts";
import type { Reader, ReaderInput } from "../reader.ts";
import { asBuffer, newline } from "./bytes.ts";
import { lineBlocks } from "./line-blocks.ts";
import { freeLayout } from "./line-layout.ts";
import { runs } from "./runs.ts";

/** Text of no other format: prose, Markdown, HTML, source code. The fallback of all text. */
export const text: Reader = {
  format: "text",
  recognises: () => 1,
  read: readText,
};

/** Lines at the beginning of a document that may be its title page, and the bytes of one that is no sentence yet. */
const titleLines = 5;
const titleBytes = 120;

async function* readText(input: ReaderInput): AsyncIterable<Piece> {
  const layout = freeLayout("text");
  for (const run of runs(input)) {
    let isFirst = !run.cutStart;
    for await (const { bytes } of lineBlocks(run, input.limits)) {
      const title = isFirst ? titleEnd(bytes) : 0;
      isFirst = false;
      if (title > 0) yield { kind: "text", bytes: bytes.subarray(0, title), layout, zone: "title" };
      if (title < bytes.length) yield { kind: "text", bytes: bytes.subarray(title), layout };
    }
  }
}

/** End of the short lines a text begins with. */
function titleEnd(bytes: Uint8Array): number {
  const buffer = asBuffer(bytes);
  let end = 0;
  for (let line = 0; line < titleLines; line++) {
    const found = buffer.indexOf(newline, end);
    const next = found === -1 ? bytes.length : found + 1;
    if (next - end > titleBytes) break;
    end = next;
  }
  return end;
}
