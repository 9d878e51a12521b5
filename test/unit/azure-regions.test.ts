import { describe, expect, test } from "vitest";
import { azureRegions, normalLocation, pairOf } from "../../providers/azure/regions.ts";
import { createGazetteer } from "../../src/geography/gazetteer.ts";

const gazetteer = createGazetteer(azureRegions);

describe("the region table of Azure", () => {
  test("has each id once, with source and date", () => {
    expect(new Set(azureRegions.map((region) => region.id)).size).toBe(azureRegions.length);
    for (const region of azureRegions) {
      expect(region.id).toBe(normalLocation(region.id));
      expect(region.source).not.toBe("");
      expect(region.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  test("spells every region's display name so that it normalises to its id", () => {
    for (const region of azureRegions) {
      if (region.kind === "region") expect(normalLocation(region.name)).toBe(region.id);
    }
  });

  test("puts every region of the China cloud in the mainland, paired with another one there", () => {
    const china = azureRegions.filter((region) => region.partition === "AzureChinaCloud");
    expect(china.map((region) => region.id).sort()).toEqual([
      "chinaeast",
      "chinaeast2",
      "chinaeast3",
      "chinanorth",
      "chinanorth2",
      "chinanorth3",
    ]);
    for (const region of china) {
      expect(region.country).toBe("CN");
      expect(gazetteer.region(region.pair ?? "")?.pair).toBe(region.id);
    }
  });

  test("puts no region of the public cloud in the mainland", () => {
    expect(azureRegions.filter((region) => region.partition === "AzureCloud" && region.country === "CN")).toEqual([]);
  });

  test.each([
    ["East Asia", "HK"],
    ["eastasia", "HK"],
    ["Southeast Asia", "SG"],
    ["China North 3", "CN"],
    ["taiwannorth", "TW"],
    ["West Europe", "NL"],
    ["North Europe", "IE"],
  ])("locates %s in %s", (location, country) => {
    expect(gazetteer.region(location)?.country).toBe(country);
  });

  test.each(["global", "asia", "unitedstates", "taiwan"])("does not locate the logical location %s", (location) => {
    expect(gazetteer.region(location)?.country).toBeNull();
  });

  test("pairs East Asia with Southeast Asia, knows one-way pairs, and names only pairs that it has", () => {
    expect(pairOf("East Asia")).toBe("southeastasia");
    expect(pairOf("brazilsouth")).toBe("southcentralus");
    expect(pairOf("southcentralus")).toBe("northcentralus");
    expect(pairOf("polandcentral")).toBeUndefined();
    expect(pairOf("atlantisnorth")).toBeUndefined();
    for (const region of azureRegions) {
      if (region.pair !== undefined) expect(gazetteer.region(region.pair)?.partition).toBe(region.partition);
    }
  });
});
