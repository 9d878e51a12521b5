import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { jingnei } from "../support/command.ts";

let folder = "";
const people = "姓名,手机号\n王建国,13812345678\n李静,15912345679\n张敏,18612345670\n";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jingnei-inspect-"));
  await mkdir(join(folder, "a", "b"), { recursive: true });
  await writeFile(join(folder, "a", "people.csv"), people);
  await writeFile(join(folder, "a", "b", "empty"), "");
  await symlink("..", join(folder, "a", "b", "up"));
  await writeFile(join(folder, "packed.zip"), "PK\u0003\u0004 and nothing more");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function inspect(...args: readonly string[]) {
  const { stdout, stderr, code } = await jingnei(["inspect", "--format", "json", ...args]);
  return { stdout, stderr, code, document: stdout === "" ? undefined : JSON.parse(stdout) };
}

test("prints the document that scripts rely on", async () => {
  const { document, code } = await inspect(join(folder, "a"));
  expect(code).toBe(0);
  const told = document.objects.find(({ path }: { path: string }) => path.endsWith("people.csv"));
  expect(told).toMatchObject({
    format: "csv",
    encoding: "utf-8",
    bytes: 77,
    inspectedBytes: 77,
    class: "personal",
    gaps: [],
  });
  expect(told.detectors).toEqual({
    "cn-mobile": { matches: 3, distinct: 3, confidence: 0.95 },
    "cn-name": { matches: 3, distinct: 3, confidence: 0.95 },
  });
  const columns = told.columns.map((one: { name: string; detector: string; share: number }) => [
    one.name,
    one.detector,
    one.share,
  ]);
  expect(columns.sort()).toEqual([
    ["姓名", "cn-name", 1],
    ["手机号", "cn-mobile", 1],
  ]);
  expect(document).toMatchObject({
    schemaVersion: 1,
    summary: { classes: { personal: 1, unclassified: 1 }, unreadable: 0 },
  });
  expect(document.summary.statement).toMatch(/^2 of 3 inspected; /);
});

test("ends with 3 where something could not be read, with 0 where that is allowed", async () => {
  const { document, code } = await inspect(folder);
  expect([code, document.summary.unreadable]).toEqual([3, 1]);
  expect((await inspect(folder, "--allow-incomplete")).code).toBe(0);
});

test("writes nothing where one of the paths is not there", async () => {
  const { stdout, stderr, code } = await inspect(join(folder, "a"), join(folder, "missing"));
  expect([stdout, code]).toEqual(["", 2]);
  expect(stderr).toContain("is not there");
});

test("counts once what is given twice, or within a folder that is given", async () => {
  const file = join(folder, "a", "people.csv");
  const { document } = await inspect(file, join(folder, "a"), join(folder, "a", "b"), file);
  expect(document.objects.filter(({ path }: { path: string }) => path.endsWith("people.csv"))).toHaveLength(1);
  expect(document.summary).toMatchObject({ objects: 3, people: { "cn-mobile": 3 } });
  expect((await inspect(file, file)).document.summary.objects).toBe(1);
});

test("logs what was looked at and what could not be read, and no value", async () => {
  const log = join(folder, "log");
  await inspect(join(folder, "a"), join(folder, "packed.zip"), "--log-level", "debug", "--log-file", log);
  const written = await readFile(log, "utf8");
  expect(written).toMatch(/debug .*people\.csv: csv, 77 bytes inspected: personal \(0\.95\)/);
  expect(written).toMatch(/info gap: .*packed\.zip: malformed: /);
  expect(written).not.toMatch(/1\d{10}|王建国/);
});
