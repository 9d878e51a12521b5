import { describe, expect, it } from "vitest";
import { evidenceFrames, gapFrames, listWords, reasonFrames, slotWords } from "../../src/model/evidence-frames.ts";
import { evidenceIn, evidenceLine } from "../../src/model/index.ts";

/** A value that the slot takes: of its own words where it has some. */
function sampleOf(slot: string): string {
  const [word] = Object.keys(slotWords[slot] ?? listWords[slot] ?? {});
  return word ?? (slot === "because" ? "tag data-class=personal" : `the ${slot}`);
}

/** The template with a sample in every slot, the optional parts kept. */
function sampled(template: string): string {
  return template.replaceAll(/[«»]/g, "").replaceAll(/\{(\w+)\}/g, (_, slot: string) => sampleOf(slot));
}

/** The same without the optional parts. */
function short(template: string): string {
  return sampled(template.replaceAll(/«[^»]*»/g, ""));
}

/** English tells one from many; Chinese does not. */
const plurals: readonly string[] = ["results", "resources"];

const asReason = (line: string) => `class personal: ${line}`;
const templates: readonly (readonly [name: string, en: string, zh: string])[] = [
  ...Object.entries({ ...evidenceFrames, ...gapFrames }).map(([name, { en, zh }]) => [name, en, zh] as const),
  ...Object.entries(reasonFrames).map(
    ([name, { en, zh }]) => [name, asReason(en), `数据类别为个人信息：${zh}`] as const,
  ),
];

describe("lines of evidence in two languages", () => {
  it.each(templates)("reads %s back, with and without what may be left out", (_, en, zh) => {
    const slots = (template: string) => [...template.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot).sort();
    expect(slots(zh)).toEqual(slots(en).filter((slot) => !plurals.includes(slot ?? "")));
    for (const line of [sampled(en), short(en)]) {
      const read = evidenceIn(line);
      expect(read.en).toBe(line);
      expect(read.zh).not.toBe(line);
      expect(read.zh).not.toMatch(/[{}«»]|: |undefined/);
    }
  });

  it("names classes, places and routes as the rest of a Chinese report does", () => {
    const zh = (line: string) => evidenceIn(line).zh;
    expect(zh("place: ap-east-1, HK, hong-kong")).toBe("位置：ap-east-1，HK，香港特别行政区");
    expect(zh("class (confidence): personal (0.6), sensitive-personal (0.95)")).toBe(
      "数据类别（置信度）：个人信息（0.6）、敏感个人信息（0.95）",
    );
    expect(zh("class personal: inherited, copied-to from arn:aws:ec2:ap-east-1:1:snapshot/s-1")).toBe(
      "数据类别为个人信息：继承自 arn:aws:ec2:ap-east-1:1:snapshot/s-1（拷贝）",
    );
    expect(
      zh(
        "recorded route SA-1: security-assessment, personal, 200000 individuals, from 2025-10-19 to 2028-10-18: accepted (declared, not verified)",
      ),
    ).toBe(
      "已登记的依据 SA-1：数据出境安全评估，个人信息，200000人，自2025-10-19起至2028-10-18：已覆盖（申明事项，工具未核验）",
    );
  });

  it("leaves out the optional part whose value is not given", () => {
    const route = { id: "SA-1", ground: "certification", classes: "personal", people: undefined, issued: "2026-01-01" };
    expect(evidenceLine("route", { ...route, last: undefined, state: undefined })).toBe(
      "recorded route SA-1: certification, personal, from 2026-01-01 (declared, not verified)",
    );
  });

  it("leaves answers of clouds, and lines of another version, as they are", () => {
    for (const line of [
      "s3:ListBuckets: BucketRegion = ap-east-1",
      "ec2:DescribeSnapshots: Description = [Copied snap-1 from ap-east-1]",
      "class unheard-of: tag a=b",
      "",
    ]) {
      expect(evidenceIn(line)).toEqual({ en: line, zh: line });
    }
    expect(evidenceIn("class personal: somebody says so").zh).toBe("数据类别为个人信息：somebody says so");
  });
});
