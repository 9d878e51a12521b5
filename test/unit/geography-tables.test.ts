import { describe, expect, test } from "vitest";
import { providers } from "../../providers/index.ts";
import { templateProviders } from "../../providers/templates.ts";
import { countryCodes } from "../../src/config/countries.ts";
import { createGazetteer } from "../../src/geography/index.ts";
import { type Jurisdiction, known } from "../../src/model/index.ts";

/** Providers that are scanned, and those that only templates name. */
const loaded = await Promise.all(
  Object.entries({ ...templateProviders, ...providers }).map(async ([id, load]) => ({ id, provider: await load() })),
);
const countries = new Set(countryCodes);
const today = new Date().toISOString().slice(0, 10);

function repeated(words: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return words.filter((word) => seen.size === seen.add(word).size);
}

describe.each(loaded)("the region table of $id", ({ provider }) => {
  const { regions } = provider;
  const byId = new Map(regions.map((fact) => [fact.id, fact]));
  const gazetteer = createGazetteer(regions);

  test("names each region once", () => {
    expect(regions.length).toBeGreaterThan(0);
    expect(repeated(regions.map(({ id }) => id.toLowerCase()))).toEqual([]);
  });

  test("finds each region under its id and under each of its other spellings", () => {
    for (const fact of regions) {
      for (const words of [fact.id, fact.id.toUpperCase(), ...(fact.aliases ?? [])]) {
        expect([words, gazetteer.region(words)?.id]).toEqual([words, fact.id]);
      }
    }
  });

  test("cites a source and the day it was read", () => {
    for (const { id, source, asOf } of regions) {
      expect([id, source]).not.toEqual([id, ""]);
      expect(asOf, id).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(asOf <= today, id).toBe(true);
    }
  });

  test("gives an ISO 3166-1 country, or none for what is no single place", () => {
    for (const { id, country, kind } of regions) {
      if (country === null) expect(["logical", "edge", "multi-region"], id).toContain(kind);
      else expect(countries.has(country), `${id}: ${country}`).toBe(true);
    }
  });

  test("pairs regions that exist, within their partition, and never across the border of the mainland", () => {
    for (const fact of regions.filter(({ pair }) => pair !== undefined)) {
      const pair = byId.get(fact.pair ?? "");
      expect(pair?.partition, `${fact.id} → ${fact.pair}`).toBe(fact.partition);
      expect(pair?.country === "CN", `${fact.id} → ${fact.pair}`).toBe(fact.country === "CN");
    }
  });

  test("puts each zone into a region that exists", () => {
    for (const { id, kind, parent } of regions) {
      if (kind === "zone") expect(parent, id).toBeDefined();
      if (parent !== undefined) expect(byId.get(parent)?.kind, id).toBe("region");
    }
  });
});

/** Written apart from the tables, so that a slip there is seen here. */
const places: readonly (readonly [
  provider: string,
  words: string,
  country: string | null,
  jurisdiction: Jurisdiction,
])[] = [
  ["aws", "cn-north-1", "CN", "mainland"],
  ["aws", "cn-northwest-1", "CN", "mainland"],
  ["aws", "ap-east-1", "HK", "hong-kong"],
  ["aws", "ap-east-2", "TW", "taiwan"],
  ["aws", "ap-southeast-1", "SG", "foreign"],
  ["aws", "us-gov-west-1", "US", "foreign"],
  ["aws", "aws-global", null, "unknown"],
  ["aws", "cn-south-1", null, "unknown"],
  ["alibaba", "cn-hangzhou", "CN", "mainland"],
  ["alibaba", "oss-cn-hangzhou", "CN", "mainland"],
  ["alibaba", "oss-cn-hzfinance", "CN", "mainland"],
  ["alibaba", "cn-north-2-gov-1", "CN", "mainland"],
  ["alibaba", "cn-shanghai-finance-1", "CN", "mainland"],
  ["alibaba", "cn-hongkong", "HK", "hong-kong"],
  ["alibaba", "oss-cn-hongkong", "HK", "hong-kong"],
  ["alibaba", "ap-southeast-1", "SG", "foreign"],
  ["alibaba", "cn-macau", null, "unknown"],
  ["tencent", "ap-guangzhou", "CN", "mainland"],
  ["tencent", "ap-shanghai-fsi", "CN", "mainland"],
  ["tencent", "ap-hongkong", "HK", "hong-kong"],
  ["tencent", "ap-taipei", "TW", "taiwan"],
  ["tencent", "ap-singapore", "SG", "foreign"],
  ["tencent", "cn-guangzhou", null, "unknown"],
  ["huawei", "cn-north-4", "CN", "mainland"],
  ["huawei", "cn-east-3", "CN", "mainland"],
  ["huawei", "ap-southeast-1", "HK", "hong-kong"],
  ["huawei", "ap-southeast-2", "TH", "foreign"],
  ["huawei", "ap-southeast-3", "SG", "foreign"],
  ["huawei", "cn-south-99", null, "unknown"],
  ["azure", "chinaeast2", "CN", "mainland"],
  ["azure", "China North 3", "CN", "mainland"],
  ["azure", "eastasia", "HK", "hong-kong"],
  ["azure", "East Asia", "HK", "hong-kong"],
  ["azure", "taiwannorth", "TW", "taiwan"],
  ["azure", "southeastasia", "SG", "foreign"],
  ["azure", "global", null, "unknown"],
  ["azure", "chinasouth", null, "unknown"],
];

test.each(places)("%s %s lies in %s (%s)", (id, words, country, jurisdiction) => {
  const provider = loaded.find((one) => one.id === id)?.provider;
  const place = createGazetteer(provider?.regions ?? []).resolve(known({ region: words }));
  expect([place.country, place.jurisdiction]).toEqual([country, jurisdiction]);
});

test("a Local Zone lies in its own country, not in its region's", () => {
  const aws = loaded.find((one) => one.id === "aws")?.provider;
  const place = createGazetteer(aws?.regions ?? []).resolve(
    known({ region: "ap-northeast-1", zone: "ap-northeast-1-tpe-1a" }),
  );
  expect(place.jurisdiction).toBe("taiwan");
});

test.each(Object.keys(providers).filter((id) => id in templateProviders))(
  "a template reads the table that a scan of %s reads",
  async (id) => {
    const scanned = await providers[id]?.();
    const planned = await templateProviders[id]?.();
    expect(planned?.regions).toBe(scanned?.regions);
  },
);
