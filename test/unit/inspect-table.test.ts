import { expect, it } from "vitest";
import { inspectionTable } from "../../src/cli/inspect-table.ts";
import type { InspectedObject } from "../../src/inspect/document.ts";
import type { InspectionSummary } from "../../src/inspect/summary.ts";

const object: InspectedObject = {
  path: "a.csv",
  format: "csv",
  encoding: "utf-8",
  wrappers: [],
  bytes: 10,
  inspectedBytes: 10,
  partial: false,
  class: "personal",
  classes: ["personal"],
  confidence: 0.7,
  reasons: [],
  detectors: { "cn-name": { matches: 3, distinct: 3, confidence: 0.7 } },
  columns: [{ table: "", name: "作者", detector: "cn-name", share: 1, confidence: 0.7 }],
  topics: { health: ["病历号"] },
  marks: [],
  gaps: [],
  members: 0,
};
const summary: InspectionSummary = {
  objects: 1,
  inspected: 1,
  bytes: 10,
  inspectedBytes: 10,
  classes: { personal: 1 },
  unreadable: 0,
  people: {},
  statement: "all seen",
  statements: { en: "all seen", zh: "已全部检查" },
  notices: [],
};

function rendered(one: InspectedObject, lang: "en" | "zh"): string {
  const table = inspectionTable();
  table.take(one);
  return table.render(summary, lang);
}

it("says in both languages what names speak of, and that a hint is one", () => {
  expect(rendered(object, "zh")).toMatch(/个人信息（待确认）.*姓名 3 处（作者）; 名称涉及医疗健康（病历号）/);
  expect(rendered(object, "en")).toMatch(/to be confirmed.*3 personal names in 作者; names speak of health \(病历号\)/);
});

it("says of what is certain no more than its class", () => {
  expect(rendered({ ...object, confidence: 0.95 }, "zh")).not.toContain("待确认");
});
