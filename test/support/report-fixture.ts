import {
  type Document,
  dataClasses,
  type Edge,
  type Finding,
  type InventoryRow,
  jurisdictions,
  type ReportResource,
  type Summary,
  schemaVersion,
  severities,
  verdicts,
} from "../../src/model/index.ts";
import { basis, finding, places, resource, stopFirst } from "./report-parts.ts";

/** Names as an attacker would choose them: markup, reversed text, a line break, a formula, an invisible letter. */
export const hostileNames = {
  markup: '<script>alert("name")</script><img src=x onerror=alert(1)>',
  reversed: "invoice\u202Egpj.exe",
  lineBreak: "backup\n\u001b[31mDELETED\u001b[0m",
  formula: "=cmd()|'/c calc'!A1",
  invisible: "crm\u200B\u{E0041}-exp\u00ADort\uD800",
} as const;

const arn = "arn:aws:s3:::";
const crmMain = "arn:aws-cn:s3:::crm-customers";
const crmReplica = `${arn}crm-customers-replica-hk`;
const clickstream = `${arn}clickstream-eu`;
const logs = "acs:oss:cn-hangzhou:1234567890123456:app-logs-prod";
const snapshot = "arn:aws:ec2:ap-southeast-1:111122223333:snapshot/snap-0a1b2c3d4e5f60718";
const storage =
  "/subscriptions/2c1f6f5e-5f8e-4c40-9a7c-2b2f5a1f9d11/resourceGroups/rg-hr/providers/Microsoft.Storage/storageAccounts/hrpayrollcn";
const open = "acs:oss:cn-hangzhou:1234567890123456:public-download";

const personalByTag: ReportResource["dataClass"] = {
  class: "personal",
  classes: ["personal"],
  origin: "mainland",
  confidence: 0.95,
  evidence: [{ kind: "tag", detail: "data-class = personal" }],
};

const resources: readonly ReportResource[] = [
  resource({
    id: crmMain,
    type: "aws/s3/bucket",
    name: "crm-customers",
    partition: "aws-cn",
    account: "444455556666",
    place: places.beijing,
    tags: { "data-class": "sensitive-personal", team: "crm" },
    dataClass: {
      class: "sensitive-personal",
      classes: ["sensitive-personal", "personal"],
      origin: "mainland",
      confidence: 0.95,
      evidence: [
        { kind: "tag", detail: "data-class = sensitive-personal" },
        { kind: "config", detail: "origin: region in the mainland" },
      ],
    },
    scope: "in",
    attributes: { encrypted: true, versioning: "Enabled" },
  }),
  resource({
    id: crmReplica,
    type: "aws/s3/bucket",
    name: "crm-customers-replica-hk",
    place: places.hongKong,
    dataClass: {
      class: "sensitive-personal",
      classes: ["sensitive-personal", "personal"],
      origin: "mainland",
      confidence: 0.95,
      evidence: [{ kind: "inherited", detail: `from ${crmMain} along replicates-to` }],
    },
    scope: "in",
  }),
  resource({
    id: snapshot,
    type: "aws/ec2/snapshot",
    role: "copy",
    name: "nightly orders-db (forgotten)",
    place: places.singapore,
    dataClass: {
      ...personalByTag,
      classes: ["personal"],
      evidence: [{ kind: "inherited", detail: "from vol-0f00ba7 along copied-to" }],
    },
    scope: "in",
  }),
  resource({
    id: clickstream,
    type: "aws/s3/bucket",
    name: "clickstream-eu",
    place: places.frankfurt,
    dataClass: { ...personalByTag, classes: ["personal"], evidence: [...personalByTag.evidence] },
    scope: "in",
  }),
  resource({
    id: logs,
    type: "alibaba/oss/bucket",
    name: "app-logs-prod",
    provider: "alibaba",
    partition: "alibaba",
    account: "1234567890123456",
    place: places.hangzhou,
    dataClass: {
      class: "personal",
      classes: ["personal"],
      origin: "mainland",
      confidence: 0.6,
      evidence: [{ kind: "name", detail: "app-logs-prod contains “logs”" }],
    },
    scope: "in",
  }),
  resource({
    id: open,
    type: "alibaba/oss/bucket",
    name: "public-download",
    provider: "alibaba",
    partition: "alibaba",
    account: "1234567890123456",
    place: places.hangzhou,
    dataClass: {
      class: "general",
      classes: ["general"],
      origin: "mainland",
      confidence: 0.9,
      evidence: [{ kind: "tag", detail: "数据分级 = 一般" }],
    },
    scope: "in",
  }),
  resource({
    id: storage,
    type: "azure/storage/account",
    name: "hrpayrollcn",
    provider: "azure",
    partition: "AzureChinaCloud",
    account: "2c1f6f5e-5f8e-4c40-9a7c-2b2f5a1f9d11",
    place: places.shanghai,
    dataClass: { ...personalByTag, classes: ["personal"], evidence: [...personalByTag.evidence] },
    scope: "in",
    attributes: { sku: "Standard_GRS" },
  }),
  ...Object.values(hostileNames).map((name, index) =>
    resource({
      id: `${arn}${name}`,
      type: "aws/s3/bucket",
      name,
      tags: { [name]: name },
      place: index === 0 ? places.virginia : places.unlisted,
    }),
  ),
  ...Array.from({ length: 120 }, (_, index) =>
    resource({
      id: `${arn}legacy-${String(index).padStart(3, "0")}`,
      type: "aws/s3/bucket",
      name: `legacy-${index}`,
      account: "777788889999",
      place: places.virginia,
    }),
  ),
].sort((a, b) => (a.id < b.id ? -1 : 1));

