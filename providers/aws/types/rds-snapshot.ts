import type { DBSnapshot, RDSClient } from "@aws-sdk/client-rds";
import {
  type Caller,
  type Known,
  known,
  type Link,
  type ResourceRecord,
  type ResourceType,
  unknown,
} from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { arnOf } from "../arn.ts";
import { dayOf } from "../day.ts";
import { keyElsewhere } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import { databaseTags } from "../rds/database-tags.ts";
import { publicAttribute, restoreGrants, restoreValues } from "../rds/restore-grants.ts";
import type { AwsSession } from "../session.ts";
import { arnTarget } from "../targets.ts";

const source = "rds:DescribeDBSnapshots";

/** A copy of a database: made by hand, by RDS every day, or by AWS Backup. */
export const rdsSnapshot: ResourceType<AwsSession> = {
  type: "aws/rds/snapshot",
  title: { en: "RDS DB snapshot", zh: "RDS 数据库快照" },
  role: "copy",
  service: "rds",
  reach: "per-region",
  operations: [
    { operation: "DescribeDBSnapshots", permission: "rds:DescribeDBSnapshots" },
    {
      operation: "DescribeDBSnapshotAttributes",
      permission: "rds:DescribeDBSnapshotAttributes",
      per: "resource",
    },
    { operation: "ListTagsForResource", permission: "rds:ListTagsForResource", per: "resource" },
  ],
  links: ["copied-to", "shared-with", "key-held-in"],
  unseen: {
    en: "Copies made in accounts a snapshot is shared with, and what a snapshot was copied from within its own region.",
    zh: "被共享账户自行制作的副本以及同地域内复制的来源快照不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { RDSClient: Client } = await import("@aws-sdk/client-rds");
    const rds = session.client(Client, here);
    yield* caller.each(snapshotsOf(rds, caller), async (snapshot) => {
      const arn = required(snapshot.DBSnapshotArn, "DBSnapshots[].DBSnapshotArn");
      const [tags, restorers] = await Promise.all([
        databaseTags(rds, caller, arn, snapshot.TagList),
        restorersOf(rds, caller, arn, snapshot),
      ]);
      return { ...recordOf(session, here, snapshot, arn, restorers), tags };
    });
  },
};

/** Without a type the list holds manual and automated ones; those of AWS Backup are asked for by name and told once. */
async function* snapshotsOf(rds: RDSClient, caller: Caller): AsyncIterable<DBSnapshot> {
  const { DescribeDBSnapshotsCommand } = await import("@aws-sdk/client-rds");
  const told = new Set<string | undefined>();
  for (const type of [undefined, backedUp]) {
    const list = itemsOf(caller, "DescribeDBSnapshots", async (Marker, abortSignal) => {
      const request = new DescribeDBSnapshotsCommand({ SnapshotType: type, MaxRecords: 100, Marker });
      const answer = await rds.send(request, { abortSignal });
      return { items: required(answer.DBSnapshots, "DBSnapshots"), next: answer.Marker };
    });
    for await (const snapshot of list) {
      if (told.has(snapshot.DBSnapshotArn)) continue;
      if (snapshot.SnapshotType === backedUp) told.add(snapshot.DBSnapshotArn);
      yield snapshot;
    }
  }
}

const backedUp = "awsbackup";

/** Only what was made by hand can be shared; `null` = not shared and not asked. */
async function restorersOf(
  rds: RDSClient,
  caller: Caller,
  arn: string,
  snapshot: DBSnapshot,
): Promise<Known<readonly string[] | null>> {
  if (snapshot.SnapshotType !== undefined && snapshot.SnapshotType !== "manual") return known(null);
  const { DescribeDBSnapshotAttributesCommand } = await import("@aws-sdk/client-rds");
  return caller.ask("DescribeDBSnapshotAttributes", arn, async (abortSignal) => {
    const { DBSnapshotIdentifier } = snapshot;
    const answer = await rds.send(new DescribeDBSnapshotAttributesCommand({ DBSnapshotIdentifier }), { abortSignal });
    return restoreValues(
      required(answer.DBSnapshotAttributesResult?.DBSnapshotAttributes, "DBSnapshotAttributesResult"),
    );
  });
}

function recordOf(
  session: AwsSession,
  region: string,
  snapshot: DBSnapshot,
  arn: string,
  restorers: Known<readonly string[] | null>,
): Omit<ResourceRecord, "tags"> {
  const shared = restoreGrants(restorers, session.scope.account, "rds:DescribeDBSnapshotAttributes");
  return {
    kind: "record",
    id: arn,
    type: rdsSnapshot.type,
    role: rdsSnapshot.role,
    scope: session.scope,
    name: required(snapshot.DBSnapshotIdentifier, "DBSnapshots[].DBSnapshotIdentifier"),
    ...placeOf(region, snapshot),
    aliases: [],
    links: [
      ...originOf(session, region, snapshot),
      ...shared,
      ...keyElsewhere(session.scope, region, snapshot.KmsKeyId, { source, field: "KmsKeyId" }),
    ],
    attributes: {
      ...(snapshot.Encrypted === undefined ? {} : { encrypted: snapshot.Encrypted }),
      ...(snapshot.SnapshotType === undefined ? {} : { snapshotType: snapshot.SnapshotType }),
      ...(snapshot.Engine === undefined ? {} : { engine: snapshot.Engine }),
      ...publicAttribute(shared, restorers),
      ...dayOf(snapshot.SnapshotCreateTime),
    },
  };
}

/** A snapshot that an Outpost keeps lies at the customer's own address, which RDS does not tell. */
function placeOf(
  region: string,
  { SnapshotTarget: value }: DBSnapshot,
): Pick<ResourceRecord, "place" | "placeEvidence"> {
  if (value !== "outposts") return placedByAsking(source, region);
  return { place: unknown("unsupported"), placeEvidence: { source, field: "SnapshotTarget", value } };
}

/** The source snapshot is told of copies from other regions and accounts, whose instance is not the own one of that name. */
function originOf(session: AwsSession, region: string, snapshot: DBSnapshot): readonly Link[] {
  const { SourceDBSnapshotIdentifier: copied, SourceRegion, DBInstanceIdentifier: instance } = snapshot;
  const from = SourceRegion === undefined || SourceRegion === "" ? region : SourceRegion;
  const link = (arn: string, field: string, value: string): Link => ({
    kind: "copied-to",
    direction: "from",
    target: arnTarget(arn, session.scope),
    evidence: { source, field, value },
  });
  if (copied !== undefined && copied !== "") {
    const arn = copied.startsWith("arn:") ? copied : arnOf(session.scope, "rds", from, `snapshot:${copied}`);
    return [link(arn, "SourceDBSnapshotIdentifier", copied)];
  }
  if (instance === undefined || instance === "") return [];
  return [link(arnOf(session.scope, "rds", from, `db:${instance}`), "DBInstanceIdentifier", instance)];
}
