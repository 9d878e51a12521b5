import type { Reader } from "../reader.ts";
import { decodeJson } from "./json-scanner.ts";
import { createPaths } from "./paths.ts";
import { createPlacements } from "./placed-layout.ts";
import { runs, textHead } from "./runs.ts";
import { scanned } from "./scanned.ts";
import { createSpans } from "./spans.ts";
import { beginsYaml } from "./yaml-head.ts";
import { yamlScanner } from "./yaml-scanner.ts";

/** YAML, and what is written like it (LDIF, headers). Paths such as `users[].phone` are the columns. */
export const yaml: Reader = {
  format: "yaml",
  recognises: (head, path) => (beginsYaml(head, path) ? 2 : 0),
  async *read(input) {
    const paths = createPaths();
    // Parts of a document are found their place by what the head shows of its keys.
    if (input.windows !== undefined)
      yamlScanner(paths).scan(textHead(input), { spans: createSpans(), turns: [] }, true);
    const placements = createPlacements();
    const layout = placements.layout({ format: "yaml", table: "", columns: paths.columns, decode: decodeJson });
    yield* scanned(runs(input), yamlScanner(paths), placements, layout, input.limits);
  },
};
