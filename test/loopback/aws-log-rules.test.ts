import { beforeAll, describe, expect, test } from "vitest";
import { type AwsEstate, serveAws } from "../../providers/aws/loopback.ts";
import type { Document, Fault, LoopbackCloud } from "../../src/model/index.ts";
import { testKeys } from "../support/aws-scan.ts";
import { scanClouds } from "../support/spine-scan.ts";

const account = "111122223333";
const logsArn = (region: string) => `arn:aws-cn:logs:${region}:${account}:log-group`;

function group(region: string, name: string, retentionInDays?: number, rest: object = {}) {
  const arn = `${logsArn(region)}:${name}`;
  return {
    logGroupName: name,
    logGroupArn: arn,
    arn: `${arn}:*`,
    logGroupClass: "STANDARD",
    ...(retentionInDays === undefined ? {} : { retentionInDays }),
    $tags: { "data-class": "general" },
    ...rest,
  };
}

const trail = (region: string, name: string, rest: object) => ({
  Name: name,
  TrailARN: `arn:aws-cn:cloudtrail:${region}:${account}:trail/${name}`,
  HomeRegion: region,
  S3BucketName: "audit-archive",
  $tags: { "data-class": "general" },
  ...rest,
});

const estate: AwsEstate = {
  accounts: [
    {
      id: account,
      partition: "aws-cn",
      regions: [{ id: "cn-north-1" }, { id: "cn-northwest-1" }],
      ec2: {
        "cn-north-1": {
          flowLogs: [{ id: "fl-01", resource: "vpc-01", type: "cloud-watch-logs", logGroup: "core/flows" }],
        },
      },
      services: {
        "cn-north-1": {
          logs: {
            logGroups: [
              group("cn-north-1", "/aws/rds/instance/ledger/audit", 30),
              group("cn-north-1", "aws-waf-logs-shop", 180),
              group("cn-north-1", "/aws/eks/shop/cluster", 184),
              group("cn-north-1", "/aws/rds/instance/ledger/error"),
              group("cn-north-1", "core/flows", 30),
              group("cn-north-1", "core/audit", 60),
              group("cn-north-1", "/aws/lambda/shop", 30),
              group("cn-north-1", "/aws/lambda/kept", 400),
              group("cn-north-1", "RDSOSMetrics", 30),
              group("cn-north-1", "/aws/lambda/passed-on", undefined, { logGroupClass: "DELIVERY" }),
            ],
          },
          cloudtrail: {
            trails: [
              trail("cn-north-1", "whole", { CloudWatchLogsLogGroupArn: `${logsArn("cn-north-1")}:core/audit:*` }),
              trail("cn-north-1", "stopped", { $logging: false }),
            ],
          },
        },
      },
    },
  ],
};

const logRules = ["CSL-23-LOG-RETENTION", "CSL-23-LOG-OFF"];

async function scanned(cloud: LoopbackCloud): Promise<Document> {
  const { document } = await scanClouds(
    { sources: [{ provider: "aws", partition: "aws-cn", endpoint: cloud.url }], environment: testKeys },
    { only: ["aws/logs/*", "aws/cloudtrail/*", "aws/ec2/flow-log"] },
  );
  return document;
}

function logFindings({ findings }: Document): readonly string[] {
  return findings
    .filter(({ policy }) => logRules.includes(policy))
    .map(({ resource, policy, verdict, severity, missing }) =>
      [resource?.replace(/^.*:(?:log-group:|trail\/)/, ""), policy, verdict, severity, ...missing].join(" "),
    )
    .sort();
}

async function withCloud<T>(faults: readonly Fault[], use: (cloud: LoopbackCloud) => Promise<T>): Promise<T> {
  const cloud = await serveAws(estate, { faults });
  try {
    return await use(cloud);
  } finally {
    await cloud.close();
  }
}

describe("logs of an account in the mainland, from the wire to the finding", () => {
  let document: Document;
  beforeAll(async () => {
    document = await withCloud([], scanned);
  });
  test("are all read", () => {
    expect(document.coverage.gaps).toEqual([]);
    expect(document.resources.filter(({ type }) => type === "aws/logs/log-group")).toHaveLength(10);
  });

  test("network logs kept for less than six months are not met, up to four days short is a review, application logs are one too", () => {
    expect(logFindings(document)).toEqual([
      "/aws/lambda/passed-on CSL-23-LOG-RETENTION review low",
      "/aws/lambda/shop CSL-23-LOG-RETENTION review low",
      "/aws/rds/instance/ledger/audit CSL-23-LOG-RETENTION not-met high",
      "aws-waf-logs-shop CSL-23-LOG-RETENTION review low",
      // Their names say nothing: the flow log and the trail that write into them do.
      "core/audit CSL-23-LOG-RETENTION not-met high",
      "core/flows CSL-23-LOG-RETENTION not-met high",
      "stopped CSL-23-LOG-OFF not-met high",
    ]);
  });

  test("184 days, no end, 400 days of an application and figures give nothing", () => {
    const named = logFindings(document).join("\n");
    for (const quiet of [
      "/aws/eks/shop/cluster",
      "/aws/rds/instance/ledger/error",
      "/aws/lambda/kept",
      "RDSOSMetrics",
    ]) {
      expect(named).not.toContain(quiet);
    }
  });

  test("the trail's audit log flows to the group, which is the same resource", () => {
    expect(document.edges).toContainEqual(
      expect.objectContaining({
        from: `arn:aws-cn:cloudtrail:cn-north-1:${account}:trail/whole`,
        kind: "logs-to",
        to: `${logsArn("cn-north-1")}:core/audit`,
        place: expect.objectContaining({ jurisdiction: "mainland" }),
      }),
    );
  });
});

test.each(["DescribeTrails", "DescribeFlowLogs"])(
  "where %s is denied, logs of unknown writers are a review that asks for their kind, and coverage says so",
  async (operation) => {
    const document = await withCloud([{ operation, answer: "denied" }], scanned);
    expect(document.coverage.complete).toBe(false);
    expect(document.coverage.gaps.map((gap) => gap.operation)).toContain(operation);
    const named = logFindings(document);
    // Its name is AWS's own.
    expect(named).toContain("/aws/rds/instance/ledger/audit CSL-23-LOG-RETENTION not-met high");
    const lost = operation === "DescribeTrails" ? "core/audit" : "core/flows";
    for (const name of ["/aws/lambda/shop", lost]) {
      expect(named).toContain(`${name} CSL-23-LOG-RETENTION review medium resource.logKind`);
    }
    expect(named.join("\n")).not.toContain("/aws/lambda/kept");
  },
);
