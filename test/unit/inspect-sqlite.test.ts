import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, it } from "vitest";
import type { CellsPiece } from "../../src/inspect/piece.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { contentOf, streamOf, unpack } from "../support/unpack.ts";

const folder = mkdtempSync(join(tmpdir(), "jingnei-sqlite-"));
afterAll(() => rmSync(folder, { recursive: true }));
let made = 0;

/** A database as SQLite itself writes it. */
function databaseOf(...statements: readonly string[]): Buffer {
  made += 1;
  const path = join(folder, `${made}.db`);
  const database = new DatabaseSync(path);
  for (const statement of statements) database.exec(statement);
  database.close();
  return readFileSync(path);
}

function tableOf(
  cells: readonly CellsPiece[],
  table: string,
): { columns: readonly string[]; rows: CellsPiece["rows"] } {
  const pieces = cells.filter((piece) => piece.table === table);
  return { columns: pieces[0]?.columns ?? [], rows: pieces.flatMap(({ rows }) => rows) };
}

describe("sqlite", () => {
  it("reads values of every kind under the names of the columns", async () => {
    const database = databaseOf(
      `CREATE TABLE "客户" (id INTEGER PRIMARY KEY, "full name" TEXT, [phone] NUMERIC(11,0) NOT NULL DEFAULT (1), \`note\` /* , */ , score REAL, raw BLOB,
         CONSTRAINT c CHECK (score > 0), UNIQUE (phone))`,
      "INSERT INTO 客户 VALUES (7, '王小明', 13800138000, NULL, 1.5, x'e4b8ad'), (-3, 'x', 0, 1, 13800138000, x'0001ff'), (99, '', -5, 'n', 2, NULL)",
    );
    const { format, cells, gaps } = await unpack(contentOf(database));
    expect(format).toBe("sqlite");
    expect(tableOf(cells, "客户")).toEqual({
      columns: ["id", "full name", "phone", "note", "score", "raw"],
      rows: [
        ["-3", "x", "0", "1", "13800138000", null],
        ["7", "王小明", "13800138000", null, "1.5", "中"],
        ["99", "", "-5", "n", "2", null],
      ],
    });
    expect(gaps).toEqual([]);
  });

  it.each([512, 4_096, 65_536])(
    "reads large tables, long values and other encodings with pages of %i bytes",
    async (size) => {
      const database = databaseOf(
        `PRAGMA page_size = ${size}`,
        "PRAGMA encoding = 'UTF-16le'",
        "CREATE TABLE t (a, b)",
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
         INSERT INTO t SELECT i * 7919, CASE i % 1000 WHEN 0 THEN printf('%.*c', 9000, 'x') || i ELSE '行' || i END FROM n`,
      );
      const { cells, gaps } = await unpack(streamOf(database));
      const { rows } = tableOf(cells, "t");
      expect(rows).toHaveLength(20_000);
      expect(rows[4]).toEqual(["39595", "行5"]);
      expect(rows[999]).toEqual(["7919000", `${"x".repeat(9_000)}1000`]);
      expect(gaps).toEqual([]);
    },
  );

  it("reads tables without row ids in the order in which they are stored", async () => {
    const database = databaseOf(
      "CREATE TABLE w (note TEXT, phone TEXT, n INT, PRIMARY KEY (n, phone)) WITHOUT ROWID",
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO w SELECT 'note' || i, 'p' || i, i FROM n",
    );
    const { cells } = await unpack(contentOf(database));
    const { columns, rows } = tableOf(cells, "w");
    expect(columns).toEqual(["n", "phone", "note"]);
    expect(rows).toHaveLength(5_000);
    expect(rows).toContainEqual(["3", "p3", "note3"]);
  });

  it("stops where a sample has rows enough", async () => {
    const database = databaseOf(
      "CREATE TABLE t (a)",
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO t SELECT i FROM n",
    );
    const { cells } = await unpack(contentOf(database), { rows: 100 });
    expect(tableOf(cells, "t").rows.length).toBeLessThan(1_000);
  });

  it("says that a log may hold more", async () => {
    const { gaps } = await unpack(contentOf(databaseOf("PRAGMA journal_mode = WAL", "CREATE TABLE t (a)")));
    expect(gaps).toEqual([
      "skipped: is kept with a write-ahead log (-wal): what stands only there is not in this file",
    ]);
  });

  it("ends with rings of pages and of overflow pages", async () => {
    const database = databaseOf(
      "PRAGMA page_size = 512",
      "CREATE TABLE t (a)",
      "INSERT INTO t VALUES (printf('%.*c', 5000, 'x'))",
      "CREATE TABLE u (a)",
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) INSERT INTO u SELECT i FROM n",
    );
    // Overflow pages begin with the number of the next: each now points to itself. Interior pages point to their own root.
    const ringed = Buffer.from(database);
    for (let page = 2; page <= ringed.length / 512; page++) {
      const at = (page - 1) * 512;
      if (ringed[at] === 5) for (let cell = 12; cell < 512; cell++) ringed.writeUInt8(0, at + cell);
      else if (ringed[at] === 0) ringed.writeUInt32BE(page, at);
    }
    const { gaps } = await unpack(contentOf(ringed));
    expect(gaps.length).toBeGreaterThan(0);
    expect(gaps.join()).toMatch(/ring|page/);
  });

  it("never throws, hangs or hands out too much, whatever is wrong with it", async () => {
    const random = seededRandom(3);
    const database = databaseOf(
      "PRAGMA page_size = 512",
      "CREATE TABLE t (a TEXT, b INTEGER)",
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300) INSERT INTO t SELECT printf('%.*c', i, 'x'), i FROM n",
    );
    for (let round = 0; round < 400; round++) {
      const damaged = Buffer.from(
        database.subarray(0, random.chance(0.3) ? 100 + random.below(database.length) : database.length),
      );
      for (let flips = 1 + random.below(8); flips > 0; flips--)
        damaged[16 + random.below(damaged.length - 16)] = random.below(256);
      const { gaps, cells } = await unpack(contentOf(damaged));
      expect(gaps.filter((gap) => gap.startsWith("thrown"))).toEqual([]);
      expect(cells.reduce((sum, { rows }) => sum + rows.length, 0)).toBeLessThan(100_000);
    }
  }, 60_000);
});
