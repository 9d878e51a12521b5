import type { Text } from "../../src/model/index.ts";

/** The summary's own words. */
export const text = {
  title: { en: "Data residency", zh: "数据存储地检查" },
  worst: { en: "Worst open findings", zh: "最需处置的检查发现" },
  verdict: { en: "Verdict", zh: "结论" },
  priority: { en: "Priority", zh: "优先级" },
  rule: { en: "Rule", zh: "规则" },
  resource: { en: "Resource", zh: "资源" },
  dataClass: { en: "Data", zh: "数据类别" },
  where: { en: "What was found", zh: "检查情况" },
  missing: { en: "missing: ", zh: "缺少：" },
  id: { en: "Finding", zh: "发现编号" },
  total: { en: "Total", zh: "合计" },
  isNew: { en: " (new)", zh: "（新增）" },
  onRecord: { en: "On record, not open", zh: "已登记，非待处理" },
  onRecordNote: {
    en: "Covered by a recorded route, allowed without filing, or an exception; declared, not verified.",
    zh: "已登记依据覆盖、免予申报或例外登记；均为申明事项，工具未核验。",
  },
  notSeen: { en: "What was not seen", zh: "未能检查的内容" },
  operation: { en: "Operation", zh: "接口操作" },
  scope: { en: "Where", zh: "范围" },
  reason: { en: "Reason", zh: "原因" },
  count: { en: "Count", zh: "次数" },
  global: { en: "global", zh: "全局" },
  excluded: { en: "Left out by the user", zh: "用户排除的范围" },
  unread: { en: "May hold data, not read by this version", zh: "可能存有数据但本版本尚未读取" },
  notEnabled: { en: "Regions not enabled", zh: "未启用的地域" },
  notInTable: { en: "Regions not in the table, so not located", zh: "地域表未收录、位置未确定的地域" },
  interrupted: {
    en: "This run was stopped before its end. It shows what was read until then.",
    zh: "本次检查中途中止，以下仅为中止前已读取的内容。",
  },
  explain: {
    en: "`jingnei explain FINDING` shows the call, the field, the rule and the law behind a finding.",
    zh: "运行 `jingnei explain 发现编号` 可查看该项所依据的接口、字段、规则和法律条款。",
  },
  lawAsOf: { en: "law as of", zh: "法规口径截至" },
  operator: { en: "operator (as declared)", zh: "运营者（依申明）" },
  rules: { en: "rules", zh: "规则摘要" },
  run: { en: "run", zh: "检查编号" },
} as const satisfies Readonly<Record<string, Text>>;
