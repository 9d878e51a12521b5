import type { Text } from "../model/index.ts";

/** What `init` says and asks. Each question is one line; Enter skips it. */
export const initWords = {
  opening: {
    en: "Enter skips a question: what you skip stays a comment in the file. Nothing you type leaves this machine.",
    zh: "按回车可跳过任一问题，跳过的项目在文件中保留为注释。所填内容不会离开本机。",
  },
  origins: {
    en: "Where data was collected decides which duties reach it, wherever it lies now. Naming your accounts settles most of a first scan.",
    zh: "数据在何处收集和产生，决定哪些义务适用，与其目前的存储位置无关。按账号申明数据来源地，可以解决首次检查的大部分待核实事项。",
  },
  mainlandAccounts: {
    en: "Accounts with data collected or generated in operations in the mainland (ids, with commas)",
    zh: "存有在境内运营中收集和产生的数据的账号（标识，以逗号分隔）",
  },
  elsewhereAccounts: {
    en: "Accounts with data collected outside the mainland only (ids, with commas)",
    zh: "仅存有境外收集产生的数据的账号（标识，以逗号分隔）",
  },
  defaultOrigin: {
    en: "Every other account: mainland, elsewhere or unknown (Enter = unknown)",
    zh: "其余账号：mainland（境内收集产生）、elsewhere（境外收集产生）或 unknown（未申明；回车即此项）",
  },
  designation: {
    en: `Critical information infrastructure operators (CIIOs) are designated case by case, and notified, by the authority in charge of
their sector. No list of criteria decides it, and neither does this program. What makes a designation likelier:
  - sector: finance, telecommunications, energy and utilities, transport, health, government and public services,
    manufacturing, or serving one of them
  - scale: data of very many people, or operations of great extent
  - dependence: others cannot work, or the public comes to harm, when the systems fail or leak
  - links: systems tied in with government or public utilities
Declare what you were notified of. Left open, the report shows both outcomes.`,
    zh: `关键信息基础设施运营者由所在行业的保护工作部门逐案认定并通知。没有统一的判断清单，本工具也不作判断。以下因素会提高被认定的可能性：
  - 行业：金融、电信、能源和公用事业、交通、医疗卫生、政务和公共服务、制造业，或者为上述行业提供服务
  - 规模：涉及大量自然人的数据，或者业务范围广
  - 依赖程度：系统中断或者数据泄露会使他人无法正常运转，或者损害公共利益
  - 联系：系统与政府部门或者公用事业相连
请按收到的认定通知申明；留空时，报告同时给出两种结果。`,
  },
  status: {
    en: "Operator status: ciio, state-organ, non-ciio or undeclared; ciio, state-organ for both (Enter = undeclared)",
    zh: "运营者身份：ciio（关键信息基础设施运营者）、state-organ（国家机关）、non-ciio（非关键信息基础设施运营者）或 undeclared（未申明；回车即此项），前两项可同时填写",
  },
  counts: {
    en: "Counts of people decide between a security assessment, a standard contract or certification, and neither. Counts of what was provided outside the mainland start anew on 1 January; unknown ones give a review.",
    zh: "自然人数量决定应当申报数据出境安全评估、订立标准合同或者通过认证，还是均不需要。向境外提供的数量自每年1月1日起重新累计；未申明的数量按待核实处理。",
  },
  handled: {
    en: "People whose personal information you handle in total",
    zh: "处理个人信息的自然人总数",
  },
  exportedPersonal: {
    en: "Distinct people whose non-sensitive personal information was provided outside the mainland since 1 January",
    zh: "自当年1月1日起累计向境外提供个人信息（不含敏感个人信息）的自然人数量（去重）",
  },
  exportedSensitive: {
    en: "Distinct people whose sensitive personal information was provided outside the mainland since 1 January",
    zh: "自当年1月1日起累计向境外提供敏感个人信息的自然人数量（去重）",
  },
} as const satisfies Record<string, Text>;

export function cloudsQuestion(clouds: readonly string[]): Text {
  return {
    en: `Clouds to scan: ${clouds.join(", ")} (with commas)`,
    zh: `需要检查的云平台：${clouds.join("、")}（以逗号分隔）`,
  };
}

export function keyQuestion(cloud: string, key: string, words: readonly string[]): Text {
  return {
    en: `${cloud}, ${key}: ${words.join(", ")} (with commas for several; Enter = ${words[0]})`,
    zh: `${cloud} 的 ${key}：${words.join("、")}（可填多项，以逗号分隔；回车为 ${words[0]}）`,
  };
}

export function sectorsQuestion(sectors: readonly string[]): Text {
  return {
    en: `Sectors you work in: ${sectors.join(", ")} (with commas)`,
    zh: `所属行业：${sectors.join("、")}（以逗号分隔）`,
  };
}
