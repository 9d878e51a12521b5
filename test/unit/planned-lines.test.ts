import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readTemplate } from "../../src/plan/read-template.ts";

async function lines(path: string, text: string): Promise<Readonly<Record<string, string>>> {
  const { template } = await readTemplate({ path, text }, { parameters: {} });
  const places = [...template.resources].map(({ address, file, line, declaredIn }) => {
    const place = declaredIn ?? { file, line };
    return [address.split("::").at(-1) ?? address, `${place.file}:${place.line}`];
  });
  return Object.fromEntries(places);
}

const change = (address: string) => ({
  address,
  mode: "managed",
  type: "aws_s3_bucket",
  name: address.split(".")[1]?.split("[")[0],
  change: { actions: ["create"], after: {} },
});
const plan = { format_version: "1.2", resource_changes: [change("aws_s3_bucket.a"), change('aws_s3_bucket.b["x y"]')] };

describe("every resource of a template has a file and a line", () => {
  test("of a plan in many lines, where the plan names it", async () => {
    const text = JSON.stringify(plan, null, 1);
    const at = (word: string) => text.slice(0, text.indexOf(word)).split("\n").length;
    expect(await lines("plan.json", text)).toEqual({
      "aws_s3_bucket.a": `plan.json:${at("aws_s3_bucket.a")}`,
      'aws_s3_bucket.b["x y"]': `plan.json:${at("aws_s3_bucket.b")}`,
    });
  });

  test("of a plan in one line, the first", async () => {
    expect(Object.values(await lines("plan.json", `${JSON.stringify(plan)}\n`))).toEqual([
      "plan.json:1",
      "plan.json:1",
    ]);
  });

  test("of a Pulumi preview, where its URN stands, unless the engine says the line of the program", async () => {
    const text = readFileSync("test/fixtures/templates/pulumi/preview.json", "utf8");
    const at = (word: string) => text.slice(0, text.indexOf(`"urn": "${word}`)).split("\n").length;
    const found = await lines("preview.json", text);
    expect(found["main"]).toBe(`preview.json:${at("urn:pulumi:prod::crm::aws:rds/instance:Instance::main")}`);
    for (const place of Object.values(found)) expect(place).toMatch(/^[\w.]+:[1-9]\d*$/);
  });

  test("of standard input, none", async () => {
    expect(Object.values(await lines("-", JSON.stringify(plan)))).toEqual(["-:undefined", "-:undefined"]);
  });
});
