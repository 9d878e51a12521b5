import type { Basis, Finding, Place, ReportResource, Text } from "../../src/model/index.ts";

/** Places of the fixture, as the region tables resolve them. */
export const places = {
  beijing: { region: "cn-north-1", country: "CN", jurisdiction: "mainland" },
  hangzhou: { region: "cn-hangzhou", country: "CN", jurisdiction: "mainland" },
  shanghai: { region: "chinaeast2", country: "CN", jurisdiction: "mainland" },
  hongKong: { region: "ap-east-1", country: "HK", jurisdiction: "hong-kong" },
  singapore: { region: "ap-southeast-1", country: "SG", jurisdiction: "foreign" },
  virginia: { region: "us-east-1", country: "US", jurisdiction: "foreign" },
  frankfurt: { region: "eu-central-1", country: "DE", jurisdiction: "foreign" },
  nowhere: { region: null, country: null, jurisdiction: "unknown" },
  unlisted: { region: "mars-north-1", country: null, jurisdiction: "unknown" },
} as const satisfies Readonly<Record<string, Place>>;

const names: Readonly<Record<string, Text>> = {
  CSL: { en: "Cybersecurity Law", zh: "中华人民共和国网络安全法" },
  PIPL: { en: "Personal Information Protection Law", zh: "中华人民共和国个人信息保护法" },
  CBDF: { en: "Provisions on Promoting and Regulating Cross-border Data Flows", zh: "促进和规范数据跨境流动规定" },
};

export const basis = {
  csl39: provision(
    "CSL",
    "39",
    "Storage in the mainland and export by CIIOs",
    "关键信息基础设施运营者境内存储与出境",
    "2026-01-01",
    "B",
  ),
  pipl38: provision(
    "PIPL",
    "38",
    "Conditions for providing personal information outside",
    "向境外提供个人信息的条件",
    "2021-11-01",
    "A",
  ),
  pipl40: provision("PIPL", "40", "Storage in the mainland", "境内存储", "2021-11-01", "A"),
  provisions5: provision(
    "CBDF",
    "5",
    "Cases exempt from filing, contract and certification",
    "免予申报、订立标准合同、通过认证的情形",
    "2024-03-22",
    "A",
  ),
  dsl21: provision("DSL", "21", "Classification and grading of data", "数据分类分级保护", "2021-09-01", "A"),
  ndsmr33: provision(
    "NDSMR",
    "33",
    "Yearly risk assessment of important data",
    "重要数据年度风险评估",
    "2025-01-01",
    "C",
  ),
} as const;

function provision(
  instrument: string,
  article: string,
  en: string,
  zh: string,
  inForce: string,
  confidence: Basis["confidence"],
): Basis {
  const name = names[instrument];
  return {
    instrument,
    ...(name === undefined ? {} : { name }),
    article,
    title: { en, zh },
    inForce,
    status: "in-force",
    source: confidence === "A" ? "https://www.cac.gov.cn/example.htm" : "Official gazette, read 2026-11-22",
    confidence,
  };
}

export const stopFirst: Text = {
  en: "Stop new copies, keep a copy in the mainland, test that it restores, preserve the logs, and seek legal sign-off before anything is deleted. Filing later does not regularise past transfers.",
  zh: "先停止新增拷贝，留存境内副本并验证可恢复，保全日志；删除前须经法务确认。事后申报不能追溯此前的出境活动。",
};

/** A finding with everything optional left out; `fields` says what differs. */
export function finding(fields: Partial<Finding> & Pick<Finding, "id" | "policy">): Finding {
  return {
    severity: "high",
    verdict: "not-met",
    resource: null,
    subject: null,
    members: [],
    edge: null,
    place: places.nowhere,
    dataClass: "personal",
    missing: [],
    related: [],
    approval: null,
    status: "open",
    message: { en: "Something was observed.", zh: "观察到相关事实。" },
    remediation: stopFirst,
    basis: [basis.pipl38],
    evidence: [],
    ...fields,
  };
}

/** A resource with what its kind implies left to `fields`. */
export function resource(
  fields: Partial<ReportResource> & Pick<ReportResource, "id" | "type" | "name">,
): ReportResource {
  return {
    role: "store",
    provider: "aws",
    partition: "aws",
    account: "111122223333",
    tags: {},
    place: places.hongKong,
    dataClass: { class: "unclassified", classes: [], origin: "unknown", confidence: 0, evidence: [] },
    scope: "unknown",
    attributes: {},
    ...fields,
  };
}
