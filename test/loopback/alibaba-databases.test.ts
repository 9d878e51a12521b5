import { describe, expect, test } from "vitest";
import { dds, kvstore, polardb, rds } from "../../providers/alibaba/databases.ts";
import { alibaba } from "../../providers/alibaba/index.ts";
import type { EstateAccount, EstateRegion } from "../../providers/alibaba/loopback/estate.ts";
import { type CollectTask, Config, type Fault, type ResourceRecord } from "../../src/model/index.ts";
import { linkRecords } from "../../src/residency/link.ts";
import { createReading } from "../../src/run/reading.ts";
import { openStore } from "../../src/store/open.ts";
import { createSink } from "../../src/store/sink.ts";
import { estateOf, type ScanSettings, scan, uid } from "../support/alibaba-scan.ts";

const only = ["alibaba/rds/*", "alibaba/polardb/*", "alibaba/kvstore/*", "alibaba/dds/*", "alibaba/dts/*"];

function read(
  regions: Readonly<Record<string, EstateRegion>>,
  settings: ScanSettings = {},
  besides: EstateAccount = {},
) {
  return scan(estateOf({ ...besides, regions }, Object.keys(regions)), { only, attempts: 1, ...settings });
}

/** Edges as the house resolves them, resources by the last words of their ids. */
function edgesOf(records: readonly ResourceRecord[]): readonly string[] {
  const store = openStore(":memory:", "create");
  try {
    const sink = createSink(store, createReading([alibaba], Config.parse({}).classification));
    for (const record of records) {
      const task: CollectTask = { scope: record.scope, type: record.type, region: null };
      sink.record(task, record);
    }
    sink.flush();
    linkRecords(store);
    const last = (word: unknown) => (typeof word === "string" ? word.slice(word.lastIndexOf("/") + 1) : String(word));
    return store.db
      .prepare("SELECT from_id, kind, to_id, region, jurisdiction FROM edge WHERE kind <> 'stored-in'")
      .all()
      .map((row) => Object.values(row).map(last).join(" "))
      .sort();
  } finally {
    store.close();
  }
}

describe("ways between databases of several regions", () => {
  test("are one edge each, whichever end states them, in the place of the end that was seen", async () => {
    const network = {
      GDNId: "gdn-1",
      DBClusters: [
        { DBClusterId: "pc-1", RegionId: "cn-hangzhou", Role: "primary" },
        { DBClusterId: "pc-2", RegionId: "ap-southeast-1", Role: "standby" },
      ],
    };
    const shared = {
      GlobalInstanceId: "gr-1",
      SubInstances: [
        { InstanceID: "r-1", RegionId: "cn-hangzhou" },
        { InstanceID: "r-2", RegionId: "ap-southeast-1" },
      ],
    };
    const { records, gaps } = await read({
      "cn-hangzhou": {
        rdsInstances: [
          { DBInstanceId: "rm-1", DBInstanceType: "Primary", GuardDBInstanceId: "rm-guard" },
          { DBInstanceId: "rm-lost", DBInstanceType: "Primary", GuardDBInstanceId: "rm-unseen" },
        ],
        polardbClusters: [{ DBClusterId: "pc-1" }],
        polardbNetworks: [network],
        kvstoreInstances: [{ InstanceId: "r-1", GlobalInstanceId: "gr-1" }],
        kvstoreGlobalInstances: [shared],
        dtsJobs: [
          {
            DtsJobId: "job-1",
            JobType: "SYNC",
            SourceEndpoint: { InstanceType: "RDS", InstanceID: "rm-1", Region: "cn-hangzhou" },
            DestinationEndpoint: { InstanceType: "POLARDB", InstanceID: "pc-2", Region: "ap-southeast-1" },
          },
        ],
      },
      "cn-hongkong": {
        rdsInstances: [{ DBInstanceId: "rm-guard", DBInstanceType: "Guard", MasterInstanceId: "rm-1" }],
      },
      "ap-southeast-1": {
        polardbClusters: [{ DBClusterId: "pc-2" }],
        polardbNetworks: [network],
        kvstoreInstances: [{ InstanceId: "r-2", GlobalInstanceId: "gr-1" }],
        kvstoreGlobalInstances: [shared],
      },
    });
    expect(gaps).toEqual([]);
    expect(edgesOf(records)).toEqual([
      "job-1 streams-to pc-2 ap-southeast-1 foreign",
      "pc-1 replicates-to pc-2 ap-southeast-1 foreign",
      "r-1 replicates-to r-2 ap-southeast-1 foreign",
      "r-2 replicates-to r-1 cn-hangzhou mainland",
      "rm-1 fails-over-to rm-guard cn-hongkong hong-kong",
      "rm-1 streams-to job-1 cn-hangzhou mainland",
      "rm-lost fails-over-to rm-unseen null unknown",
    ]);
  });
});

