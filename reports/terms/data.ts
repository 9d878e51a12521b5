import type { ClassEvidence, DataClass, EdgeKind, Origin, ReportResource, Text } from "../../src/model/index.ts";

export const classTerms: Readonly<Record<DataClass, Text>> = {
  "state-secret": { en: "Suspected state-secret marking", zh: "疑似涉密标志" },
  core: { en: "Core data", zh: "核心数据" },
  important: { en: "Important data", zh: "重要数据" },
  "suspected-important": { en: "Suspected important data", zh: "疑似重要数据（待识别申报）" },
  "sensitive-personal": { en: "Sensitive personal information", zh: "敏感个人信息" },
  personal: { en: "Personal information", zh: "个人信息" },
  general: { en: "General data", zh: "一般数据" },
  unclassified: { en: "Not yet classified", zh: "未分类分级" },
};

export const originTerms: Readonly<Record<Origin, Text>> = {
  mainland: { en: "collected or generated in the mainland", zh: "境内收集产生" },
  elsewhere: { en: "collected or generated outside the mainland", zh: "境外收集产生" },
  unknown: { en: "not declared", zh: "未申明" },
};

export const scopeTerms: Readonly<Record<ReportResource["scope"], Text>> = {
  in: { en: "linked to the mainland", zh: "与境内有关联" },
  out: { en: "no link to the mainland (as declared)", zh: "与境内无关联（依申明）" },
  unknown: { en: "link to the mainland not determined", zh: "境内关联未确定" },
};

export const classEvidenceTerms: Readonly<Record<ClassEvidence["kind"], Text>> = {
  tag: { en: "tag", zh: "标签" },
  name: { en: "name", zh: "名称" },
  content: { en: "content", zh: "内容抽样" },
  import: { en: "imported result", zh: "导入结果" },
  inherited: { en: "inherited", zh: "继承" },
  config: { en: "configuration", zh: "配置" },
};

/** Read as "data is …": the place or the other end follows. */
export const edgeTerms: Readonly<Record<EdgeKind, Text>> = {
  "stored-in": { en: "Stored in", zh: "存储于" },
  "replicates-to": { en: "Replicated to", zh: "复制至" },
  "backs-up-to": { en: "Backed up to", zh: "备份至" },
  "copied-to": { en: "Copied to", zh: "拷贝至" },
  "logs-to": { en: "Logs delivered to", zh: "日志投递至" },
  "streams-to": { en: "Streamed to", zh: "流式传输至" },
  "fails-over-to": { en: "Fails over to", zh: "故障切换至" },
  "served-from": { en: "Served from", zh: "分发节点位于" },
  "key-held-in": { en: "Key held in", zh: "密钥存放于" },
  "shared-with": { en: "Shared with", zh: "共享给" },
  "reachable-from": { en: "Reachable from", zh: "可访问方：" },
};

export const roleTerms: Readonly<Record<ReportResource["role"], Text>> = {
  store: { en: "stores", zh: "存储" },
  copy: { en: "copies", zh: "副本" },
  compute: { en: "compute", zh: "计算" },
  flow: { en: "flows", zh: "流转" },
};
