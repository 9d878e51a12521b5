import { describe, expect, test } from "vitest";
import { compareRegions } from "../../providers/alibaba/account-regions.ts";
import { idRegion, knownRegion, placeRegion, regions } from "../../providers/alibaba/regions.ts";

const byId = new Map(regions.map((row) => [row.id, row]));

describe("the region table", () => {
  test.each([
    ["oss-cn-hangzhou", "cn-hangzhou", "CN"],
    ["oss-cn-hzfinance", "cn-hangzhou-finance", "CN"],
    ["oss-cn-hzjbp", "cn-hangzhou-finance", "CN"],
    ["oss-cn-szfinance", "cn-shenzhen-finance-1", "CN"],
    ["oss-cn-shanghai-finance-1-pub", "cn-shanghai-finance-1", "CN"],
    ["oss-cn-beijing-finance-1-pub", "cn-beijing-finance-1", "CN"],
    ["oss-cn-north-2-gov-1", "cn-north-2-gov-1", "CN"],
    ["oss-rg-china-mainland", "rg-china-mainland", "CN"],
    ["oss-cn-hongkong", "cn-hongkong", "HK"],
    ["OSS-AP-Southeast-1", "ap-southeast-1", "SG"],
    ["eu-west-1", "eu-west-1", "GB"],
    ["me-central-1", "me-central-1", "SA"],
    ["ap-southeast-2", "ap-southeast-2", "AU"],
  ])("reads %s as %s in %s", (spelling, id, country) => {
    expect(knownRegion(spelling)).toBe(id);
    expect(byId.get(id)?.country).toBe(country);
  });

  test("places transfer acceleration nowhere", () => {
    expect(byId.get("oss-accelerate")?.country).toBeNull();
  });

  test("never guesses what it does not hold", () => {
    expect(knownRegion("oss-cn-nowhere")).toBeUndefined();
    expect(placeRegion("oss-cn-nowhere")).toBe("oss-cn-nowhere");
    expect(idRegion("oss-cn-nowhere")).toBe("cn-nowhere");
  });

  test("never has OSS's spelling as an id of a region", () => {
    expect(regions.filter((row) => row.kind !== "edge" && row.id.startsWith("oss-"))).toEqual([]);
  });
});

describe("the regions of an account", () => {
  const open = regions.filter((row) => row.kind === "region" && row.status === "active").map((row) => row.id);

  test("are those of the live list, new ones included", () => {
    const { regions: scanned, regionDifferences } = compareRegions([...open, "cn-moon-1"], "all");
    expect(scanned).toContain("cn-moon-1");
    expect(regionDifferences).toEqual([{ region: "cn-moon-1", difference: "not-in-table" }]);
  });

  test("lack an open region of the table only with a word about it", () => {
    const { regionDifferences } = compareRegions(
      open.filter((id) => id !== "us-east-1"),
      "all",
    );
    expect(regionDifferences).toEqual([{ region: "us-east-1", difference: "not-live" }]);
  });

  test("name the entitled ones as not enabled, and closed ones not at all", () => {
    const { notEnabled } = compareRegions(open, "all");
    expect(notEnabled).toContain("cn-hangzhou-finance");
    expect(notEnabled).not.toContain("ap-south-1");
  });

  test("can be wished for in OSS's spelling; a wished one that is not enabled is named", () => {
    const { regions: scanned, notEnabled } = compareRegions(open, ["oss-cn-hongkong", "cn-north-2-gov-1"]);
    expect({ scanned, notEnabled }).toEqual({ scanned: ["cn-hongkong"], notEnabled: ["cn-north-2-gov-1"] });
  });

  test("that are enabled and not wished for are told, so that the report can say so", () => {
    expect(compareRegions(["cn-hangzhou", "cn-shanghai", "cn-hongkong"], ["cn-shanghai"]).excluded).toEqual([
      "cn-hangzhou",
      "cn-hongkong",
    ]);
    expect(compareRegions(open, "all").excluded).toEqual([]);
  });

  test("cannot be wished for by a name that nobody knows", () => {
    expect(() => compareRegions(open, ["cn-hangzou"])).toThrow(/"cn-hangzou"/);
  });
});
