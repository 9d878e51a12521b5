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
    const [, name] = /^\s*(?:<!--[^>]{0,1000}>\s*)?<(!doctype\s+html|[a-z]\w{0,9})[\s>]/i.exec(text) ?? [];
    if (name === undefined) return 0;
    if (/^(!doctype\s+html|html)$/i.test(name)) return 2;
    // A fragment: other XML may begin with a table as well.
    const isFragment = /^(head|body|table|div|meta|p|h1|title|span|center)$/i.test(name);
    return isFragment && /<(tr|td|br|span|li|a|p|h\d|b|img|link|script|style)[\s/>]/i.test(text) ? 2 : 0;
  },
  async *read(input) {
    const placements = createPlacements();
    const free = freeLayout("html");
    yield* scanned(runs(input), htmlScanner(placements, free), placements, free, input.limits);
  },
};
