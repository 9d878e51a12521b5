import type { PlannedLink, PlannedPart, PlannedShape } from "../../../src/model/index.ts";
import { flow, flows, regionFlow } from "./flows.ts";
import { blocks, type Here, isFilledIn, isOther, textAt } from "./here.ts";
import { part, type ShapeSpec, shape } from "./shape.ts";
import { byArn, byBucket, byName, byRegion } from "./targets.ts";

type Plain = readonly [type: string, terraform: string, name: string, cloudFormation?: string, itsName?: string];

/** Stores that a scan does not list yet, of which a template says no more than where they are. */
const stores: readonly Plain[] = [
  ["cassandra/table", "keyspaces_table", "table_name", "Cassandra::Table", "TableName"],
  ["codecommit/repository", "codecommit_repository", "repository_name", "CodeCommit::Repository", "RepositoryName"],
  ["cognito-idp/user-pool", "cognito_user_pool", "name", "Cognito::UserPool", "UserPoolName"],
  ["dax/cluster", "dax_cluster", "cluster_name", "DAX::Cluster", "ClusterName"],
  ["ds/directory", "directory_service_directory", "name", "DirectoryService::MicrosoftAD", "Name"],
  ["glacier/vault", "glacier_vault", "name"],
  ["kafka/cluster", "msk_cluster", "cluster_name", "MSK::Cluster", "ClusterName"],
  ["kafka/cluster", "msk_serverless_cluster", "cluster_name", "MSK::ServerlessCluster", "ClusterName"],
  ["kendra/index", "kendra_index", "name", "Kendra::Index", "Name"],
  ["lightsail/bucket", "lightsail_bucket", "name", "Lightsail::Bucket", "BucketName"],
  [
    "lightsail/database",
    "lightsail_database",
    "relational_database_name",
    "Lightsail::Database",
    "RelationalDatabaseName",
  ],
  ["lightsail/disk", "lightsail_disk", "name", "Lightsail::Disk", "DiskName"],
  ["lightsail/instance", "lightsail_instance", "name", "Lightsail::Instance", "InstanceName"],
  ["memorydb/cluster", "memorydb_cluster", "name", "MemoryDB::Cluster", "ClusterName"],
  ["neptune-graph/graph", "neptunegraph_graph", "graph_name", "NeptuneGraph::Graph", "GraphName"],
  [
    "opensearch-serverless/collection",
    "opensearchserverless_collection",
    "name",
    "OpenSearchServerless::Collection",
    "Name",
  ],
  ["qldb/ledger", "qldb_ledger", "name", "QLDB::Ledger", "Name"],
  [
    "redshift-serverless/namespace",
    "redshiftserverless_namespace",
    "namespace_name",
    "RedshiftServerless::Namespace",
    "NamespaceName",
  ],
  ["s3express/directory-bucket", "s3_directory_bucket", "bucket", "S3Express::DirectoryBucket", "BucketName"],
  ["s3tables/table-bucket", "s3tables_table_bucket", "name", "S3Tables::TableBucket", "TableBucketName"],
  ["timestream/table", "timestreamwrite_table", "table_name", "Timestream::Table", "TableName"],
  ["workspaces/workspace", "workspaces_workspace", "directory_id", "WorkSpaces::Workspace", "DirectoryId"],
];

function both([type, terraform, name, cloudFormation, itsName]: Plain, more: Partial<ShapeSpec> = {}) {
  const spec = { type: `aws/${type}`, role: "store" as const, ...more };
  const own = shape({ ...spec, kind: `aws_${terraform}`, name });
  return cloudFormation === undefined
    ? [own]
    : [own, shape({ ...spec, kind: `AWS::${cloudFormation}`, name: itsName ?? "Name" })];
}

/** Copies in each region of a list but the own one. */
function regions(here: Here, kind: PlannedLink["kind"], path: string): readonly PlannedLink[] {
  return flows(here, kind, "to", path, byRegion)
    .map(({ target: { address: _madeOf, ...target }, ...link }) => ({ ...link, target }))
    .filter(({ target }) => !(here.region.known && target.place?.region === here.region.value));
}

