import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type CaseCloud, serveCases } from "../support/case-clouds.ts";
import { type SpineScan, scanClouds } from "../support/spine-scan.ts";
import { hk, hz, own, partner, sg, sh, waysOut } from "../support/ways-out-alibaba.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const arn = (service: string, region: string, rest: string) => `acs:${service}:${region}:${own}:${rest}`;
const bucket = (region: string, name: string) => arn("oss", region, name);
const disk = (region: string, id: string) => arn("ecs", region, `disk/${id}`);
const snapshot = (region: string, id: string) => arn("ecs", region, `snapshot/${id}`);
const image = (region: string, id: string) => arn("ecs", region, `image/${id}`);
const machine = arn("ecs", hz, "instance/i-web");
const rds = (region: string, id: string) => arn("rds", region, `dbinstance/${id}`);
const polardb = (region: string, id: string) => arn("polardb", region, `dbcluster/${id}`);
const tair = (region: string, id: string) => arn("kvstore", region, `instance/${id}`);
const job = (id: string) => arn("dts", hz, `job/${id}`);
const nas = (id: string) => arn("nas", hz, `filesystem/${id}`);
const logs = (region: string, path: string) => arn("log", region, `project/${path}`);
const access = logs(hz, "app-logs/logstore/access");
const trail = arn("actiontrail", hz, "trail/main");
const registry = (region: string, id: string) => arn("cr", region, `instance/${id}`);
const vault = (region: string, id: string) => arn("hbr", region, `vault/${id}`);
const backupPolicy = (id: string) => arn("hbr", hz, `policy/${id}`);
const backupPlan = arn("hbr", hz, "plan/plan-machine");
const warehouse = arn("odps", sg, "projects/warehouse");

const [HZ, SH, HK, SG] = [`${hz} mainland`, `${sh} mainland`, `${hk} hong-kong`, `${sg} foreign`];
/** Nobody's: the line has no other end. */
const none = "-";
const unknown = "- unknown";

