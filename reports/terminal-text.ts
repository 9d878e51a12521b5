import type { Text } from "../src/model/index.ts";
import { digits, plural } from "./terms/digits.ts";

/** Words of the terminal summary. */
export const terminalText = {
  findings: { en: "Findings", zh: "检查发现" },
  none: { en: "No finding in what was read.", zh: "在已读取的范围内无检查发现。" },
  total: { en: "total", zh: "合计" },
  worst: { en: "Worst open findings", zh: "最需处置的检查发现" },
  everyone: { en: "everyone", zh: "任何人" },
  complete: { en: "Coverage complete", zh: "检查覆盖完整" },
  incomplete: { en: "Coverage incomplete", zh: "检查覆盖不完整" },
  next: { en: "Next", zh: "下一步" },
  interrupted: {
    en: "Stopped before its end: this is what was read until then.",
    zh: "检查中途中止，以下仅为中止前已读取的内容。",
  },
} as const satisfies Readonly<Record<string, Text>>;

export function moreFindings(count: number): Text {
  return { en: `and ${digits(count)} more`, zh: `另有${digits(count)}项` };
}

export function foldedResources(count: number): Text {
  return { en: `${plural(count, "resource", "resources")}, folded`, zh: `合并${digits(count)}个资源` };
}

export const nextSteps = {
  explain: (id: string): Text => ({
    en: `jingnei explain ${id}   (call, field, rule and law behind the worst finding)`,
    zh: `jingnei explain ${id}   （查看首项发现所依据的接口、字段、规则和法律条款）`,
  }),
  permissions: {
    en: "jingnei scan --dry-run   (lists the permission that each call needs; grant what was denied, then scan again)",
    zh: "jingnei scan --dry-run   （列出各项调用所需的权限；补充缺少的权限后重新扫描）",
  },
  coverage: {
    en: "open Coverage in the report: it says of each gap what to do; then run it again",
    zh: "查看报告的“检查覆盖范围”部分：其中载明各项缺口的处理办法，处理后重新运行",
  },
  declare: {
    en: "set operator.status in jingnei.yaml: which duties apply depends on it",
    zh: "在 jingnei.yaml 中填写 operator.status：适用何种义务取决于此",
  },
  keep: {
    en: "keep the report: it shows what was asked and what was answered",
    zh: "留存报告：其中载明检查范围与应答情况",
  },
} as const;
