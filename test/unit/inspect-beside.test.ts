import { describe, expect, it } from "vitest";
import { createEngine } from "../../src/inspect/engine/engine.ts";
import { defaultLimits } from "../../src/inspect/limits.ts";
import { objectOf } from "../support/read-pieces.ts";

const engine = await createEngine({ year: 2026, seed: "test", limits: defaultLimits });

async function confidenceOf(
  text: string,
  id: "cn-mobile" | "cn-resident-id" | "cn-plate" = "cn-mobile",
): Promise<number | undefined> {
  const { detectors } = await engine.inspect(objectOf(Buffer.from(text)), new AbortController().signal);
  return detectors.get(id)?.confidence;
}

const linesOf = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => `${line(at)}\n`).join("");
const heads = ["138", "159", "186", "177", "131", "150", "199", "135"];
const mobile = (at: number): string =>
  `${heads[at % 8]}${String((at * 48_271_357 + 12_345_678) % 100_000_000).padStart(8, "0")}`;
const address = (at: number): string => `四川省成都市武侯区人民南路${at + 1}号`;

/** Beijing, Dongcheng, with the check digit of ISO 7064 MOD 11-2. */
function residentId(at: number): string {
  const body = `110101198${at}0512${100 + at * 7}`;
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11), 0);
  return body + "10X98765432".charAt(sum % 11);
}

describe("mobile numbers in running text without a word that says so", () => {
  it("count beside an address, surely from the third line on", async () => {
    expect(await confidenceOf(linesOf(4, (at) => `王建国 ${mobile(at)} ${address(at)}`))).toBe(0.85);
    expect(await confidenceOf(`王建国 ${mobile(1)} ${address(1)}\n`)).toBe(0.7);
  });

  it("count beside the number of an identity card", async () => {
    const insert = (at: number): string =>
      `2026-11-12 10:00:00 DEBUG insert : ==> Parameters: 王建国(String), ${mobile(at)}(String), 11010519491231002X(String)`;
    expect(await confidenceOf(linesOf(4, insert))).toBe(0.85);
  });

  it("count by themselves where there are many, and not where they count upwards or half of them are none", async () => {
    expect(await confidenceOf(linesOf(60, (at) => `完成回访 ${mobile(at)} 一次`))).toBe(0.85);
    expect(await confidenceOf(linesOf(12, (at) => `完成回访 ${mobile(at)} 一次`))).toBeUndefined();
    expect(await confidenceOf(linesOf(60, (at) => `完成工单 ${13_900_000_000 + at * 7} 一次`))).toBeUndefined();
    const other = (at: number): string => (at % 3 === 0 ? `154${mobile(at).slice(3)}` : mobile(at));
    expect(await confidenceOf(linesOf(60, (at) => `完成工单 ${other(at)} 一次`))).toBeUndefined();
  });

  it("count in short cells that hold a name with them", async () => {
    expect(await confidenceOf(`序号,办理\n${linesOf(60, (at) => `${at + 1},王建国(${mobile(at)})`)}`)).toBe(0.85);
  });

  it("are told by the labels of a letter's signature", async () => {
    expect(await confidenceOf("王建国\n销售经理\nT: 021-62345678  M: 13612345679\n")).toBe(0.95);
  });
});

describe("numbers of identity cards", () => {
  it("count in cells behind a label, and behind the words for a driving licence", async () => {
    const rows = linesOf(8, (at) => `${at},ID:${residentId(at)}`);
    expect(await confidenceOf(`a,b\n${rows}`, "cn-resident-id")).toBeGreaterThanOrEqual(0.85);
    expect(await confidenceOf("驾驶证号11010519491231002X的车主已到场。\n", "cn-resident-id")).toBe(0.95);
  });
});

describe("columns that have namesakes in other tables of the same object", () => {
  const tables = (count: number, number: (table: number, at: number) => string): string =>
    Array.from({ length: count }, (_, table) =>
      linesOf(12, (at) => `INSERT INTO t${table} VALUES (${at}, '${number(table, at)}');`),
    ).join("\n");

  it("are no mobile numbers in the one where all pass by chance", async () => {
    const number = (table: number, at: number): string =>
      table > 0 && at % 3 === 0 ? `154${mobile(at + table * 12).slice(3)}` : mobile(at + table * 12);
    expect(await confidenceOf(tables(1, number))).toBe(0.85);
    expect(await confidenceOf(tables(6, number))).toBeUndefined();
    expect(await confidenceOf(tables(6, (table, at) => mobile(at + table * 12)))).toBe(0.85);
  });
});

describe("plates with their dot", () => {
  it("count where a driver or a car is spoken of", async () => {
    expect(await confidenceOf("司机驾驶粤B·12345到达。\n", "cn-plate")).toBe(0.95);
  });
});
