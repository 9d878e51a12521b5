import type { Basis, Ground, Mechanism, OperatorStatus, Severity, Text, Verdict } from "../../src/model/index.ts";

/** Handling priority (处置优先级), not legal gravity. */
export const severityTerms: Readonly<Record<Severity, Text>> = {
  critical: { en: "Critical", zh: "紧急" },
  high: { en: "High", zh: "高" },
  medium: { en: "Medium", zh: "中" },
  low: { en: "Low", zh: "低" },
  info: { en: "Note", zh: "提示" },
};

export const verdictTerms: Readonly<Record<Verdict, Text>> = {
  "not-met": { en: "Requirement not met", zh: "不符合项" },
  review: { en: "Review needed", zh: "待核实" },
  accepted: { en: "Covered by a recorded route", zh: "已登记依据覆盖" },
  permitted: { en: "Allowed without filing; other duties remain", zh: "免予申报，其他义务仍适用" },
  suppressed: { en: "Exception on record", zh: "例外登记" },
};

/** What each verdict does and does not say. */
export const verdictNotes: Readonly<Record<Verdict, Text>> = {
  "not-met": { en: "on the facts observed", zh: "依据已观察到的事实" },
  review: { en: "a fact is missing", zh: "缺少认定所需的事实" },
  accepted: { en: "declared, not verified by the tool", zh: "申明事项，工具未核验" },
  permitted: { en: "declared, not verified by the tool", zh: "申明事项，工具未核验" },
  suppressed: { en: "a named owner answers for it", zh: "由登记的责任人负责" },
};

export const mechanismTerms: Readonly<Record<Mechanism, Text>> = {
  "security-assessment": { en: "security assessment for data export", zh: "数据出境安全评估" },
  "standard-contract": { en: "standard contract for export of personal information", zh: "个人信息出境标准合同" },
  certification: { en: "certification for export of personal information", zh: "个人信息出境认证" },
  "gba-contract": {
    en: "GBA (Mainland, Hong Kong / Macao) standard contract",
    zh: "粤港澳大湾区（内地、香港／澳门）个人信息跨境流动标准合同",
  },
  "ftz-negative-list": { en: "outside the free-trade-zone negative list", zh: "自由贸易试验区数据出境负面清单外" },
  "state-organ-assessment": { en: "security assessment by a state organ", zh: "国家机关安全评估" },
  exemption: { en: "exemption from filing, contract and certification", zh: "免予申报、订立标准合同、通过认证" },
};

export const groundTerms: Readonly<Record<Ground, Text>> = {
  contract: { en: "needed to conclude or perform a contract with the individual", zh: "订立、履行个人作为一方当事人的合同所必需" },
  hr: { en: "cross-border human resources management", zh: "跨境人力资源管理所必需" },
  emergency: { en: "emergency protection of life, health or property", zh: "紧急情况下保护生命健康和财产安全所必需" },
  "statutory-duty": { en: "statutory duty", zh: "履行法定职责或者法定义务所必需" },
  transit: { en: "collected outside, handled here, sent back", zh: "境外收集、传输至境内处理后再向境外提供" },
};

export const statusTerms: Readonly<Record<OperatorStatus, Text>> = {
  ciio: { en: "critical information infrastructure operator (CIIO)", zh: "关键信息基础设施运营者" },
  "state-organ": { en: "state organ", zh: "国家机关" },
  "non-ciio": { en: "not designated as a CIIO", zh: "未被认定为关键信息基础设施运营者" },
  undeclared: { en: "operator status not declared", zh: "运营者身份未申明" },
};

/** How well the cited provision was read. */
export const sourceMarks: Readonly<Record<Basis["confidence"], Text>> = {
  A: { en: "wording read", zh: "原文" },
  B: { en: "secondary source", zh: "二手" },
  C: { en: "to be verified", zh: "待核实" },
};

/** Facts that a finding can lack, by their path; a path without words here is shown as it is. */
export const factTerms: Readonly<Record<string, Text>> = {
  "operator.ciio": { en: "whether the operator is designated as a CIIO", zh: "是否被认定为关键信息基础设施运营者" },
  "operator.stateOrgan": { en: "whether the operator is a state organ", zh: "是否为国家机关" },
  "operator.handled": { en: "number of people whose data is handled", zh: "处理个人信息的自然人数量" },
  "operator.tier": { en: "number of people exported since 1 January", zh: "自当年1月1日起累计出境的自然人数量" },
  "operator.personalTier": {
    en: "number of people exported since 1 January (non-sensitive)",
    zh: "自当年1月1日起累计出境的自然人数量（不含敏感个人信息）",
  },
  "resource.inScope": { en: "link to the mainland", zh: "境内关联" },
  "resource.mainland": { en: "location of the resource", zh: "资源所在地" },
  "resource.jurisdiction": { en: "location of the resource", zh: "资源所在地" },
  "resource.tags": { en: "tags of the resource", zh: "资源标签" },
  "place.located": { en: "location of the other end", zh: "另一端所在地" },
  "place.jurisdiction": { en: "location of the other end", zh: "另一端所在地" },
  "place.outside": { en: "location of the other end", zh: "另一端所在地" },
  "place.country": { en: "country or region of the other end", zh: "另一端所在国家/地区" },
  "edge.leaves": { en: "location of one of the two ends", zh: "流转两端之一的所在地" },
  "data.class": { en: "data class", zh: "数据类别" },
  "data.classes": { en: "data class", zh: "数据类别" },
  "data.classified": { en: "data class", zh: "数据类别" },
  "data.certain": { en: "confirmation of the data class", zh: "数据类别的确认" },
  "data.personal": { en: "whether it holds personal information", zh: "是否包含个人信息" },
  "data.sensitive": { en: "whether it holds sensitive personal information", zh: "是否包含敏感个人信息" },
  "data.important": { en: "whether it holds important data", zh: "是否包含重要数据" },
  "data.origin": { en: "origin of the data", zh: "数据来源地" },
  "data.originKnown": { en: "origin of the data", zh: "数据来源地" },
  "data.mainlandCopy": { en: "whether a copy is kept in the mainland", zh: "是否留存境内副本" },
};
