import type { DBInstance } from "@aws-sdk/client-rds";
import {
  type Known,
  type Link,
  type ResourceRecord,
  type ResourceType,
  type Tags,
  unknown,
} from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { keyElsewhere } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placed } from "../placement.ts";
import { publicAddress } from "../public-address.ts";
import { type Asked, activityStream, databaseTarget, logExports, replicas } from "../rds/database-links.ts";
import { databaseTags } from "../rds/database-tags.ts";
import type { AwsSession } from "../session.ts";
import { arnTarget } from "../targets.ts";

const source = "rds:DescribeDBInstances";

/** A database server. The same call lists those of DocumentDB and Neptune. */
export const rdsInstance: ResourceType<AwsSession> = {
  type: "aws/rds/instance",
  title: { en: "RDS DB instance", zh: "RDS 数据库实例" },
  role: "store",
  service: "rds",
  reach: "per-region",
  operations: [
    { operation: "DescribeDBInstances", permission: "rds:DescribeDBInstances" },
    { operation: "ListTagsForResource", permission: "rds:ListTagsForResource", per: "resource" },
  ],
  links: ["replicates-to", "backs-up-to", "logs-to", "streams-to", "reachable-from", "key-held-in"],
  unseen: {
    en: "Who can reach a publicly accessible instance, which its security groups decide; replication that the database engine does by itself, database links, dumps, and the address of an Outpost.",
    zh: "设为可公开访问的实例实际可由谁访问（取决于安全组）、数据库引擎自行建立的复制、数据库链接、导出文件以及 Outpost 的所在地址不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { DescribeDBInstancesCommand, RDSClient } = await import("@aws-sdk/client-rds");
    const rds = session.client(RDSClient, here);
    const instances = itemsOf(caller, "DescribeDBInstances", async (Marker, abortSignal) => {
      const answer = await rds.send(new DescribeDBInstancesCommand({ MaxRecords: 100, Marker }), { abortSignal });
      return { items: required(answer.DBInstances, "DBInstances"), next: answer.Marker };
    });
    yield* caller.each(instances, async (instance) => {
      const arn = required(instance.DBInstanceArn, "DBInstances[].DBInstanceArn");
      return recordOf(session, here, instance, arn, await databaseTags(rds, caller, arn, instance.TagList));
    });
  },
};

function recordOf(
  session: AwsSession,
  region: string,
  instance: DBInstance,
  arn: string,
  tags: Known<Tags>,
): ResourceRecord {
  const name = required(instance.DBInstanceIdentifier, "DBInstances[].DBInstanceIdentifier");
  const asked: Asked = { scope: session.scope, region, source };
  const outpost = outpostOf(instance);
  return {
    kind: "record",
    id: arn,
    type: rdsInstance.type,
    role: rdsInstance.role,
    scope: session.scope,
    name,
    ...(outpost === undefined
      ? placed(source, region, { AvailabilityZone: instance.AvailabilityZone })
      : { place: unknown("unsupported"), placeEvidence: { source, field: outpostField, value: outpost } }),
    tags,
    aliases: [],
    links: [
      ...clusterOf(asked, instance),
      ...replication(asked, instance),
      ...backups(asked, instance, outpost !== undefined),
      // A member of a cluster logs under the cluster's name, and the cluster's own record says so.
      ...(instance.DBClusterIdentifier
        ? []
        : logExports(asked, `/aws/rds/instance/${name}`, instance.EnabledCloudwatchLogsExports)),
      ...activityStream(asked, instance),
      ...publicAddress(instance.PubliclyAccessible, source),
      ...keyElsewhere(session.scope, region, instance.KmsKeyId, { source, field: "KmsKeyId" }),
    ],
    attributes: {
      ...(instance.StorageEncrypted === undefined ? {} : { encrypted: instance.StorageEncrypted }),
      ...(instance.Engine === undefined ? {} : { engine: instance.Engine }),
      ...(instance.PubliclyAccessible === undefined ? {} : { publiclyAccessible: instance.PubliclyAccessible }),
      ...(instance.BackupRetentionPeriod === undefined ? {} : { backupRetentionDays: instance.BackupRetentionPeriod }),
      ...(outpost === undefined ? {} : { outpost: true }),
    },
  };
}

const outpostField = "DBSubnetGroup.Subnets[].SubnetOutpost.Arn";

/** An Outpost stands at the customer's own address, which RDS does not tell. */
function outpostOf({ DBSubnetGroup }: DBInstance): string | undefined {
  const arns = (DBSubnetGroup?.Subnets ?? []).map(({ SubnetOutpost }) => SubnetOutpost?.Arn);
  return arns.find((arn) => arn !== undefined && arn !== "");
}

/** What the cluster holds, its instances hold. */
function clusterOf(asked: Asked, { DBClusterIdentifier: cluster }: DBInstance): readonly Link[] {
  if (cluster === undefined || cluster === "") return [];
  const target = databaseTarget(asked, "cluster", cluster);
  const evidence = { source, field: "DBClusterIdentifier", value: cluster };
  return [{ kind: "part-of", direction: "from", target, evidence }];
}

function replication(asked: Asked, instance: DBInstance): readonly Link[] {
  return [
    ...replicas(asked, "from", "db", "ReadReplicaSourceDBInstanceIdentifier", [
      instance.ReadReplicaSourceDBInstanceIdentifier ?? "",
    ]),
    ...replicas(asked, "from", "cluster", "ReadReplicaSourceDBClusterIdentifier", [
      instance.ReadReplicaSourceDBClusterIdentifier ?? "",
    ]),
    ...replicas(
      asked,
      "to",
      "db",
      "ReadReplicaDBInstanceIdentifiers[]",
      instance.ReadReplicaDBInstanceIdentifiers ?? [],
    ),
    ...replicas(
      asked,
      "to",
      "cluster",
      "ReadReplicaDBClusterIdentifiers[]",
      instance.ReadReplicaDBClusterIdentifiers ?? [],
    ),
  ];
}

/** Automated backups that are replicated to another region, and those of an Outpost that the region keeps. */
function backups(asked: Asked, instance: DBInstance, onOutpost: boolean): readonly Link[] {
  const links = (instance.DBInstanceAutomatedBackupsReplications ?? []).flatMap((replication): readonly Link[] => {
    const { DBInstanceAutomatedBackupsArn: value } = replication;
    if (value === undefined || value === "") return [];
    const field = "DBInstanceAutomatedBackupsReplications[].DBInstanceAutomatedBackupsArn";
    const target = arnTarget(value, asked.scope);
    return [{ kind: "backs-up-to", direction: "to", target, evidence: { source, field, value } }];
  });
  const { BackupTarget: value } = instance;
  if (!onOutpost || value !== "region") return links;
  const target = { place: { region: asked.region } };
  return [
    ...links,
    { kind: "backs-up-to", direction: "to", target, evidence: { source, field: "BackupTarget", value } },
  ];
}
