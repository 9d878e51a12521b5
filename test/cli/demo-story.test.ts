import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { Document, evidenceIn } from "../../src/model/index.ts";
import { startBrowser } from "../support/browser.ts";
import { type Ended, emptyFolder, jingnei } from "../support/command.ts";

/**
 * What the demo finds, written by hand from its story: resource, edge, other end, rule, verdict, severity. A resource is named by
 * the last part of its id; a folded finding by its account and the number of its members.
 */
const expected = `
1234567890123456:haitang-member-hk | stored-in | CSL-39-EXPORT-PI | not-met | critical
1234567890123456:haitang-member-prod | replicates-to haitang-member-hk | CSL-39-EXPORT-PI | not-met | critical
1234567890123456:haitang-member-prod | served-from | LOC-UNKNOWN | review | high
1234567890123456:haitang-orders | replicates-to haitang-orders-sg | CSL-39-EXPORT-PI | accepted SA-2025-0042 | critical
1234567890123456:haitang-orders-sg | stored-in | CSL-39-EXPORT-PI | accepted SA-2025-0042 | critical
dbinstance/rm-bp1points0001 | backs-up-to | CSL-39-BACKUP | not-met | critical
job/l3m1213ye7l0001 | streams-to | CSL-39-EXPORT-PI | not-met | critical
delivery stream to the risk vendor | streams-to intake.risk-vendor.example | LOC-UNKNOWN | review | high
rds:ap-east-1:444455556666:db:haitang-loyalty | replicates-to haitang-loyalty-bi | CSL-39-EXPORT-PI | not-met | critical
rds:ap-east-1:444455556666:db:haitang-loyalty | stored-in | CSL-39-STORE | not-met | critical
rds:ap-southeast-1:444455556666:db:haitang-loyalty-bi | stored-in | CSL-39-STORE | not-met | critical
disk/d-bp1memberdb0001 | backs-up-to | CSL-39-BACKUP | not-met | critical
image/m-bp1memberdb0001 | shared-with 9876543210987654 | LOC-UNKNOWN | review | high
snapshot/s-bp1memberdb0001 | copied-to s-t4nmemberdb0001 | CSL-39-BACKUP | not-met | critical
snapshot/s-t4nmemberdb0001 | stored-in | CSL-39-BACKUP | not-met | critical
s3:::haitang-analytics-sg | stored-in | CSL-39-STORE | not-met | critical
s3:::haitang-crm-hk | replicates-to haitang-analytics-sg | CSL-39-EXPORT-PI | not-met | critical
s3:::haitang-crm-hk | stored-in | CSL-39-STORE | not-met | critical
s3:::haitang-kyc-images | reachable-from * | CSL-39-ACCESS | not-met | high
s3:::haitang-kyc-images | stored-in | CSL-39-STORE | not-met | critical
s3:::haitang-logs-hk | stored-in | CSL-39-STORE | not-met | critical
snapshot of hk-gateway | copied-to its copy | CSL-39-BACKUP | not-met | critical
snapshot of hk-gateway | stored-in | CSL-39-STORE | not-met | critical
snapshot copy of hk-gateway | stored-in | CSL-39-STORE | not-met | critical
volume of hk-gateway | stored-in | CSL-39-STORE | not-met | critical
image of core-ledger | shared-with 222233334444 | LOC-UNKNOWN | review | high
disks/mkt-gateway-01-data | stored-in | CSL-39-STORE | not-met | critical
snapshots/mkt-gateway-01-data-copy | stored-in | CSL-39-STORE | not-met | critical
snapshots/mkt-gateway-01-data-weekly | copied-to mkt-gateway-01-data-copy | CSL-39-BACKUP | not-met | critical
snapshots/mkt-gateway-01-data-weekly | stored-in | CSL-39-STORE | not-met | critical
storageAccounts/haitangbiuk | stored-in | CSL-39-STORE | not-met | critical
storageAccounts/haitangmktea | reachable-from * | CSL-39-ACCESS | not-met | high
storageAccounts/haitangmktea | replicates-to haitangbiuk | CSL-39-EXPORT-PI | not-met | critical
storageAccounts/haitangmktea | replicates-to southeastasia | CSL-39-EXPORT-PI | not-met | critical
storageAccounts/haitangmktea | stored-in | CSL-39-STORE | not-met | critical
account 22222222-2222-4222-8222-222222222222 | 1 folded | LOC-UNKNOWN | review | medium
account 22222222-2222-4222-8222-222222222222 | 13 folded | DSL-21-CLASSIFY | review | medium
account 444455556666 | 14 folded | DSL-21-CLASSIFY | review | medium
`
  .trim()
  .split("\n")
  .sort();

/** The rules of other packs have their own table in demo.test.ts. */
const storageAndTransfer = /^(CSL-39-|LOC-|ORIGIN-|DSL-21-|CBDF-|PIPL-55-)/;

const folder = emptyFolder();
let ended: Ended;
let document: Document;
let text: string;

beforeAll(async () => {
  ended = await jingnei(["demo", "--output", folder]);
  text = readFileSync(join(folder, "report.json"), "utf8");
  document = Document.parse(JSON.parse(text));
}, 60_000);

