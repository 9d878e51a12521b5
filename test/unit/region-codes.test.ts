import { describe, expect, it } from "vitest";
import { cnResidentId } from "../../src/inspect/detectors/cn-resident-id.ts";
import { provinceOf, standingOf } from "../../src/inspect/dictionaries/region-codes.ts";

/** A resident id of a region, with its check character written from ISO 7064 and not with the product's code. */
function idOf(region: string): string {
  const body = `${region}19900307231`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body.charAt(index)), 0);
  return body + "10X98765432".charAt(sum % 11);
}

describe("codes of counties", () => {
  it.each([
    ["110101", "Dongcheng, Beijing"],
    ["440305", "Nanshan, Shenzhen"],
    ["659001", "Shihezi"],
    ["110103", "Chongwen, Beijing, until 2010"],
    ["110104", "Xuanwu, Beijing, until 2010"],
    ["310103", "Luwan, Shanghai, until 2011"],
    ["320504", "Jinchang, Suzhou, until 2012"],
    ["310230", "Chongming county, until 2016"],
    ["330125", "Yuhang county, Hangzhou, until 1994"],
    ["510202", "Yuzhong as a district of Sichuan, until 1997"],
    ["441900", "Dongguan, which has no districts"],
    ["512221", "Wanxian county of Sichuan, until 1992"],
    ["422421", "Jiangling county of Jingzhou prefecture, until 1994"],
  ])("know %s: %s", (region) => {
    expect(["county", "fits"]).toContain(standingOf(Number(region)));
    expect(cnResidentId.weigh(idOf(region))).toBe("valid");
  });

  it.each(["110199", "440399", "559901", "710000", "000000", "990101", "169999"])("know no %s", (region) => {
    expect(["province", "none"]).toContain(standingOf(Number(region)));
    expect(cnResidentId.weigh(idOf(region))).not.toBe("valid");
  });

  it("know the provinces of the mainland only", () => {
    expect(provinceOf(110_101)).toBe(11);
    expect(provinceOf(659_001)).toBe(65);
    for (const code of [0, 160_000, 710_000, 810_000, 820_000, 830_000, 990_000])
      expect(provinceOf(code)).toBeUndefined();
  });

  it("leave few codes that no county had", () => {
    let places = 0;
    for (let code = 0; code < 1_000_000; code++) if (/county|fits/.test(standingOf(code))) places += 1;
    expect(places / 1_000_000).toBeGreaterThan(0.005);
    expect(places / 1_000_000).toBeLessThan(0.03);
  });
});