/** Every way out of the estate, written from the products' documentation and the contract before any scan of it. */
const table: readonly (readonly [from: string, kind: string, to: string, place: string])[] = [
  // Object storage: replication within and out of the account (a rule that is closing is none), access logs, acceleration, public.
  [bucket(hz, "crm-hz"), "replicates-to", bucket(hk, "crm-hk"), HK],
  [bucket(hz, "crm-hz"), "replicates-to", "oss://partner-drop", SG],
  [bucket(hz, "crm-hz"), "logs-to", bucket(hz, "logs-hz"), HZ],
  [bucket(hz, "crm-hz"), "served-from", none, "oss-accelerate unknown"],
  [bucket(sg, "site-sg"), "reachable-from", "*", unknown],
  [bucket(hk, "open-hk"), "reachable-from", "*", unknown],
  // Machines: snapshots and what was made of them; policies that copy elsewhere; shared and published images.
  [disk(hz, "d-data"), "copied-to", snapshot(hz, "s-day"), HZ],
  [snapshot(hz, "s-day"), "copied-to", snapshot(sg, "s-sg"), SG],
  [snapshot(hz, "s-day"), "copied-to", snapshot(hk, "s-hk"), HK],
  [snapshot(hk, "s-hk"), "copied-to", disk(hk, "d-restored"), HK],
  [snapshot(hz, "s-day"), "copied-to", image(hz, "m-web"), HZ],
  [snapshot(sg, "s-sg"), "copied-to", image(sg, "m-sg"), SG],
  [disk(hz, "d-data"), "backs-up-to", none, SG],
  [arn("ecs", hz, "snapshotpolicy/sp-idle"), "backs-up-to", none, HK],
  [image(hz, "m-web"), "shared-with", partner, unknown],
  [image(sg, "m-sg"), "shared-with", "*", unknown],
  // RDS: read-only instance, disaster recovery instance (one of them nowhere to be seen), cross-region backup, open to all.
  [rds(hz, "rm-main"), "replicates-to", rds(hz, "rr-read"), HZ],
  [rds(hz, "rm-main"), "fails-over-to", rds(hk, "rm-guard"), HK],
  [rds(hz, "rm-inner"), "copied-to", rds(hz, "rm-temp"), HZ],
  [rds(hz, "rm-main"), "backs-up-to", none, SG],
  [rds(hz, "rm-inner"), "backs-up-to", none, HK],
  [rds(hz, "rm-inner"), "fails-over-to", none, SG],
  [rds(hz, "rm-main"), "reachable-from", "*", unknown],
  [rds(sh, "rm-lone"), "fails-over-to", "rds://rm-lost", unknown],
  // PolarDB: the primary of a global database network feeds the others; backups of data and of logs elsewhere.
  [polardb(hz, "pc-main"), "replicates-to", polardb(sh, "pc-second"), SH],
  [polardb(hz, "pc-main"), "replicates-to", polardb(sg, "pc-third"), SG],
  [polardb(hz, "pc-main"), "backs-up-to", none, HK],
  [polardb(hz, "pc-main"), "backs-up-to", none, SH],
  [polardb(sh, "pc-second"), "backs-up-to", none, HK],
  // Tair: every member of a global instance feeds every other one.
  [tair(hz, "r-hz"), "replicates-to", tair(hk, "r-hk"), HK],
  [tair(hz, "r-hz"), "replicates-to", tair(sg, "r-sg"), SG],
  [tair(hk, "r-hk"), "replicates-to", tair(hz, "r-hz"), HZ],
  [tair(hk, "r-hk"), "replicates-to", tair(sg, "r-sg"), SG],
  [tair(sg, "r-sg"), "replicates-to", tair(hz, "r-hz"), HZ],
  [tair(sg, "r-sg"), "replicates-to", tair(hk, "r-hk"), HK],
  [arn("dds", hz, "dbinstance/dds-orders"), "backs-up-to", none, SG],
  // DTS: from outside into the account, out of it, both ways at once, to a place that is not told, and to whoever subscribes.
  [job("mig-in"), "streams-to", rds(hz, "rm-main"), HZ],
  [rds(hz, "rm-main"), "streams-to", job("sync-out"), HZ],
  [job("sync-out"), "streams-to", polardb(sg, "pc-third"), SG],
  [tair(hz, "r-hz"), "streams-to", job("sync-both"), HZ],
  [job("sync-both"), "streams-to", tair(hk, "r-hk"), HK],
  [tair(hk, "r-hk"), "streams-to", job("sync-both"), HZ],
  [job("sync-both"), "streams-to", tair(hz, "r-hz"), HZ],
  [machine, "streams-to", job("sync-away"), HZ],
  [job("sync-away"), "streams-to", none, unknown],
  [arn("dds", hz, "dbinstance/dds-orders"), "streams-to", job("sync-partner"), HZ],
  [job("sync-partner"), "streams-to", "rds://rm-partner", SG],
  [polardb(hz, "pc-main"), "streams-to", job("sub"), HZ],
  // File storage filled from buckets, one of them a partner's.
  [bucket(hz, "crm-hz"), "streams-to", nas("cpfs-0a1b2c"), HZ],
  ["oss://partner-src", "streams-to", nas("cpfs-0a1b2c"), HZ],
  // Logs: exports, transformation, scheduled queries, key elsewhere, trail, function.
  [access, "streams-to", bucket(sg, "site-sg"), SG],
  [access, "streams-to", bucket(hk, "lake-hk"), HK],
  [access, "streams-to", warehouse, SG],
  [access, "streams-to", logs(sg, "central-sg/logstore/all"), SG],
  [access, "streams-to", `acs:log:${hk}:${partner}:project/partner-logs/logstore/inbox`, HK],
  [access, "streams-to", logs(sh, "sums-sh/logstore/daily"), SH],
  [access, "key-held-in", arn("kms", sh, "key/key-sh"), SH],
  [trail, "logs-to", bucket(sg, "site-sg"), SG],
  // Not delivering now, and set up to: a flow that is only configured is an edge too.
  [arn("actiontrail", hz, "trail/stopped"), "logs-to", bucket(sg, "site-sg"), SG],
  [arn("actiontrail", hz, "trail/fresh"), "logs-to", bucket(sg, "site-sg"), SG],
  [trail, "logs-to", logs(hk, "trail-hk/logstore/actiontrail_main"), HK],
  [trail, "logs-to", arn("odps", sg, "project/actiontrail_audit"), SG],
  [arn("fc", hz, "functions/thumbnail"), "logs-to", logs(hz, "app-logs/logstore/fc"), HZ],
  // Images of containers: one rule that both ends list, one that reaches another account.
  [registry(hz, "cri-hz"), "replicates-to", registry(sg, "cri-sg"), SG],
  [registry(hz, "cri-hz"), "replicates-to", "cr://cri-partner", HK],
  // Cloud Backup: plans, policies, another account's machine, the mirror vault, and a copy that is only configured.
  [bucket(hz, "crm-hz"), "backs-up-to", vault(hz, "v-hz"), HZ],
  [`acs:ecs:${hz}:${partner}:instance/i-partner`, "backs-up-to", vault(hz, "v-hz"), HZ],
  [nas("31a8e4"), "backs-up-to", vault(hz, "v-hz"), HZ],
  [vault(hz, "v-hz"), "replicates-to", vault(sg, "v-sg"), SG],
  [vault(hz, "v-hz"), "replicates-to", none, HK],
  [vault(hz, "v-new"), "replicates-to", none, HK],
  [vault(hz, "v-hz"), "shared-with", partner, unknown],
  [machine, "backs-up-to", backupPlan, HZ],
  [backupPlan, "backs-up-to", none, SG],
  [machine, "backs-up-to", backupPolicy("po-machines"), HZ],
  [backupPolicy("po-machines"), "backs-up-to", none, HK],
  [machine, "backs-up-to", backupPolicy("po-files"), HZ],
  [backupPolicy("po-files"), "backs-up-to", none, HK],
];