/** What templates name and a scan does not list yet (provider 6, resource type reference, read 2026-11-22). */
export const plainShapes: readonly PlannedShape[] = [
  ...stores.flatMap((store) => both(store)),
  // Machines of a cluster keep their data on volumes; what is in its own memory is how it is set up.
  ...both(["eks/cluster", "eks_cluster", "name", "EKS::Cluster", "Name"], { role: "compute" }),
  shape({
    kind: "aws_emr_cluster",
    type: "aws/elasticmapreduce/cluster",
    role: "store",
    name: "name",
    links: (here) => flow(here, "logs-to", "to", "log_uri", byBucket),
  }),
  shape({
    kind: "AWS::EMR::Cluster",
    type: "aws/elasticmapreduce/cluster",
    role: "store",
    name: "Name",
    links: (here) => flow(here, "logs-to", "to", "LogUri", byBucket),
  }),
  shape({
    kind: "aws_keyspaces_keyspace",
    type: "aws/cassandra/keyspace",
    role: "store",
    name: "name",
    links: (here) =>
      isFilledIn(here, "replication_specification")
        ? []
        : regions(here, "replicates-to", "replication_specification.region_list"),
    decidesIfWritten: ["replication_specification"],
  }),
  shape({
    kind: "AWS::Cassandra::Keyspace",
    type: "aws/cassandra/keyspace",
    role: "store",
    name: "KeyspaceName",
    links: (here) => regions(here, "replicates-to", "ReplicationSpecification.RegionList"),
  }),
  shape({
    kind: "aws_memorydb_snapshot",
    type: "aws/memorydb/snapshot",
    role: "copy",
    name: "name",
    links: (here) => flow(here, "copied-to", "from", "cluster_name", byName("memorydb", "cluster/")),
  }),
  // The broker of a pair that takes over is told of its primary.
  shape({
    kind: "aws_mq_broker",
    type: "aws/mq/broker",
    role: "store",
    name: "broker_name",
    links: (here) => flow(here, "replicates-to", "from", "data_replication_primary_broker_arn", byArn),
  }),
  shape({
    kind: "AWS::AmazonMQ::Broker",
    type: "aws/mq/broker",
    role: "store",
    name: "BrokerName",
    links: (here) => flow(here, "replicates-to", "from", "DataReplicationPrimaryBrokerArn", byArn),
  }),
  shape({
    kind: "aws_imagebuilder_distribution_configuration",
    type: "aws/imagebuilder/distribution-configuration",
    role: "flow",
    name: "name",
    links: (here) => blocks(here, "distribution").flatMap((one) => elsewhere(one, "region")),
    decides: ["distribution"],
  }),
  shape({
    kind: "AWS::ImageBuilder::DistributionConfiguration",
    type: "aws/imagebuilder/distribution-configuration",
    role: "flow",
    name: "Name",
    links: (here) => blocks(here, "Distributions").flatMap((one) => elsewhere(one, "Region")),
    decides: ["Distributions"],
  }),
  // Events tell what was done with which resource and by whom, as a trail does, or what an application puts into them. A rule
  // passes them on to its targets, which CloudFormation states within it and Terraform beside it.
  shape({
    kind: "aws_cloudwatch_event_rule",
    type: "aws/events/rule",
    role: "flow",
    name: "name",
    arn: ["events", "rule/{}"],
  }),
  shape({
    kind: "AWS::Events::Rule",
    type: "aws/events/rule",
    role: "flow",
    name: "Name",
    links: (here) =>
      isOther(here, "State", "ENABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS")
        ? []
        : blocks(here, "Targets").flatMap((target) => flow(target, "streams-to", "to", "Arn", byArn)),
    decides: ["Targets"],
  }),
  ...["ElasticLoadBalancingV2", "ElasticLoadBalancing"].map((service) =>
    shape({
      kind: `AWS::${service}::LoadBalancer`,
      type: "aws/elasticloadbalancing/load-balancer",
      role: "flow",
      name: service === "ElasticLoadBalancing" ? "LoadBalancerName" : "Name",
      links: (here) => [...accessLogs(here), ...classicLogs(here)],
      attributes: () => ({ logKind: "network" }),
    }),
  ),
];

/** Attributes of the newer load balancers are a list of keys and values. */
function accessLogs(here: Here): readonly PlannedLink[] {
  const attributes = blocks(here, "LoadBalancerAttributes");
  const named = (key: string) => attributes.find((one) => textAt(one, "Key") === key);
  const [enabled, bucket] = [named("access_logs.s3.enabled"), named("access_logs.s3.bucket")];
  if (bucket === undefined || enabled === undefined || isOther(enabled, "Value", "true")) return [];
  return flow(bucket, "logs-to", "to", "Value", byBucket);
}

function classicLogs(here: Here): readonly PlannedLink[] {
  return blocks(here, "AccessLoggingPolicy").flatMap((policy) =>
    isOther(policy, "Enabled", "true") ? [] : flow(policy, "logs-to", "to", "S3BucketName", byBucket),
  );
}

function elsewhere(here: Here, path: string): readonly PlannedLink[] {
  const isOwn = here.region.known && textAt(here, path) === here.region.value;
  return isOwn ? [] : regionFlow(here, "copied-to", path);
}

export const plainParts: readonly PlannedPart[] = [
  part({
    kind: "aws_cloudwatch_event_target",
    type: "aws/events/rule",
    of: ["rule", byName("events", "rule/")],
    links: (here) => flow(here, "streams-to", "to", "arn", byArn),
  }),
  part({
    kind: "aws_directory_service_region",
    type: "aws/ds/directory",
    of: ["directory_id", byArn],
    links: (here) => regionFlow(here, "replicates-to", "region_name"),
    decides: ["region_name"],
  }),
];
