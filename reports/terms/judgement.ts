import type { Basis, Text, Verdict } from "../../src/model/index.ts";

/** What a verdict rests on, in a few words beside its name. */
export const verdictNotes: Readonly<Record<Verdict, Text>> = {
  "not-met": { en: "on the facts observed", zh: "依据已观察到的事实" },
  review: { en: "a fact is missing or a reading is open", zh: "缺少事实或存在解释空间" },
  accepted: { en: "covered by a recorded route; declared, not verified", zh: "申明事项，工具未核验" },
  permitted: { en: "allowed without filing; other duties remain", zh: "其他义务仍适用" },
  suppressed: { en: "a named owner answers for it", zh: "由登记人负责" },
};

/** How well the cited provision was read, as a mark behind it. */
export const sourceMarks: Readonly<Record<Basis["confidence"], Text>> = {
  A: { en: "wording checked", zh: "原文" },
  B: { en: "secondary source", zh: "二手" },
  C: { en: "to verify", zh: "待核实" },
};