let cloud: CaseCloud | undefined;
let result: Omit<SpineScan, "called">;

beforeAll(async () => {
  const serve = serveCases["alibaba"];
  if (serve === undefined) throw new Error("no loopback for alibaba");
  cloud = await serve(waysOut, {});
  result = await scanClouds(cloud, { only: [] });
});
afterAll(async () => cloud?.close());

test("nothing of the estate stays unread", () => {
  expect(result.document.coverage.gaps).toEqual([]);
  expect(result.document.coverage.complete).toBe(true);
});

test("the edges are those of the table: none missing, none invented, none backwards, none twice", () => {
  const lines = result.document.edges
    .filter(({ kind }) => kind !== "stored-in")
    .map(({ from, kind, to, party, place }) => {
      return `${from} ${kind} ${to ?? party ?? none} ${place.region ?? "-"} ${place.jurisdiction}`;
    });
  expect(lines.sort()).toEqual(table.map((line) => line.join(" ")).sort());
});

test("a bucket, a disk, a database and a Logstore give their class to all that is made of them elsewhere", () => {
  const away = result.document.resources.filter(({ place, dataClass }) => {
    return place.jurisdiction !== "mainland" && dataClass.class === "personal";
  });
  expect(away.map(({ id }) => id).sort()).toEqual(
    [
      bucket(hk, "crm-hk"),
      vault(sg, "v-sg"),
      snapshot(hk, "s-hk"),
      disk(hk, "d-restored"),
      snapshot(sg, "s-sg"),
      image(sg, "m-sg"),
      rds(hk, "rm-guard"),
      polardb(sg, "pc-third"),
      bucket(sg, "site-sg"),
      bucket(hk, "lake-hk"),
      logs(sg, "central-sg/logstore/all"),
    ].sort(),
  );
  for (const { dataClass } of away) expect(dataClass.evidence.map(({ kind }) => kind)).toContain("inherited");
});

test("data flows are asked of the file systems that have them, and of no others", () => {
  const asked = cloud?.calls
    .filter(({ operation }) => operation === "DescribeDataFlows")
    .map(({ resource }) => resource);
  expect(asked).toEqual(["cpfs-0a1b2c"]);
});

test("nothing that a function keeps in its environment gets out", () => {
  expect(result.json).not.toContain("secret-of-the-function");
});
