import { expect, it } from "vitest";
import { createEngine } from "../../src/inspect/engine/engine.ts";
import { defaultLimits } from "../../src/inspect/limits.ts";

const engine = await createEngine({ year: 2026, seed: "test", limits: defaultLimits });

async function namesOf(csv: string): Promise<readonly string[]> {
  const bytes = Buffer.from(csv);
  const object = {
    path: "a.csv",
    size: bytes.length,
    async *stream() {
      yield bytes;
    },
  };
  const { columns } = await engine.inspect(object, AbortSignal.timeout(60_000));
  return columns.map(({ name }) => name);
}

const illnesses = ["2型糖尿病", "高血压", "肺癌", "哮喘", "抑郁症", "脑梗死"];

it("shows names of columns that are words of their trade too", async () => {
  const rows = illnesses.map((one, index) => `${index},${one}`).join("\n");
  for (const name of ["诊断结果", "处方", "既往史"]) expect(await namesOf(`id,${name}\n${rows}\n`)).toEqual([name]);
});

it("shows no value that was taken for a name", async () => {
  const rows = illnesses.map((one, index) => `{"冠心病": "${one}", "n": ${index}}`).join("\n");
  expect((await namesOf(`${rows}\n`)).join(" ")).not.toContain("冠心病");
});
