import { writeFileSync } from "node:fs";
import { reportSchema } from "../reports/json/schema.ts";

/** Writes the JSON Schema of the report beside its reporter. A test fails while the committed file lags behind the model. */
const target = new URL("../reports/json/report.schema.json", import.meta.url);
writeFileSync(target, `${JSON.stringify(reportSchema(), null, 2)}\n`);
console.log(`wrote ${target.pathname}`);
