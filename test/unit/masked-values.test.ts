import { expect, it } from "vitest";
import { createEngine } from "../../src/inspect/engine/engine.ts";
import { defaultLimits } from "../../src/inspect/limits.ts";

it("Masked values are told as such, and stand for nobody", async () => {
  const bytes = Buffer.from("uid,mobile\n1,138****5678\n2,139****5679\n3,18612345670\n");
  const object = {
    path: "people.csv",
    size: bytes.length,
    async *stream() {
      yield bytes;
    },
    read: async (from: number, length: number) => bytes.subarray(from, from + length),
  };
  const engine = await createEngine({ year: 2026, seed: "test", limits: defaultLimits });
  const found = (await engine.inspect(object, new AbortController().signal)).detectors.get("cn-mobile");
  expect(found).toMatchObject({ matches: 3, masked: 2 });
  expect(found?.distinct.count()).toBe(1);
});
