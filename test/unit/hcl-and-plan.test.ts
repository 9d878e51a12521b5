import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { PlannedResource } from "../../src/model/index.ts";
import { hclFormat } from "../../src/plan/hcl/format.ts";
import { terraformPlan } from "../../src/plan/terraform/plan-format.ts";

const fixture = "test/fixtures/plans/terraform/aws5";
const folder = mkdtempSync(join(tmpdir(), "hcl-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** `module.a["x"].aws_s3_bucket.b[0]` as `module.a.aws_s3_bucket.b`. */
function withoutKeys(address: string): string {
  return address.replace(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, "");
}

async function configuration(): Promise<ReadonlyMap<string, PlannedResource>> {
  const root = join(folder, "root");
  cpSync(join(fixture, "after"), root, { recursive: true });
  cpSync(join(fixture, "providers.tf"), join(root, "providers.tf"));
  cpSync(join(fixture, "modules"), join(folder, "modules"), { recursive: true });
  const file = { path: root, text: "", isFolder: true } as const;
  const { resources } = await hclFormat.read(undefined, file, { parameters: { mainland: "cn-north-1" } });
  return new Map([...resources].map((resource) => [resource.address, resource]));
}

async function plan(): Promise<readonly PlannedResource[]> {
  const text = readFileSync(join(fixture, "plan.json"), "utf8");
  const read = await terraformPlan.read(JSON.parse(text), { path: "plan.json", text }, { parameters: {} });
  return [...read.resources];
}

const paths = [
  "bucket",
  "rule[0].destination.bucket",
  "source_snapshot_id",
  "volume_id",
  "replicate_source_db",
  "policy",
];

test("a configuration says the same as the plan that Terraform makes of it, as far as it says anything", async () => {
  const written = await configuration();
  const planned = await plan();
  const compared = new Set<string>();
  for (const resource of planned) {
    const address = withoutKeys(resource.address);
    const own = written.get(address);
    if (own === undefined || compared.has(address)) continue;
    compared.add(address);
    if (resource.region.known) expect([address, own.region]).toEqual([address, resource.region]);
    for (const path of paths) {
      const expected = [...new Set(resource.settings.refs(path).map(withoutKeys))].toSorted();
      expect([address, path, own.settings.refs(path).toSorted()]).toEqual([address, path, expected]);
    }
    const [name, plannedName] = [own.settings.text("bucket"), resource.settings.text("bucket")];
    if (name.known && name.value !== undefined && plannedName.known) expect(name).toEqual(plannedName);
  }
  expect([...written.keys()].filter((address) => !compared.has(address))).toEqual([]);
  const unwritten = planned.map(({ address }) => withoutKeys(address)).filter((address) => !written.has(address));
  expect(new Set(unwritten)).toEqual(new Set(["aws_s3_bucket.forgotten"]));
});