describe("the story of the demo", () => {
  it("ends with 0 and says what to open", () => {
    expect(ended.code, ended.stderr).toBe(0);
    expect(ended.stderr).toContain("report.html");
  });

  it("writes a report.json that the shipped schema accepts", () => {
    const schema = JSON.parse(readFileSync(new URL("../../reports/json/report.schema.json", import.meta.url), "utf8"));
    const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false });
    const validate = ajv.compile(schema);
    validate(JSON.parse(text));
    expect(validate.errors).toBeNull();
  });

  it("finds what the story holds, no more and no less", () => {
    const found = document.findings.filter(({ policy }) => storageAndTransfer.test(policy));
    expect(found.map(inWords).sort()).toEqual(expected);
  });

  it("says what it could not see", () => {
    const { complete, gaps, notEnabled } = document.coverage;
    expect(complete).toBe(false);
    expect(gaps.map((gap) => `${gap.account} ${gap.region} ${gap.operation} ${gap.reason}`).sort()).toEqual([
      "111122223333 cn-northwest-1 DescribeSnapshots denied",
      "22222222-2222-4222-8222-222222222222 atlantisnorth regions unlisted-region",
      "22222222-2222-4222-8222-222222222222 null Resources_List unsupported",
    ]);
    expect(notEnabled.map((one) => one.region)).toEqual(["eu-west-1"]);
  });

  it("gives every finding its law, its evidence and what to do, in both languages", () => {
    for (const finding of document.findings) {
      expect(finding.evidence.length, finding.id).toBeGreaterThan(0);
      expect(finding.remediation.zh, finding.id).toMatch(/\p{Script=Han}/u);
      expect(finding.basis.length, finding.id).toBeGreaterThan(0);
    }
  });

  it("can tell every line of evidence in Chinese but for the answers of the clouds", () => {
    const lines = [
      ...document.findings.flatMap(({ evidence }) => evidence),
      ...document.resources.flatMap(({ dataClass }) => dataClass.evidence.map(({ detail }) => detail)),
    ];
    const english = new Set(lines.filter((line) => evidenceIn(line).zh === line));
    expect([...english].filter((line) => !/^(\S+: )?[\w.:]+: .+ = /.test(line))).toEqual([]);
    expect(english.size).toBeLessThan(new Set(lines).size / 2);
  });

  it("links the store outside with the flow that feeds it", () => {
    const flow = document.findings.find((finding) => finding.edge?.to?.endsWith("haitang-member-hk") === true);
    const store = document.findings.find((finding) => finding.resource?.endsWith("haitang-member-hk") === true);
    expect(flow?.related).toContain(store?.id);
    expect(store?.related).toContain(flow?.id);
  });

  it("opens in a browser that is cut off from everything, without an error, and draws Chinese", async () => {
    const browser = await startBrowser();
    try {
      const page = await browser.open(join(folder, "report.html"));
      expect(await page.locator(".finding").count()).toBe(document.findings.length);
      const glyphs = readFileSync(new URL("../browser/probes/glyphs.js", import.meta.url), "utf8");
      expect(new Set(z.array(z.string()).parse(await page.evaluate(glyphs))).size).toBe(3);
      expect({ requests: browser.requests, errors: browser.errors }).toEqual({ requests: [], errors: [] });
    } finally {
      await browser.close();
    }
  });

  it("leaves no made-up credential in what it wrote", () => {
    for (const written of [text, readFileSync(join(folder, "report.html"), "utf8"), ended.stdout, ended.stderr]) {
      expect(written).not.toMatch(/AKIA|LTAI|Bearer |Signature=|X-Amz-|[?&]sig=/);
    }
  });
});

function inWords(finding: Document["findings"][number]): string {
  const verdict = finding.approval === null ? finding.verdict : `${finding.verdict} ${finding.approval.id}`;
  if (finding.resource === null) {
    return `account ${finding.subject?.id} | ${finding.members.length} folded | ${finding.policy} | ${verdict} | ${finding.severity}`;
  }
  const { edge } = finding;
  const end =
    edge?.to !== null && edge?.to !== undefined
      ? lastWord(edge.to)
      : (edge?.party ?? (edge?.kind === "replicates-to" ? finding.place.region : null));
  const flow = end === null ? edge?.kind : `${edge?.kind} ${end}`;
  return `${shortName(finding.resource)} | ${flow} | ${finding.policy} | ${verdict} | ${finding.severity}`;
}

function lastWord(id: string): string | undefined {
  return isAwsCopy(id) ? "its copy" : id.split(/[/:]/).at(-1);
}

function isAwsCopy(id: string): boolean {
  return id.startsWith("arn:aws:ec2:ap-southeast-1:") && id.includes(":snapshot/");
}

/** AWS ids of volumes, snapshots and images are made up of hex, so the story names them by what they are. */
function shortName(id: string): string {
  if (isAwsCopy(id)) return "snapshot copy of hk-gateway";
  if (/^arn:aws:ec2:ap-east-1:.*:snapshot\//.test(id)) return "snapshot of hk-gateway";
  if (/^arn:aws:ec2:ap-east-1:.*:volume\//.test(id)) return "volume of hk-gateway";
  if (/^arn:aws-cn:ec2:.*:image\//.test(id)) return "image of core-ledger";
  if (id.endsWith(":deliverystream/haitang-risk-vendor")) return "delivery stream to the risk vendor";
  const parts = id.split("/");
  return parts.length > 2
    ? parts.slice(-2).join("/")
    : id.replace(/^arn:aws:/, "").replace(/^acs:(oss|ecs|rds|dts):[^:]*:(\d+:(?=\w+\/))?/, "");
}
