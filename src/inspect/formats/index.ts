import type { Reader } from "../reader.ts";
import { avro } from "./avro.ts";
import { docx } from "./docx.ts";
import { gzip } from "./gzip.ts";
import { odf } from "./odf.ts";
import { ole } from "./ole.ts";
import { orc } from "./orc.ts";
import { parquet } from "./parquet.ts";
import { pdf } from "./pdf.ts";
import { pptx } from "./pptx.ts";
import { sqlite } from "./sqlite.ts";
import { tar } from "./tar.ts";
import { textReaders } from "./text-readers.ts";
import { unread } from "./unread.ts";
import { xlsx } from "./xlsx.ts";
import { zip } from "./zip.ts";
import { zstd } from "./zstd.ts";

/** Every format that can be read. Of those that are as sure of the bytes the first is taken: what is more particular stands first. */
export const readers: readonly Reader[] = [
  gzip,
  zstd,
  xlsx,
  docx,
  pptx,
  odf,
  zip,
  tar,
  sqlite,
  parquet,
  avro,
  orc,
  ole,
  pdf,
  ...unread,
  ...textReaders,
];
