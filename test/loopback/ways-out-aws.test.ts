import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type CaseCloud, serveCases } from "../support/case-clouds.ts";
import { type SpineScan, scanClouds } from "../support/spine-scan.ts";
import * as estate from "../support/ways-out-aws.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const { arn, bj, bucket, cn, hk, namespace, nx, partner, partnerKey, second, sg, us } = estate;
const [HK, SG, US] = [`${hk} hong-kong`, `${sg} foreign`, `${us} foreign`];
const [BJ, NX] = [`${bj} mainland`, `${nx} mainland`];
/** Nobody's: the line has no other end. */
const none = "-";
const unknown = "- unknown";

const ec2 = (region: string, id: string) => arn("ec2", region, id);
const rds = (region: string, id: string) => arn("rds", region, id);
const table = (region: string, more = "") => arn("dynamodb", region, `table/Customers${more}`);
const fs = (region: string, id: string, account: string = estate.own) =>
  arn("elasticfilesystem", region, `file-system/${id}`, account);
const fsx = (region: string, id: string) => arn("fsx", region, id);
const redshift = (region: string, id: string) => arn("redshift", region, id);
const cache = (region: string, id: string) => arn("elasticache", region, id);
const group = (name: string) => arn("logs", hk, `log-group:${name}`);
const stream = (name: string) => arn("kinesis", hk, `stream/${name}`);
const firehose = (name: string) => arn("firehose", hk, `deliverystream/${name}`);
const sqs = (region: string, name: string, account: string = estate.own) => arn("sqs", region, name, account);
const vault = (region: string, name: string, account: string = estate.own) =>
  arn("backup", region, `backup-vault:${name}`, account);
const point = (region: string, name: string) => arn("backup", region, `recovery-point:${name}`);
const plan = arn("backup", hk, "backup-plan:p-1");
const topic = arn("sns", hk, "orders");
const ship = arn("lambda", hk, "function:ship");
const catalogue = arn("es", hk, "domain/catalogue");
const share = redshift(hk, `datashare:${namespace.replace(/^.*:/, "")}/sales`);
const trail = arn("cloudtrail", hk, "trail/all");

/** Stores whose key is the partner's, in the region of the store. */
const lockedByPartner = [
  ec2(hk, "volume/vol-0a0a0a0a"),
  ec2(hk, "snapshot/snap-0a0a0a0a"),
  rds(hk, "db:crm"),
  rds(hk, "cluster:papers"),
  rds(hk, "snapshot:crm-day"),
  rds(hk, "export-task:crm-to-lake"),
  table(hk),
  fs(hk, "fs-0a"),
  fsx(hk, "file-system/fs-1"),
  fsx(hk, "backup/backup-1"),
  redshift(hk, "cluster:warehouse"),
  redshift(hk, "snapshot:warehouse/wh-day"),
  cache(hk, "replicationgroup:cart"),
  cache(hk, "serverlesscache:flash"),
  cache(hk, "snapshot:cart-day"),
  cache(hk, "serverlesscachesnapshot:flash-day"),
  catalogue,
  stream("events"),
  firehose("to-http"),
  topic,
  sqs(hk, "orders"),
  group("app"),
  arn("cloudtrail", hk, "eventdatastore/e-1"),
  vault(hk, "near"),
  point(hk, "efs-1"),
  arn("ecr", hk, "repository/prod/api"),
  arn("secretsmanager", hk, "secret:db-Ab12Cd"),
  arn("ssm", hk, "parameter/db/url"),
];

type Line = readonly [from: string, kind: string, to: string, place: string];

