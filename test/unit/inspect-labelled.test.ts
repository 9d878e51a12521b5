import { describe, expect, it } from "vitest";
import { createEngine } from "../../src/inspect/engine/engine.ts";
import { defaultLimits } from "../../src/inspect/limits.ts";
import type { ObjectResult } from "../../src/inspect/result.ts";
import { objectOf } from "../support/read-pieces.ts";

const engine = await createEngine({ year: 2026, seed: "test", limits: defaultLimits });

async function inspected(text: string): Promise<ObjectResult> {
  return engine.inspect(objectOf(Buffer.from(text)), new AbortController().signal);
}

const certain = ({ detectors }: ObjectResult): readonly string[] =>
  [...detectors].filter(([, { confidence, matches }]) => confidence >= 0.8 && matches > 0).map(([id]) => id);

const rows = [
  ["姓名", "王建国", "性别", "男"],
  ["身份证号", "11010519491231002X", "民族", "汉族"],
  ["联系电话：", "13812345678", "学 历", "本科"],
  ["家庭住址", "四川省成都市武侯区人民南路四段3号", "", ""],
];
const page = `<html><body><table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table></body></html>`;

describe("forms set as tables", () => {
  it.each([
    ["a page", page],
    ["a table", `${rows.map((row) => row.join(",")).join("\n")}\n`],
    ["pairs", `${rows.map((row) => row.slice(0, 2).join("\t")).join("\n")}\n`],
  ])("are read by the labels beside their values: %s", async (_, content) => {
    const result = await inspected(content);
    expect(certain(result)).toEqual(expect.arrayContaining(["cn-resident-id", "cn-mobile"]));
    expect(result.columns.every(({ name }) => !/王|138|成都/.test(name))).toBe(true);
  });

  it("are not made of tables that tell what columns there are, nor of goods and courses", async () => {
    const dictionary = "字段,说明,类型\nmobile,手机号,varchar(20)\nid_card,身份证号,varchar(18)\nfaith,宗教信仰,int\n";
    const courses = `课程,教师,学分\n${["宗教", "民族", "婚姻", "疾病史"].map((one, at) => `${one},王建国,${at}\n`).join("")}`;
    for (const content of [dictionary, courses])
      expect([...(await inspected(content)).topics.keys()]).not.toContain("religion");
  });
});
