import { expect, it } from "vitest";
import { loadPolicies } from "../../policies/index.ts";
import { citationOf } from "../../src/model/index.ts";

const name = { en: "Cybersecurity Law", zh: "中华人民共和国网络安全法" };

it("cites an article as lawyers of each language do", () => {
  expect(citationOf({ instrument: "CSL", name, article: "39" })).toEqual({
    en: "Cybersecurity Law (CSL) art. 39",
    zh: "《中华人民共和国网络安全法》第三十九条",
  });
});

it("counts articles in Chinese figures", () => {
  const counted = ["1", "5", "10", "15", "20", "31", "71", "100", "102", "110", "126"].map(
    (article) => citationOf({ instrument: "X", article }).zh,
  );
  expect(counted.map((text) => text.slice(3, -1))).toEqual([
    "一",
    "五",
    "十",
    "十五",
    "二十",
    "三十一",
    "七十一",
    "一百",
    "一百零二",
    "一百一十",
    "一百二十六",
  ]);
});

it("leaves annexes and parts by their own names, and title marks single", () => {
  const standard = { en: "GB/T 1-2024 Rules", zh: "《规则》" };
  expect(citationOf({ instrument: "GBT-1", name: standard, article: "G" })).toEqual({
    en: "GB/T 1-2024 Rules (GBT-1) G",
    zh: "《规则》 G",
  });
});

it("finds the full name with every citation of every policy", () => {
  const nameless = loadPolicies().policies.flatMap(({ policy, outcome }) => {
    const facts = { operator: {}, resource: {}, edge: {}, place: {}, data: {}, parameters: {} };
    return outcome(facts)
      .basis.filter((one) => one.name === undefined)
      .map((one) => `${policy.id} ${one.instrument}`);
  });
  expect(nameless).toEqual([]);
});
