import { writeFileSync } from "node:fs";
import { providers } from "../providers/index.ts";
import { configSchema, policySchema } from "./editor-schemas.ts";

/** Writes the JSON Schemas that editors check jingnei.yaml and policy files with. A test fails while they lag behind the model. */
const sources = await Promise.all(Object.values(providers).map(async (load) => (await load()).source));
for (const [name, schema] of [
  ["jingnei", configSchema(sources)],
  ["policy", policySchema()],
] as const) {
  const target = new URL(`../schemas/${name}.schema.json`, import.meta.url);
  writeFileSync(target, `${JSON.stringify(schema, null, 2)}\n`);
  console.log(`wrote ${target.pathname}`);
}
