import type { Cluster, LoggingStatus } from "@aws-sdk/client-redshift";
import {
  type Known,
  known,
  type Link,
  type ResourceRecord,
  type ResourceType,
  unknown,
} from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { arnOf, bucketArn } from "../arn.ts";
import { keyElsewhere, neighbour } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placed } from "../placement.ts";
import { publicAddress } from "../public-address.ts";
import type { AwsSession } from "../session.ts";
import { tagsOf } from "../tags.ts";

const source = "redshift:DescribeClusters";

/** A data warehouse. */
export const redshiftCluster: ResourceType<AwsSession> = {
  type: "aws/redshift/cluster",
  title: { en: "Redshift cluster", zh: "Redshift 集群" },
  role: "store",
  service: "redshift",
  reach: "per-region",
  operations: [
    { operation: "DescribeClusters", permission: "redshift:DescribeClusters" },
    { operation: "DescribeLoggingStatus", permission: "redshift:DescribeLoggingStatus", per: "resource" },
  ],
  links: ["backs-up-to", "logs-to", "reachable-from", "key-held-in"],
  unseen: {
    en: "Redshift Serverless, external schemas and federated queries, UNLOAD to buckets, and who can reach a publicly accessible cluster, which its security groups decide.",
    zh: "Redshift Serverless、外部模式与联合查询、UNLOAD 导出以及设为可公开访问的集群实际可由谁访问（取决于安全组）不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { DescribeClustersCommand, DescribeLoggingStatusCommand, RedshiftClient } = await import(
      "@aws-sdk/client-redshift"
    );
    const redshift = session.client(RedshiftClient, here);
    const clusters = itemsOf(caller, "DescribeClusters", async (Marker, abortSignal) => {
      const answer = await redshift.send(new DescribeClustersCommand({ MaxRecords: 100, Marker }), { abortSignal });
      return { items: required(answer.Clusters, "Clusters"), next: answer.Marker };
    });
    yield* caller.each(clusters, async (cluster) => {
      const ClusterIdentifier = required(cluster.ClusterIdentifier, "Clusters[].ClusterIdentifier");
      const arn = arnOf(session.scope, "redshift", here, `cluster:${ClusterIdentifier}`);
      const logging = await caller.ask("DescribeLoggingStatus", arn, async (abortSignal): Promise<LoggingStatus> => {
        const answer = await redshift.send(new DescribeLoggingStatusCommand({ ClusterIdentifier }), { abortSignal });
        required(answer.LoggingEnabled, "LoggingEnabled");
        return answer;
      });
      return recordOf(session, here, cluster, ClusterIdentifier, arn, logging);
    });
  },
};

function recordOf(
  session: AwsSession,
  region: string,
  cluster: Cluster,
  name: string,
  arn: string,
  logging: Known<LoggingStatus | null>,
): ResourceRecord {
  return {
    kind: "record",
    id: arn,
    type: redshiftCluster.type,
    role: redshiftCluster.role,
    scope: session.scope,
    name,
    ...placed(source, region, { AvailabilityZone: cluster.AvailabilityZone }),
    tags: cluster.Tags === undefined ? unknown("unsupported") : known(tagsOf(cluster.Tags)),
    // Data shares name their producer by the first, delivery streams their destination by the second.
    aliases: [cluster.ClusterNamespaceArn, cluster.Endpoint?.Address].flatMap((name) => (name ? [name] : [])),
    links: [
      ...snapshotCopies(cluster),
      ...auditLogs(session, region, name, logging),
      ...publicAddress(cluster.PubliclyAccessible, source),
      ...keyElsewhere(session.scope, region, cluster.KmsKeyId, { source, field: "KmsKeyId" }),
    ],
    attributes: {
      ...(cluster.Encrypted === undefined ? {} : { encrypted: cluster.Encrypted }),
      ...(cluster.PubliclyAccessible === undefined ? {} : { publiclyAccessible: cluster.PubliclyAccessible }),
      ...(cluster.AutomatedSnapshotRetentionPeriod === undefined
        ? {}
        : { backupRetentionDays: cluster.AutomatedSnapshotRetentionPeriod }),
    },
  };
}

/** Every snapshot of the cluster is copied to that region as it is made. */
function snapshotCopies({ ClusterSnapshotCopyStatus: copies }: Cluster): readonly Link[] {
  const value = copies?.DestinationRegion;
  if (value === undefined || value === "") return [];
  const evidence = { source, field: "ClusterSnapshotCopyStatus.DestinationRegion", value };
  return [{ kind: "backs-up-to", direction: "to", target: { place: { region: value } }, evidence }];
}

/** Who connected and what they ran: to a bucket, or to log groups under names that Redshift gives. */
function auditLogs(
  { scope }: AwsSession,
  region: string,
  cluster: string,
  logging: Known<LoggingStatus | null>,
): readonly Link[] {
  const status = logging.known ? logging.value : null;
  if (status?.LoggingEnabled !== true) return [];
  const link = (target: Link["target"], field: string, value: string): Link => ({
    kind: "logs-to",
    direction: "to",
    target,
    evidence: { source: "redshift:DescribeLoggingStatus", field, value },
  });
  if (status.LogDestinationType === "cloudwatch") {
    return (status.LogExports ?? []).map((log) =>
      link(neighbour(scope, region, "logs", `log-group:/aws/redshift/cluster/${cluster}/${log}`), "LogExports[]", log),
    );
  }
  const bucket = status.BucketName;
  if (bucket === undefined || bucket === "") return [];
  return [link({ id: bucketArn(scope.partition, bucket) }, "BucketName", bucket)];
}
