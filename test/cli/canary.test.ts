import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AwsAccount, serveAws } from "../../providers/aws/loopback.ts";
import type { Fault, LoopbackCloud } from "../../src/model/index.ts";
import { testKeys } from "../support/aws-scan.ts";
import { emptyFolder, jingnei } from "../support/command.ts";
import { residentIds } from "../support/resident-ids.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { synthetic } from "../support/synthetic-identifiers.ts";

/** Values as people have them, each to be seen nowhere but in the content it was planted in. */
interface Person {
  readonly id: string;
  readonly mobile: string;
  readonly card: string;
  readonly email: string;
  readonly name: string;
  readonly address: string;
}

const random = seededRandom(20_261_122);
const surnames = ["欧阳", "司马", "上官", "诸葛", "慕容"];
const people: readonly Person[] = residentIds(900).map((id, index) => ({
  id,
  mobile: `139${String(10_000_000 + random.below(89_999_999))}`,
  card: synthetic.card(random).replaceAll(/[ -]/g, ""),
  email: `canary.${index}.${random.text(6, "bcdfghjklmnpqrstvwxz")}@qq.com`,
  name: `${surnames[index % 5]}${String.fromCodePoint(0x6000 + index)}${String.fromCodePoint(0x7000 + index)}`,
  address: `北京市朝阳区金丝雀路${1_000 + index}号${index % 30}单元`,
}));
const planted = new Set(people.flatMap((person) => Object.values(person)));

const head = "sfzh,sjhm,kh,yx,xm,dz";
const row = (person: Person): string =>
  [person.id, person.mobile, person.card, person.email, person.name, person.address].join(",");
const csv = [head, ...people.map(row)].join("\n");

/** The same people in every way a report might be led to show them: as cells, keys, tables, names of members, comments, errors. */
function contents(): Readonly<Record<string, Uint8Array>> {
  const part = (from: number): readonly Person[] => people.slice(from, from + 60);
  const text = (value: string): Buffer => Buffer.from(value);
  const sql = `CREATE TABLE t (id TEXT, m TEXT);\n${part(0)
    .map((p) => `INSERT INTO t VALUES ('${p.id}', '${p.mobile}');`)
    .join("\n")}`;
  return {
    "all.csv": text(csv),
    "no-header.csv": text(part(60).map(row).join("\n")),
    "one-row.csv": text(row(people[7] ?? never())),
    "names.txt": text(people.map(({ name }) => name).join("\n")),
    "keys.json": text(
      JSON.stringify(Object.fromEntries(part(120).map((p) => [p.id, { [p.email]: p.mobile, [p.name]: p.address }]))),
    ),
    "cut.json": text(JSON.stringify(part(180)).slice(0, -40)),
    "lines.jsonl": text(
      part(240)
        .map((p) => JSON.stringify(p))
        .join("\n"),
    ),
    "bad.xml": text(
      `<all>${part(300)
        .map((p) => `<${"p"} id="${p.id}"><${p.name}>${p.mobile}</${p.name}>`)
        .join("")}`,
    ),
    "bad.yaml": text(
      part(360)
        .map((p) => `${p.name}: [${p.id}, {${p.mobile}`)
        .join("\n"),
    ),
    "dump.sql": text(`${sql}\nINSERT INTO \`${people[8]?.mobile}\` VALUES ('${people[8]?.id}');`),
    "app.log": text(
      part(420)
        .map((p) => `2026-01-01 ERROR user=${p.mobile} ${p.email}=${p.card} id ${p.id} ${p.address}`)
        .join("\n"),
    ),
    "mail.eml": text(
      `From: ${people[9]?.email}\r\nSubject: ${people[9]?.name}\r\n\r\n${part(480).map(row).join("\r\n")}`,
    ),
    "all.csv.gz": gzipSync(csv),
    "cut.csv.gz": gzipSync(csv).subarray(0, 4_000),
    "inner.zip": zipSync({ "a.csv": text(csv), "b.json": text(JSON.stringify(part(540))) }),
    "cut.zip": zipSync({ "a.csv": text(csv) }).subarray(0, -30),
    "wide.csv": Buffer.from(`\uFEFF${csv}`, "utf16le"),
    "noise.br": brotliCompressSync(csv),
    "broken.parquet": Buffer.concat([text("PAR1"), text(csv), Buffer.from([255, 255, 255, 127]), text("PAR1")]),
    "people.sqlite": database(part(600)),
    "broken.sqlite": Buffer.concat([database(part(660)).subarray(0, 9_000), text(csv)]),
    "broken.pdf": text(`%PDF-1.7\n1 0 obj\n(${part(720).map(row).join(")(")}`),
    "secret.txt": text(`绝密★20年\n${part(780).map(row).join("\n")}`),
  };
}

