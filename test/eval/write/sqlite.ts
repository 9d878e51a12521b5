import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Content } from "../make/content.ts";

/** A database file with a table a sheet, written by SQLite itself. */
export function sqlite({ title, sheets, paragraphs }: Content): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "eval-"));
  try {
    const path = join(folder, "made.db");
    const database = new DatabaseSync(path);
    const tables =
      paragraphs.length === 0
        ? sheets
        : [...sheets, { name: "notes", columns: ["body"], rows: [title, ...paragraphs].map((text) => [text]) }];
    database.exec("BEGIN");
    for (const { name, columns, rows } of tables) {
      database.exec(`CREATE TABLE "${name}" (${columns.map((column) => `"${column}" TEXT`).join(", ")})`);
      const insert = database.prepare(`INSERT INTO "${name}" VALUES (${columns.map(() => "?").join(", ")})`);
      for (const row of rows) insert.run(...row.map((cell) => (cell === "" ? null : cell)));
    }
    database.exec("COMMIT");
    database.close();
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
