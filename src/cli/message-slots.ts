import type { Language, ParameterValue, Text } from "../model/index.ts";

/** What a finding puts in place of each `{slot}` of a rule's message. */
const slots: Readonly<Record<string, Text>> = {
  account: { en: "id", zh: "编号" },
  approval: { en: "id", zh: "编号" },
  class: { en: "class of the data", zh: "数据类别" },
  count: { en: "number", zh: "数量" },
  days: { en: "days", zh: "天数" },
  flow: { en: "what flows where", zh: "数据流向" },
  issued: { en: "first day", zh: "起始日期" },
  last: { en: "last day", zh: "届满日期" },
  mechanism: { en: "mechanism", zh: "路径类型" },
  partition: { en: "partition", zh: "分区" },
  place: { en: "place", zh: "位置" },
  provider: { en: "provider", zh: "云服务商" },
  resource: { en: "resource", zh: "资源" },
};

/** A rule's message as it reads before there is a finding: the values of the configuration, words in brackets for the rest. */
export function messageOfRule(
  message: Text,
  parameters: Readonly<Record<string, ParameterValue>>,
  lang: Language,
): string {
  return message[lang].replace(/\{([\w.]+)\}/g, (whole, name: string) => {
    const slot = slots[name];
    if (slot !== undefined) return lang === "zh" ? `［${slot.zh}］` : `[${slot.en}]`;
    const value = parameters[name.replace("parameters.", "")];
    return value === undefined ? whole : String(value);
  });
}
