import { describe, expect, test } from "vitest";
import { providers } from "../../providers/index.ts";
import { templateProviders } from "../../providers/templates.ts";
import { canonicalKind } from "../../src/plan/arm/kinds.ts";
import { nativeKinds } from "../../src/plan/pulumi/native.ts";

/** The formats that name a cloud's types: what every kind of Terraform's begins with; all others are the cloud's own format. */
const terraform: Readonly<Record<string, string>> = { aws: "aws_", azure: "azurerm_", alibaba: "alicloud_" };

const byRun = "made when a plan or a policy runs";
const byCall = "made by a call of the API; CloudFormation has no resource for it";

/** Cells without a shape: live type, and why the format has none. `both` stands for Terraform and the cloud's own format. */
const without: Readonly<Record<string, { readonly both?: string; readonly own?: string }>> = {
  "aws/backup/recovery-point": { both: byRun },
  "aws/dynamodb/backup": { both: "made by a call; a plan of AWS Backup is aws/backup/plan" },
  "aws/dynamodb/export": { own: byCall },
  "aws/ec2/image": { own: "made by a call or by Image Builder, which is a type of its own" },
  "aws/ec2/snapshot": { own: "made by a call or by a lifecycle policy, which is a type of its own" },
  "aws/elasticache/serverless-cache-snapshot": { both: "made by the service or a call" },
  "aws/elasticache/snapshot": { both: "made by the service or a call" },
  "aws/fsx/backup": { own: byCall },
  "aws/rds/automated-backup": {
    own: "a copy in another region is a setting that CloudFormation has for a source only: AutomaticBackupReplicationRegion of the instance",
  },
  "aws/rds/cluster-automated-backup": { both: "kept by the service after a cluster is gone" },
  "aws/rds/cluster-snapshot": { own: byCall },
  "aws/rds/export-task": { own: byCall },
  "aws/rds/snapshot": { own: byCall },
  "aws/redshift/data-share": { own: byCall },
  "aws/redshift/snapshot": { own: byCall },
  "azure/resources/census": {
    both: "no type of a cloud: it counts what a scan does not read, which a check says by gaps",
  },
  "azure/sql/long-term-backup": { both: byRun },
};

for (const [id, load] of Object.entries(providers)) {
  const types = await (await load()).types();
  const catalogue = (await templateProviders[id]?.())?.catalogue;

  describe(`${id}: live types and formats of templates`, () => {
    test.each(types.map(({ type }) => type))("%s has a shape in each format, or a reason why not", (type) => {
      const kinds = (catalogue?.shapes ?? []).filter((shape) => shape.type === type).map(({ kind }) => kind);
      const isTerraform = (kind: string) => kind.startsWith(terraform[id] ?? "?");
      const { both, own = both } = without[type] ?? {};
      const cells = { terraform: kinds.some(isTerraform), own: kinds.some((kind) => !isTerraform(kind)) };
      expect(cells).toEqual({ terraform: both === undefined, own: own === undefined });
    });

    test("a shape has the role of the live type", () => {
      const roles = new Map(types.map(({ type, role }) => [type, role]));
      for (const { kind, type, role } of catalogue?.shapes ?? []) expect(roles.get(type) ?? role, kind).toBe(role);
    });
  });
}

describe.each(Object.keys(templateProviders))("templates of %s", (id) => {
  test("one shape and one part of a kind; every part belongs to a type with a shape; none is said to hold no data", async () => {
    const catalogue = (await templateProviders[id]?.())?.catalogue;
    const [shapes, parts] = [catalogue?.shapes ?? [], catalogue?.parts ?? []];
    expect(shapes.length).toBeGreaterThan(10);
    for (const list of [shapes, parts]) {
      const kinds = list.map(({ kind }) => kind);
      expect(kinds.filter((kind, index) => kinds.indexOf(kind) !== index)).toEqual([]);
    }
    const shaped = new Set(shapes.map(({ type }) => type));
    expect(parts.filter(({ type }) => !shaped.has(type)).map(({ kind }) => kind)).toEqual([]);
    const kinds = [...shapes, ...parts].map(({ kind }) => kind);
    expect(kinds.filter((kind) => catalogue?.holdsNoData(kind) !== false || !catalogue.claims(kind))).toEqual([]);
  });
});

test("no reason is left over", async () => {
  const live = await Promise.all(Object.values(providers).map(async (load) => (await load()).types()));
  const types = new Set(live.flat().map(({ type }) => type));
  expect(Object.keys(without).filter((type) => !types.has(type))).toEqual([]);
});

test("types of Resource Manager are spelled as the reader of templates hands them on, whatever the template's capitals", async () => {
  const { shapes = [], parts = [] } = (await templateProviders["azure"]?.())?.catalogue ?? {};
  const kinds = [...shapes, ...parts].map(({ kind }) => kind).filter((kind) => /^microsoft\./i.test(kind));
  expect(kinds.length).toBeGreaterThan(30);
  expect(kinds.filter((kind) => canonicalKind(kind.toUpperCase()) !== kind)).toEqual([]);
});

test("every type of Resource Manager that is read is known by the name that Pulumi gives it, or has none there", async () => {
  // Settings under another one, which Pulumi has no resource for.
  const without = ["Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers"];
  const { shapes = [], parts = [] } = (await templateProviders["azure"]?.())?.catalogue ?? {};
  const kinds = [...shapes, ...parts].map(({ kind }) => kind).filter((kind) => /^microsoft\./i.test(kind));
  const named = new Set(nativeKinds());
  expect(kinds.filter((kind) => !named.has(kind))).toEqual(without);
});
