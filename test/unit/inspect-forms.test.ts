import { describe, expect, it } from "vitest";
import { createEngine } from "../../src/inspect/engine/engine.ts";
import { createFieldReader } from "../../src/inspect/engine/forms.ts";
import { defaultLimits } from "../../src/inspect/limits.ts";
import type { ObjectResult } from "../../src/inspect/result.ts";
import { objectOf } from "../support/read-pieces.ts";

async function inspected(text: string): Promise<ObjectResult> {
  const engine = await createEngine({ year: 2026, seed: "test", limits: defaultLimits });
  return engine.inspect(objectOf(Buffer.from(text)), new AbortController().signal);
}

const certain = ({ detectors }: ObjectResult): readonly string[] =>
  [...detectors].filter(([, { confidence }]) => confidence >= 0.8).map(([id]) => id);

const form = (people: readonly string[]): string =>
  people
    .map((who, at) => `员工登记\n姓名：${who}，出生日期：199${at}-03-0${at + 1}，护照号码：E1234567${at}\n`)
    .join("\n");

describe("forms in running text", () => {
  it("reads fields whose label is a word of headers, and takes prose with a colon for prose", () => {
    const { fieldsIn } = createFieldReader();
    const text = "姓名：王伟，手机号: 13812345678；会议议程：安全。他说：很好 phone=13912345678";
    const fields = [...fieldsIn(text)].map(({ hints, value }) => [[...hints.strong, ...hints.weak][0], value]);
    expect(fields).toContainEqual(["cn-mobile", "13812345678"]);
    expect(fields.some(([, value]) => value === "王伟")).toBe(true);
    expect(fields.some(([, value]) => value === "安全")).toBe(false);
  });

  it("reads forms as they are set: room within labels and names, behind the colon, and one blank between fields", () => {
    const { fieldsIn } = createFieldReader();
    const set =
      "姓　　名：  张　三　性　别：男 民族：汉族\n联系电话:      13812345678 家庭住址：四川省成都市武侯区人民路3号";
    expect([...fieldsIn(set)].map(({ label, value }) => `${label}=${value}`)).toEqual([
      "姓名=张三",
      "性别=男",
      "民族=汉族",
      "联系电话=13812345678",
      "家庭住址=四川省成都市武侯区人民路3号",
    ]);
  });

  it("finds what counts in columns only in the fields of a form, and never names a field by its label", async () => {
    const result = await inspected(form(["王伟", "李静", "张敏", "刘洋", "陈杰", "杨丽", "赵强", "黄磊"]));
    expect(certain(result)).toEqual(expect.arrayContaining(["cn-name", "birth-date", "cn-passport"]));
    expect(result.columns.map(({ name }) => name).every((name) => /^field [a-z-]+$/.test(name))).toBe(true);
    // Counted once, as text or as a field.
    expect(result.detectors.get("cn-passport")?.matches).toBe(8);
  });

  it("joins what fields and text tell: positions with times under a number are whereabouts", async () => {
    const lines = Array.from(
      { length: 12 },
      (_, at) =>
        `手机：1381234${5600 + at * 17}，经度：116.39${10 + at}23，纬度：39.90${10 + at}47，定位时间：2025-05-12 21:58:${10 + at}`,
    );
    const { groups } = await inspected(`${lines.join("\n")}\n`);
    const text = groups.find(({ evidence }) => evidence.has("coordinate"));
    expect([...(text?.evidence.keys() ?? [])]).toEqual(expect.arrayContaining(["cn-mobile", "coordinate", "time"]));
  });

  it("takes from labels in Latin letters that they are of a time, and no other topic", () => {
    const topics = [
      ...createFieldReader().fieldsIn("located_at: 2025-05-12 21:58:09, phone: 13812345678, disabled: true"),
    ];
    expect(topics.map(({ label, hints }) => [label, ...hints.topics])).toEqual([["located_at", "time"], ["phone"]]);
  });

  it("takes one mark of secrecy for proof, in text, in a cell among others and in the name of a column", async () => {
    expect(certain(await inspected("会议纪要\n\n绝密★长期 关于专项工作的通知\n\n本季度运行平稳。\n"))).toEqual([
      "secrecy-mark",
    ]);
    const notes = Array.from(
      { length: 20 },
      (_, at) => `<note>${at === 7 ? "密级：机密★20年" : "本季度运行平稳"}</note>`,
    );
    expect(certain(await inspected(`<?xml version="1.0"?><export>${notes.join("\n")}</export>`))).toEqual([
      "secrecy-mark",
    ]);
    const named = await inspected("序号,机密★ 项目名称,状态\n1,甲,正常\n2,乙,正常\n3,丙,停用\n");
    expect(named.groups.flatMap(({ evidence }) => [...evidence.keys()])).toContain("secrecy-mark");
  });

  it("weighs tokens within longer cells: a check that most fail proves nothing", async () => {
    const serials = Array.from(
      { length: 200 },
      (_, at) => `{"message":"受理 440305201903${String(10 + (at % 18))}${String(1000 + at * 7)} 完成"}`,
    );
    expect(certain(await inspected(`${serials.join("\n")}\n`))).toEqual([]);
    const ids = [
      "11010519491231002X",
      "110101199003072316",
      "110101200002290018",
      "620102199001010011",
      "620102199001010257",
    ];
    const said = ids.map((id) => `{"message":"已核对 ${id} 与原件一致"}`);
    expect(certain(await inspected(`${said.join("\n")}\n`))).toEqual(["cn-resident-id"]);
  });
});
