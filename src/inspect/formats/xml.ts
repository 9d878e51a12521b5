import type { Reader } from "../reader.ts";
import { asBuffer } from "./bytes.ts";
import { createPaths } from "./paths.ts";
import { createPlacements } from "./placed-layout.ts";
import { runs, textHead } from "./runs.ts";
import { scanned } from "./scanned.ts";
import { createSpans } from "./spans.ts";
import { xmlScanner } from "./xml-scanner.ts";
import { decodeXml } from "./xml-text.ts";

/** XML of any kind. Paths such as `customers.customer.phone` and `customer.id` are the columns. */
export const xml: Reader = {
  format: "xml",
  recognises(head) {
    const text = asBuffer(head).toString("latin1", 0, 4_096);
    if (/^\s*<\?xml\s/.test(text)) return 2;
    const begins = /^\s*(<!--|<!DOCTYPE\s|<[A-Za-z_][\w.-]*(:[\w.-]+)?(\s+[\w:.-]+\s*=\s*["']|\s*\/?>))/.test(text);
    return begins && /<\/[\w:.-]+\s*>|\/>/.test(asBuffer(head).toString("latin1")) ? 2 : 0;
  },
  async *read(input) {
    const paths = createPaths();
    const scanner = xmlScanner(paths);
    // Parts of a document are found their place by what the head shows of its elements.
    if (input.windows !== undefined) scanner.scan(textHead(input).slice(), { spans: createSpans(), turns: [] }, true);
    scanner.reset();
    const placements = createPlacements();
    const layout = placements.layout({ format: "xml", table: "", columns: paths.columns, decode: decodeXml });
    yield* scanned(runs(input), scanner, placements, layout, input.limits);
  },
};
