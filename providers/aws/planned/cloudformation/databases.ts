import type { PlannedLink, PlannedPart, PlannedShape } from "../../../../src/model/index.ts";
import { logExports } from "../databases.ts";
import { flow, keyElsewhere, regionFlow } from "../flows.ts";
import { type Here, isStated, textAt } from "../here.ts";
import { publicAddress } from "../public-address.ts";
import { part, type ShapeSpec, shape } from "../shape.ts";
import { byArn, byBucket, byName, type Towards } from "../targets.ts";

const byCluster = byName("rds", "cluster:");
const byInstance = byName("rds", "db:");

/** A source that another property places. */
function from(towards: Towards): Towards {
  return (here, value) => {
    const region = textAt(here, "SourceRegion");
    return { ...towards(here, value), ...(region === undefined ? {} : { place: { region } }) };
  };
}

const instance: Omit<ShapeSpec, "kind"> = {
  type: "aws/rds/instance",
  role: "store",
  name: "DBInstanceIdentifier",
  arn: ["rds", "db:{}"],
  zone: "AvailabilityZone",
  flags: { encrypted: "StorageEncrypted", publiclyAccessible: "PubliclyAccessible" },
  numbers: { backupRetentionDays: "BackupRetentionPeriod" },
  texts: { engine: "Engine" },
};

const cluster: Omit<ShapeSpec, "kind"> = {
  type: "aws/rds/cluster",
  role: "store",
  name: "DBClusterIdentifier",
  arn: ["rds", "cluster:{}"],
  aliases: (here) => (writes(here) ? here.settings.refs("GlobalClusterIdentifier") : []),
  flags: { encrypted: "StorageEncrypted" },
  numbers: { backupRetentionDays: "BackupRetentionPeriod" },
  texts: { engine: "Engine" },
};

export const databaseShapes: readonly PlannedShape[] = [
  shape({
    ...instance,
    kind: "AWS::RDS::DBInstance",
    links: (here) => [
      ...partOf(here),
      ...publicAddress(here, "PubliclyAccessible"),
      ...flow(here, "replicates-to", "from", "SourceDBInstanceIdentifier", from(byInstance)),
      ...flow(here, "replicates-to", "from", "SourceDBClusterIdentifier", byCluster),
      ...flow(here, "copied-to", "from", "DBSnapshotIdentifier", byName("rds", "snapshot:")),
      ...flow(here, "copied-to", "from", "DBClusterSnapshotIdentifier", byName("rds", "cluster-snapshot:")),
      ...flow(here, "copied-to", "from", "SourceDBInstanceAutomatedBackupsArn", byArn),
      ...regionFlow(here, "backs-up-to", "AutomaticBackupReplicationRegion"),
      ...(isStated(here, "DBClusterIdentifier")
        ? []
        : logExports(here, "EnableCloudwatchLogsExports", "/aws/rds/instance", textAt(here, "DBInstanceIdentifier"))),
      ...keyElsewhere(here, "KmsKeyId"),
    ],
  }),
  ...["AWS::DocDB::DBInstance", "AWS::Neptune::DBInstance"].map((kind) => shape({ ...instance, kind, links: partOf })),
  shape({
    ...cluster,
    kind: "AWS::RDS::DBCluster",
    links: (here) => clusterLinks(here, "EnableCloudwatchLogsExports", "/aws/rds/cluster"),
  }),
  shape({
    ...cluster,
    kind: "AWS::DocDB::DBCluster",
    links: (here) => clusterLinks(here, "EnableCloudwatchLogsExports", "/aws/docdb"),
  }),
  shape({
    ...cluster,
    kind: "AWS::Neptune::DBCluster",
    links: (here) => clusterLinks(here, "EnableCloudwatchLogsExports", "/aws/neptune"),
  }),
  shape({
    kind: "AWS::RDS::Integration",
    type: "aws/rds/integration",
    role: "flow",
    name: "IntegrationName",
    links: (here) => [
      ...flow(here, "replicates-to", "from", "SourceArn", byArn),
      ...flow(here, "replicates-to", "to", "TargetArn", byArn),
    ],
  }),
  shape({
    kind: "AWS::Redshift::Cluster",
    type: "aws/redshift/cluster",
    role: "store",
    name: "ClusterIdentifier",
    arn: ["redshift", "cluster:{}"],
    zone: "AvailabilityZone",
    links: (here) => [
      ...regionFlow(here, "backs-up-to", "DestinationRegion"),
      ...flow(here, "logs-to", "to", "LoggingProperties.BucketName", byBucket),
      ...logExports(here, "LoggingProperties.LogExports", "/aws/redshift/cluster", textAt(here, "ClusterIdentifier")),
      ...flow(here, "copied-to", "from", "SnapshotIdentifier", byArn),
      ...publicAddress(here, "PubliclyAccessible"),
      ...keyElsewhere(here, "KmsKeyId"),
    ],
    flags: { encrypted: "Encrypted", publiclyAccessible: "PubliclyAccessible" },
    numbers: { backupRetentionDays: "AutomatedSnapshotRetentionPeriod" },
  }),
];

/** What the cluster holds, its instances hold. */
function partOf(here: Here): readonly PlannedLink[] {
  return flow(here, "part-of", "from", "DBClusterIdentifier", byCluster);
}

/** A cluster with a user of its own writes to its global cluster; one without receives from it. */
function writes(here: Here): boolean {
  return ["MasterUsername", "ManageMasterUserPassword", "MasterUserPassword"].some((path) => isStated(here, path));
}

function clusterLinks(here: Here, logs: string, prefix: string): readonly PlannedLink[] {
  const byGlobal: Towards = (_, id) => (id === undefined ? {} : { id });
  return [
    ...(writes(here) ? [] : flow(here, "replicates-to", "from", "GlobalClusterIdentifier", byGlobal)),
    ...flow(here, "replicates-to", "from", "ReplicationSourceIdentifier", from(byCluster)),
    ...flow(here, "copied-to", "from", "SnapshotIdentifier", byName("rds", "cluster-snapshot:")),
    ...flow(here, "copied-to", "from", "SourceDBClusterIdentifier", byCluster),
    ...logExports(here, logs, prefix, textAt(here, "DBClusterIdentifier")),
    ...keyElsewhere(here, "KmsKeyId"),
  ];
}

export const databaseParts: readonly PlannedPart[] = [
  // Global clusters hold nothing: what refers to one means the cluster that writes to it.
  ...["AWS::RDS::GlobalCluster", "AWS::DocDB::GlobalCluster", "AWS::Neptune::GlobalCluster"].map((kind) =>
    part({ kind, type: "aws/rds/cluster", of: ["SourceDBClusterIdentifier", byCluster] }),
  ),
];
