import { parquetWriteBuffer } from "hyparquet-writer";
import type { Sheet } from "../make/content.ts";

/** A Parquet file, every column of strings. */
export function parquet({ columns, rows }: Sheet): Buffer {
  const columnData = columns.map((name, at) => ({
    name,
    type: "STRING" as const,
    data: rows.map((row) => (row[at] === "" ? null : (row[at] ?? null))),
  }));
  return Buffer.from(parquetWriteBuffer({ columnData }));
}
