import { expect, test } from "vitest";
import { regionFact, regions, regionsOf } from "../../providers/aws/regions.ts";

test("only Beijing, Ningxia and the Beijing zone lie in the mainland", () => {
  const mainland = regions.filter((fact) => fact.country === "CN").map((fact) => fact.id);
  expect(mainland.sort()).toEqual(["cn-north-1", "cn-north-1-pkx-1a", "cn-northwest-1"]);
});

test("Hong Kong SAR and Taiwan (China) keep their own codes", () => {
  expect(regionFact("ap-east-1")?.country).toBe("HK");
  expect(regionFact("ap-east-2")?.country).toBe("TW");
  expect(regionFact("ap-northeast-1-tpe-1a")?.country).toBe("TW");
});

test("both partitions hold their regions and no zone or endpoint name", () => {
  expect(regionsOf("aws-cn")).toEqual(["cn-north-1", "cn-northwest-1"]);
  expect(regionsOf("aws")).toHaveLength(34);
  expect(regionsOf("aws")).not.toContain("aws-global");
});

test("every row says where it was read and when, and its id stands once", () => {
  for (const fact of regions) {
    expect(fact.source).not.toBe("");
    expect(fact.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(fact.country ?? "null").toMatch(/^(?:[A-Z]{2}|null)$/);
  }
  expect(new Set(regions.map((fact) => fact.id)).size).toBe(regions.length);
});

test("a zone belongs to a listed region of its partition and may lie in another country", () => {
  const zones = regions.filter((fact) => fact.kind === "zone");
  for (const zone of zones) {
    expect(regionFact(zone.parent ?? "")?.partition).toBe(zone.partition);
    expect(zone.id.startsWith(`${zone.parent}-`)).toBe(true);
  }
  const elsewhere = zones.filter((zone) => regionFact(zone.parent ?? "")?.country !== zone.country);
  expect(elsewhere.map((zone) => zone.country).sort()).toEqual(
    ["AR", "CL", "DK", "FI", "GR", "MX", "NG", "NZ", "OM", "PE", "PH", "PL", "TH", "TR", "TW", "VN"].sort(),
  );
});
