import { describe, expect, it } from "vitest";
import { cpuTime } from "../support/cpu-time.ts";
import { readingOf } from "../support/read-pieces.ts";

const mysql = `-- MySQL dump 10.13
/*!40101 SET NAMES utf8mb4 */;
DROP TABLE IF EXISTS \`users\`;
CREATE TABLE \`users\` (
  \`id\` bigint NOT NULL AUTO_INCREMENT,
  \`name\` varchar(64) DEFAULT '' COMMENT 'a, (b',
  \`phone\` decimal(11,0),
  PRIMARY KEY (\`id\`),
  KEY \`by_phone\` (\`phone\`)
) ENGINE=InnoDB;
LOCK TABLES \`users\` WRITE;
INSERT INTO \`users\` VALUES (1,'O\\'Neil; (x), y',13800138000),(2,'it''s\\\\',13900139000),(3,NULL,NULL);
INSERT INTO \`orders\` (\`no\`, \`receiver mobile\`) VALUES ('A-1','13700137000');
`;

const postgres = `--
-- PostgreSQL database dump
--
CREATE TABLE public.people (
    id integer NOT NULL,
    "身份证" text,
    path text
);
COPY public.people (id, "身份证", phone) FROM stdin;
1\tx\\ty\t13800138000
2\t\\N\t13900139000
\\.

INSERT INTO public.people VALUES (1, 'C:\\', '13700137000');
INSERT INTO public.people VALUES (2, E'it\\'s', '13600136000'::text);
`;

const server = `SET ANSI_NULLS ON
GO
INSERT [dbo].[客户] ([Id], [Mobile]) VALUES (1, N'13800138000')
GO
INSERT [dbo].[客户] ([Id], [Mobile]) VALUES (CAST(N'2020-01-01' AS DateTime), N'13900139000')
GO
`;

describe("dumps of databases", () => {
  it("reads rows of MySQL with the columns of the created table or of the statement", async () => {
    const read = await readingOf(mysql);
    expect(read.format).toBe("sql");
    expect(read.lines).toEqual([
      ["users:id=1", "users:name=O'Neil; (x), y", "users:phone=13800138000"],
      ["users:id=2", "users:name=it's\\", "users:phone=13900139000"],
      ["users:id=3"],
      ["orders:no=A-1", "orders:receiver mobile=13700137000"],
    ]);
    expect(read.attributed).toEqual([
      "13800138000 users:phone",
      "13900139000 users:phone",
      "13700137000 orders:receiver mobile",
    ]);
  });

  it("reads COPY of PostgreSQL, standard strings and E strings", async () => {
    const read = await readingOf(postgres);
    expect(read.lines).toEqual([
      ["people:id=1", "people:身份证=x\ty", "people:phone=13800138000"],
      ["people:id=2", "people:phone=13900139000"],
      ["people:id=1", "people:身份证=C:\\", "people:path=13700137000"],
      ["people:id=2", "people:身份证=it's", "people:path=13600136000"],
    ]);
  });

  it("reads scripts of SQL Server, which have no semicolons", async () => {
    const read = await readingOf(server);
    expect(read.lines.map((cells) => cells.at(-1))).toEqual(["客户:Mobile=13800138000", "客户:Mobile=13900139000"]);
  });

  it.each([
    ["MySQL", mysql],
    ["PostgreSQL", postgres],
    ["SQL Server", server],
  ])("reads the same from chunks of any length: %s", async (_, dump) => {
    const whole = await readingOf(dump);
    const limits = { lineBytes: 400 };
    for (const chunk of [1, 7, 65_536]) {
      expect(await readingOf(dump, { chunk })).toEqual(whole);
      expect((await readingOf(dump, { chunk, limits })).attributed).toHaveLength(whole.attributed.length);
    }
  });

  it("understands a part in the midst of rows by the tables that the head shows", async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, index) => `(${index},'n''${index}',1380000${String(index % 10_000).padStart(4, "0")})`,
    );
    const read = await readingOf(`${mysql}INSERT INTO \`users\` VALUES ${rows.join(",")};\n`, {
      windows: [
        { from: 0, to: 1_000 },
        { from: 300_017, to: 310_001 },
      ],
    });
    expect(read.attributed.filter((one) => one.endsWith("users:phone")).length).toBeGreaterThan(300);
    expect(read.attributed.filter((one) => !one.includes(":")).length).toBeLessThanOrEqual(1);
  });

  it("is linear in statements that never end", async () => {
    const started = cpuTime();
    for (const line of [
      "insert into t (\n",
      "create table t (\n",
      "insert into t values ('\n",
      "copy t from stdin;\n",
    ]) {
      const read = await readingOf(`create table x (a int);\n${line.repeat(60_000)}`);
      expect(read.format).toBe("sql");
      expect(read.bytes).toBeGreaterThan(800_000);
    }
    expect(cpuTime() - started).toBeLessThan(10_000);
  });

  it("reads thousands of small tables for what their bytes cost, and wide ones to their last column", async () => {
    const started = cpuTime();
    const tables = Array.from(
      { length: 25_000 },
      (_, index) =>
        `CREATE TABLE t${index} (a int, phone text);\nINSERT INTO t${index} VALUES (1,'1380000${index}');\n`,
    );
    expect((await readingOf(tables.join(""))).bytes).toBeGreaterThan(1_500_000);
    expect(cpuTime() - started).toBeLessThan(1_800);
    const names = Array.from({ length: 900 }, (_, index) => `a_rather_long_name_${index}`);
    const wide = `CREATE TABLE w (${names.map((name) => `${name} text`).join(", ")}, phone text);\n`;
    const row = `INSERT INTO w VALUES (${names.map(() => "''").join(",")},'13800138000');\n`;
    expect((await readingOf(wide + row.repeat(3))).attributed).toContain("13800138000 w:phone");
  });
});