const edges: readonly Edge[] = [
  {
    from: crmMain,
    kind: "replicates-to" as const,
    to: crmReplica,
    party: null,
    place: places.hongKong,
    evidence: {
      source: "s3:GetBucketReplication",
      field: "ReplicationConfiguration.Rules[0].Destination.Bucket",
      value: crmReplica,
    },
  },
  {
    from: logs,
    kind: "logs-to" as const,
    to: null,
    party: null,
    place: places.singapore,
    evidence: { source: "oss:GetBucketReplication", field: "Rule.Destination.Location", value: "oss-ap-southeast-1" },
  },
  ...resources.map((one) => ({
    from: one.id,
    kind: "stored-in" as const,
    to: null,
    party: null,
    place: one.place,
    evidence: { source: "s3:ListBuckets", field: "Buckets[].BucketRegion", value: one.place.region ?? "" },
  })),
].sort((a, b) => (a.from < b.from || (a.from === b.from && a.kind < b.kind) ? -1 : 1));

const findings: readonly Finding[] = [
  finding({
    id: "a1f0c2d4e5b60718",
    policy: "CSL-39-STORE",
    severity: "critical",
    resource: crmReplica,
    edge: { kind: "stored-in", to: null, party: null },
    place: places.hongKong,
    dataClass: "sensitive-personal",
    related: ["b2e1d3c5f6a70829", "PIPL-40-STORE"],
    status: "new",
    message: {
      en: "Sensitive personal information collected in the mainland is stored in Hong Kong SAR, outside the mainland. No valid security assessment is on record and no mainland copy was declared absent or present.",
      zh: "在境内收集产生的敏感个人信息存储于香港特别行政区（境外）。未登记有效的数据出境安全评估，亦未观察到境内副本的申明。",
    },
    basis: [basis.csl39, basis.pipl40],
    evidence: [
      "s3:ListBuckets Buckets[].BucketRegion = ap-east-1",
      `class inherited from ${crmMain} along replicates-to`,
    ],
  }),
  finding({
    id: "b2e1d3c5f6a70829",
    policy: "CBDF-7-ASSESS",
    severity: "critical",
    resource: crmMain,
    edge: { kind: "replicates-to", to: crmReplica, party: null },
    place: places.hongKong,
    dataClass: "sensitive-personal",
    related: ["a1f0c2d4e5b60718"],
    status: "new",
    message: {
      en: "Sensitive personal information of more than 10,000 people is replicated to Hong Kong SAR. No valid security assessment is on record.",
      zh: "超过1万人的敏感个人信息复制到香港特别行政区，未登记有效的数据出境安全评估。",
    },
    basis: [basis.pipl38, basis.csl39],
    evidence: ["s3:GetBucketReplication Rules[0].Destination.Bucket = crm-customers-replica-hk"],
  }),
  finding({
    id: "c3d2e4f6a7b8093a",
    policy: "CSL-39-STORE",
    severity: "high",
    verdict: "review",
    resource: snapshot,
    edge: { kind: "stored-in", to: null, party: null },
    place: places.singapore,
    missing: ["operator.status"],
    ifDesignated: { policy: "CSL-39-STORE", severity: "critical", verdict: "not-met" },
    ifNotDesignated: { policy: "CBDF-8-CONTRACT", severity: "medium", verdict: "not-met" },
    message: {
      en: "A snapshot with personal information collected in the mainland is stored in Singapore. Which duty applies depends on the operator's status, which is not declared.",
      zh: "包含境内收集的个人信息的快照存储于新加坡。适用何种义务取决于运营者身份，而该身份未申明。",
    },
    basis: [basis.csl39, basis.pipl38],
    evidence: ["ec2:DescribeSnapshots Snapshots[].SnapshotId in ap-southeast-1"],
  }),
  finding({
    id: "d4c3b2a19081f0e1",
    policy: "PIPL-REACH",
    severity: "high",
    verdict: "review",
    resource: open,
    edge: { kind: "reachable-from", to: null, party: "*" },
    place: places.nowhere,
    dataClass: "general",
    missing: ["data.class", "something.new"],
    message: {
      en: "The bucket can be read by everyone, from outside the mainland too: capability found, use not verified.",
      zh: "该存储空间可被任何人读取，境外亦可访问：具备访问能力，未核实实际访问。",
    },
    basis: [basis.pipl38],
    evidence: ["oss:GetBucketAcl AccessControlList.Grant = public-read"],
  }),
  finding({
    id: "e5d4c3b2a1908f7e",
    policy: "CBDF-8-CONTRACT",
    severity: "medium",
    resource: `${arn}${hostileNames.markup}`,
    edge: { kind: "stored-in", to: null, party: null },
    place: places.virginia,
    message: {
      en: `The store ${hostileNames.markup} lies in the United States; ${hostileNames.reversed} is its neighbour.`,
      zh: `存储资源 ${hostileNames.markup} 位于美国，与 ${hostileNames.reversed} 相邻。`,
    },
    evidence: [`tag ${hostileNames.formula} = ${hostileNames.lineBreak}`],
  }),
  finding({
    id: "f6e5d4c3b2a1907d",
    policy: "LOC-UNKNOWN",
    severity: "medium",
    verdict: "review",
    resource: `${arn}${hostileNames.reversed}`,
    edge: { kind: "stored-in", to: null, party: null },
    place: places.unlisted,
    dataClass: "unclassified",
    missing: ["place.jurisdiction"],
    message: {
      en: "The region mars-north-1 is not in the region table, so the place of this store is not determined.",
      zh: "地域 mars-north-1 未收录于地域表，该存储资源的位置未确定。",
    },
    basis: [basis.csl39],
    evidence: [`name ${hostileNames.invisible}`],
  }),
  finding({
    id: "0718a1f0c2d4e5b6",
    policy: "CBDF-8-CONTRACT",
    severity: "medium",
    verdict: "accepted",
    resource: clickstream,
    edge: { kind: "stored-in", to: null, party: null },
    place: places.frankfurt,
    approval: { id: "SCC-2026-0007", mechanism: "standard-contract", expires: "2028-05-01" },
    message: {
      en: "Personal information is stored in Germany; a filed standard contract on record covers it.",
      zh: "个人信息存储于德国，已登记的标准合同备案覆盖该情形。",
    },
    remediation: {
      en: "Keep the impact assessment, the notice and the filing up to date.",
      zh: "持续更新个人信息保护影响评估、告知内容及备案材料。",
    },
    evidence: ["s3:ListBuckets Buckets[].BucketRegion = eu-central-1"],
  }),
  finding({
    id: "1829b2e1d3c5f6a7",
    policy: "CBDF-5-HR",
    severity: "low",
    verdict: "permitted",
    resource: storage,
    edge: { kind: "backs-up-to", to: `${storage}-secondary`, party: null },
    place: places.singapore,
    approval: { id: "EX-HR-1", mechanism: "exemption", ground: "hr" },
    message: {
      en: "Payroll data of employees is backed up to Singapore; the exemption for human-resources management is on record.",
      zh: "员工薪酬数据备份到新加坡，已登记人力资源管理的免予申报情形。",
    },
    basis: [basis.provisions5],
    evidence: ["Microsoft.Storage sku.name = Standard_GRS"],
  }),
  finding({
    id: "293ac3d2e4f6a7b8",
    policy: "CSL-23-LOG",
    severity: "low",
    verdict: "suppressed",
    resource: logs,
    edge: { kind: "logs-to", to: null, party: "9876543210987654" },
    place: places.singapore,
    message: {
      en: "Application logs are delivered to an account in Singapore. Suppressed until 2027-01-31 by ops@example.com: decommissioned in January.",
      zh: "应用日志投递到新加坡的账号。例外登记至2027-01-31，登记人 ops@example.com：一月下线。",
    },
    evidence: ["oss:GetBucketReplication Rule.Destination.Location = oss-ap-southeast-1"],
  }),
  finding({
    id: "3a4bd4c3b2a19081",
    policy: "SCOPE-UNKNOWN",
    severity: "low",
    verdict: "review",
    subject: { kind: "account", id: "777788889999" },
    members: resources.filter((one) => one.account === "777788889999").map((one) => one.id),
    edge: { kind: "stored-in", to: null, party: null },
    place: places.nowhere,
    dataClass: "unclassified",
    missing: ["data.origin"],
    message: {
      en: "The origin of the data in 120 stores of account 777788889999 is not declared, so it is open whether the duties reach them.",
      zh: "账号 777788889999 的120个存储资源未申明数据来源地，是否适用相关义务尚不确定。",
    },
    remediation: {
      en: 'Add to jingnei.yaml under classification.origins: { account: "777788889999", origin: mainland } or elsewhere, then scan again.',
      zh: '在 jingnei.yaml 的 classification.origins 下添加 { account: "777788889999", origin: mainland }（或 elsewhere）后重新扫描。',
    },
    basis: [basis.dsl21],
    evidence: ["120 stores without a data-origin tag and without an origin rule"],
  }),
  finding({
    id: "4b5ce5d4c3b2a190",
    policy: "NDSMR-33-YEARLY",
    severity: "info",
    verdict: "review",
    subject: { kind: "operator", id: "this operator" },
    dataClass: "important",
    location: { file: "main.tf", line: 12 },
    message: {
      en: "No yearly risk assessment is attested for this or the last calendar year.",
      zh: "本年度及上一年度均未书面声明已开展年度风险评估。",
    },
    remediation: stopFirst,
    basis: [basis.ndsmr33],
    evidence: ["attestations: none of id annual-assessment"],
  }),
];

