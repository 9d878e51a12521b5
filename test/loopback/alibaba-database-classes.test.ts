import { beforeAll, describe, expect, test } from "vitest";
import { loadPolicies } from "../../policies/index.ts";
import { alibaba } from "../../providers/alibaba/index.ts";
import { startLoopback } from "../../providers/alibaba/loopback.ts";
import { jsonReporter } from "../../reports/json/index.ts";
import { Config, Document } from "../../src/model/index.ts";
import { scan } from "../../src/run/index.ts";
import { environment, estateOf, uid } from "../support/alibaba-scan.ts";

const network = {
  GDNId: "gdn-1",
  DBClusters: [
    { DBClusterId: "pc-main", RegionId: "cn-hangzhou", Role: "primary" },
    { DBClusterId: "pc-second", RegionId: "cn-hongkong", Role: "standby" },
  ],
};

/** Personal data in Hangzhou; whatever is in Hong Kong has no tag of its own. */
const estate = estateOf(
  {
    regions: {
      "cn-hangzhou": {
        rdsInstances: [{ DBInstanceId: "rm-main", DBInstanceType: "Primary", GuardDBInstanceId: "rm-guard" }],
        rdsTags: [{ ResourceType: "INSTANCE", ResourceId: "rm-main", TagKey: "data-class", TagValue: "personal" }],
        rdsCrossBackups: [{ DBInstanceId: "rm-main", BackupEnabled: "Enable", CrossBackupRegion: "ap-southeast-1" }],
        polardbClusters: [{ DBClusterId: "pc-main", Tags: { Tag: [{ Key: "data-class", Value: "important" }] } }],
        polardbNetworks: [network],
        dtsJobs: [
          {
            DtsJobId: "to-mongodb",
            JobType: "SYNC",
            SourceEndpoint: { InstanceType: "RDS", InstanceID: "rm-main", Region: "cn-hangzhou" },
            DestinationEndpoint: { InstanceType: "MONGODB", InstanceID: "dds-copy", Region: "cn-hongkong" },
          },
          {
            DtsJobId: "to-nowhere",
            JobType: "MIGRATION",
            SourceEndpoint: { InstanceType: "RDS", InstanceID: "rm-main", Region: "cn-hangzhou" },
            DestinationEndpoint: { InstanceType: "Other", Ip: "203.0.113.9", Region: "cn-hangzhou" },
          },
        ],
      },
      "cn-hongkong": {
        rdsInstances: [{ DBInstanceId: "rm-guard", DBInstanceType: "Guard", MasterInstanceId: "rm-main" }],
        polardbClusters: [{ DBClusterId: "pc-second" }],
        polardbNetworks: [network],
        ddsInstances: [{ DBInstanceId: "dds-copy", DBInstanceType: "replicate" }],
      },
    },
  },
  ["cn-hangzhou", "cn-hongkong"],
);

async function report(): Promise<Document> {
  const cloud = await startLoopback(estate);
  const source = alibaba.source.parse({ provider: "alibaba", endpoint: cloud.url });
  const finished = await scan({
    id: "20261122T080000-000000",
    mode: "scan",
    config: Config.parse({ operator: { status: "non-ciio" }, sources: [source] }),
    providers: { alibaba: async () => alibaba },
    book: loadPolicies(),
    storePath: ":memory:",
    resume: false,
    only: [],
    skip: [],
    asOf: "2026-11-22",
    environment,
    signal: new AbortController().signal,
    now: () => new Date(),
    listener: () => undefined,
    attempts: 1,
    timeoutMs: 10_000,
  });
  try {
    return Document.parse(JSON.parse([...jsonReporter.render(finished.source, { lang: "en" })].join("")));
  } finally {
    finished.close();
    await cloud.close();
  }
}

describe("what leaves a database of personal data", () => {
  let document: Document;
  beforeAll(async () => {
    document = await report();
  });
  const idOf = (service: string, kind: string, name: string) => `acs:${service}:cn-hongkong:${uid}:${kind}/${name}`;

  test.each([
    ["rds", "dbinstance", "rm-guard", "personal"],
    ["polardb", "dbcluster", "pc-second", "important"],
    ["dds", "dbinstance", "dds-copy", "personal"],
  ])("carries its class to where it arrives: %s %s %s", (service, kind, name, expected) => {
    const arrived = document.resources.find(({ id }) => id === idOf(service, kind, name));
    expect(arrived?.dataClass.class).toBe(expected);
    expect(arrived?.dataClass.evidence.map((one) => one.kind)).toContain("inherited");
  });

  test("is judged where it goes outside the mainland, to backups and unknown places as well", () => {
    const judged = document.findings.map(({ resource, edge }) => `${resource?.split("/")[1]} ${edge?.kind}`);
    for (const way of [
      "rm-main fails-over-to",
      "rm-main backs-up-to",
      "pc-main replicates-to",
      "to-mongodb streams-to",
      "to-nowhere streams-to",
    ]) {
      expect(judged).toContain(way);
    }
    expect(document.coverage.gaps).toEqual([]);
  });
});
