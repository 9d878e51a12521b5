import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { createProgress } from "../../src/cli/progress.ts";
import type { RunEvent } from "../../src/model/index.ts";

const scope = { provider: "alpha", partition: "alpha", account: "1" };
const task = (done: number, region: string): RunEvent => ({
  kind: "task",
  scope,
  type: "alpha/store/thing",
  region,
  done,
  total: 1200,
  records: 5000 * done,
});

/** A terminal of 80 columns that keeps what is written. */
function terminal(isTTY = true) {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 80 });
  let text = "";
  stream.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  // Only what progress reads of a terminal is there.
  return { stream: stream as unknown as NodeJS.WriteStream, text: () => text };
}

test.each<[string, boolean, boolean, Record<string, string>]>([
  ["away from a terminal", false, false, {}],
  ["with --quiet", true, true, {}],
  ["in CI", true, false, { CI: "true" }],
  ["on a terminal that moves nothing", true, false, { TERM: "dumb" }],
])("%s nothing is drawn", (_, isTTY, quiet, environment) => {
  const { stream, text } = terminal(isTTY);
  const progress = createProgress(stream, { quiet, environment }, () => 0);
  progress.listener({ kind: "phase", phase: "collect" });
  progress.clear();
  expect(text()).toBe("");
});

test("one line is drawn over and over, at most ten times a second, and wiped", () => {
  const { stream, text } = terminal();
  let now = 0;
  const progress = createProgress(stream, { quiet: false, environment: {} }, () => now);
  progress.listener({ kind: "phase", phase: "collect" });
  for (let done = 1; done <= 1000; done++) {
    now += 1;
    progress.listener(task(done, "here-1"));
  }
  progress.clear();
  progress.clear();
  const drawings = text().split("\r\u001b[2K").slice(1);
  expect(drawings).toHaveLength(12);
  expect(drawings[10]).toBe("collect 1,000/1,200 · 5,000,000 resources · alpha/store/thing here-1");
  expect(drawings[11]).toBe("");
});

test("the line fits the terminal and obeys no control character of a name", () => {
  const { stream, text } = terminal();
  const progress = createProgress(stream, { quiet: false, environment: {} }, () => 0);
  progress.listener(task(1, `\u001b[2J\u202e${"x".repeat(500)}`));
  const line = text().replace("\r\u001b[2K", "");
  expect(line).toContain("<U+001B>[2J<U+202E>");
  expect(line.length).toBeLessThan(80);
});