function summaryOf(): Summary {
  return {
    resources: resources.length,
    edges: edges.length,
    findings: verdicts.flatMap((verdict) =>
      severities
        .map((severity) => ({
          verdict,
          severity,
          count: findings.filter((one) => one.verdict === verdict && one.severity === severity).length,
        }))
        .filter(({ count }) => count > 0),
    ),
    matrix: dataClasses.flatMap((held) =>
      jurisdictions
        .map((jurisdiction) => ({
          class: held,
          jurisdiction,
          count: resources.filter((one) => one.dataClass.class === held && one.place.jurisdiction === jurisdiction)
            .length,
        }))
        .filter(({ count }) => count > 0),
    ),
    flows: [
      { kind: "replicates-to", from: "mainland", to: "hong-kong", class: "sensitive-personal", count: 3 },
      { kind: "copied-to", from: "mainland", to: "hong-kong", class: "personal", count: 9 },
      { kind: "backs-up-to", from: "mainland", to: "foreign", class: "personal", count: 6 },
      { kind: "logs-to", from: "mainland", to: "foreign", class: "unclassified", count: 14 },
      { kind: "streams-to", from: "hong-kong", to: "foreign", class: "general", count: 4 },
      { kind: "shared-with", from: "mainland", to: "unknown", class: "important", count: 1 },
      { kind: "copied-to", from: "mainland", to: "mainland", class: "personal", count: 22 },
    ],
    inventory: [
      inventoryRow("alibaba alibaba 1234567890123456", "mainland", 2),
      inventoryRow("aws aws 111122223333", "foreign", 3),
      inventoryRow("aws aws 111122223333", "hong-kong", 1),
      inventoryRow("aws aws 111122223333", "unknown", 4),
      inventoryRow("aws aws 777788889999", "foreign", 120),
      inventoryRow("aws aws-cn 444455556666", "mainland", 1),
      inventoryRow("azure AzureChinaCloud 2c1f6f5e-5f8e-4c40-9a7c-2b2f5a1f9d11", "mainland", 1),
    ],
  };
}

