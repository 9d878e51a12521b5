import type { ReportResource, Text } from "../../src/model/index.ts";

export const scopeTerms: Readonly<Record<ReportResource["scope"], Text>> = {
  in: { en: "linked to the mainland", zh: "有境内关联" },
  out: { en: "no link to the mainland, as declared", zh: "依申明无境内关联" },
  unknown: { en: "link to the mainland not determined", zh: "境内关联未确定" },
};

/** What a finding without a resource is about. */
export const subjectTerms = {
  account: { en: "Account", zh: "账号" },
  platform: { en: "Platform", zh: "云平台" },
  operator: { en: "Operator", zh: "运营者" },
  approval: { en: "Recorded route", zh: "已登记的依据" },
  route: { en: "Recorded route", zh: "已登记的依据" },
} as const satisfies Readonly<Record<string, Text>>;
