import { z } from "zod";
import { type Caller, type Link, valueIfKnown } from "../../src/model/index.ts";
import {
  advancedRules,
  type BackupCopy,
  copiesByDataRules,
  copiesByLogRules,
  longestKept,
  numeral,
  regionsIn,
} from "./advanced-backups.ts";
import { databaseId, polardb } from "./databases.ts";
import { placeRegion } from "./regions.ts";
import { optionalText } from "./rpc-fields.ts";
import type { AlibabaSession } from "./session.ts";

const BackupPolicy = z.object({
  PreferredBackupPeriod: optionalText,
  DataLevel2BackupAnotherRegionRegion: optionalText,
  /** Days; 0 = not copied, -1 = kept for ever. */
  DataLevel2BackupAnotherRegionRetentionPeriod: numeral,
  AdvancedDataPolicies: advancedRules.AdvancedDataPolicies,
});
type BackupPolicy = z.infer<typeof BackupPolicy>;

const LogBackupPolicy = z.object({
  EnableBackupLog: numeral,
  LogBackupAnotherRegionRegion: optionalText,
  LogBackupAnotherRegionRetentionPeriod: numeral,
  AdvancedLogPolicies: advancedRules.AdvancedLogPolicies,
});
type LogBackupPolicy = z.infer<typeof LogBackupPolicy>;

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
  const elsewhere = (copy: BackupCopy) => placeRegion(copy.region) !== region;
  const dataCopies = copiesOfData(valueIfKnown(data)).filter(elsewhere);
  const logCopies = copiesOfLogs(valueIfKnown(logs)).filter(elsewhere);
  const kept = longestKept(dataCopies);
  // One edge for one place: what the data does, its logs do not say again.
  const links = new Map<string, Link>();
  for (const [operation, copies] of [
    ["DescribeBackupPolicy", dataCopies],
    ["DescribeLogBackupPolicy", logCopies],
  ] as const) {
    for (const copy of copies) if (!links.has(copy.region)) links.set(copy.region, linkTo(copy, operation));
  }
  return { links: [...links.values()], ...(kept === undefined ? {} : { retentionDays: kept }) };
}

function copiesOfData(policy: BackupPolicy | null | undefined): readonly BackupCopy[] {
  const kept = policy?.DataLevel2BackupAnotherRegionRetentionPeriod;
  const plain = kept === "0" ? undefined : policy?.DataLevel2BackupAnotherRegionRegion;
  return [
    ...regionsIn(plain).map((region) => ({ region, kept, field: "DataLevel2BackupAnotherRegionRegion" })),
    ...copiesByDataRules(policy?.AdvancedDataPolicies ?? []),
  ];
}

function copiesOfLogs(policy: LogBackupPolicy | null | undefined): readonly BackupCopy[] {
  const on = policy?.EnableBackupLog !== "0" && policy?.LogBackupAnotherRegionRetentionPeriod !== "0";
  const plain = on ? policy?.LogBackupAnotherRegionRegion : undefined;
  return [
    ...regionsIn(plain).map((region) => ({ region, field: "LogBackupAnotherRegionRegion" })),
    ...copiesByLogRules(policy?.AdvancedLogPolicies ?? []),
  ];
}

function linkTo({ region, field }: BackupCopy, operation: string): Link {
  return {
    kind: "backs-up-to",
    direction: "to",
    target: { place: { region: placeRegion(region) } },
    evidence: { source: `polardb:${operation}`, field, value: region },
  };
}
