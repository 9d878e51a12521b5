import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseHcl, parseHclExpression } from "../../src/plan/hcl/parse.ts";
import { cpuTime } from "../support/cpu-time.ts";

describe("the syntax of HCL", () => {
  test.each([
    ['"a\\n\\"\\u4e2d\\\\"', 'a\n"中\\'],
    [`"$\${a} %%{b} 5% $"`, `\${a} %{b} 5% $`],
    ["-1.5e3", -1500],
    ["true", true],
    ["null", null],
    ["<<EOT\n  a $ b\n\n  c\nEOT\n", "  a $ b\n\n  c\n"],
    ["<<-EOT\n  a\n    b\n  EOT", "a\n  b\n"],
    ["(\n1\n)", 1],
    [`"\${"x"}"`, "x"],
  ])("%s is the literal %j", (text, value) => {
    expect(parseHclExpression(text)).toEqual({ kind: "literal", value });
  });

  test.each([
    "[for k, v in var.x : upper(v) if v != null]",
    "{ for s in var.x : s.id => s... }",
    "{ a = 1, b : 2\n c = 3 }",
    `{ (var.a) = 1, "\${var.b}-c" = 2 }`,
    "aws_instance.a[*].id",
    "aws_instance.a.*.id",
    "aws_instance.a.0.id",
    'var.a[var.b].c["d"]',
    "f(a, b...)",
    "provider::aws::arn_parse(x).region",
    "a ? b : c ? d : e",
    "(a + b) * -c / d % 2 >= 3 && !e || f == g",
    `"%{ if a }x%{ else }y%{ endif }%{ for b in c ~}\${b}%{ endfor }"`,
    `<<EOT\n\${jsonencode({\n  a = "}"\n})}\nEOT`,
    "[\n  1, # one\n  2, // two\n  /* three */ 3\n]",
    "merge(\n  local.a,\n  { b = 1 },\n)",
    `"\${ a\n}"`,
  ])("%s is read to its end", (text) => {
    expect(parseHclExpression(text)).toBeDefined();
  });

  test.each(["", "[1", "{ a = }", "a.", "f(", '"a', "1 +", "a ? b", "<<EOT\na", '"\\q"', "[for in x]"])(
    "%j is no expression",
    (text) => {
      expect(parseHclExpression(text)).toBeUndefined();
    },
  );

  test("whatever is cut out of a file, it is read or refused", () => {
    const whole = readFileSync("test/fixtures/templates/hcl/estate/main.tf", "utf8");
    let seed = 11;
    const next = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    const marks = ['"', `\${`, "}", "{", "[", "]", "<<EOT\n", "%{", "\\", "\n", "=", "?", "/*", "\u2028", "=>"];
    for (let round = 0; round < 2000; round += 1) {
      const at = next(whole.length);
      const mark = marks[next(marks.length)] ?? "";
      const text = whole.slice(0, at) + mark + whole.slice(at + next(20), at + next(400));
      const parsed = parseHcl(text);
      if ("mistake" in parsed) expect(parsed.mistake.line).toBeLessThanOrEqual(text.split("\n").length);
    }
  });

  test("a file of a hundred thousand lines is read in seconds", () => {
    const text = Array.from(
      { length: 20_000 },
      (_, index) => `resource "a" "b${index}" {\n  c = "d"\n  e = f.g\n}\n`,
    ).join("\n");
    const started = cpuTime();
    const parsed = parseHcl(text);
    expect("body" in parsed && parsed.body.blocks.at(-1)?.line).toBe(20_000 * 5 - 4);
    expect(cpuTime() - started).toBeLessThan(5000);
  });
});
