import type { Ground, Mechanism } from "./approval.ts";
import type { ClassEvidence, DataClass, Origin } from "./data-class.ts";
import type { EdgeKind } from "./edge.ts";
import type { GapReason } from "./gap.ts";
import type { OperatorStatus } from "./operator.ts";
import type { Jurisdiction } from "./place.ts";
import type { Pack, sourceConfidence } from "./policy.ts";
import type { Role } from "./record.ts";
import type { Severity, Verdict } from "./severity.ts";
import type { Text } from "./text.ts";

/** The product's word for each token of the contract, in both languages; one term per idea, never varied for style. */

export const jurisdictionTerms: Readonly<Record<Jurisdiction, Text>> = {
  mainland: { en: "Mainland China", zh: "中国内地" },
  "hong-kong": { en: "Hong Kong SAR", zh: "香港特别行政区" },
  macao: { en: "Macao SAR", zh: "澳门特别行政区" },
  taiwan: { en: "Taiwan (China)", zh: "台湾地区" },
  foreign: { en: "other countries and regions", zh: "其他国家和地区" },
  unknown: { en: "location not determined", zh: "位置未确定" },
};

export const dataClassTerms: Readonly<Record<DataClass, Text>> = {
  "state-secret": { en: "data with a suspected state-secret marking", zh: "带有疑似涉密标志的数据" },
  core: { en: "core data", zh: "核心数据" },
  important: { en: "important data", zh: "重要数据" },
  "suspected-important": { en: "suspected important data", zh: "疑似重要数据" },
  "sensitive-personal": { en: "sensitive personal information", zh: "敏感个人信息" },
  personal: { en: "personal information", zh: "个人信息" },
  general: { en: "general data", zh: "一般数据" },
  unclassified: { en: "data not yet classified", zh: "未分类分级的数据" },
};

export const originTerms: Readonly<Record<Origin, Text>> = {
  mainland: { en: "collected or generated in operations in the mainland", zh: "境内收集产生" },
  elsewhere: { en: "collected or generated outside the mainland", zh: "境外收集产生" },
  unknown: { en: "origin not declared", zh: "来源地未申明" },
};

/** What a class, an origin or another fact about data rests on. */
export const classEvidenceTerms: Readonly<Record<ClassEvidence["kind"], Text>> = {
  tag: { en: "tag", zh: "标签" },
  name: { en: "name", zh: "名称" },
  content: { en: "content", zh: "内容" },
  import: { en: "imported result", zh: "导入结果" },
  inherited: { en: "inherited", zh: "继承" },
  config: { en: "configuration", zh: "配置" },
};

export const edgeKindTerms: Readonly<Record<EdgeKind, Text>> = {
  "stored-in": { en: "stored in", zh: "存储于" },
  "replicates-to": { en: "replicates to", zh: "复制到" },
  "backs-up-to": { en: "backs up to", zh: "备份到" },
  "copied-to": { en: "copied to", zh: "拷贝到" },
  "logs-to": { en: "delivers logs to", zh: "日志投递到" },
  "streams-to": { en: "streams to", zh: "持续传输到" },
  "fails-over-to": { en: "fails over to", zh: "故障切换到" },
  "served-from": { en: "served from", zh: "分发节点位于" },
  "key-held-in": { en: "key held in", zh: "密钥所在地为" },
  "shared-with": { en: "shared with", zh: "共享给" },
  "reachable-from": { en: "reachable from", zh: "可被访问，访问方为" },
};

/** The same as a heading or a cell has it, with no place behind. */
export const flowKindTerms: Readonly<Record<EdgeKind, Text>> = {
  "stored-in": { en: "stored in", zh: "存储" },
  "replicates-to": { en: "replicates to", zh: "复制" },
  "backs-up-to": { en: "backs up to", zh: "备份" },
  "copied-to": { en: "copied to", zh: "拷贝" },
  "logs-to": { en: "delivers logs to", zh: "日志投递" },
  "streams-to": { en: "streams to", zh: "持续传输" },
  "fails-over-to": { en: "fails over to", zh: "故障切换" },
  "served-from": { en: "served from", zh: "节点分发" },
  "key-held-in": { en: "key held in", zh: "密钥保管" },
  "shared-with": { en: "shared with", zh: "共享" },
  "reachable-from": { en: "reachable from", zh: "开放访问" },
};

