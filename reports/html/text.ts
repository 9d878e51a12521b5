import type { RunInfo, Text } from "../../src/model/index.ts";
import { digits, plural } from "../terms/digits.ts";

/** The page's own words. One term per idea, the same in every place. */
export const text = {
  title: { en: "Data residency report", zh: "数据存储地检查报告" },
  skip: { en: "Skip to the findings", zh: "跳至检查发现" },
  language: { en: "Language", zh: "语言" },
  theme: { en: "Theme", zh: "配色" },
  themeAuto: { en: "Auto", zh: "自动" },
  themeLight: { en: "Light", zh: "浅色" },
  themeDark: { en: "Dark", zh: "深色" },
  contents: { en: "Contents", zh: "目录" },
  run: { en: "Run", zh: "检查编号" },
  finished: { en: "Finished", zh: "完成时间" },
  operator: { en: "Operator (as declared)", zh: "运营者（依申明）" },
  sectors: { en: "Sectors", zh: "行业" },
  lawAsOf: { en: "Law as of", zh: "法规口径截至" },
  exported: { en: "People exported this year", zh: "本年累计出境自然人数量" },
  toolVersion: { en: "Tool", zh: "工具版本" },
  policiesDigest: { en: "Policies", zh: "规则摘要" },
  regionTables: { en: "Region tables of", zh: "地域表日期" },
  interrupted: {
    en: "This run was stopped before its end. It shows what was read until then.",
    zh: "本次检查中途中止，以下仅为中止前已读取的内容。",
  },
  onRecord: { en: "On record", zh: "已登记" },
  onRecordNote: {
    en: "covered by a recorded route, allowed without filing, or an exception; declared, not verified",
    zh: "已登记依据覆盖、免予申报或例外登记；均为申明事项，工具未核验",
  },
  seeCoverage: { en: "what was not seen", zh: "查看未能检查的内容" },
  coverage: { en: "Coverage", zh: "检查覆盖范围" },
  coverageComplete: { en: "Coverage complete", zh: "检查覆盖完整" },
  coverageIncomplete: { en: "Coverage incomplete", zh: "检查覆盖不完整" },
  whatIsAQuestion: {
    en: "A question is one API operation for one resource type in one region of one account.",
    zh: "一项查询指在一个账号的一个地域内，针对一种资源类型调用一个接口操作。",
  },
  gapsAre: {
    en: "What could not be seen is not the same as nothing there. These calls stayed unanswered:",
    zh: "未能检查不等于没有发现。以下查询未获得应答：",
  },
  operation: { en: "Operation", zh: "接口操作" },
  where: { en: "Where", zh: "范围" },
  reason: { en: "Reason", zh: "原因" },
  count: { en: "Count", zh: "次数" },
  whatToDo: { en: "What to do", zh: "处理建议" },
  firstResource: { en: "first", zh: "首个资源" },
  accounts: { en: "Accounts scanned", zh: "已检查账号" },
  notEnabled: { en: "Regions not enabled", zh: "未启用的地域" },
  excluded: { en: "Left out by the user", zh: "用户排除的范围" },
  unread: {
    en: "Services that may hold data and that this version does not read",
    zh: "可能存有数据但本版本尚未读取的服务",
  },
  endpoints: { en: "Endpoints contacted", zh: "访问的服务端点" },
  regionDifferences: { en: "Region table and live list differ", zh: "地域表与云端实际列表的差异" },
  notInTable: { en: "live, not in the table: location not determined", zh: "云端存在而表中未收录：位置未确定" },
  notLive: { en: "in the table, not in the live list", zh: "表中收录而云端列表未出现" },
  none: { en: "none", zh: "无" },
  globalCall: { en: "global", zh: "全局" },
  matrix: { en: "Data classes and places", zh: "数据类别与存储地" },
  matrixCaption: {
    en: "Number of stores and copies by data class and by the place where they lie",
    zh: "按数据类别和所在地统计的存储资源及副本数量",
  },
  matrixEmpty: { en: "No store and no copy was read.", zh: "未读取到存储资源或副本。" },
  dataClass: { en: "Data class", zh: "数据类别" },
  outsideMainland: { en: "Outside the mainland", zh: "境外" },
  total: { en: "Total", zh: "合计" },
  moreStores: { en: "More stores", zh: "其他存储资源" },
  flows: { en: "Cross-border data flows", zh: "数据跨境流动" },
  flowsCaption: {
    en: "Where data goes, from left to right. Width: number of flows, configured ones included. Colour: data class of the source.",
    zh: "数据由左向右流动。宽度表示流转路径数量（含仅已配置的路径），颜色表示来源的数据类别。",
  },
  flowsUnknown: {
    en: "Not determined includes what everyone can reach.",
    zh: "“未确定”含任何人均可访问的情形。",
  },
  flowsTable: { en: "The same flows as a table", zh: "以表格查看全部流转" },
  flowsEmpty: {
    en: "No flow between jurisdictions was observed in what was read.",
    zh: "在已读取的范围内，未观察到不同法域之间的数据流转。",
  },
  from: { en: "From", zh: "来源" },
  to: { en: "To", zh: "去向" },
  flowKind: { en: "Kind", zh: "方式" },
  findings: { en: "Findings", zh: "检查发现" },
  noFindings: {
    en: "No finding. Read it together with the coverage above.",
    zh: "无检查发现。请结合上文检查覆盖范围阅读。",
  },
  byPriority: { en: "Findings by verdict and handling priority", zh: "按结论和处置优先级统计的检查发现" },
  verdict: { en: "Verdict", zh: "结论" },
  severity: { en: "Handling priority", zh: "处置优先级" },
  filter: { en: "Filter findings", zh: "筛选检查发现" },
  filterText: { en: "Name, id, rule, law …", zh: "名称、标识、规则、法规……" },
  clearFilter: { en: "Show all", zh: "显示全部" },
  noMatch: { en: "No finding matches this filter.", zh: "没有符合筛选条件的检查发现。" },
  filtered: { en: "Filtered view. Findings shown:", zh: "筛选视图。显示的检查发现：" },
  resource: { en: "Resource", zh: "资源" },
  account: { en: "Account", zh: "账号" },
  origin: { en: "Origin of the data", zh: "数据来源地" },
  confidence: { en: "confidence", zh: "置信度" },
  missing: { en: "Missing", zh: "缺少" },
  approval: { en: "Recorded route", zh: "已登记的依据" },
  declaredOnly: { en: "declared, not verified by the tool", zh: "申明事项，工具未核验" },
  validUntil: { en: "valid until", zh: "有效期至" },
  ifDesignated: { en: "If designated as a CIIO", zh: "如被认定为关键信息基础设施运营者" },
  ifNotDesignated: { en: "If not designated", zh: "如未被认定" },
  remediation: { en: "Suggested action", zh: "建议措施" },
  law: { en: "Cited provisions", zh: "依据条款" },
  inForceSince: { en: "in force since", zh: "施行日期" },
  sources: { en: "What was read of the law", zh: "法规文本来源" },
  evidence: { en: "Evidence", zh: "证据" },
  related: { en: "Related", zh: "关联" },
  findingId: { en: "Finding id", zh: "发现编号" },
  folded: { en: "Resources folded into this finding", zh: "合并于本项的资源" },
  isNew: { en: "New", zh: "新增" },
  everyone: { en: "everyone", zh: "任何人" },
  party: { en: "Account or tenant", zh: "账号或租户" },
  notStated: { en: "region not stated", zh: "未说明地域" },
  template: { en: "Template", zh: "模板位置" },
  notRead: { en: "not among the resources read", zh: "不在已读取的资源中" },
  allAccounts: { en: "All accounts with their gaps", zh: "查看全部账号及其覆盖缺口" },
  inventory: { en: "Resources read", zh: "已读取的资源" },
  inventoryCaption: {
    en: "Number of resources by account and place, of every role",
    zh: "按账号和所在地统计的资源数量（含各类角色）",
  },
  gaps: { en: "Gaps", zh: "覆盖缺口" },
} as const satisfies Readonly<Record<string, Text>>;

