import { describe, expect, it } from "vitest";
import { JingneiError } from "../../src/model/index.ts";
import { deepNestingIn } from "../../src/plan/terraform/depth.ts";
import { terraformPlan } from "../../src/plan/terraform/plan-format.ts";
import { terraformState } from "../../src/plan/terraform/state-format.ts";

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `message / what to do` of the one error; anything else fails the test. */
function refusal(text: string): string {
  const file = { path: "some/plan.json", text };
  const document = parsed(text);
  const format = [terraformPlan, terraformState].find((each) => each.recognises(document, file));
  if (!format) return "not recognised";
  try {
    format.read(document, file, { parameters: {} });
  } catch (error) {
    if (error instanceof JingneiError && error.code === "input") return `${error.message} / ${error.remedy}`;
    throw error;
  }
  return "read";
}

describe("what is no plan or state", () => {
  it("is refused with the file, what it is, and what to run", () => {
    expect(refusal(`PK\u0003\u0004\u0014\u0000\b\u0000tfplan\u0000\u0001`)).toMatch(
      /^some\/plan\.json: is a binary plan .*terraform show -json FILE > plan\.json/,
    );
    const messages = `{"@level":"info","@message":"Terraform 1.11.4","@module":"terraform.ui","type":"version"}\n`;
    expect(refusal(messages)).toMatch(/messages of terraform plan -json.*terraform show -json/);
    expect(refusal(messages.repeat(2))).toMatch(/messages of terraform plan -json/);
    expect(refusal(JSON.stringify({ serial: 1, encryption_version: "v0", encrypted_data: "AAAA" }))).toMatch(
      /encrypted state.*tofu show -json/,
    );
  });

  it("is refused in another version, and where planning failed", () => {
    const of = (more: object) => refusal(JSON.stringify({ format_version: "1.2", resource_changes: [], ...more }));

    expect(of({})).toBe("read");
    expect(of({ format_version: "1.99" })).toBe("read");
    expect(of({ format_version: "2.0" })).toMatch(/has format_version 2\.0; version 1 of the plan format/);
    expect(of({ format_version: "0.2" })).toMatch(/has format_version 0\.2/);
    expect(of({ format_version: 1 })).toMatch(/no format_version/);
    expect(of({ format_version: "1.2\u001b[31m" })).toMatch(/has no format_version that can be read/);
    expect(of({ errored: true })).toMatch(/plan that failed/);
    expect(of({ resource_changes: {} })).toMatch(/resource_changes is not a list/);
    expect(of({ resource_changes: undefined, planned_values: {} })).toBe("read");
    expect(refusal(JSON.stringify({ version: 3, terraform_version: "0.11.0", modules: [] }))).toMatch(
      /state of version 3/,
    );
    expect(refusal(JSON.stringify({ version: 4, terraform_version: "1.0.0" }))).toMatch(/without a list/);
    expect(refusal(JSON.stringify({ format_version: "2.0", values: {} }))).toMatch(/of the state format/);
  });

  it("is left to others where it has nothing to do with Terraform", () => {
    const others = [
      "",
      "[]",
      "null",
      "7",
      "PK\u0003\u0004 word/document.xml",
      '{"Resources": {}}',
      '{"version": 3, "steps": []}',
      '{"format_version": "1.0", "provider_schemas": {}}',
      '{"format_version": "1.0", "valid": true, "diagnostics": []}',
      '{"$schema": "x", "resources": []}',
    ];
    for (const other of others) expect(refusal(other), other).toBe("not recognised");
  });
});

describe("a hostile plan", () => {
  const deep = (open: string, close: string, inside = "1") =>
    `${open.repeat(100_000)}${inside}${close.repeat(100_000)}`;
  const changeOf = (after: string, more = "") =>
    `{"format_version":"1.2","resource_changes":[{"address":"x.a","type":"x","name":"a","change":{"actions":["no-op"],"after":${after}}}]${more}}`;

  it("is refused where it nests a hundred thousand deep, and never overflows the stack", () => {
    const tooDeep =
      /^some\/plan\.json: (?:is nested more than 500 deep at line \d+|modules are nested more than 1000 deep)/;
    const shapes = [deep("[", "]"), deep('{"a":', "}"), deep("[\n", "\n]")];
    for (const value of shapes) expect(refusal(changeOf(`{"a":${value}}`))).toMatch(tooDeep);
    const modules = deep('{"child_modules":[', '],"address":"m"}', "");
    expect(refusal(`{"format_version":"1.0","values":{"root_module":${modules}}}`)).toMatch(tooDeep);
  });

  it("is told by its depth, wherever it begins", () => {
    const nest = (depth: number, space: string) => "[".repeat(depth) + `${space}]`.repeat(depth);
    for (let offset = 0; offset < 1100; offset += 7) {
      const before = `"${"x".repeat(offset)}",`;
      expect(deepNestingIn(before + nest(500, ""))).toBeUndefined();
      expect(deepNestingIn(before + nest(501, ""))).toBe(before.length + 501);
      expect(deepNestingIn(before + nest(501, "\n  "))).toBe(before.length + 501);
      expect(deepNestingIn(`${before + nest(300, "")},${nest(300, "")}`)).toBeUndefined();
    }
    expect(deepNestingIn(" ".repeat(5_000_000))).toBeUndefined();
  });

  it("is read without a walk through it where its depth is disguised", () => {
    const value = deep("[", ",1]");
    const calls = deep('{"module_calls":{"m":{"module":', ',"x":1},"x":1},"x":1}', "{}");
    const drift = `,"resource_drift":[{"address":"x.a","type":"x","name":"a","change":{"actions":["update"],"before":{"a":${value}},"after":{"a":${value}}}}]`;
    expect(refusal(changeOf(`{"a":${value}}`, drift))).toBe("read");
    expect(refusal(changeOf("{}", `,"configuration":{"root_module":${calls}}`))).toBe("read");

    const expressions = `,"configuration":{"root_module":{"resources":[{"address":"x.a","expressions":{"a":${value}}}]}}`;
    const text = changeOf(`{"a":${value},"b":1}`, expressions);
    const template = terraformPlan.read(JSON.parse(text), { path: "p", text }, { parameters: {} });
    if (template instanceof Promise) throw new Error("the reader needs no time");
    const [resource] = template.resources;
    expect(resource?.settings.number("b")).toEqual({ known: true, value: 1 });
    expect(resource?.settings.refs("a")).toEqual([]);
  });
});
