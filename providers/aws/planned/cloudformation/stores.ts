import type { PlannedLink, PlannedPart, PlannedShape } from "../../../../src/model/index.ts";
import { flow, keyElsewhere, regionFlow, statement, targetAt } from "../flows.ts";
import { blocks, type Here, isOther, textAt } from "../here.ts";
import { policyReach, undecidedPolicy } from "../reach.ts";
import { encryptedBy, part, shape } from "../shape.ts";
import { byArn, byBucket, byLogGroup, byName, ownArn } from "../targets.ts";
import { readingItems } from "../terraform/dynamodb.ts";
import { searching, weighDomain } from "../terraform/opensearch.ts";

const table = { type: "aws/dynamodb/table", role: "store", name: "TableName", arn: ["dynamodb", "table/{}"] } as const;
const byFsx = byName("fsx", "file-system/");

export const storeShapes: readonly PlannedShape[] = [
  shape({
    ...table,
    kind: "AWS::DynamoDB::Table",
    links: (here) => [
      ...flow(here, "streams-to", "to", "KinesisStreamSpecification.StreamArn", byArn),
      ...flow(here, "copied-to", "from", "ImportSourceSpecification.S3BucketSource.S3Bucket", byBucket),
      ...policyReach(here, "ResourcePolicy.PolicyDocument", readingItems),
      ...keyElsewhere(here, "SSESpecification.KMSMasterKeyId"),
    ],
    attributes: tableAttributes,
    unknowns: (here) => undecidedPolicy(here, "ResourcePolicy.PolicyDocument"),
  }),
  // The short form of SAM, which has neither replicas nor streams.
  shape({ ...table, kind: "AWS::Serverless::SimpleTable" }),
  shape({
    ...table,
    kind: "AWS::DynamoDB::GlobalTable",
    tags: (here) => `Replicas[${ownReplica(here)}].Tags`,
    links: (here) => blocks(here, "Replicas").flatMap((replica) => replicaLinks(here, replica)),
    attributes: tableAttributes,
    decides: ["Replicas"],
  }),
  shape({
    kind: "AWS::EFS::FileSystem",
    type: "aws/efs/file-system",
    role: "store",
    tags: "FileSystemTags",
    zone: "AvailabilityZoneName",
    links: (here) => [
      ...blocks(here, "ReplicationConfiguration.ReplicationDestinations").flatMap(fileSystemReplica),
      ...keyElsewhere(here, "KmsKeyId"),
    ],
    flags: { encrypted: "Encrypted" },
    decides: ["ReplicationConfiguration.ReplicationDestinations"],
  }),
  shape({
    kind: "AWS::FSx::FileSystem",
    type: "aws/fsx/file-system",
    role: "store",
    links: (here) => [
      ...flow(here, "copied-to", "from", "LustreConfiguration.ImportPath", byBucket),
      ...flow(here, "copied-to", "to", "LustreConfiguration.ExportPath", byBucket),
      ...flow(here, "copied-to", "from", "BackupId", byArn),
      ...flow(here, "logs-to", "to", "WindowsConfiguration.AuditLogConfiguration.AuditLogDestination", byLogGroup),
      ...keyElsewhere(here, "KmsKeyId"),
    ],
    attributes: encryptedBy("KmsKeyId"),
    texts: { fileSystemType: "FileSystemType" },
  }),
  ...[
    { kind: "AWS::OpenSearchService::Domain", version: "EngineVersion", encryption: "EncryptionAtRestOptions.Enabled" },
    {
      kind: "AWS::Elasticsearch::Domain",
      version: "ElasticsearchVersion",
      encryption: "EncryptionAtRestOptions.Enabled",
    },
  ].map(domain),
];

export const storeParts: readonly PlannedPart[] = [
  part({
    kind: "AWS::FSx::DataRepositoryAssociation",
    type: "aws/fsx/file-system",
    of: ["FileSystemId", byFsx],
    links: (here) => [
      ...flow(here, "copied-to", "from", "DataRepositoryPath", byBucket),
      ...(blocks(here, "S3.AutoExportPolicy").length > 0
        ? flow(here, "copied-to", "to", "DataRepositoryPath", byBucket)
        : []),
    ],
  }),
];

function tableAttributes(here: Here) {
  return {
    ...(textAt(here, "SSESpecification.SSEEnabled") === "true" ? { encrypted: true } : {}),
    ...(isOther(here, "StreamSpecification.StreamViewType")
      ? { stream: textAt(here, "StreamSpecification.StreamViewType") ?? "enabled" }
      : {}),
  };
}

/** Position of the replica in the stack's own region, which carries the table's tags; the first where none is known to be it. */
function ownReplica(here: Here): number {
  const regions = blocks(here, "Replicas").map((replica) => textAt(replica, "Region"));
  return here.region.known ? Math.max(0, regions.indexOf(here.region.value)) : 0;
}

/** Every replica takes writes and sends them to every other; the stack's own region states what goes out from it. */
function replicaLinks(here: Here, replica: Here): readonly PlannedLink[] {
  const region = textAt(replica, "Region");
  const name = textAt(here, "TableName");
  const stream = flow(replica, "streams-to", "to", "KinesisStreamSpecification.StreamArn", byArn);
  if (region === undefined) return [...regionFlow(replica, "replicates-to", "Region"), ...stream];
  if (here.region.known && region === here.region.value) return stream;
  const id = name === undefined ? undefined : ownArn(here, "dynamodb", `table/${name}`, region);
  const target = { place: { region }, ...(id === undefined ? {} : { id }) };
  return [statement(replica, "replicates-to", target, "Region", region)];
}

function fileSystemReplica(destination: Here): readonly PlannedLink[] {
  const region = textAt(destination, "Region");
  const target = {
    ...targetAt(destination, "FileSystemId", byName("elasticfilesystem", "file-system/")),
    ...(region === undefined ? {} : { place: { region } }),
  };
  return [statement(destination, "replicates-to", target, "Region", region ?? "known only when the change is applied")];
}

interface DomainKind {
  readonly kind: string;
  readonly version: string;
  readonly encryption: string;
}

function domain({ kind, version, encryption }: DomainKind): PlannedShape {
  return shape({
    kind,
    type: "aws/opensearch/domain",
    role: "store",
    name: "DomainName",
    arn: ["es", "domain/{}"],
    links: (here) => [
      ...policyReach(here, "AccessPolicies", searching),
      ...["INDEX_SLOW_LOGS", "SEARCH_SLOW_LOGS", "ES_APPLICATION_LOGS", "AUDIT_LOGS"].flatMap((log) => {
        const path = `LogPublishingOptions.${log}`;
        if (isOther(here, `${path}.Enabled`, "true")) return [];
        return flow(here, "logs-to", "to", `${path}.CloudWatchLogsLogGroupArn`, byLogGroup);
      }),
    ],
    attributes: (here) => ({
      vpc: blocks(here, "VPCOptions").length > 0,
      ...(textAt(here, "AdvancedSecurityOptions.AnonymousAuthEnabled") === "true" ? { anonymousAccess: true } : {}),
    }),
    flags: { encrypted: encryption, fineGrainedAccess: "AdvancedSecurityOptions.Enabled" },
    texts: { engineVersion: version },
    unknowns: (here) => undecidedPolicy(here, "AccessPolicies"),
    weigh: weighDomain,
  });
}
