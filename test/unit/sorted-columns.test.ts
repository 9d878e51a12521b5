import { expect, it } from "vitest";
import { createEngine } from "../../src/inspect/engine/engine.ts";
import { defaultLimits } from "../../src/inspect/limits.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { synthetic } from "../support/synthetic-identifiers.ts";

it("A column that begins with thousands of empty cells is told by those that follow", async () => {
  const random = seededRandom(7);
  const lines = Array.from({ length: 5_000 }, (_, at) => {
    return `${at},done,${at < 2_500 ? "" : synthetic.imsi(random)},${random.text(20, "abcdef")}`;
  });
  const bytes = Buffer.from(`row,state,field,token\n${lines.join("\n")}\n`);
  const object = {
    path: "sorted.csv",
    size: bytes.length,
    async *stream() {
      yield bytes;
    },
    read: async (from: number, length: number) => bytes.subarray(from, from + length),
  };
  const engine = await createEngine({ year: 2026, seed: "test", limits: defaultLimits });
  const { columns } = await engine.inspect(object, new AbortController().signal);
  expect(columns).toMatchObject([{ name: "field", detector: "imsi", share: 1, confidence: 0.85 }]);
});