function never(): never {
  throw new Error("there are people");
}

function database(some: readonly Person[]): Buffer {
  const path = join(emptyFolder(), "db");
  const db = new DatabaseSync(path);
  db.exec('CREATE TABLE "people" (id TEXT, mobile TEXT, card TEXT, email TEXT, name TEXT, address TEXT)');
  const add = db.prepare("INSERT INTO people VALUES (?, ?, ?, ?, ?, ?)");
  for (const { id, mobile, card, email, name, address } of some) add.run(id, mobile, card, email, name, address);
  db.close();
  return readFileSync(path);
}

/** Values that stand in a text: by its tokens, since thousands of searches through megabytes would take minutes. */
function valuesIn(text: string): readonly string[] {
  const tokens = [
    ...text.matchAll(/[0-9]{11,19}[Xx]?/g),
    ...text.matchAll(/canary\.[0-9a-z.]+@qq\.com/g),
    ...text.matchAll(/(?:欧阳|司马|上官|诸葛|慕容)[\u6000-\u7fff]{2}/g),
    ...text.matchAll(/北京市朝阳区金丝雀路\d+号\d+单元/g),
  ].map(([token]) => token);
  return tokens.filter((token) => planted.has(token));
}

function everyFileIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

/** Bytes of a file as UTF-8 and as UTF-16: a store may keep either. */
function leaksIn(path: string): readonly string[] {
  const bytes = readFileSync(path);
  return [...valuesIn(bytes.toString("utf8")), ...valuesIn(bytes.toString("utf16le"))].map(
    (value) => `${path}: ${value}`,
  );
}

let folder: string;

beforeAll(() => {
  folder = join(emptyFolder(), "data");
  mkdirSync(folder);
  for (const [name, body] of Object.entries(contents())) writeFileSync(join(folder, name), body);
});

test("the search finds every value where it was planted", () => {
  expect(planted.size).toBeGreaterThan(5_000);
  expect(new Set(valuesIn(csv)).size).toBe(planted.size);
});

test.each([
  ["json", []],
  ["table", []],
  ["table", ["--lang", "zh"]],
  ["json", ["--threads", "1", "--profile", "gbt45574"]],
] as const)("no value comes out of inspect: %s %j", async (format, more) => {
  const log = join(emptyFolder(), "log");
  const flags = ["--format", format, "--log-level", "debug", "--log-file", log, ...more];
  const { stdout, stderr, code } = await jingnei(["inspect", folder, ...flags]);
  expect([0, 3]).toContain(code);
  expect(stdout).toMatch(/sensitive-personal|sensitive personal|敏感个人信息|personal/);
  expect(valuesIn(stdout + stderr)).toEqual([]);
  for (const path of everyFileIn(join(log, ".."))) expect(leaksIn(path)).toEqual([]);
});

const clouds: LoopbackCloud[] = [];
afterAll(async () => {
  await Promise.all(clouds.map((cloud) => cloud.close()));
});

test.each([
  ["as it is", []],
  ["where reading fails now and then", [{ operation: "GetObject", answer: "malformed", times: 5 }]],
] as const)(
  "no value of a bucket comes out of a scan %s: reports, log, run store",
  async (_, faults: readonly Fault[]) => {
    const objects = Object.entries(contents()).map(([key, body]) => ({ key, body }));
    const account: AwsAccount = {
      id: "444455556666",
      partition: "aws",
      regions: [{ id: "us-east-1" }],
      buckets: objects.map((object, index) => ({ name: `b-${index}`, region: "us-east-1", objects: [object] })),
    };
    const cloud = await serveAws({ accounts: [account] }, { faults });
    clouds.push(cloud);
    const cwd = emptyFolder();
    const config = {
      inspection: { seed: "one", runsIn: "mainland" },
      sources: [{ provider: "aws", endpoint: cloud.url }],
    };
    writeFileSync(join(cwd, "jingnei.yaml"), JSON.stringify(config));
    const formats = "json,html,sarif,junit,csv,ocsf,markdown";
    const flags = ["--only", "aws/s3/*", "--format", formats, "--log-level", "debug", "--log-file", "log"];
    const { stdout, stderr } = await jingnei(["scan", "--inspect", ...flags], { cwd, environment: testKeys });
    expect(valuesIn(stdout + stderr)).toEqual([]);
    const files = everyFileIn(cwd);
    expect(files.length).toBeGreaterThan(8);
    expect(readFileSync(join(cwd, "jingnei-report/report.json"), "utf8")).toContain(
      "cn-resident-id in 1 of 1 inspected",
    );
    for (const path of files) expect(leaksIn(path)).toEqual([]);
  },
);
