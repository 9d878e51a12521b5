import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { documentSource } from "../../reports/json/document-source.ts";
import { prepareOutput, writeReports, writeToStdout } from "../../src/cli/write-output.ts";
import type { Reporter, ReportSource } from "../../src/model/index.ts";
import { emptyFolder } from "../support/command.ts";
import { fixtureDocument } from "../support/report-fixture.ts";

const source: ReportSource = documentSource(fixtureDocument());
const reporter = (render: () => Iterable<string>): Record<string, () => Promise<Reporter>> => ({
  text: async () => ({ id: "text", mediaType: "text/plain", extension: "txt", render }),
});
const writing = (path: string, render: () => Iterable<string>) => ({
  output: { kind: "folder", path, formats: ["text"] } as const,
  reporters: reporter(render),
  lang: "en" as const,
  stdout: process.stdout,
});

test("a report appears under its name when it is whole, and nothing else stays", async () => {
  const folder = join(emptyFolder(), "a/b");
  await prepareOutput({ kind: "folder", path: folder, formats: ["text"] });
  const seen: boolean[] = [];
  await writeReports(
    source,
    writing(folder, function* () {
      yield "first ";
      seen.push(existsSync(join(folder, "report.txt")));
      yield "second";
    }),
  );
  expect(seen).toEqual([false]);
  expect(readFileSync(join(folder, "report.txt"), "utf8")).toBe("first second");
  expect(readdirSync(folder)).toEqual(["report.txt"]);
});

test("a report that breaks off leaves the earlier one in place", async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "report.txt"), "earlier");
  const broken = writing(folder, function* () {
    yield "half";
    throw new Error("broken");
  });
  await expect(writeReports(source, broken)).rejects.toThrow("broken");
  expect(readFileSync(join(folder, "report.txt"), "utf8")).toBe("earlier");
  expect(readdirSync(folder)).toEqual(["report.txt"]);
});

test("a slow reader is waited for: chunks are made as they are taken", async () => {
  let made = 0;
  let most = 0;
  let taken = 0;
  function* chunks() {
    for (; made < 500; made++) yield "x".repeat(10_000);
  }
  const slow = new Writable({
    highWaterMark: 20_000,
    write(chunk: Buffer, _encoding, done) {
      // An empty chunk asks whether the others got through.
      if (chunk.length > 0) taken++;
      most = Math.max(most, made - taken);
      setImmediate(done);
    },
  });
  await writeToStdout(chunks(), slow);
  expect(taken).toBe(500);
  expect(most).toBeLessThan(50);
});

test.each([
  ["EPIPE", true],
  ["ENOSPC", false],
])("%s on stdout: quiet %s", async (code, isQuiet) => {
  const broken = new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error(code), { code, syscall: "write" }));
    },
  });
  const writingIt = writeToStdout(["text"], broken);
  if (isQuiet) await expect(writingIt).resolves.toBeUndefined();
  else await expect(writingIt).rejects.toThrow(`stdout cannot be written (${code})`);
});
