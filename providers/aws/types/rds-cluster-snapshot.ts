import type { DBClusterSnapshot, RDSClient } from "@aws-sdk/client-rds";
import {
  type Caller,
  type Known,
  known,
  type Link,
  type ResourceRecord,
  type ResourceType,
} from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { dayOf } from "../day.ts";
import { keyElsewhere, neighbour } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import { databaseTags } from "../rds/database-tags.ts";
import { publicAttribute, restoreGrants, restoreValues } from "../rds/restore-grants.ts";
import type { AwsSession } from "../session.ts";
import { arnTarget } from "../targets.ts";

const source = "rds:DescribeDBClusterSnapshots";

/** A copy of a cluster's storage. */
export const rdsClusterSnapshot: ResourceType<AwsSession> = {
  type: "aws/rds/cluster-snapshot",
  title: { en: "RDS DB cluster snapshot", zh: "RDS 数据库集群快照" },
  role: "copy",
  service: "rds",
  reach: "per-region",
  operations: [
    { operation: "DescribeDBClusterSnapshots", permission: "rds:DescribeDBClusterSnapshots" },
    {
      operation: "DescribeDBClusterSnapshotAttributes",
      permission: "rds:DescribeDBClusterSnapshotAttributes",
      per: "resource",
    },
    { operation: "ListTagsForResource", permission: "rds:ListTagsForResource", per: "resource" },
  ],
  links: ["copied-to", "shared-with", "key-held-in"],
  unseen: {
    en: "Copies made in accounts a snapshot is shared with.",
    zh: "被共享账户自行制作的副本不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { DescribeDBClusterSnapshotsCommand, RDSClient: Client } = await import("@aws-sdk/client-rds");
    const rds = session.client(Client, here);
    const snapshots = itemsOf(caller, "DescribeDBClusterSnapshots", async (Marker, abortSignal) => {
      const request = new DescribeDBClusterSnapshotsCommand({ MaxRecords: 100, Marker });
      const answer = await rds.send(request, { abortSignal });
      return { items: required(answer.DBClusterSnapshots, "DBClusterSnapshots"), next: answer.Marker };
    });
    yield* caller.each(snapshots, async (snapshot) => {
      const arn = required(snapshot.DBClusterSnapshotArn, "DBClusterSnapshots[].DBClusterSnapshotArn");
      const [tags, restorers] = await Promise.all([
        databaseTags(rds, caller, arn, snapshot.TagList),
        restorersOf(rds, caller, arn, snapshot),
      ]);
      return { ...recordOf(session, here, snapshot, arn, restorers), tags };
    });
  },
};

/** Only what was made by hand can be shared; `null` = not shared and not asked. */
async function restorersOf(
  rds: RDSClient,
  caller: Caller,
  arn: string,
  snapshot: DBClusterSnapshot,
): Promise<Known<readonly string[] | null>> {
  if (snapshot.SnapshotType !== undefined && snapshot.SnapshotType !== "manual") return known(null);
  const { DescribeDBClusterSnapshotAttributesCommand } = await import("@aws-sdk/client-rds");
  return caller.ask("DescribeDBClusterSnapshotAttributes", arn, async (abortSignal) => {
    const { DBClusterSnapshotIdentifier } = snapshot;
    const request = new DescribeDBClusterSnapshotAttributesCommand({ DBClusterSnapshotIdentifier });
    const result = (await rds.send(request, { abortSignal })).DBClusterSnapshotAttributesResult;
    return restoreValues(required(result?.DBClusterSnapshotAttributes, "DBClusterSnapshotAttributesResult"));
  });
}

function recordOf(
  session: AwsSession,
  region: string,
  snapshot: DBClusterSnapshot,
  arn: string,
  restorers: Known<readonly string[] | null>,
): Omit<ResourceRecord, "tags"> {
  const shared = restoreGrants(restorers, session.scope.account, "rds:DescribeDBClusterSnapshotAttributes");
  return {
    kind: "record",
    id: arn,
    type: rdsClusterSnapshot.type,
    role: rdsClusterSnapshot.role,
    scope: session.scope,
    name: required(snapshot.DBClusterSnapshotIdentifier, "DBClusterSnapshots[].DBClusterSnapshotIdentifier"),
    ...placedByAsking(source, region),
    aliases: [],
    links: [
      ...originOf(session, region, snapshot),
      ...shared,
      ...keyElsewhere(session.scope, region, snapshot.KmsKeyId, { source, field: "KmsKeyId" }),
    ],
    attributes: {
      ...(snapshot.StorageEncrypted === undefined ? {} : { encrypted: snapshot.StorageEncrypted }),
      ...(snapshot.SnapshotType === undefined ? {} : { snapshotType: snapshot.SnapshotType }),
      ...(snapshot.Engine === undefined ? {} : { engine: snapshot.Engine }),
      ...publicAttribute(shared, restorers),
      ...dayOf(snapshot.SnapshotCreateTime),
    },
  };
}

/** A copied snapshot keeps the name of a cluster that may lie in another region or account, so its source is named instead. */
function originOf(session: AwsSession, region: string, snapshot: DBClusterSnapshot): readonly Link[] {
  const { SourceDBClusterSnapshotArn: copied, DBClusterIdentifier: cluster } = snapshot;
  if (copied !== undefined && copied !== "") {
    const evidence = { source, field: "SourceDBClusterSnapshotArn", value: copied };
    return [{ kind: "copied-to", direction: "from", target: arnTarget(copied, session.scope), evidence }];
  }
  if (cluster === undefined || cluster === "") return [];
  const target = neighbour(session.scope, region, "rds", `cluster:${cluster}`);
  const evidence = { source, field: "DBClusterIdentifier", value: cluster };
  return [{ kind: "copied-to", direction: "from", target, evidence }];
}
