import { expect, test } from "vitest";
import { readAzure } from "../support/azure-cloud.ts";
import type { AzureHeld } from "../support/case-clouds.ts";
import type { TypeCase } from "../support/type-case.ts";

const where = { partition: "AzureCloud", account: "0e0e0e0e-1111-4222-8333-444455556666", region: "eastasia" };

/** What a case holds, with `null` before the first item of every list under this field. */
function withNulls(value: unknown, field: string): unknown {
  if (Array.isArray(value)) return value.map((one) => withNulls(one, field));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const read = withNulls(inner, field);
      return [name, name === field && Array.isArray(read) ? [null, ...read] : read];
    }),
  );
}

// The older clients leave what is null in a list where it is, for the types to trip over.
test.each([
  ["compute-gallery-image-version", "ids"],
  ["kusto-cluster", "trustedExternalTenants"],
  ["sql-managed-instance", "managedInstancePairs"],
  ["sql-managed-instance", "partnerRegions"],
  ["sql-server", "partnerServers"],
])("a null among the items of a field (%s, %s) takes nothing else with it", async (file, field) => {
  const { default: given }: { default: TypeCase<AzureHeld> } = await import(`../cases/azure/${file}.ts`);
  const read = async ({ resources, children = {} }: AzureHeld) => {
    const estate = { subscriptions: [{ id: where.account, name: "test", resources, children }] };
    const { records, gaps } = await readAzure(estate, { types: [given.type] });
    return { records, gaps };
  };
  const held = given.held(where);
  const odd = withNulls(held, field) as AzureHeld;
  expect(await read(odd)).toEqual(await read(held));
});
