import type { Reader } from "../reader.ts";
import { csv } from "./csv.ts";
import { gzip } from "./gzip.ts";
import { json } from "./json.ts";
import { jsonl } from "./jsonl.ts";
import { sql } from "./sql.ts";
import { tar } from "./tar.ts";
import { text } from "./text.ts";
import { unread } from "./unread.ts";
import { zip } from "./zip.ts";
import { zstd } from "./zstd.ts";

/** Every format that can be read. Of those that are as sure of the bytes the first is taken: what is more particular stands first. */
export const readers: readonly Reader[] = [gzip, zstd, zip, tar, ...unread, jsonl, json, sql, csv, text];
