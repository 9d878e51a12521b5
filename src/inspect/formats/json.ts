import type { Reader } from "../reader.ts";
import { beginsJson, beginsJsonLines } from "./json-head.ts";
import { decodeJson, jsonScanner } from "./json-scanner.ts";
import { createPaths } from "./paths.ts";
import { createPlacements } from "./placed-layout.ts";
import { runs, textHead } from "./runs.ts";
import { scanned } from "./scanned.ts";
import { createSpans } from "./spans.ts";

/** One JSON document of any length. Paths such as `customers[].phone` are the columns. */
export const json: Reader = {
  format: "json",
  recognises: (head) => (beginsJson(head) && !beginsJsonLines(head) ? 2 : 0),
  async *read(input) {
    const paths = createPaths();
    const scanner = jsonScanner(paths, true);
    // Parts of a document are found their place by what the head shows of its keys.
    if (input.windows !== undefined) scanner.scan(textHead(input).slice(), { spans: createSpans(), turns: [] }, true);
    scanner.reset();
    const placements = createPlacements();
    const layout = placements.layout({ format: "json", table: "", columns: paths.columns, decode: decodeJson });
    yield* scanned(runs(input), scanner, placements, layout, input.limits);
  },
};
