import type { Reader } from "../reader.ts";
import { csv } from "./csv.ts";
import { json } from "./json.ts";
import { jsonl } from "./jsonl.ts";
import { log } from "./log.ts";
import { sql } from "./sql.ts";
import { text } from "./text.ts";
import { xml } from "./xml.ts";

/** Formats that are text: what is more particular stands first, running text last. */
export const textReaders: readonly Reader[] = [jsonl, json, xml, sql, log, csv, text];
