import type { Language, Text } from "../model/index.ts";

const labels = {
  adjustments: { en: "Other outcomes", zh: "其他结果" },
  aliases: { en: "Formerly", zh: "曾用编号" },
  approval: { en: "Recorded route", zh: "已登记的依据" },
  basis: { en: "Law", zh: "法律依据" },
  call: { en: "call", zh: "调用" },
  cases: { en: "Cases", zh: "用例" },
  condition: { en: "Condition", zh: "条件" },
  conflicts: {
    en: "Rules of other tools that ask for the opposite of this fix, and how to mute them",
    zh: "与本整改建议方向相反的其他工具规则及其忽略条目",
  },
  data: { en: "Data", zh: "数据" },
  designated: { en: "If designated as CIIO", zh: "如被认定为关键信息基础设施运营者" },
  evidence: { en: "Evidence", zh: "证据" },
  exemptions: { en: "Exemptions that permit it", zh: "可予豁免的情形" },
  facts: { en: "Facts it needs", zh: "所需事实" },
  field: { en: "field", zh: "字段" },
  file: { en: "File", zh: "文件" },
  finding: { en: "Finding", zh: "检查发现" },
  flow: { en: "Edge", zh: "数据流向" },
  members: { en: "Resources folded into it", zh: "所含资源数" },
  missing: { en: "Missing facts", zh: "缺失的事实" },
  new: { en: "new", zh: "新增" },
  outcome: { en: "Outcome", zh: "结果" },
  place: { en: "Place", zh: "位置" },
  policy: { en: "Policy", zh: "规则" },
  region: { en: "Region table", zh: "地域表" },
  related: { en: "Related", zh: "相关" },
  remediation: { en: "What to do", zh: "处置建议" },
  resource: { en: "Resource", zh: "资源" },
  routes: { en: "Routes that cover it", zh: "可覆盖的合规路径" },
  summary: { en: "What it says", zh: "说明" },
  until: { en: "valid until", zh: "有效期至" },
  undesignated: { en: "If not designated", zh: "如未被认定" },
  value: { en: "value", zh: "取值" },
} satisfies Record<string, Text>;

export function label(name: keyof typeof labels, lang: Language): string {
  return labels[name][lang];
}