describe("the number of calls", () => {
  test("for RDS is one for the tags of 50 instances, and whitelists are asked for only with a public address", async () => {
    const rdsInstances = Array.from({ length: 120 }, (_, n) => ({ DBInstanceId: `rm-${n}` }));
    const rdsNetInfos = [{ DBInstanceId: "rm-7", DBInstanceNetInfos: { DBInstanceNetInfo: [{ IPType: "Public" }] } }];
    const { records, calls } = await read(
      { "cn-hangzhou": { rdsInstances, rdsNetInfos } },
      { only: ["alibaba/rds/*"] },
    );
    expect(records).toHaveLength(120);
    const times = (name: string) => calls.filter(({ operation }) => operation === name).length;
    expect(times("DescribeDBInstances")).toBe(2);
    expect(times("ListTagResources")).toBe(3);
    expect(times("DescribeCrossRegionBackupDBInstance")).toBe(1);
    expect(times("DescribeDBInstanceNetInfo")).toBe(120);
    expect(calls.filter(({ operation }) => operation === "DescribeDBInstanceIPArrayList")).toEqual([
      { operation: "DescribeDBInstanceIPArrayList", region: "cn-hangzhou", resource: "rm-7" },
    ]);
  });

  test("in a region without databases is that of the lists", async () => {
    const { calls } = await read({ "cn-hangzhou": {} });
    const asked = calls.map(({ operation }) => operation).filter((name) => !/^(?:Get|DescribeRegions)/.test(name));
    expect(asked.toSorted()).toEqual([
      "DescribeDBClusters",
      // RDS, and MongoDB for each architecture.
      "DescribeDBInstances",
      "DescribeDBInstances",
      "DescribeDBInstances",
      // For each type of job.
      "DescribeDtsJobs",
      "DescribeDtsJobs",
      "DescribeDtsJobs",
      "DescribeInstances",
    ]);
  });
});

describe("what could not be read", () => {
  test("of one instance is a gap that names it, and leaves the others", async () => {
    const { records, gaps } = await read({
      "cn-hangzhou": {
        rdsInstances: [{ DBInstanceId: "rm-1" }, { DBInstanceId: "rm-odd", Engine: { name: "MySQL" } }],
        dtsJobs: [
          { DtsJobId: "job-1", JobType: "SYNC", SourceEndpoint: "rm-1" },
          { DtsJobId: "job-2", JobType: "SYNC" },
        ],
      },
    });
    expect(records.map(({ name }) => name).toSorted()).toEqual(["job-2", "rm-1"]);
    expect(gaps.map(({ resource, reason }) => `${resource} ${reason}`).toSorted()).toEqual([
      `acs:dts:cn-hangzhou:${uid}:job/job-1 malformed`,
      `acs:rds:cn-hangzhou:${uid}:dbinstance/rm-odd malformed`,
    ]);
  });

  test("of where copies go is a gap, and what was read of the others stays", async () => {
    const { records, gaps } = await read({
      "cn-hangzhou": {
        rdsInstances: [{ DBInstanceId: "rm-1" }, { DBInstanceId: "rm-2" }],
        rdsCrossBackups: [
          { DBInstanceId: "rm-1", BackupEnabled: "Enable", CrossBackupRegion: ["ap-southeast-1"] },
          { DBInstanceId: "rm-2", BackupEnabled: "Enable", CrossBackupRegion: "cn-shanghai" },
        ],
        polardbClusters: [{ DBClusterId: "pc-1" }],
        polardbNetworks: [{ GDNId: "gdn-1", DBClusters: "pc-1" }],
      },
    });
    expect(records.flatMap(({ links }) => links.map(({ target }) => target.place?.region))).toEqual(["cn-shanghai"]);
    expect(gaps.map(({ operation, resource, reason }) => `${operation} ${resource} ${reason}`).toSorted()).toEqual([
      `DescribeCrossRegionBackupDBInstance acs:rds:cn-hangzhou:${uid}:dbinstance/rm-1 malformed`,
      `DescribeGlobalDatabaseNetworks acs:polardb:cn-hangzhou:${uid}:dbcluster/* malformed`,
    ]);
  });

  test("of the tags makes them unknown, not empty", async () => {
    const faults: readonly Fault[] = [{ operation: "ListTagResources", answer: "denied" }];
    const rdsInstances = [{ DBInstanceId: "rm-1" }];
    const { records, gaps } = await read({ "cn-hangzhou": { rdsInstances } }, { loopback: { faults } });
    expect(records.map(({ tags }) => tags)).toEqual([{ known: false, why: "denied" }]);
    expect(gaps.map(({ resource }) => resource)).toEqual([`acs:rds:cn-hangzhou:${uid}:dbinstance/*`]);
  });

  test("of the tags' second page makes them unknown too", async () => {
    const faults: readonly Fault[] = [{ operation: "ListTagResources", answer: "repeat-token" }];
    const rdsInstances = [{ DBInstanceId: "rm-1" }];
    const rdsTags = ["a", "b", "c"].map((TagKey) => ({ ResourceType: "INSTANCE", ResourceId: "rm-1", TagKey }));
    const loopback = { faults, pageSize: 1 };
    const { records } = await read({ "cn-hangzhou": { rdsInstances, rdsTags } }, { loopback });
    expect(records.map(({ tags }) => tags)).toEqual([{ known: false, why: "malformed" }]);
  });
});

