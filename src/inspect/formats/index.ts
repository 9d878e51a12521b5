import type { Reader } from "../reader.ts";
import { gzip } from "./gzip.ts";
import { sqlite } from "./sqlite.ts";
import { tar } from "./tar.ts";
import { textReaders } from "./text-readers.ts";
import { unread } from "./unread.ts";
import { zip } from "./zip.ts";
import { zstd } from "./zstd.ts";

/** Every format that can be read. Of those that are as sure of the bytes the first is taken: what is more particular stands first. */
export const readers: readonly Reader[] = [gzip, zstd, zip, tar, sqlite, ...unread, ...textReaders];
