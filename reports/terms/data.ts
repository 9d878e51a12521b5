import type { ClassEvidence, ReportResource, Text } from "../../src/model/index.ts";

export const scopeTerms: Readonly<Record<ReportResource["scope"], Text>> = {
  in: { en: "linked to the mainland", zh: "有境内关联" },
  out: { en: "no link to the mainland, as declared", zh: "依申明无境内关联" },
  unknown: { en: "link to the mainland not determined", zh: "境内关联未确定" },
};

export const classEvidenceTerms: Readonly<Record<ClassEvidence["kind"], Text>> = {
  tag: { en: "tag", zh: "标签" },
  name: { en: "name", zh: "名称" },
  content: { en: "content", zh: "内容" },
  import: { en: "imported result", zh: "导入结果" },
  inherited: { en: "inherited", zh: "继承" },
  config: { en: "configuration", zh: "配置" },
};

/** What a finding without a resource is about. */
export const subjectTerms = {
  account: { en: "Account", zh: "账号" },
  platform: { en: "Platform", zh: "云平台" },
  operator: { en: "Operator", zh: "运营者" },
  approval: { en: "Recorded route", zh: "已登记的依据" },
  route: { en: "Recorded route", zh: "已登记的依据" },
} as const satisfies Readonly<Record<string, Text>>;