describe("the ends of a job", () => {
  test.each([
    ["203.0.113.7", "203.0.113.7"],
    ["db.example.com:3306", "db.example.com"],
    ["2001:db8::7", "2001:db8::7"],
    ["mysql://root:hunter2@db.example.com/x?password=hunter2", "an address"],
    ["root:hunter2@db.example.com", "an address"],
  ])("keep nothing of an address but its host: %s", async (Ip, shown) => {
    const job = { DtsJobId: "job-1", JobType: "MIGRATION", DestinationEndpoint: { InstanceType: "Other", Ip } };
    const { records } = await read({ "cn-hangzhou": { dtsJobs: [job] } }, { only: ["alibaba/dts/*"] });
    expect(records[0]?.links).toEqual([
      {
        kind: "streams-to",
        direction: "to",
        target: {},
        evidence: {
          source: "dts:DescribeDtsJobs",
          field: "DtsJobList[].DestinationEndpoint",
          value: `Other ${shown}`,
        },
      },
    ]);
    expect(JSON.stringify(records)).not.toContain("hunter2");
  });
});

describe("an RDS instance", () => {
  test.each([
    ["Enable", "Disable", "ap-southeast-1"],
    ["1", undefined, "ap-southeast-1"],
    [undefined, undefined, "ap-southeast-1"],
    ["0", "1", "ap-southeast-1"],
    ["0", "0", undefined],
    ["Disabled", undefined, undefined],
  ])("is backed up elsewhere with backups %s and logs %s: %s", async (BackupEnabled, LogBackupEnabled, place) => {
    const { records } = await read({
      "cn-hangzhou": {
        rdsInstances: [{ DBInstanceId: "rm-1" }],
        rdsCrossBackups: [
          { DBInstanceId: "rm-1", BackupEnabled, LogBackupEnabled, CrossBackupRegion: "ap-southeast-1" },
        ],
      },
    });
    const links = records.flatMap((record) => record.links.map(({ target }) => target.place?.region));
    expect(links).toEqual(place === undefined ? [] : [place]);
  });

  test.each([
    ["::/0", undefined, 1],
    ["10.0.0.0/8,0.0.0.0/0", "MIX", 1],
    ["0.0.0.0/0", "VPC", 0],
    ["0.0.0.0/1", "Classic", 0],
    ["", undefined, 0],
  ])("with a public address and the whitelist %s of type %s is open to everyone: %i", async (list, kind, count) => {
    const { records } = await read({
      "cn-hangzhou": {
        rdsInstances: [{ DBInstanceId: "rm-1" }],
        rdsNetInfos: [{ DBInstanceId: "rm-1", DBInstanceNetInfos: { DBInstanceNetInfo: [{ IPType: "Public" }] } }],
        rdsWhitelists: [
          {
            DBInstanceId: "rm-1",
            Items: { DBInstanceIPArray: [{ SecurityIPList: list, WhitelistNetworkType: kind }] },
          },
        ],
      },
    });
    expect(records.flatMap(({ links }) => links.filter(({ kind: link }) => link === "reachable-from"))).toHaveLength(
      count,
    );
  });
});

test("older regions share a host, others have their own", () => {
  expect(rds.host("cn-hangzhou")).toBe("rds.aliyuncs.com");
  expect(rds.host("cn-chengdu")).toBe("rds.cn-chengdu.aliyuncs.com");
  expect(dds.host("cn-hongkong")).toBe("mongodb.cn-hongkong.aliyuncs.com");
  expect(kvstore.host("cn-heyuan")).toBe("r-kvstore.aliyuncs.com");
  expect(polardb.host("ap-southeast-1")).toBe("polardb.ap-southeast-1.aliyuncs.com");
});
