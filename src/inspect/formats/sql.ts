import type { Reader } from "../reader.ts";
import { asBuffer } from "./bytes.ts";
import { createPlacements } from "./placed-layout.ts";
import { runs, textHead } from "./runs.ts";
import { scanned } from "./scanned.ts";
import { createSpans } from "./spans.ts";
import { sqlScanner } from "./sql-scanner.ts";
import { createSqlTables } from "./sql-tables.ts";

const begins =
  /^\s*(--|\/\*|(set|create|insert|replace|drop|use|begin|copy|pragma|lock|alter|start|delete|truncate|select|go|if)\b)/i;
const holds =
  /(^|\n|;)\s{0,9}(insert\s{1,9}(ignore\s{1,9}|overwrite\s{1,9})?(into|table)?\s{0,9}["`[\w]|replace\s{1,9}into\s|create\s{1,9}table\s|copy\s{1,9}\S{1,200}\s{1,9}(\([^)]{1,2000}\)\s{1,9})?from\s{1,9}stdin)/i;

/** Dumps of databases: MySQL, PostgreSQL, SQLite, SQL Server, Oracle. */
export const sql: Reader = {
  format: "sql",
  recognises(head) {
    const text = asBuffer(head).toString("latin1");
    return begins.test(text) && holds.test(text) ? 2 : 0;
  },
  async *read(input) {
    const head = textHead(input);
    const hasEscapes = /mysql|mariadb|tidb|engine\s?=|`/i.test(asBuffer(head).toString("latin1"));
    const placements = createPlacements();
    const tables = createSqlTables(placements);
    const scanner = sqlScanner(tables, hasEscapes);
    // Parts of a dump are understood by the tables that its head shows.
    if (input.windows !== undefined) {
      sqlScanner(tables, hasEscapes).scan(head.slice(), { spans: createSpans(), turns: [] }, true);
    }
    yield* scanned(runs(input), scanner, placements, tables.free, input.limits);
  },
};