function inventoryRow(scope: string, jurisdiction: InventoryRow["jurisdiction"], count: number): InventoryRow {
  const [provider = "", partition = "", account = ""] = scope.split(" ");
  return { provider, partition, account, jurisdiction, count };
}

/** A run with every verdict, gaps of several reasons, a folded finding, hostile names and an undeclared operator. */
export function fixtureDocument(): Document {
  return {
    schemaVersion,
    tool: {
      name: "jingnei",
      version: "0.1.0",
      policies: "sha256-5f2b8c11d0aa4e1c",
      regions: "2026-11-22",
      disclaimer: {
        en: "This report supports a decision and is not legal advice or a determination by an authority.",
        zh: "本报告供决策参考，不构成法律意见，亦不代表主管部门的认定。",
      },
    },
    run: {
      id: "2026-11-22T03-04-05Z-7f3a",
      mode: "demo",
      startedAt: "2026-11-22T03:04:05Z",
      finishedAt: "2026-11-22T03:04:19Z",
      asOf: "2026-11-22",
      operator: {
        status: ["undeclared"],
        sectors: ["finance"],
        handled: 3_000_000,
        exported: { asOf: "2026-11-01", personal: 120_000 },
      },
    },
    coverage: {
      complete: false,
      asked: 124,
      answered: 120,
      gaps: [
        gap(
          "GetBucketTagging",
          "denied",
          "AccessDenied: not authorized to perform s3:GetBucketTagging",
          37,
          `${arn}${hostileNames.markup}`,
        ),
        gap(
          "DescribeSnapshots",
          "throttled",
          "RequestLimitExceeded: gave up after 6 attempts",
          1,
          null,
          "ap-southeast-1",
        ),
        gap("ListBuckets", "malformed", "the answer is HTML, expected XML", 1, null),
        gap("DescribeImages", "not-enabled", "OptInRequired", 1, null, "me-south-1"),
      ],
      notEnabled: [
        { provider: "aws", partition: "aws", account: "111122223333", region: "me-south-1" },
        { provider: "aws", partition: "aws", account: "111122223333", region: "af-south-1" },
      ],
      excluded: ["type:aws/ec2/image"],
      endpoints: [
        "ec2.ap-east-1.amazonaws.com",
        "management.chinacloudapi.cn",
        "oss-cn-hangzhou.aliyuncs.com",
        "s3.cn-north-1.amazonaws.com.cn",
      ],
      regionDifferences: [{ provider: "aws", partition: "aws", region: "mars-north-1", difference: "not-in-table" }],
    },
    summary: summaryOf(),
    resources: [...resources],
    edges: [...edges],
    findings: [...findings],
    whatIf: {
      status: ["ciio"],
      new: 0,
      changed: 1,
      gone: 0,
      unchanged: 3,
      findings: [{ verdict: "not-met", severity: "critical", count: 1 }],
      changes: [
        {
          change: "changed",
          policy: "CSL-39-STORE",
          title: { en: "CIIO data stored outside the mainland", zh: "关键信息基础设施运营者数据存储于境外" },
          severity: "critical",
          verdict: "not-met",
          resource: `${arn}${hostileNames.markup}`,
          subject: null,
          edge: { kind: "stored-in", to: null, party: null },
          place: { region: "ap-southeast-1", country: "SG", jurisdiction: "foreign" },
          dataClass: "personal",
          now: { policy: "CBDF-8-PI", severity: "high", verdict: "not-met" },
        },
      ],
    },
  };
}

function gap(
  operation: string,
  reason: Document["coverage"]["gaps"][number]["reason"],
  detail: string,
  count: number,
  firstResource: string | null,
  region: string | null = null,
): Document["coverage"]["gaps"][number] {
  return {
    provider: "aws",
    partition: "aws",
    account: "111122223333",
    region,
    type: operation.includes("Bucket") ? "aws/s3/bucket" : "aws/ec2/snapshot",
    operation,
    reason,
    detail,
    count,
    firstResource,
  };
}
