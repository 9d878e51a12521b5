import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeHostileFiles } from "../support/hostile-files.ts";
import type { Alone } from "../support/inspect-alone.ts";

/** What may be needed for any content, by the requirements of the engine. */
const mostMebibytes = 512;
/** Far above what each takes (at most ten seconds), for machines that do other things too. */
const mostMilliseconds = 120_000;
/** Of one processor, for each: three times what the worst of them takes. */
const mostCpuMilliseconds = 10_000;

const program = join(import.meta.dirname, "../support/inspect-alone.ts");
const folder = mkdtempSync(join(tmpdir(), "jingnei-hostile-"));
const found = new Map<string, Alone>();

beforeAll(() => {
  // One process for all: what one file leaves behind counts for the next.
  const paths = Object.values(writeHostileFiles(folder));
  const output = execFileSync(process.execPath, [program, ...paths], { encoding: "utf8", maxBuffer: 64 * 1024 ** 2 });
  for (const line of output.trim().split("\n")) {
    const alone: Alone = JSON.parse(line);
    found.set(alone.path.slice(folder.length + 1), alone);
  }
}, 600_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("content that is made to take all memory or never to end", () => {
  it.each([
    ["bomb.zip", 'malformed: member "a.txt" unpacks to more than 1000 times its size: not read on'],
    ["bomb-overlapping.zip", "each shares its bytes with another member: not unpacked again"],
    ["bomb-nested.zip", "malformed: all that is packed in it is more than 1000 times its size: not read on"],
    ["bomb.txt.gz", "malformed: unpacks to more than 1000 times its size: not read on"],
    ["bomb.xlsx", "holds more strings than are kept"],
    ["bomb.xlsx", "is nearly empty and very wide: not read on"],
    ["sparse.bin", "unsupported: a binary format that this version does not read"],
    ["sparse.db", "malformed: its list of tables has pages that point to each other in a ring"],
    ["sparse.tar", "malformed: ends in the middle: the rest is missing"],
    ["sparse.parquet", "malformed: does not end as a Parquet file does"],
    ["sparse.csv", "bytes in long stretches of zeros hold nothing: passed over"],
    ["repeated.xlsx", "malformed: its cells are more than 1000 times its size: not read on"],
    ["deep.zip", "unsupported: packed more than 8 deep: not opened"],
    ["deep-large.zip", "unsupported: lies within archives that hold as much as may be held already: not read"],
    ["deep.gz", "unsupported: packed more than 8 deep: not opened"],
    ["deep.tar", "unsupported: packed more than 8 deep: not opened"],
    ["footer-longer-than-file.parquet", "malformed: has a footer that is longer than the file"],
    ["footer-negative.parquet", "malformed: has a footer that is longer than the file"],
    ["footer-encrypted.parquet", "unsupported: is encrypted with its footer: not read"],
    ["footer-cut.parquet", "malformed: does not end as a Parquet file does"],
    ["footer-list-of-2-30.parquet", "malformed: has a description with a list that is longer than itself"],
    ["footer-lists-in-lists.parquet", "malformed: has a description with a list that is longer than itself"],
    ["footer-columns-in-columns.parquet", "malformed: has columns that are nested too deep"],
  ])("names the gap of %s: %s", (name, gap) => {
    expect(found.get(name)?.gaps.join("\n")).toContain(gap);
  });

  it.each(["line.txt", "line.json", "line.csv", "numbers.json", "commas.csv"])(
    "reads a line to its end: %s",
    (name) => {
      expect(found.get(name)).toMatchObject({
        gaps: [],
        format: name.slice(name.indexOf(".") + 1).replace("txt", "text"),
      });
    },
  );

  it(`takes at most ${mostMebibytes} MiB for all of them, and an end for each`, () => {
    const all = [...found.values()];
    expect(all.length).toBeGreaterThan(20);
    for (const { path, mebibytes } of all) expect(mebibytes, path).toBeLessThanOrEqual(mostMebibytes);
    expect(Math.max(...all.map(({ milliseconds }) => milliseconds))).toBeLessThanOrEqual(mostMilliseconds);
  });

  it("spends no more on what is made to cost most by the byte", () => {
    for (const { path, cpuMilliseconds } of found.values()) {
      expect(cpuMilliseconds, path).toBeLessThanOrEqual(mostCpuMilliseconds);
    }
    expect(found.get("members.zip")).toMatchObject({ format: "zip", gaps: [] });
  });

  it("quotes none of the content in any gap", () => {
    const gaps = [...found.values()].flatMap((alone) => alone.gaps).join("\n");
    expect(gaps).not.toMatch(/13800138000|wang|abc 12345|aaaa|xxxx/);
  });
});
