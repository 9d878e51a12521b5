import { describe, expect, test } from "vitest";
import { createGazetteer } from "../../src/geography/gazetteer.ts";
import { jurisdictionOf } from "../../src/geography/jurisdiction.ts";
import { known, type RegionFact, unknown } from "../../src/model/index.ts";

function region(id: string, country: string | null, rest: Partial<RegionFact> = {}): RegionFact {
  return {
    id,
    name: id,
    country,
    city: null,
    partition: "p",
    kind: "region",
    status: "active",
    operator: "o",
    source: "s",
    asOf: "2026-11-22",
    ...rest,
  };
}

const gazetteer = createGazetteer([
  region("cn-hangzhou", "CN", { aliases: ["oss-cn-hangzhou"] }),
  region("cn-hongkong", "HK", { aliases: ["oss-cn-hongkong"] }),
  region("cn-shanghai-finance-1", "CN"),
  region("chinaeast2", "CN", { name: "China East 2" }),
  region("east-1", "JP", { name: "East" }),
  region("east-1-tpe-1", "TW", { kind: "zone", parent: "east-1" }),
  region("east-1-osa-1a", "JP", { kind: "zone", parent: "east-1" }),
  region("global", null, { kind: "logical" }),
  region("twin-1", "SG", { name: "Twin" }),
  region("twin-2", "MY", { name: "Twin" }),
]);

const at = (words: string, zone?: string) =>
  gazetteer.resolve(known(zone === undefined ? { region: words } : { region: words, zone }));

describe("a jurisdiction", () => {
  test.each([
    ["CN", "mainland"],
    ["HK", "hong-kong"],
    ["MO", "macao"],
    ["TW", "taiwan"],
    ["SG", "foreign"],
    [null, "unknown"],
  ])("of %s is %s", (country, jurisdiction) => {
    expect(jurisdictionOf(country)).toBe(jurisdiction);
  });
});

describe("a place", () => {
  test.each(["cn-hangzhou", "CN-Hangzhou", "oss-cn-hangzhou"])("is found under %s", (words) => {
    expect(at(words)).toEqual({ region: "cn-hangzhou", country: "CN", jurisdiction: "mainland" });
  });

  test.each(["China East 2", "chinaeast2", "china east2"])("is found under the display name %s", (words) => {
    expect(at(words).region).toBe("chinaeast2");
  });

  test("in Hong Kong is not the mainland, whatever its id begins with", () => {
    expect(at("cn-hongkong")).toEqual({ region: "cn-hongkong", country: "HK", jurisdiction: "hong-kong" });
  });

  test.each(["cn-north-9", "cn-hangzhou-2", "cn", "", "__proto__", "constructor"])(
    "that the table lacks (%j) is unknown, with the words as stated",
    (words) => {
      expect(at(words)).toEqual({ region: words, country: null, jurisdiction: "unknown" });
    },
  );

  test("that was not told has no region", () => {
    expect(gazetteer.resolve(unknown("denied"))).toEqual({
      region: null,
      country: null,
      jurisdiction: "unknown",
    });
  });

  test("that is no single place keeps its region and stays unknown", () => {
    expect(at("global")).toEqual({ region: "global", country: null, jurisdiction: "unknown" });
  });

  test("is not decided by a display name that two regions share", () => {
    expect(at("Twin").jurisdiction).toBe("unknown");
    expect(at("twin-1").country).toBe("SG");
  });
});

describe("a zone", () => {
  test("in another country than its region wins over it, also by the name of its group", () => {
    expect(at("east-1", "east-1-tpe-1a")).toEqual({ region: "east-1-tpe-1", country: "TW", jurisdiction: "taiwan" });
  });

  test("in its region's own country is shown as the region", () => {
    expect(at("east-1", "east-1-osa-1a").region).toBe("east-1");
  });

  test.each(["east-1a", "east-1-b", "2"])("that is an ordinary data centre (%s) lies where its region lies", (zone) => {
    expect(at("east-1", zone).country).toBe("JP");
  });

  test.each(["east-1-wl1-bkk-wlz-1", "east-1-xyz-1a", "customer-site"])(
    "that is unlisted and could be anywhere (%s) is unknown",
    (zone) => {
      expect(at("east-1", zone)).toEqual({ region: zone, country: null, jurisdiction: "unknown" });
    },
  );

  test("of a region that is stated by an alias is compared with the canonical id", () => {
    expect(at("oss-cn-hangzhou", "cn-hangzhou-h").region).toBe("cn-hangzhou");
  });
});
