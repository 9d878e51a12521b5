import { expect, test } from "vitest";
import { evaluate } from "./evaluate.ts";
import { optionsOf } from "./options.ts";
import { sumOf } from "./score/goals.ts";
import { precision, recall } from "./score/tally.ts";

/** Small samples: their bounds leave room for one odd table, and none for a part that has stopped working. */
const small = ["--tables", "2", "--texts", "1", "--files", "110", "--negatives", "9MB"];

test.each([
  ["a fixed seed", 4711],
  ["a seed of this run", Date.now() % 1_000_000],
])("the engine tells columns, texts and files apart on %s", { timeout: 120_000 }, async (_, seed) => {
  const { columns, files, negatives } = await evaluate(optionsOf([...small, "--seed", String(seed)]));
  const said = `seed ${seed}: ${[...columns.mistakes.keys(), ...files.mistakes.keys()].join("\n")}`;
  expect(precision(sumOf(columns, "none")), said).toBeGreaterThanOrEqual(0.95);
  expect(recall(sumOf(columns, "none")), said).toBeGreaterThanOrEqual(0.93);
  expect(precision(sumOf(columns, "")), said).toBeGreaterThanOrEqual(0.95);
  expect(recall(sumOf(columns, "")), said).toBeGreaterThanOrEqual(0.93);
  expect(files.right / files.files, said).toBeGreaterThanOrEqual(0.93);
  process.stdout.write(`seed ${seed}: class ${files.right} of ${files.files}\n`);
  expect([...negatives.confirmed.keys()], said).toEqual([]);
});

test("sizes and numbers of the command line are read, and others refused", () => {
  expect(optionsOf([])).toMatchObject({ seed: 1, negativeBytes: 1e9 });
  expect(optionsOf(["--negatives", "12MB", "--seed", "9"])).toMatchObject({ seed: 9, negativeBytes: 12e6 });
  expect(() => optionsOf(["--negatives", "much"])).toThrow(RangeError);
  expect(() => optionsOf(["--seed", "x"])).toThrow(RangeError);
});