export const roleTerms: Readonly<Record<Role, Text>> = {
  store: { en: "data store", zh: "数据存储资源" },
  copy: { en: "copy", zh: "副本" },
  compute: { en: "compute", zh: "计算资源" },
  flow: { en: "data flow", zh: "数据传输" },
};

export const severityTerms: Readonly<Record<Severity, Text>> = {
  critical: { en: "critical", zh: "紧急" },
  high: { en: "high", zh: "高" },
  medium: { en: "medium", zh: "中" },
  low: { en: "low", zh: "低" },
  info: { en: "info", zh: "提示" },
};

/** Short labels of verdicts; `verdictMeanings` says what each asserts. */
export const verdictTerms: Readonly<Record<Verdict, Text>> = {
  "not-met": { en: "requirement not met", zh: "不符合项" },
  review: { en: "review needed", zh: "待核实" },
  accepted: { en: "accepted", zh: "已登记依据覆盖" },
  permitted: { en: "permitted", zh: "免予申报" },
  suppressed: { en: "suppressed", zh: "例外登记" },
};

export const verdictMeanings: Readonly<Record<Verdict, Text>> = {
  "not-met": {
    en: "Requirement not met on the facts observed.",
    zh: "不符合项（依据已观察到的事实）。",
  },
  review: {
    en: "A fact is missing or a reading is open; it needs a person.",
    zh: "缺少事实或存在解释空间，需人工核实。",
  },
  accepted: {
    en: "Covered by a recorded route: declared, not verified by the tool.",
    zh: "已登记依据覆盖（申明事项，工具未核验）。",
  },
  permitted: {
    en: "Allowed without filing, contract or certification; other duties remain.",
    zh: "免予申报数据出境安全评估、订立标准合同、通过认证，其他义务仍适用。",
  },
  suppressed: {
    en: "Somebody answers for it until the date recorded; it is not a pass.",
    zh: "已登记例外，由登记人负责至所载日期，不代表符合要求。",
  },
};

export const operatorStatusTerms: Readonly<Record<OperatorStatus, Text>> = {
  ciio: { en: "critical information infrastructure operator (CIIO)", zh: "关键信息基础设施运营者" },
  "state-organ": { en: "state organ", zh: "国家机关" },
  "non-ciio": {
    en: "not a critical information infrastructure operator",
    zh: "非关键信息基础设施运营者",
  },
  undeclared: { en: "status not declared", zh: "身份未申明" },
};

export const mechanismTerms: Readonly<Record<Mechanism, Text>> = {
  "security-assessment": { en: "security assessment for data export", zh: "数据出境安全评估" },
  "standard-contract": {
    en: "standard contract for export of personal information",
    zh: "个人信息出境标准合同",
  },
  certification: { en: "certification for export of personal information", zh: "个人信息出境认证" },
  "gba-contract": {
    en: "Greater Bay Area (Mainland, Hong Kong / Macao) standard contract",
    zh: "粤港澳大湾区（内地、香港／澳门）个人信息跨境流动标准合同",
  },
  "ftz-negative-list": {
    en: "free-trade-zone negative list for data export",
    zh: "自由贸易试验区数据出境负面清单",
  },
  "state-organ-assessment": { en: "security assessment by a state organ", zh: "国家机关安全评估" },
  exemption: { en: "exemption", zh: "免予申报情形" },
};

export const groundTerms: Readonly<Record<Ground, Text>> = {
  contract: {
    en: "necessary to conclude or perform a contract with the individual",
    zh: "为订立、履行个人作为一方当事人的合同所必需",
  },
  hr: { en: "cross-border human-resources management", zh: "实施跨境人力资源管理所必需" },
  emergency: {
    en: "emergency protection of life, health or property",
    zh: "紧急情况下为保护自然人的生命健康和财产安全所必需",
  },
  "statutory-duty": { en: "statutory duty or obligation", zh: "为履行法定职责或者法定义务所必需" },
  transit: {
    en: "collected outside, handled in the mainland, sent back",
    zh: "境外收集、传输至境内处理后再向境外提供",
  },
  "auto-guide-2026": {
    en: "case that the guide of 2026 on automotive data export exempts",
    zh: "汽车数据出境安全指引所列免予申报的情形",
  },
};

