import type { DBClusterAutomatedBackup } from "@aws-sdk/client-rds";
import type { Link, ResourceRecord, ResourceType } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { keyElsewhere } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import { databaseTags } from "../rds/database-tags.ts";
import type { AwsSession } from "../session.ts";
import { arnTarget, regionOfArn } from "../targets.ts";

const source = "rds:DescribeDBClusterAutomatedBackups";

/** Automated backups of clusters that are a store of their own: kept after the cluster is gone, or of a cluster elsewhere. */
export const rdsClusterAutomatedBackup: ResourceType<AwsSession> = {
  type: "aws/rds/cluster-automated-backup",
  title: { en: "RDS cluster automated backup", zh: "RDS 集群自动备份" },
  role: "copy",
  service: "rds",
  reach: "per-region",
  operations: [
    { operation: "DescribeDBClusterAutomatedBackups", permission: "rds:DescribeDBClusterAutomatedBackups" },
    { operation: "ListTagsForResource", permission: "rds:ListTagsForResource", per: "resource" },
  ],
  links: ["backs-up-to", "key-held-in"],
  unseen: {
    en: "Backups of a cluster that still lies here, which are a part of it.",
    zh: "集群仍在同一地域时，其自动备份属于集群本身，不单独列出。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { DescribeDBClusterAutomatedBackupsCommand, RDSClient } = await import("@aws-sdk/client-rds");
    const rds = session.client(RDSClient, here);
    const backups = itemsOf(caller, "DescribeDBClusterAutomatedBackups", async (Marker, abortSignal) => {
      const request = new DescribeDBClusterAutomatedBackupsCommand({ MaxRecords: 100, Marker });
      const answer = await rds.send(request, { abortSignal });
      return { items: required(answer.DBClusterAutomatedBackups, "DBClusterAutomatedBackups"), next: answer.Marker };
    });
    const records = caller.each(backups, async (backup): Promise<ResourceRecord | undefined> => {
      if (!standsAlone(backup, here)) return undefined;
      const arn = required(
        backup.DBClusterAutomatedBackupsArn,
        "DBClusterAutomatedBackups[].DBClusterAutomatedBackupsArn",
      );
      const tags = await databaseTags(rds, caller, arn, backup.TagList);
      return { ...recordOf(session, here, backup, arn), tags };
    });
    for await (const record of records) if (record !== undefined) yield record;
  },
};

function standsAlone(backup: DBClusterAutomatedBackup, here: string): boolean {
  const home = regionOfArn(backup.DBClusterArn ?? "") ?? backup.Region ?? here;
  return home !== here || backup.Status === "retained";
}

function recordOf(
  session: AwsSession,
  region: string,
  backup: DBClusterAutomatedBackup,
  arn: string,
): Omit<ResourceRecord, "tags"> {
  return {
    kind: "record",
    id: arn,
    type: rdsClusterAutomatedBackup.type,
    role: rdsClusterAutomatedBackup.role,
    scope: session.scope,
    name: backup.DBClusterIdentifier ?? arn,
    ...placedByAsking(source, region),
    aliases: [],
    links: [
      ...clusterOf(session, backup),
      ...keyElsewhere(session.scope, region, backup.KmsKeyId, { source, field: "KmsKeyId" }),
    ],
    attributes: {
      ...(backup.StorageEncrypted === undefined ? {} : { encrypted: backup.StorageEncrypted }),
      ...(backup.Status === undefined ? {} : { state: backup.Status }),
      ...(backup.Engine === undefined ? {} : { engine: backup.Engine }),
      ...(backup.BackupRetentionPeriod === undefined ? {} : { backupRetentionDays: backup.BackupRetentionPeriod }),
    },
  };
}

function clusterOf(session: AwsSession, { DBClusterArn: value }: DBClusterAutomatedBackup): readonly Link[] {
  if (value === undefined || value === "") return [];
  const evidence = { source, field: "DBClusterArn", value };
  return [{ kind: "backs-up-to", direction: "from", target: arnTarget(value, session.scope), evidence }];
}
