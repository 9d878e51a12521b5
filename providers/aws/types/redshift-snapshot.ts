import type { Snapshot } from "@aws-sdk/client-redshift";
import { known, type Link, type ResourceRecord, type ResourceType, unknown } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { arnOf } from "../arn.ts";
import { dayOf } from "../day.ts";
import { grants } from "../grants.ts";
import { keyElsewhere, neighbour } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import type { AwsSession } from "../session.ts";
import { tagsOf } from "../tags.ts";

const source = "redshift:DescribeClusterSnapshots";

/** A copy of a warehouse, made by hand or by Redshift, here or in the region it was copied from. */
export const redshiftSnapshot: ResourceType<AwsSession> = {
  type: "aws/redshift/snapshot",
  title: { en: "Redshift cluster snapshot", zh: "Redshift 集群快照" },
  role: "copy",
  service: "redshift",
  reach: "per-region",
  operations: [{ operation: "DescribeClusterSnapshots", permission: "redshift:DescribeClusterSnapshots" }],
  links: ["copied-to", "shared-with", "key-held-in"],
  unseen: {
    en: "Clusters restored in accounts a snapshot is shared with, and snapshots of Redshift Serverless.",
    zh: "被共享账户自行恢复的集群以及 Redshift Serverless 的快照不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { DescribeClusterSnapshotsCommand, RedshiftClient } = await import("@aws-sdk/client-redshift");
    const redshift = session.client(RedshiftClient, here);
    const snapshots = itemsOf(caller, "DescribeClusterSnapshots", async (Marker, abortSignal) => {
      const request = new DescribeClusterSnapshotsCommand({ MaxRecords: 100, Marker });
      const answer = await redshift.send(request, { abortSignal });
      return { items: required(answer.Snapshots, "Snapshots"), next: answer.Marker };
    });
    for await (const snapshot of snapshots) yield recordOf(session, here, snapshot);
  },
};

function recordOf(session: AwsSession, region: string, snapshot: Snapshot): ResourceRecord {
  const name = required(snapshot.SnapshotIdentifier, "Snapshots[].SnapshotIdentifier");
  const cluster = required(snapshot.ClusterIdentifier, "Snapshots[].ClusterIdentifier");
  const shared = sharing(session, snapshot);
  return {
    kind: "record",
    id: arnOf(session.scope, "redshift", region, `snapshot:${cluster}/${name}`),
    type: redshiftSnapshot.type,
    role: redshiftSnapshot.role,
    scope: session.scope,
    name,
    ...placedByAsking(source, region),
    tags: snapshot.Tags === undefined ? unknown("unsupported") : known(tagsOf(snapshot.Tags)),
    aliases: [],
    links: [
      clusterOf(session, region, snapshot, cluster),
      ...shared,
      ...keyElsewhere(session.scope, region, snapshot.KmsKeyId, { source, field: "KmsKeyId" }),
    ],
    attributes: {
      ...(snapshot.Encrypted === undefined ? {} : { encrypted: snapshot.Encrypted }),
      ...(snapshot.SnapshotType === undefined ? {} : { snapshotType: snapshot.SnapshotType }),
      ...dayOf(snapshot.SnapshotCreateTime),
    },
  };
}

function clusterOf(session: AwsSession, region: string, { SourceRegion }: Snapshot, cluster: string): Link {
  const isCopied = SourceRegion !== undefined && SourceRegion !== "" && SourceRegion !== region;
  return {
    kind: "copied-to",
    direction: "from",
    target: neighbour(session.scope, isCopied ? SourceRegion : region, "redshift", `cluster:${cluster}`),
    evidence: isCopied
      ? { source, field: "Snapshots[].SourceRegion", value: `${cluster} in ${SourceRegion}` }
      : { source, field: "Snapshots[].ClusterIdentifier", value: cluster },
  };
}

function sharing(session: AwsSession, { AccountsWithRestoreAccess: accounts }: Snapshot): readonly Link[] {
  const permissions = (accounts ?? []).map(({ AccountId }) => ({ UserId: AccountId }));
  const links = grants(known(permissions), { own: session.scope.account, source, field: "AccountsWithRestoreAccess" });
  const field = "Snapshots[].AccountsWithRestoreAccess[].AccountId";
  return links.map((link) => ({ ...link, evidence: { ...link.evidence, field } }));
}
