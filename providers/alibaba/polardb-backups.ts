import { z } from "zod";
import { type Caller, type Link, valueIfKnown } from "../../src/model/index.ts";
import { databaseId, polardb } from "./databases.ts";
import { placeRegion } from "./regions.ts";
import { optional, optionalText } from "./rpc-fields.ts";
import type { AlibabaSession } from "./session.ts";

/** Days; 0 = not copied, -1 = kept for ever. Sent as text, and by some versions as a number. */
const retention = optional(z.union([z.string(), z.number()]).transform(String));

const BackupPolicy = z.object({
  PreferredBackupPeriod: optionalText,
  DataLevel2BackupAnotherRegionRegion: optionalText,
  DataLevel2BackupAnotherRegionRetentionPeriod: retention,
});

const LogBackupPolicy = z.object({
  EnableBackupLog: optional(z.union([z.string(), z.number()]).transform(String)),
  LogBackupAnotherRegionRegion: optionalText,
  LogBackupAnotherRegionRetentionPeriod: retention,
});

export interface BackupsAway {
  readonly links: readonly Link[];
  readonly retentionDays?: number | "unlimited";
}

/** Where the backups of a cluster go besides its own region: level-2 backups of the data, and logs for recovery. */
export async function backupsAway(
  session: AlibabaSession,
  region: string,
  caller: Caller,
  cluster: string,
): Promise<BackupsAway> {
  const id = databaseId(session, "polardb", region, cluster);
  const asked = { product: polardb, region, parameters: { RegionId: region, DBClusterId: cluster } };
  const data = await caller.ask("DescribeBackupPolicy", id, (signal) => {
    return session.rpc.request({ ...asked, action: "DescribeBackupPolicy", answer: BackupPolicy }, signal);
  });
  const logs = await caller.ask("DescribeLogBackupPolicy", id, (signal) => {
    return session.rpc.request({ ...asked, action: "DescribeLogBackupPolicy", answer: LogBackupPolicy }, signal);
  });
  const policy = valueIfKnown(data);
  const kept = policy?.DataLevel2BackupAnotherRegionRetentionPeriod;
  const level2 = kept === "0" ? undefined : policy?.DataLevel2BackupAnotherRegionRegion;
  const logPolicy = valueIfKnown(logs);
  const logsGo = logPolicy?.EnableBackupLog !== "0" && logPolicy?.LogBackupAnotherRegionRetentionPeriod !== "0";
  const logRegion = logsGo ? logPolicy?.LogBackupAnotherRegionRegion : undefined;
  return {
    links: [
      ...regionsIn(level2).map((to) => linkTo(to, "DescribeBackupPolicy", "DataLevel2BackupAnotherRegionRegion")),
      // One edge for one place: what the data does, its logs do not say again.
      ...regionsIn(logRegion)
        .filter((to) => !regionsIn(level2).includes(to))
        .map((to) => linkTo(to, "DescribeLogBackupPolicy", "LogBackupAnotherRegionRegion")),
    ],
    ...(level2 === undefined || kept === undefined
      ? {}
      : { retentionDays: kept === "-1" ? "unlimited" : Number(kept) }),
  };
}

function regionsIn(stated: string | undefined): readonly string[] {
  return (stated ?? "").split(/[\s,]+/).filter((region) => region !== "");
}

function linkTo(region: string, operation: string, field: string): Link {
  return {
    kind: "backs-up-to",
    direction: "to",
    target: { place: { region: placeRegion(region) } },
    evidence: { source: `polardb:${operation}`, field, value: region },
  };
}
