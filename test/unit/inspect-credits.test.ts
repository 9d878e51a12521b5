import { describe, expect, it } from "vitest";
import { compileContentRules } from "../../policies/content-rules.ts";
import { inspectedObject } from "../../src/inspect/document.ts";
import { createEngine } from "../../src/inspect/engine/engine.ts";
import { defaultLimits } from "../../src/inspect/limits.ts";
import { objectOf } from "../support/read-pieces.ts";

const rules = compileContentRules();
const engine = await createEngine({ year: 2026, seed: "test", limits: defaultLimits });

async function confidenceOf(id: "email" | "medical-term" | "geodata", text: string): Promise<number | undefined> {
  const { detectors } = await engine.inspect(objectOf(Buffer.from(text)), new AbortController().signal);
  return detectors.get(id)?.confidence;
}

const people = ["wang.lei", "zhang.min", "liu.yang", "chen.jie", "zhao.qiang", "huang.li", "wu.dan"];

describe("credits of works", () => {
  it.each([
    ["a licence", "MIT License\n\nCopyright (c) 2019 Wei Li <wei.li@widgets.dev>\nContact: mail the author\n"],
    ["licences in turn", people.map((who) => `Copyright (C) 2019 ${who} <${who}@widgets.dev>\n`).join("")],
    [
      "holders of rights",
      people.map((who) => `           2004-2022 ${who.replace(".", " ")} <${who}@widgets.dev>\n`).join(""),
    ],
    ["trailers", people.map((who) => `Fix a bug.\n\nSigned-off-by: ${who} <${who}@widgets.dev>\n`).join("\n")],
    [
      "changelogs of packages",
      people
        .map((who) => `widget (1.0) unstable\n\n  * Fix.\n\n -- ${who} <${who}@widgets.dev>  Mon, 02 Jan 2023\n\n`)
        .join(""),
    ],
    ["changelogs", people.map((who) => `2010-03-04  ${who}  <${who}@widgets.dev>\n\n\t* main.c: Fix.\n\n`).join("")],
  ])("are a hint of persons at most: %s", async (_, text) => {
    expect(await confidenceOf("email", text)).toBe(0.7);
  });

  it("do not excuse other addresses beside them", async () => {
    const letters = people
      .map((who) => `${"The parcel went out on Monday. ".repeat(8)}\nReply to ${who}@qq.com\n`)
      .join("");
    expect(await confidenceOf("email", `Copyright 2019 Wei Li <wei.li@widgets.dev>\n${letters}`)).toBe(0.85);
    expect(await confidenceOf("email", "参会嘉宾：王建国，邮箱 wang.jianguo@qq.com\n")).toBe(0.95);
  });
});

describe("words of medicine in running text", () => {
  it("are no context of themselves", async () => {
    expect(await confidenceOf("medical-term", "Improve the diagnosis of syntax errors.\n")).toBeUndefined();
    expect(await confidenceOf("medical-term", "患者王某，诊断结果：高血压。\n")).toBe(0.95);
  });
});

describe("words of surveying in running text", () => {
  it("are a hint where there are many different ones, and nothing where they are named in passing", async () => {
    const paper = "控制点成果表\n采用2000国家大地坐标系，像控点、水准点与点云由测绘院采集，附地形图。\n";
    expect(await confidenceOf("geodata", paper)).toBe(0.7);
    expect(await confidenceOf("geodata", "公司取得测绘资质，业务包括遥感影像处理。\n")).toBeUndefined();
  });
});

describe("words of medicine and money", () => {
  it("are of a person where one stands in the same line of running text, and else perhaps", async () => {
    const classesOf = async (text: string) => {
      const result = await engine.inspect(objectOf(Buffer.from(text)), new AbortController().signal);
      const found = inspectedObject(result, { rules, profile: "strict" });
      return [found.class, found.confidence, found.classes];
    };
    const article =
      "如何预防高血压\n高血压患者应低盐饮食，遵医嘱服药，糖尿病、冠心病患者应定期复查。\n投稿邮箱：liu.yang@qq.com\n";
    expect(await classesOf(article)).toEqual(["personal", 0.95, ["sensitive-personal", "personal"]]);
    const note = "患者王建国因高血压住院治疗，家属电话13812345678。\n";
    expect((await classesOf(note))[0]).toBe("sensitive-personal");
  });
});