/** Every way out of the estate, written from AWS's documentation and the contract before any scan of it. */
const ways: readonly Line[] = [
  // Buckets: replicas of the own and another account (a rule that is off is none), access logs, a policy, an ACL, a website.
  [bucket("crm-hk"), "replicates-to", bucket("crm-sg"), SG],
  [bucket("crm-hk"), "replicates-to", bucket("drop-partner"), US],
  [bucket("crm-hk"), "logs-to", bucket("logs-hk"), HK],
  [bucket("crm-hk"), "reachable-from", partner, unknown],
  [bucket("site-hk"), "reachable-from", "*", unknown],
  [bucket("site-hk"), "reachable-from", "canonical-id-of-somebody", unknown],
  [bucket("site-hk"), "served-from", none, HK],
  // Disks, snapshots, images: made of each other, copied to another region, shared.
  [ec2(hk, "volume/vol-0a0a0a0a"), "copied-to", ec2(hk, "snapshot/snap-0a0a0a0a"), HK],
  [ec2(hk, "snapshot/snap-0a0a0a0a"), "copied-to", ec2(hk, "volume/vol-0a0a0a0b"), HK],
  [ec2(hk, "volume/vol-0a0a0a0b"), "copied-to", ec2(hk, "volume/vol-0a0a0a0c"), HK],
  [ec2(hk, "snapshot/snap-0a0a0a0a"), "shared-with", partner, unknown],
  [ec2(hk, "snapshot/snap-0a0a0a0a"), "shared-with", second, HK],
  [ec2(hk, "instance/i-0a0a0a0a"), "copied-to", ec2(hk, "snapshot/snap-0a0a0a0b"), HK],
  [ec2(hk, "instance/i-0a0a0a0a"), "copied-to", ec2(hk, "image/ami-0a0a0a0a"), HK],
  [ec2(hk, "snapshot/snap-0a0a0a0b"), "copied-to", ec2(hk, "image/ami-0a0a0a0a"), HK],
  [ec2(hk, "image/ami-0a0a0a0a"), "shared-with", "*", unknown],
  [ec2(hk, "snapshot/snap-0a0a0a0a"), "copied-to", ec2(sg, "snapshot/snap-0b0b0b0b"), SG],
  [ec2(hk, "snapshot/snap-0a0a0a0b"), "copied-to", ec2(sg, "snapshot/snap-0b0b0b0c"), SG],
  [ec2(sg, "snapshot/snap-0b0b0b0c"), "copied-to", ec2(sg, "image/ami-0b0b0b0b"), SG],
  [ec2(hk, "image/ami-0a0a0a0a"), "copied-to", ec2(sg, "image/ami-0b0b0b0b"), SG],
  // Flow logs by each of their three destinations.
  [ec2(hk, "vpc-flow-log/fl-0a"), "logs-to", group("flows"), HK],
  [ec2(hk, "vpc-flow-log/fl-0b"), "logs-to", bucket("lake-us"), US],
  [ec2(hk, "vpc-flow-log/fl-0c"), "streams-to", firehose("to-lake"), HK],
  // Relational databases: replicas near and far, told from both ends; replicated backups; logs; activity streams.
  [rds(hk, "db:crm"), "replicates-to", rds(sg, "db:crm-sg"), SG],
  [rds(hk, "db:crm"), "replicates-to", rds(hk, "db:crm-near"), HK],
  [rds(hk, "db:crm"), "backs-up-to", rds(sg, "auto-backup:ab-crm"), SG],
  [rds(hk, "db:crm"), "logs-to", group("/aws/rds/instance/crm/postgresql"), HK],
  [rds(hk, "db:crm"), "streams-to", stream("aws-rds-das-db-CRM"), HK],
  [rds(hk, "cluster:orders"), "replicates-to", rds(sg, "cluster:orders-sg"), SG],
  [rds(hk, "cluster:orders"), "replicates-to", rds(us, "cluster:orders-us"), US],
  [rds(hk, "cluster:orders"), "logs-to", group("/aws/rds/cluster/orders/audit"), HK],
  [rds(hk, "cluster:orders"), "streams-to", stream("aws-rds-das-cluster-ORDERS"), HK],
  [rds(hk, "cluster:papers"), "logs-to", group("/aws/docdb/papers/profiler"), HK],
  [rds(hk, "cluster:mysql"), "replicates-to", rds(sg, "cluster:mysql-sg"), SG],
  [rds(sg, "cluster:gone"), "backs-up-to", rds(sg, "cluster-auto-backup:ab-gone"), SG],
  // Their snapshots, made, copied and shared; an export; tables kept up to date in a warehouse.
  [rds(hk, "db:crm"), "copied-to", rds(hk, "snapshot:crm-day"), HK],
  [rds(hk, "db:crm"), "copied-to", rds(hk, "snapshot:awsbackup:job-1"), HK],
  [rds(hk, "snapshot:crm-day"), "shared-with", partner, unknown],
  [rds(hk, "snapshot:crm-day"), "shared-with", "*", unknown],
  [rds(hk, "snapshot:crm-day"), "copied-to", rds(sg, "snapshot:crm-day-sg"), SG],
  [rds(hk, "cluster:orders"), "copied-to", rds(hk, "cluster-snapshot:orders-day"), HK],
  [rds(hk, "cluster-snapshot:orders-day"), "shared-with", partner, unknown],
  [rds(hk, "cluster-snapshot:orders-day"), "copied-to", rds(sg, "cluster-snapshot:orders-day-sg"), SG],
  [rds(hk, "snapshot:crm-day"), "copied-to", rds(hk, "export-task:crm-to-lake"), HK],
  [rds(hk, "export-task:crm-to-lake"), "copied-to", bucket("lake-us"), US],
  [rds(hk, "cluster:orders"), "replicates-to", rds(hk, "integration:zero"), HK],
  [rds(hk, "integration:zero"), "replicates-to", redshift(hk, "cluster:warehouse"), HK],
  // A global table: each member to each other one. A stream, a policy, backups, a restored table, an export.
  [table(hk), "replicates-to", table(sg), SG],
  [table(hk), "replicates-to", table(us), US],
  [table(sg), "replicates-to", table(hk), HK],
  [table(sg), "replicates-to", table(us), US],
  [table(us), "replicates-to", table(hk), HK],
  [table(us), "replicates-to", table(sg), SG],
  [table(hk), "streams-to", stream("events"), HK],
  [table(hk), "reachable-from", partner, unknown],
  [table(hk), "copied-to", table(hk, "/backup/01"), HK],
  [table(hk, "/backup/01"), "copied-to", arn("dynamodb", hk, "table/Restored"), HK],
  [table(hk), "copied-to", arn("dynamodb", hk, "table/Restored"), HK],
  [table(hk), "copied-to", table(hk, "/export/01"), HK],
  [table(hk, "/export/01"), "copied-to", bucket("drop-partner"), unknown],
  // File systems: replicas in the own and in the second account, repositories, audit logs, backups.
  [fs(hk, "fs-0a"), "replicates-to", fs(sg, "fs-0b"), SG],
  [fs(hk, "fs-0c"), "replicates-to", fs(sg, "fs-0d", second), SG],
  [bucket("lake-us"), "copied-to", fsx(hk, "file-system/fs-1"), HK],
  [fsx(hk, "file-system/fs-1"), "copied-to", bucket("lake-us"), US],
  [fsx(hk, "file-system/fs-1"), "logs-to", group("/aws/fsx/lustre"), HK],
  [fsx(hk, "file-system/fs-2"), "logs-to", firehose("aws-fsx-audit"), HK],
  [fsx(hk, "file-system/fs-2"), "copied-to", fsx(hk, "backup/backup-1"), HK],
  [fsx(hk, "backup/backup-1"), "copied-to", fsx(sg, "backup/backup-2"), SG],
  // Warehouses.
  [redshift(hk, "cluster:warehouse"), "backs-up-to", none, SG],
  [redshift(hk, "cluster:warehouse"), "logs-to", bucket("logs-hk"), HK],
  [redshift(hk, "cluster:small"), "logs-to", group("/aws/redshift/cluster/small/userlog"), HK],
  [redshift(hk, "cluster:warehouse"), "copied-to", redshift(hk, "snapshot:warehouse/wh-day"), HK],
  [redshift(hk, "snapshot:warehouse/wh-day"), "shared-with", partner, unknown],
  [redshift(hk, "cluster:warehouse"), "copied-to", redshift(sg, "snapshot:warehouse/copy:rs:wh-day"), SG],
  [share, "shared-with", partner, US],
  // Caches: the primary of a global datastore to its secondary, logs, snapshots.
  [cache(hk, "cluster:sessions"), "logs-to", firehose("to-lake"), HK],
  [cache(hk, "replicationgroup:cart"), "replicates-to", cache(us, "replicationgroup:cart-us"), US],
  [cache(hk, "replicationgroup:cart"), "logs-to", group("cart-slow"), HK],
  [cache(hk, "replicationgroup:cart"), "copied-to", cache(hk, "snapshot:cart-day"), HK],
  [cache(hk, "cluster:sessions"), "copied-to", cache(hk, "snapshot:sessions-day"), HK],
  [cache(hk, "serverlesscache:flash"), "copied-to", cache(hk, "serverlesscachesnapshot:flash-day"), HK],
  // Search: policies, slow logs, a domain of the second account that asked for a connection.
  [catalogue, "reachable-from", partner, unknown],
  [catalogue, "reachable-from", arn("es", sg, "domain/archive", second), SG],
  [catalogue, "logs-to", group("searches"), HK],
  [arn("es", hk, "domain/open"), "reachable-from", "*", unknown],
  // Streams and what carries them on, into and out of AWS.
  [stream("events"), "reachable-from", partner, unknown],
  [stream("events"), "streams-to", firehose("to-lake"), HK],
  [firehose("to-lake"), "streams-to", bucket("lake-us"), US],
  [firehose("to-lake"), "streams-to", bucket("logs-hk"), HK],
  [firehose("to-http"), "streams-to", "intake.example.com", unknown],
  [firehose("to-http"), "streams-to", bucket("logs-hk"), HK],
  [firehose("to-warehouse"), "streams-to", redshift(hk, "cluster:warehouse"), HK],
  [firehose("to-warehouse"), "streams-to", bucket("lake-us"), US],
  [firehose("to-search"), "streams-to", catalogue, HK],
  [firehose("to-search"), "streams-to", bucket("logs-hk"), HK],
  [firehose("to-splunk"), "streams-to", "http-inputs.splunkcloud.com", unknown],
  [firehose("to-splunk"), "streams-to", bucket("logs-hk"), HK],
  [firehose("to-snowflake"), "streams-to", "acct.ap-southeast-1.aws.snowflakecomputing.com", unknown],
  [firehose("to-snowflake"), "streams-to", bucket("logs-hk"), HK],
  [firehose("to-tables"), "streams-to", arn("glue", us, "catalog"), US],
  [firehose("to-tables"), "streams-to", bucket("lake-us"), US],
  // Topics, also to a queue that another account subscribed; queues; functions.
  [topic, "streams-to", sqs(us, "orders-us"), US],
  [topic, "streams-to", "hooks.example.com", unknown],
  [topic, "streams-to", "email", unknown],
  [topic, "streams-to", arn("lambda", sg, "function:notify"), SG],
  [topic, "streams-to", firehose("to-lake"), HK],
  [topic, "streams-to", sqs(hk, "inbox", partner), HK],
  [topic, "reachable-from", partner, unknown],
  [sqs(hk, "orders"), "streams-to", sqs(hk, "dead"), HK],
  [sqs(hk, "orders"), "reachable-from", partner, unknown],
  [table(hk), "streams-to", ship, HK],
  [ship, "streams-to", sqs(hk, "dead"), HK],
  [ship, "streams-to", sqs(hk, "inbox", partner), HK],
  [ship, "logs-to", group("app"), HK],
  // Logs: subscriptions of a group and of the whole account, an export, a destination's target; trails.
  [group("app"), "streams-to", stream("events"), HK],
  [group("app"), "streams-to", arn("logs", hk, "destination:central", partner), HK],
  [group("app"), "streams-to", ship, HK],
  [group("app"), "streams-to", bucket("lake-us"), US],
  [arn("logs", hk, "destination:gate"), "streams-to", arn("kinesis", us, "stream/central"), US],
  [trail, "logs-to", bucket("lake-us"), US],
  [trail, "logs-to", group("flows"), HK],
  // Switched off, and still configured: that it is off is a finding of its own.
  [arn("cloudtrail", hk, "trail/off"), "logs-to", bucket("drop-partner"), unknown],
  [trail, "key-held-in", arn("kms", us, "key/0c0c0c0c-aaaa-4bbb-8ccc-dddddddddddd"), US],
  // Backups: what a plan says, what has come of it, and a copy that somebody made by hand.
  [bucket("crm-hk"), "backs-up-to", vault(hk, "near"), HK],
  [fs(hk, "fs-0a"), "backs-up-to", vault(hk, "near"), HK],
  [plan, "backs-up-to", vault(hk, "near"), HK],
  [plan, "backs-up-to", vault(sg, "far"), SG],
  [plan, "backs-up-to", vault(us, "safe", partner), US],
  [vault(hk, "near"), "backs-up-to", vault(sg, "far"), SG],
  [vault(hk, "near"), "backs-up-to", vault(us, "safe", partner), US],
  [vault(hk, "near"), "backs-up-to", vault(us, "by-hand"), US],
  [fs(hk, "fs-0a"), "copied-to", point(hk, "efs-1"), HK],
  [table(hk), "copied-to", point(hk, "table-1"), HK],
  [fs(hk, "fs-0a"), "copied-to", point(sg, "efs-1"), SG],
  [vault(hk, "near"), "copied-to", point(sg, "efs-1"), SG],
  // Images of containers, secrets, parameters, keys.
  [arn("ecr", hk, "repository/prod/api"), "replicates-to", arn("ecr", sg, "repository/prod/api"), SG],
  [arn("ecr", hk, "repository/prod/api"), "reachable-from", partner, unknown],
  [arn("ecr", hk, "repository/prod/api"), "replicates-to", arn("ecr", us, "repository/prod/api", partner), US],
  [arn("secretsmanager", hk, "secret:db-Ab12Cd"), "replicates-to", arn("secretsmanager", sg, "secret:db-Ab12Cd"), SG],
  [arn("ssm", hk, "parameter/db/url"), "reachable-from", partner, unknown],
  [arn("kms", hk, "key/mrk-77"), "replicates-to", arn("kms", sg, "key/mrk-77"), SG],
  [arn("kms", hk, "key/mrk-77"), "replicates-to", arn("kms", us, "key/mrk-77"), US],
  [arn("kms", hk, "key/0e0e0e0e-aaaa-4bbb-8ccc-dddddddddddd"), "key-held-in", "cks-1", unknown],
  // Keys of the partner's, where the store is and where a copy of it is.
  ...lockedByPartner.map((from): Line => [from, "key-held-in", partnerKey(hk), HK]),
  [rds(sg, "cluster-snapshot:orders-day-sg"), "key-held-in", partnerKey(sg), SG],
  [rds(sg, "auto-backup:ab-crm"), "key-held-in", partnerKey(sg), SG],
  [rds(sg, "cluster-auto-backup:ab-gone"), "key-held-in", partnerKey(sg), SG],
  // China: between its two regions, and out of it to a host that names a region of the other partition.
  ["arn:aws-cn:s3:::crm-bj", "replicates-to", "arn:aws-cn:s3:::crm-nx", NX],
  [cn("cloudtrail", bj, "trail/cn"), "logs-to", "arn:aws-cn:s3:::crm-nx", NX],
  [cn("dynamodb", bj, "table/Users"), "replicates-to", cn("dynamodb", nx, "table/Users"), NX],
  [cn("dynamodb", nx, "table/Users"), "replicates-to", cn("dynamodb", bj, "table/Users"), BJ],
  [cn("rds", bj, "snapshot:erp"), "copied-to", cn("rds", nx, "snapshot:erp-nx"), NX],
  [cn("firehose", bj, "deliverystream/away"), "streams-to", "abc.execute-api.us-east-1.amazonaws.com", US],
  [cn("firehose", bj, "deliverystream/away"), "streams-to", "arn:aws-cn:s3:::crm-bj", BJ],
];

