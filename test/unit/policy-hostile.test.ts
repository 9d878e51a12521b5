import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadPolicies } from "../../policies/index.ts";
import { JingneiError } from "../../src/model/index.ts";
import { cpuTime } from "../support/cpu-time.ts";
import { findings, question } from "../support/questions.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "policies-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(when: string, needs: string, cases: string): void {
  writeFileSync(
    join(folder, "OWN-1.yaml"),
    `id: OWN-1
pack: transfer
family: own
rank: 1
when: ${JSON.stringify(when)}
needs: ${needs}
severity: low
title: { en: Ours, zh: 自有规则 }
message: { en: "{flow}", zh: "{flow}" }
remediation: { en: Ask us., zh: 请联系我们。 }
basis: [{ instrument: PIPL, article: "38" }]
reviewed: 2026-11-22
cases:
${cases}`,
  );
}

/** Why a rule with this condition is not loaded. */
function refusalOf(when: string): string {
  write(
    when,
    "[]",
    "  - { name: a, given: { edge.rests: true }, expect: fires }\n  - { name: b, given: {}, expect: passes }\n",
  );
  try {
    loadPolicies({ directories: [folder] });
  } catch (error) {
    if (error instanceof JingneiError && error.code === "config") return error.message;
    throw error;
  }
  return "";
}

describe("a condition cannot run code", () => {
  it.each([
    'import("fs")',
    "globalThis != null",
    "process.exit(1)",
    'resource.constructor == "x"',
    'resource.name.constructor("x") == "y"',
    'resource.__proto__ == "x"',
    'resource.tags["__proto__"] == "x"',
    'resource["name"] == "x"',
    'resource.name.toString() == ""',
    "dyn(resource.name) == 1",
    "type(resource.name) == string",
    'optional.of("x").hasValue()',
    'cel.bind(x, "x", x == "x")',
  ])("%s", (when) => {
    expect(refusalOf(when)).toMatch(/OWN-1\.yaml:5: a condition /);
  });
});

describe("a condition cannot run without bound, nor grow what it reads", () => {
  it.each([
    ["a regular expression that backtracks", 'resource.name.matches("^(a+)+$")', /calls matches.*run without bound/],
    ["the same as a function", 'matches(resource.name, "^(a+)+$")', /calls matches/],
    ["a loop in a loop", "data.classes.all(a, data.classes.exists(b, a == b))", /nests exists in another loop/],
    ["a loop in a loop over literals", "[1, 2].exists(a, [1, 2].all(b, a > b))", /nests all in another loop/],
    ["a loop that makes a list", "data.classes.map(a, a).size() > 0", /calls map/],
    ["a loop that filters", "data.classes.filter(a, true).size() > 0", /calls filter/],
    ["text that multiplies", 'resource.name.split("").join(resource.name) == ""', /calls (split|join)/],
    ["formatted text", '"%s".format([resource.name]) == ""', /calls format/],
    ["a map", '{"a": 1}.size() > 0', /maxMapEntries/],
    ["a huge list", `edge.kind in [${Array.from({ length: 101 }, () => '"a"').join(", ")}]`, /maxListElements/],
    ["a huge text", `edge.kind == "${"a".repeat(900_000)}"`, /longer than 4000 characters/],
    ["a huge number", `1e${"9".repeat(300)} > 0.0`, /Invalid number|cannot be read/],
    ["many terms", Array.from({ length: 250 }, () => "edge.rests").join("&&"), /maxAstNodes/],
    ["deep brackets", `${"(".repeat(1900)}true${")".repeat(1900)}`, /maxDepth|call stack/],
    ["many signs", `${"!".repeat(3_900)}edge.rests`, /maxAstNodes|maxDepth|call stack/],
    [
      "a chain of choices",
      `${"edge.rests ? ".repeat(200)}true${" : true".repeat(200)}`,
      /maxDepth|maxAstNodes|longer than/,
    ],
  ])("%s", (_what, when, why) => {
    const started = cpuTime();
    const message = refusalOf(when);
    expect(message).toMatch(why);
    expect(message.length).toBeLessThan(1_000);
    expect(cpuTime() - started).toBeLessThan(10_000);
  });

  it("what is left ends fast, whatever names and tags an attacker chose", () => {
    write(
      '"a" in resource.tags && resource.tags["a"].contains("aaaaaaaaaaaaaaab") || resource.tags.exists(k, k.endsWith("b") || k.contains("aaab"))',
      "[resource.tags]",
      `  - { name: a, given: { resource.tags: { xb: y } }, expect: fires }
  - { name: b, given: { resource.tags: { a: y } }, expect: passes }
  - { name: c, given: {}, expect: unknown }
`,
    );
    const book = loadPolicies({ directories: [folder] });
    const tags = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`${"a".repeat(100_000)}${index}`, "a".repeat(100_000)]),
    );
    const started = cpuTime();
    expect(findings([question({ tags, classes: ["general"] })], { book })).toEqual([]);
    expect(cpuTime() - started).toBeLessThan(5_000);
  });
});

describe("a condition that fails on some facts only would fail after everything was collected", () => {
  it.each([
    ["1 / (data.classes.size() - 1) == 1", /divides/],
    ["data.classes.size() % 2 == 0", /divides/],
    ['data.classes[0] == "personal"', /reads one entry of what may be shorter/],
    ['resource.tags["env"] == "prod"', /which a resource may not have/],
  ])("%s", (when, why) => {
    expect(refusalOf(when)).toMatch(why);
  });
});