export const gapReasonTerms: Readonly<Record<GapReason, Text>> = {
  denied: { en: "access denied", zh: "无访问权限" },
  throttled: { en: "rate limited", zh: "被限流" },
  timeout: { en: "no answer in time", zh: "响应超时" },
  unsupported: { en: "not supported", zh: "不支持" },
  "not-enabled": { en: "not enabled", zh: "未启用" },
  malformed: { en: "answer not understood", zh: "响应无法解析" },
  "unlisted-region": { en: "region not in the table", zh: "地域未收录" },
  failed: { en: "call failed", zh: "调用失败" },
  skipped: { en: "left out on purpose", zh: "按设置跳过" },
};

export const packTerms: Readonly<Record<Pack, Text>> = {
  localization: { en: "storage in the mainland", zh: "境内存储" },
  transfer: { en: "data export", zh: "数据出境" },
  retention: { en: "log retention", zh: "日志留存" },
  resilience: { en: "disaster recovery", zh: "容灾备份" },
  protection: { en: "data protection", zh: "数据保护" },
  sector: { en: "sector rules", zh: "行业规定" },
  attestation: { en: "attestations", zh: "书面声明" },
};

/** How an instrument stands. */
export const lawStatusTerms: Readonly<Record<string, Text>> = {
  "in-force": { en: "in force", zh: "现行有效" },
  superseded: { en: "superseded", zh: "已被取代" },
  draft: { en: "draft", zh: "征求意见稿" },
  recommended: { en: "recommended, not mandatory", zh: "推荐性，非强制" },
};

/** How sure the legal source is: wording read, secondary source, to verify. */
export const sourceConfidenceTerms: Readonly<Record<(typeof sourceConfidence)[number], Text>> = {
  A: { en: "wording checked", zh: "已核对原文" },
  B: { en: "secondary source", zh: "二手来源" },
  C: { en: "to verify", zh: "待核实" },
};

/** What a finding's `missing` asks for. */
export const missingFactTerms: Readonly<Record<string, Text>> = {
  "operator.status": {
    en: "whether the operator is a critical information infrastructure operator",
    zh: "是否为关键信息基础设施运营者",
  },
  "operator.exported": {
    en: "number of individuals whose data was provided outside since 1 January",
    zh: "自当年1月1日起累计向境外提供个人信息的自然人数量",
  },
  "operator.handled": {
    en: "number of individuals whose data is handled in total",
    zh: "处理个人信息的自然人总数",
  },
  "data.class": { en: "class of the data", zh: "数据类别" },
  "data.origin": { en: "origin of the data", zh: "数据来源地" },
  "data.mainlandCopy": { en: "whether a mainland copy is kept", zh: "是否保留境内副本" },
  "place.jurisdiction": { en: "location of the other end", zh: "数据所在或去向的位置" },
  "resource.jurisdiction": { en: "location of the resource", zh: "资源所在位置" },
  "resource.inScope": { en: "link of the data to the mainland", zh: "数据的境内关联" },
  "resource.tags": { en: "tags of the resource", zh: "资源标签" },
  "resource.encrypted": { en: "whether the data is encrypted at rest", zh: "是否启用存储加密" },
  "resource.retentionDays": { en: "how long logs or data are kept", zh: "日志或者数据的留存期限" },
  "resource.logKind": { en: "kind of the logs", zh: "日志类型" },
  "approval.expires": { en: "last valid day of the recorded route", zh: "已登记路径的有效期" },
  "approval.ground": { en: "ground of the exemption", zh: "免予申报的情形" },
  "approval.pipia": { en: "impact assessment of the recorded route", zh: "已登记路径的个人信息保护影响评估" },
};
