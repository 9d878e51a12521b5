import type { DBCluster, GlobalCluster } from "@aws-sdk/client-rds";
import type { Link, ResourceRecord, ResourceType } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { whenNeeded } from "../needed.ts";
import { keyElsewhere } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import { publicAddress } from "../public-address.ts";
import { type Asked, activityStream, logExports, replicas } from "../rds/database-links.ts";
import { databaseTags } from "../rds/database-tags.ts";
import type { AwsSession } from "../session.ts";
import { arnTarget } from "../targets.ts";

const source = "rds:DescribeDBClusters";

/**
 * A cluster of Aurora, of Multi-AZ RDS, of DocumentDB or Neptune: the storage that its instances share. A global cluster holds
 * nothing and lies nowhere, so what it joins is said by its members.
 */
export const rdsCluster: ResourceType<AwsSession> = {
  type: "aws/rds/cluster",
  title: { en: "RDS DB cluster", zh: "RDS 数据库集群" },
  role: "store",
  service: "rds",
  reach: "per-region",
  operations: [
    { operation: "DescribeDBClusters", permission: "rds:DescribeDBClusters" },
    { operation: "DescribeGlobalClusters", permission: "rds:DescribeGlobalClusters" },
    { operation: "ListTagsForResource", permission: "rds:ListTagsForResource", per: "resource" },
  ],
  links: ["replicates-to", "logs-to", "streams-to", "reachable-from", "key-held-in"],
  unseen: {
    en: "Clones made in accounts that a cluster is shared with, replication that the database engine does by itself, and the data API.",
    zh: "被共享账户自行创建的克隆、数据库引擎自行建立的复制以及 Data API 不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { DescribeDBClustersCommand, DescribeGlobalClustersCommand, RDSClient } = await import("@aws-sdk/client-rds");
    const rds = session.client(RDSClient, here);
    const clusters = itemsOf(caller, "DescribeDBClusters", async (Marker, abortSignal) => {
      const answer = await rds.send(new DescribeDBClustersCommand({ MaxRecords: 100, Marker }), { abortSignal });
      return { items: required(answer.DBClusters, "DBClusters"), next: answer.Marker };
    });
    const globals = whenNeeded(() =>
      itemsOf(caller, "DescribeGlobalClusters", async (Marker, abortSignal) => {
        const answer = await rds.send(new DescribeGlobalClustersCommand({ MaxRecords: 100, Marker }), { abortSignal });
        return { items: required(answer.GlobalClusters, "GlobalClusters"), next: answer.Marker };
      }),
    );
    yield* caller.each(clusters, async (cluster): Promise<ResourceRecord> => {
      const arn = required(cluster.DBClusterArn, "DBClusters[].DBClusterArn");
      const tags = await databaseTags(rds, caller, arn, cluster.TagList);
      return { ...recordOf(session, here, cluster, arn, await globals.get()), tags };
    });
    await globals.settle();
  },
};

function recordOf(
  session: AwsSession,
  region: string,
  cluster: DBCluster,
  arn: string,
  globals: readonly GlobalCluster[],
): Omit<ResourceRecord, "tags"> {
  const name = required(cluster.DBClusterIdentifier, "DBClusters[].DBClusterIdentifier");
  const asked: Asked = { scope: session.scope, region, source };
  return {
    kind: "record",
    id: arn,
    type: rdsCluster.type,
    role: rdsCluster.role,
    scope: session.scope,
    name,
    ...placedByAsking(source, region),
    aliases: [],
    links: [
      ...replicas(asked, "from", "cluster", "ReplicationSourceIdentifier", [cluster.ReplicationSourceIdentifier ?? ""]),
      ...replicas(asked, "to", "cluster", "ReadReplicaIdentifiers[]", cluster.ReadReplicaIdentifiers ?? []),
      ...globals.flatMap((global) => membership(session, global, arn)),
      ...logExports(asked, `${logPrefix(cluster.Engine)}/${name}`, cluster.EnabledCloudwatchLogsExports),
      ...activityStream(asked, cluster),
      ...publicAddress(cluster.PubliclyAccessible, source),
      ...keyElsewhere(session.scope, region, cluster.KmsKeyId, { source, field: "KmsKeyId" }),
    ],
    attributes: {
      ...(cluster.StorageEncrypted === undefined ? {} : { encrypted: cluster.StorageEncrypted }),
      ...(cluster.Engine === undefined ? {} : { engine: cluster.Engine }),
      ...(cluster.PubliclyAccessible === undefined ? {} : { publiclyAccessible: cluster.PubliclyAccessible }),
      ...(cluster.BackupRetentionPeriod === undefined ? {} : { backupRetentionDays: cluster.BackupRetentionPeriod }),
    },
  };
}

/** The writer of a global cluster sends to each other member; each of those says the same from its end. */
function membership(session: AwsSession, { GlobalClusterMembers }: GlobalCluster, arn: string): readonly Link[] {
  const members = (GlobalClusterMembers ?? []).flatMap(({ DBClusterArn, IsWriter }) =>
    DBClusterArn === undefined ? [] : [{ arn: DBClusterArn, writes: IsWriter === true }],
  );
  const own = members.find((member) => member.arn === arn);
  if (own === undefined) return [];
  const others = members.filter((member) => member.arn !== arn && member.writes !== own.writes);
  return others.map((other) => ({
    kind: "replicates-to",
    direction: own.writes ? "to" : "from",
    target: arnTarget(other.arn, session.scope),
    evidence: {
      source: "rds:DescribeGlobalClusters",
      field: "GlobalClusters[].GlobalClusterMembers[].DBClusterArn",
      value: other.arn,
    },
  }));
}

/** Each service names the log groups of its clusters in its own way. */
function logPrefix(engine: string | undefined): string {
  if (engine === "docdb") return "/aws/docdb";
  return engine === "neptune" ? "/aws/neptune" : "/aws/rds/cluster";
}
