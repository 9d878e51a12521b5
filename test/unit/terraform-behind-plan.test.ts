import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { PlannedResource } from "../../src/model/index.ts";
import { terraformPlan } from "../../src/plan/terraform/plan-format.ts";

const folder = mkdtempSync(join(tmpdir(), "behind-plan-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Planned {
  readonly key?: string | number;
  readonly after?: object;
  readonly unknown?: object;
  readonly sensitive?: object;
  /** References of the expression `policy`, as a plan lists them; none = no such expression. */
  readonly references?: readonly string[];
  readonly variables?: Record<string, { readonly value: unknown }>;
}

/** `aws_x.it`, with `aws_y.y` and a data source beside it, and the configuration behind the plan. */
async function resource(configuration: string, planned: Planned): Promise<PlannedResource> {
  writeFileSync(join(folder, "main.tf"), `resource "aws_y" "y" {}\n${configuration}`);
  const { key, after = {}, unknown = { policy: true }, sensitive = {}, references, variables = {} } = planned;
  const address = `aws_x.it${key === undefined ? "" : `[${JSON.stringify(key)}]`}`;
  const change = (at: string, type: string, name: string, more: object) => ({
    address: at,
    mode: at.startsWith("data.") ? "data" : "managed",
    type,
    name,
    change: { actions: ["create"], before: null, after: {}, after_unknown: {}, ...more },
  });
  const document = {
    format_version: "1.2",
    variables,
    resource_changes: [
      change(address, "aws_x", "it", { after, after_unknown: unknown, after_sensitive: sensitive }),
      change("aws_y.y", "aws_y", "y", {}),
      change("data.aws_me.me", "aws_me", "me", { actions: ["no-op"], after: { account: "111122223333" } }),
      change('aws_each.e["a"]', "aws_each", "e", { after: { who: "one" } }),
      change('aws_each.e["b"]', "aws_each", "e", { after: { who: "two" } }),
    ],
    configuration: {
      root_module: {
        resources: [
          {
            address: "aws_x.it",
            mode: "managed",
            type: "aws_x",
            name: "it",
            expressions: references === undefined ? {} : { policy: { references } },
          },
        ],
      },
    },
  };
  const text = JSON.stringify(document);
  const { resources } = await terraformPlan.read(
    document,
    { path: "plan.json", text },
    { parameters: {}, source: folder },
  );
  const found = [...resources].find((one) => one.address === address);
  if (found === undefined) throw new Error(`no ${address}`);
  return found;
}

function whoOf({ settings }: PlannedResource): string | null | undefined {
  const who = settings.text("policy.Who");
  return who.known ? who.value : null;
}

const y = ["aws_y.y.id", "aws_y.y"];
const policy = (who: string, more = "") =>
  `resource "aws_x" "it" {\n${more}\npolicy = jsonencode({ Who = ${who}, What = aws_y.y.id })\n}`;

describe("a plan with the configuration behind it", () => {
  test("takes variables as the plan has them, and not from the folder", async () => {
    const written = `variable "who" { default = "folder" }\n${policy("var.who")}`;
    const references = ["var.who", ...y];
    expect(whoOf(await resource(written, { references, variables: { who: { value: "plan" } } }))).toBe("plan");
    // One that the plan leaves out may be anything.
    expect(whoOf(await resource(written, { references }))).toBeNull();
  });

  test("takes what the plan knows of other resources", async () => {
    const references = ["data.aws_me.me.account", "data.aws_me.me", ...y];
    expect(whoOf(await resource(policy(`"arn:\${data.aws_me.me.account}:root"`), { references }))).toBe(
      "arn:111122223333:root",
    );
  });

  test("takes of several instances the one that is meant, or what all agree on", async () => {
    const references = ['aws_each.e["b"].who', 'aws_each.e["b"]', "aws_each.e", ...y];
    expect(whoOf(await resource(policy('aws_each.e["b"].who'), { references }))).toBe("two");
    expect(whoOf(await resource(policy("aws_each.e[var.unknown].who"), { references }))).toBeNull();
  });

  test("knows the instance's own key and value", async () => {
    const each = 'for_each = { a = "first", b = "second" }';
    const of = async (who: string, references: readonly string[]) =>
      whoOf(await resource(policy(who, each), { key: "b", references: [...references, ...y] }));
    expect(await of("each.key", ["each.key"])).toBe("b");
    expect(await of("each.value", ["each.value"])).toBe("second");
    expect(
      whoOf(await resource(policy("count.index", "count = 2"), { key: 1, references: ["count.index", ...y] })),
    ).toBe("1");
  });

  test.each([
    ["mentions something else", ["aws_other.o.id", "aws_other.o"]],
    ["mentions more", ["var.more", ...y]],
    ["has no such expression", undefined],
  ])("does not believe it where the plan %s", async (_words, references) => {
    expect(whoOf(await resource(policy('"everyone"'), references === undefined ? {} : { references }))).toBeNull();
  });

  test("does not look for what the plan hides", async () => {
    const hidden = await resource(policy('"secret"'), { sensitive: { policy: true }, references: y });
    expect(whoOf(hidden)).toBeNull();
  });

  test("leaves alone what the plan knows", async () => {
    const found = await resource(policy('"folder"'), { after: { policy: "{}" }, unknown: {}, references: y });
    expect(found.settings.text("policy")).toEqual({ known: true, value: "{}" });
  });

  test("follows names that a plan does not hold", async () => {
    const written = `locals { who = aws_y.y.id }\nresource "aws_x" "it" { policy = local.who }`;
    expect((await resource(written, { references: ["local.who"] })).settings.refs("policy")).toEqual(["aws_y.y"]);
  });

  test("knows what a dynamic block is made of", async () => {
    const written = `resource "aws_x" "it" {
      dynamic "replica" {
        for_each = aws_y.y.regions
        content { region = replica.value }
      }
    }`;
    const { settings } = await resource(written, { unknown: { replica: true } });
    expect(settings.refs("replica")).toEqual(["aws_y.y"]);
  });

  test("is not stopped by values that need each other in a circle", async () => {
    const circle = `locals {\na = local.b\nb = local.a\n}\n`;
    const found = await resource(`${circle}${policy("local.a")}`, { references: ["local.a", ...y] });
    expect(whoOf(found)).toBeNull();
  });
});