let cloud: CaseCloud | undefined;
let result: Omit<SpineScan, "called">;

beforeAll(async () => {
  const serve = serveCases["aws"];
  if (serve === undefined) throw new Error("no loopback for aws");
  cloud = await serve(estate.waysOut, {});
  const { url: endpoint, environment } = cloud;
  const sources = [
    { provider: "aws", endpoint, accounts: [estate.own, second], role: "Audit" },
    { provider: "aws", endpoint, partition: "aws-cn" },
  ];
  result = await scanClouds({ sources, environment }, { only: [] });
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
  expect(lines.sort()).toEqual(ways.map((line) => line.join(" ")).sort());
});

test("a table's backup that a vault keeps is that vault's recovery point, and no second resource of DynamoDB", () => {
  const both = result.document.resources.filter(({ type }) => type === "aws/dynamodb/backup");
  expect(both.map(({ id }) => id)).toEqual([table(hk, "/backup/01")]);
  const kept = result.document.resources.find(({ id }) => id === point(hk, "table-1"));
  expect(kept?.type).toBe("aws/backup/recovery-point");
});

test("nothing that settings hold gets out: environments, tokens, user names, paths and queries of addresses", () => {
  for (const secret of ["secret-of-", "secret-token", "secret-user", "somebody@", "user:pw", "/in?", "/v1"]) {
    expect(result.json).not.toContain(secret);
    expect(result.html).not.toContain(secret);
  }
});
