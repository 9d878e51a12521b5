import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { PlannedResource } from "../../src/model/index.ts";
import { armFormat } from "../../src/plan/arm/format.ts";
import type { TemplateOptions } from "../../src/plan/template.ts";

const schema = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";

function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/templates/arm/${name}`, import.meta.url), "utf8");
}

async function read(text: string, options: Partial<TemplateOptions> = {}) {
  const { resources, gaps } = await armFormat.read(undefined, { path: "t.json", text }, { parameters: {}, ...options });
  const all = [...resources];
  return { all, gaps, at: (address: string) => found(all, address) };
}

function found(all: readonly PlannedResource[], address: string): PlannedResource {
  const one = all.find((resource) => resource.address === address);
  if (one === undefined) throw new Error(`no ${address} among ${all.map((resource) => resource.address).join(", ")}`);
  return one;
}

function ofResources(resources: unknown, more: object = {}): string {
  return JSON.stringify({ $schema: schema, ...more, resources });
}

const account = "crm{uniqueString(resourceGroup().id)}";

describe("a template with loops, nested resources and comments", () => {
  test("gives every resource its address, kind, line and place", async () => {
    const { all } = await read(fixture("storage-and-sql.json"), { region: "chinanorth3" });
    expect(all.map(({ address, region, line }) => [address, region.known ? region.value : undefined, line])).toEqual([
      [`Microsoft.Storage/storageAccounts/${account}`, "chinanorth3", 22],
      [`Microsoft.Storage/storageAccounts/blobServices/containers/${account}/default/exports`, "chinanorth3", 30],
      ["Microsoft.Sql/servers/crm-sql-07", "chinaeast2", 38],
      ["Microsoft.Sql/servers/databases/crm-sql-07/ledger", "chinaeast2", 45],
      ["Microsoft.Sql/servers/databases/crm-sql-07/main", "chinaeast2", 54],
      [
        `Microsoft.Storage/storageAccounts/blobServices/${account}/default/providers/Microsoft.Insights/diagnosticSettings/to-law`,
        "chinanorth3",
        67,
      ],
      ["Microsoft.Compute/disks/disk-1", "chinanorth3", 74],
      ["Microsoft.Compute/disks/disk-2", "eastasia", 74],
    ]);
  });

  test("leaves the place unknown where nobody says the region", async () => {
    const { at } = await read(fixture("storage-and-sql.json"));
    expect(at(`Microsoft.Storage/storageAccounts/${account}`).region).toEqual({ known: false, why: "unsupported" });
  });

  test("works settings, tags and copies of properties out", async () => {
    const { at } = await read(fixture("storage-and-sql.json"));
    const store = at(`Microsoft.Storage/storageAccounts/${account}`).settings;
    expect(store.text("sku.name")).toEqual({ known: true, value: "Standard_GRS" });
    expect(store.map("tags")).toEqual({
      known: true,
      value: { "data-class": "personal", literal: "[not an expression]" },
    });
    expect(at("Microsoft.Compute/disks/disk-2").settings.texts("properties.grants")).toEqual({
      known: true,
      value: ["g0-1", "g1-1"],
    });
  });

  test("refers to resources of the template by id, by short id and by name", async () => {
    const { at } = await read(fixture("storage-and-sql.json"));
    const ledger = at("Microsoft.Sql/servers/databases/crm-sql-07/ledger").settings;
    expect(ledger.refs("properties.sourceDatabaseId")).toEqual(["Microsoft.Sql/servers/databases/crm-sql-07/main"]);
    expect(ledger.refs("name")).toEqual(["Microsoft.Sql/servers/crm-sql-07"]);
    const main = at("Microsoft.Sql/servers/databases/crm-sql-07/main").settings;
    expect(main.refs("dependsOn")).toEqual(["Microsoft.Sql/servers/crm-sql-07"]);
  });

  test("takes capitals of types as the reference does", async () => {
    const { at } = await read(fixture("storage-and-sql.json"));
    expect(at("Microsoft.Sql/servers/crm-sql-07").kind).toBe("Microsoft.Sql/servers");
  });

  test("shows a secret nowhere", async () => {
    const { all } = await read(fixture("storage-and-sql.json"), { parameters: { password: "hunter2-given" } });
    const server = found(all, "Microsoft.Sql/servers/crm-sql-07");
    expect(server.settings.text("properties.administratorLoginPassword")).toEqual({ known: false, why: "unsupported" });
    expect(JSON.stringify(all)).not.toContain("hunter2");
  });

  test("leaves out what a condition switches off, and keeps what a condition may switch on", async () => {
    const off = await read(fixture("storage-and-sql.json"), { parameters: { audited: "false" } });
    expect(off.all.filter(({ kind }) => kind === "Microsoft.Insights/diagnosticSettings")).toEqual([]);
    const on = await read(fixture("storage-and-sql.json"), { parameters: { withVault: "true" } });
    expect(on.at("Microsoft.KeyVault/vaults/left-out").region).toEqual({ known: true, value: "eastasia" });
  });
});

describe("templates within a template", () => {
  test("places resources where the group is that the template makes", async () => {
    const { at } = await read(fixture("modules.json"), { region: "chinanorth3" });
    expect(at("Microsoft.Storage/storageAccounts/hkstore").region).toEqual({ known: true, value: "eastasia" });
  });

  test("follows the outputs of one module into another", async () => {
    const { at } = await read(fixture("modules.json"));
    const settings = at(
      "Microsoft.KeyVault/vaults/hkvault/providers/Microsoft.Insights/diagnosticSettings/to-store",
    ).settings;
    expect(settings.refs("properties.storageAccountId")).toEqual(["Microsoft.Storage/storageAccounts/hkstore"]);
    expect(settings.refs("properties.vault")).toEqual(["Microsoft.KeyVault/vaults/hkvault"]);
    expect(settings.refs("scope")).toEqual(["Microsoft.KeyVault/vaults/hkvault"]);
  });

  test("hands on what is there already without a change, under its own account", async () => {
    const { at } = await read(fixture("modules.json"));
    expect(at("Microsoft.Storage/storageAccounts/archive")).toMatchObject({
      change: "none",
      account: "11111111-1111-4111-8111-111111111111",
    });
  });

  test("keeps a secret that a module takes as a plain text", async () => {
    const { at } = await read(fixture("modules.json"), { parameters: { key: "s3cret" } });
    const note = at("Microsoft.Storage/storageAccounts/hkstore").settings.text("properties.note");
    expect(note).toEqual({ known: false, why: "unsupported" });
  });

  test("says which template it did not see, without its address on the network", async () => {
    const { gaps } = await read(fixture("modules.json"));
    expect(gaps.map(({ address }) => address)).toEqual(["Microsoft.Resources/deployments/linked"]);
    expect(JSON.stringify(gaps)).not.toContain("example.com");
  });

  test("works an outer template out in the names of the one around it", async () => {
    const inner = {
      type: "Microsoft.A/bs",
      name: "[concat(variables('v'), copyIndex())]",
      location: "[parameters('p')]",
    };
    const text = ofResources(
      [
        {
          type: "Microsoft.Resources/deployments",
          name: "[concat('d', copyIndex())]",
          copy: { name: "loop", count: 2 },
          properties: { template: { $schema: schema, variables: { v: "inner" }, resources: [inner] } },
        },
      ],
      { variables: { v: "outer" }, parameters: { p: { type: "string", defaultValue: "West Europe" } } },
    );
    const { all } = await read(text);
    expect(all.map(({ address }) => address)).toEqual(["Microsoft.A/bs/outer0", "Microsoft.A/bs/outer1"]);
    expect(all[0]?.region).toEqual({ known: true, value: "westeurope" });
  });

  test("names the deployment where two of them make the same address", async () => {
    const deployment = (name: string) => ({
      type: "Microsoft.Resources/deployments",
      name,
      properties: {
        expressionEvaluationOptions: { scope: "inner" },
        template: { resources: [{ type: "Microsoft.A/bs", name: "same" }] },
      },
    });
    const { all } = await read(ofResources([deployment("one"), deployment("two")]));
    expect(all.map(({ address }) => address)).toEqual(["one:Microsoft.A/bs/same", "two:Microsoft.A/bs/same"]);
  });
});

describe("resources with the same address", () => {
  const twice = { type: "Microsoft.A/bs", name: "same" };

  test("are a mistake of the template, named with both lines", async () => {
    const text = `{"$schema":"${schema}","resources":[\n${JSON.stringify(twice)},\n${JSON.stringify(twice)}]}`;
    await expect(read(text)).rejects.toMatchObject({
      code: "input",
      message: "t.json:3: Microsoft.A/bs/same is declared a second time; the first one is in line 2",
    });
  });

  test("are told apart where a condition may leave one of them out", async () => {
    const condition = "[parameters('p')]";
    const { all } = await read(ofResources([twice, { ...twice, condition }], { parameters: { p: { type: "bool" } } }));
    expect(all.map(({ address }) => address)).toEqual(["Microsoft.A/bs/same", "Microsoft.A/bs/same#2"]);
  });
});

describe("loops", () => {
  test("a loop whose length is not known is handed on once", async () => {
    const resource = {
      type: "Microsoft.A/bs",
      name: "[concat('b', copyIndex())]",
      copy: { name: "loop", count: "[length(parameters('p'))]" },
    };
    const { all } = await read(ofResources([resource], { parameters: { p: { type: "array" } } }));
    expect(all.map(({ address }) => address)).toEqual(["Microsoft.A/bs/b{copyIndex()}"]);
  });

  test("a loop without end is refused", async () => {
    const resource = {
      type: "Microsoft.A/bs",
      name: "[string(copyIndex())]",
      copy: { name: "loop", count: 1_000_000 },
    };
    await expect(read(ofResources([resource]))).rejects.toThrow("t.json:1: the loop loop makes more than 800 copies");
  });
});

describe("bad input", () => {
  const whole = fixture("storage-and-sql.json");

  test.each([
    ["cut off", whole.slice(0, 900), /^t\.json:\d+:\d+: /],
    ["cut off within a text", whole.slice(0, whole.indexOf("hunter2") + 3), /a text that does not end/],
    [
      "nested 100,000 deep",
      `{"$schema":"${schema}","resources":${"[".repeat(100_000)}`,
      /t\.json:1:\d+: nested deeper/,
    ],
    ["without resources", `{"$schema":"${schema}"}`, /the template has no `resources`/],
    ["a list", "[]", /no JSON object/],
    ["binary", "\u0000\u0001\u0002", /t\.json:1:1: not a JSON value/],
    ["empty", "", /t\.json:1:1: the text ends in the middle/],
    ["two documents", `{"$schema":"${schema}","resources":[]}\n{}`, /t\.json:2:1: more follows after the end/],
    ["without a type", ofResources([{ name: "a" }]), /a resource whose type is not known/],
    ["with something else among its resources", ofResources(["x"]), /t\.json:1: an item of `resources` is no resource/],
    ["with a symbol that is no resource", ofResources({ a: 1 }), /t\.json:1: a is no resource/],
    ["of a parameter file", fixtureOfParameters(), /a parameter file is no template/],
  ])("%s gives one error with file and place", async (_what, text, message) => {
    await expect(read(text)).rejects.toMatchObject({ code: "input", message: expect.stringMatching(message) });
  });

  test("Bicep is asked for as JSON", async () => {
    const file = { path: "main.bicep", text: "resource a 'Microsoft.A/bs@2020-01-01' = {}" };
    expect(armFormat.recognises(undefined, file)).toBe(true);
    expect(() => armFormat.read(undefined, file, { parameters: {} })).toThrow(/built to/);
  });

  test("only templates of this kind are recognised", () => {
    const file = { path: "t.json", text: "" };
    expect(armFormat.recognises({ $schema: schema }, file)).toBe(true);
    expect(armFormat.recognises({ $schema: "https://json-schema.org/draft-07/schema#" }, file)).toBe(false);
    expect(armFormat.recognises({ Resources: {} }, file)).toBe(false);
    expect(armFormat.recognises(undefined, { path: "t.json", text: whole })).toBe(true);
    expect(armFormat.recognises(null, file)).toBe(false);
  });
});

function fixtureOfParameters(): string {
  return JSON.stringify({
    $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
    parameters: {},
  });
}
