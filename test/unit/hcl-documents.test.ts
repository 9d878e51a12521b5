import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { PlannedResource, Settings } from "../../src/model/index.ts";
import { hclFormat } from "../../src/plan/hcl/format.ts";

const folder = mkdtempSync(join(tmpdir(), "hcl-documents-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The resource `aws_x.it` of a configuration. */
async function resource(configuration: string): Promise<PlannedResource> {
  writeFileSync(join(folder, "main.tf"), `resource "aws_y" "y" {}\nresource "aws_z" "z" {}\n${configuration}`);
  const { resources } = await hclFormat.read(undefined, { path: folder, text: "", isFolder: true }, { parameters: {} });
  const found = [...resources].find(({ address }) => address === "aws_x.it");
  if (found === undefined) throw new Error("no aws_x.it");
  return found;
}

/** What of a document's statements can be told. */
function told({ settings }: PlannedResource): readonly (readonly [who: string | null, refs: readonly string[]])[] {
  const statements = settings.each("policy.Statement");
  if (!statements.known) return [];
  return statements.value.map((one: Settings) => {
    const who = one.text("Who");
    return [who.known ? (who.value ?? "none") : null, one.refs("Who")];
  });
}

const both = [
  ["everyone", []],
  [null, ["aws_y.y"]],
];

describe("a document of which not all is known", () => {
  test.each([
    [
      "by jsonencode",
      `resource "aws_x" "it" {
         policy = jsonencode({ Statement = [{ Who = "everyone", What = aws_z.z.id }, { Who = aws_y.y.id }] })
       }`,
    ],
    [
      "behind names",
      `locals {
         second = { Who = aws_y.y.id }
         policies = { a = jsonencode({ Statement = [{ Who = "everyone", What = aws_z.z.id }, local.second] }) }
         policy = local.policies["a"]
       }
       resource "aws_x" "it" { policy = local.policy }`,
    ],
    [
      "behind a condition",
      `variable "on" { default = true }
       resource "aws_x" "it" {
         policy = var.on ? jsonencode({ Statement = [{ Who = "everyone" }, { Who = aws_y.y.id }] }) : "{}"
       }`,
    ],
    [
      "as a text",
      `resource "aws_x" "it" {
         policy = <<-EOT
           { "Statement": [ { "Who": "everyone", "What": "\${aws_z.z.id}/*" }, { "Who": "id/\${aws_y.y.id}" } ] }
         EOT
       }`,
    ],
  ])("is known in part: %s", async (_title, configuration) => {
    const found = await resource(configuration);
    expect(told(found)).toEqual(both);
    // As a whole it is not known: half a document says something else.
    expect(found.settings.text("policy").known).toBe(false);
    expect(found.settings.each("policy").known).toBe(false);
    expect(found.settings.map("policy").known).toBe(false);
    expect(found.settings.texts("policy").known).toBe(false);
  });

  test("of one statement, which stands in no list", async () => {
    const [json, text] = [
      `jsonencode({ Statement = { Who = aws_y.y.id, What = aws_z.z.id } })`,
      `"{\\"Statement\\":{\\"Who\\":\\"\${aws_y.y.id}\\",\\"What\\":\\"\${aws_z.z.id}\\"}}"`,
    ];
    for (const written of [json, text]) {
      expect(told(await resource(`resource "aws_x" "it" { policy = ${written} }`))).toEqual([[null, ["aws_y.y"]]]);
    }
  });

  test.each([
    ["a part stands outside of a text", `"{ \\"Statement\\": \${aws_y.y.statements} }"`],
    ["its statements are not known", "jsonencode({ Statement = aws_y.y.statements })"],
    ["it is a list", "jsonencode([aws_y.y.id])"],
    ["a condition that is not known decides", 'aws_y.y.on ? jsonencode({ Statement = [{}] }) : "{}"'],
    ["it is a secret", "var.secret"],
    ["another function makes it", "jsonencode2({ Statement = [{}] })"],
  ])("is not known where %s", async (_title, written) => {
    const found = await resource(
      `variable "secret" {
         sensitive = true
         default = "{\\"Statement\\":[{\\"Who\\":\\"\\"}]}"
       }
       resource "aws_x" "it" { policy = ${written} }`,
    );
    expect(told(found)).toEqual([]);
  });

  test("that is known in full is a text", async () => {
    const found = await resource(
      `resource "aws_x" "it" { policy = jsonencode({ Statement = [{ Who = "everyone" }] }) }`,
    );
    expect(found.settings.text("policy")).toEqual({ known: true, value: '{"Statement":[{"Who":"everyone"}]}' });
  });
});
