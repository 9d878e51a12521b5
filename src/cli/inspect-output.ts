import { join } from "node:path";
import { prepareOutput } from "./write-output.ts";

/**
 * Where `inspect` writes: `undefined` is stdout. A folder is made before the work starts.
 * @throws JingneiError `usage`
 */
export async function inspectFile(folder: string | undefined, format: "table" | "json"): Promise<string | undefined> {
  if (folder === undefined || folder === "-") return undefined;
  await prepareOutput({ kind: "folder", path: folder, formats: [format] });
  return join(folder, format === "json" ? "inspection.json" : "inspection.txt");
}