/** Declared counts since 1 January; what was not given stays unknown. */
export function exportedTerm(exported: NonNullable<RunInfo["operator"]["exported"]>): Text {
  const { personal, sensitivePersonal, asOf } = exported;
  const en = (count: number | undefined): string => (count === undefined ? "not given" : digits(count));
  const zh = (count: number | undefined): string => (count === undefined ? "未提供" : `${digits(count)}人`);
  return {
    en: `personal ${en(personal)}, sensitive ${en(sensitivePersonal)}, as of ${asOf}`,
    zh: `个人信息${zh(personal)}，敏感个人信息${zh(sensitivePersonal)}，截至${asOf}`,
  };
}

export function shownOf(shown: number, total: number): Text {
  return {
    en: `${digits(total)} findings in total. The worst ${digits(shown)} are shown here in detail, open ones first; all of them are in report.json.`,
    zh: `检查发现共${digits(total)}项，此处按处置优先级列出前${digits(shown)}项详情（待处理项优先），全部内容见 report.json。`,
  };
}

export function moreRows(count: number): Text {
  return { en: `${digits(count)} more in report.json`, zh: `另有${digits(count)}项，见 report.json` };
}

export function sameJurisdiction(count: number): Text {
  return {
    en: `${plural(count, "more flow stays", "more flows stay")} within one jurisdiction and ${count === 1 ? "is" : "are"} left out of the picture.`,
    zh: `另有${digits(count)}条流转未跨越法域，图中未列出。`,
  };
}
