import type { Reader } from "../reader.ts";
import { asBuffer } from "./bytes.ts";
import { htmlScanner } from "./html-scanner.ts";
import { freeLayout } from "./line-layout.ts";
import { createPlacements } from "./placed-layout.ts";
import { runs } from "./runs.ts";
import { scanned } from "./scanned.ts";

/** Pages, reports and what calls itself a worksheet but is a page. */
export const html: Reader = {
  format: "html",
  recognises(head) {
    const text = asBuffer(head).toString("latin1", 0, 4_096);
    if (/^\s*<\?xml\s/.test(text)) return /<html[\s>]/i.test(text) ? 2 : 0;
    return /^\s*(<!--[^>]{0,1000}>\s*)?<(!doctype\s+html|html|head|body|table|div|meta|p|h1|title)[\s>]/i.test(text)
      ? 2
      : 0;
  },
  async *read(input) {
    const placements = createPlacements();
    const free = freeLayout("html");
    yield* scanned(runs(input), htmlScanner(placements, free), placements, free, input.limits);
  },
};
