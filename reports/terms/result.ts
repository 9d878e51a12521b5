import type { RunInfo, Text } from "../../src/model/index.ts";
import { digits, plural } from "./digits.ts";

export const modeTerms: Readonly<Record<RunInfo["mode"], Text>> = {
  scan: { en: "Scan of live clouds", zh: "云上资源扫描" },
  check: { en: "Check of an infrastructure change", zh: "基础设施变更检查" },
  demo: { en: "Demonstration on a sample estate", zh: "示例环境演示" },
};

/** The result in one sentence. Never that all is well: only what was asked, and what was answered. */
export function verdictSentence(notMet: number, review: number, complete: boolean): Text {
  if (notMet === 0 && review === 0) {
    return complete
      ? { en: "No open finding in what was checked.", zh: "在已检查的范围内，没有待处理的检查发现。" }
      : {
          en: "No open finding in what could be seen. Not everything could be seen.",
          zh: "在能够检查的范围内没有待处理的检查发现，但部分范围未能检查。",
        };
  }
  const en = [
    notMet > 0 && `In ${plural(notMet, "finding", "findings")} a requirement is not met on the facts observed`,
    review > 0 && `${digits(review)} ${notMet > 0 ? "more " : ""}${review === 1 ? "needs" : "need"} review`,
  ].filter((part) => part !== false);
  const zh = [
    notMet > 0 && `依据已观察到的事实，有${digits(notMet)}项检查发现为不符合项`,
    review > 0 && `${notMet > 0 ? "另" : ""}有${digits(review)}项待核实`,
  ].filter((part) => part !== false);
  return { en: `${en.join("; ")}.`, zh: `${zh.join("；")}。` };
}
