import type { Reader } from "../reader.ts";
import { csv } from "./csv.ts";
import { eml, mbox } from "./eml.ts";
import { html } from "./html.ts";
import { json } from "./json.ts";
import { jsonl } from "./jsonl.ts";
import { log } from "./log.ts";
import { markdown } from "./markdown.ts";
import { properties } from "./properties.ts";
import { sql } from "./sql.ts";
import { text } from "./text.ts";
import { vcard } from "./vcard.ts";
import { xml } from "./xml.ts";
import { yaml } from "./yaml.ts";

/** Formats that are text: what is more particular stands first, running text last. */
export const textReaders: readonly Reader[] = [
  eml,
  mbox,
  vcard,
  jsonl,
  json,
  html,
  xml,
  sql,
  log,
  markdown,
  properties,
  yaml,
  csv,
  text,
];
