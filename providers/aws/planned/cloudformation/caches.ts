import {
  known,
  type LinkTarget,
  type PlannedLink,
  type PlannedPart,
  type PlannedShape,
} from "../../../../src/model/index.ts";
import { flow, flows, keyElsewhere, targetAt } from "../flows.ts";
import { blocks, type Here, hereOf, textAt, undecided } from "../here.ts";
import { encryptedBy, shape } from "../shape.ts";
import { byArn, byBucket, byLogGroup, byName } from "../targets.ts";

const byGroup = byName("elasticache", "replicationgroup:");

export const cacheShapes: readonly PlannedShape[] = [
  shape({
    kind: "AWS::ElastiCache::CacheCluster",
    type: "aws/elasticache/cluster",
    role: "store",
    name: "ClusterName",
    arn: ["elasticache", "cluster:{}"],
    zone: "PreferredAvailabilityZone",
    links: cacheLinks,
    numbers: { backupRetentionDays: "SnapshotRetentionLimit" },
    texts: { engine: "Engine" },
  }),
  shape({
    kind: "AWS::ElastiCache::ReplicationGroup",
    type: "aws/elasticache/replication-group",
    role: "store",
    name: "ReplicationGroupId",
    arn: ["elasticache", "replicationgroup:{}"],
    links: (here) => [...cacheLinks(here), ...keyElsewhere(here, "KmsKeyId")],
    flags: { encrypted: "AtRestEncryptionEnabled" },
    numbers: { backupRetentionDays: "SnapshotRetentionLimit" },
    texts: { engine: "Engine" },
  }),
  shape({
    kind: "AWS::ElastiCache::ServerlessCache",
    type: "aws/elasticache/serverless-cache",
    role: "store",
    name: "ServerlessCacheName",
    arn: ["elasticache", "serverlesscache:{}"],
    links: (here) => [
      ...flows(here, "copied-to", "from", "SnapshotArnsToRestore", byArn),
      ...keyElsewhere(here, "KmsKeyId"),
    ],
    attributes: encryptedBy("KmsKeyId"),
    numbers: { backupRetentionDays: "SnapshotRetentionLimit" },
    texts: { engine: "Engine" },
  }),
];

export const cacheParts: readonly PlannedPart[] = [
  {
    kind: "AWS::ElastiCache::GlobalReplicationGroup",
    type: "aws/elasticache/replication-group",
    read(resource) {
      const here = hereOf(resource);
      const members = blocks(here, "Members");
      const primary = members.find((one) => textAt(one, "Role") === "PRIMARY");
      return {
        of: primary === undefined ? {} : targetAt(primary, "ReplicationGroupId", inOwnRegion),
        links: members.filter((one) => one !== primary).flatMap(secondary),
        unknowns: undecided(here, ["Members"]),
      };
    },
  },
];

/** A member is a group of the region that stands beside it. */
function inOwnRegion(here: Here, value: string | undefined): LinkTarget {
  const region = textAt(here, "ReplicationGroupRegion");
  if (region === undefined) return {};
  return { ...byGroup({ ...here, region: known(region) }, value), place: { region } };
}

/** The primary sends to each secondary. */
function secondary(here: Here): readonly PlannedLink[] {
  return flow(here, "replicates-to", "to", "ReplicationGroupId", inOwnRegion);
}

function cacheLinks(here: Here): readonly PlannedLink[] {
  return [
    ...flow(here, "copied-to", "from", "SnapshotName", byName("elasticache", "snapshot:")),
    ...flows(here, "copied-to", "from", "SnapshotArns", byBucket),
    ...blocks(here, "LogDeliveryConfigurations").flatMap((delivery) => [
      ...flow(delivery, "logs-to", "to", "DestinationDetails.CloudWatchLogsDetails.LogGroup", byLogGroup),
      ...flow(
        delivery,
        "logs-to",
        "to",
        "DestinationDetails.KinesisFirehoseDetails.DeliveryStream",
        byName("firehose", "deliverystream/"),
      ),
    ]),
  ];
}
