import { z } from "zod";
import { type Caller, type Link, valueIfKnown } from "../../src/model/index.ts";
import { databaseId, polardb } from "./databases.ts";
import { placeRegion } from "./regions.ts";
import { listOf, optional, optionalText } from "./rpc-fields.ts";
import type { AlibabaSession } from "./session.ts";

/** Sent as text, and by some versions as a number. */
const numeral = optional(z.union([z.string(), z.number()]).transform(String));
/** Days; 0 = not copied, -1 = kept for ever. */
const retention = numeral;

/**
 * A rule of advanced backup, which takes the place of the fields above it where a cluster has it (PolarDB API reference,
 * ModifyBackupPolicy, 2026-08): `DestType` is `level1`, `level2` or, for another region, `level2Cross`.
 */
const AdvancedData = z.object({ DestRegion: optionalText, RetentionType: optionalText, RetentionValue: retention });
const AdvancedLog = z.object({ DestRegion: optionalText, EnableLogBackup: numeral });

const BackupPolicy = z.object({
  PreferredBackupPeriod: optionalText,
  DataLevel2BackupAnotherRegionRegion: optionalText,
  DataLevel2BackupAnotherRegionRetentionPeriod: retention,
  AdvancedDataPolicies: listOf("AdvancedDataPolicy", AdvancedData),
});
type BackupPolicy = z.infer<typeof BackupPolicy>;

const LogBackupPolicy = z.object({
  EnableBackupLog: numeral,
  LogBackupAnotherRegionRegion: optionalText,
  LogBackupAnotherRegionRetentionPeriod: retention,
  AdvancedLogPolicies: listOf("AdvancedLogPolicy", AdvancedLog),
});
type LogBackupPolicy = z.infer<typeof LogBackupPolicy>;

export interface BackupsAway {
  readonly links: readonly Link[];
  readonly retentionDays?: number | "unlimited";
}

/** A region that backups are copied to, and how long they are kept there: days, `-1`, or not told. */
interface Copy {
  readonly region: string;
  readonly field: string;
  readonly kept?: string | undefined;
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
  const elsewhere = (copy: Copy) => placeRegion(copy.region) !== region;
  const dataCopies = copiesOfData(valueIfKnown(data)).filter(elsewhere);
  const logCopies = copiesOfLogs(valueIfKnown(logs)).filter(elsewhere);
  const kept = longest(dataCopies.flatMap((copy) => (copy.kept === undefined ? [] : [copy.kept])));
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

function copiesOfData(policy: BackupPolicy | null | undefined): readonly Copy[] {
  const kept = policy?.DataLevel2BackupAnotherRegionRetentionPeriod;
  const plain = kept === "0" ? undefined : policy?.DataLevel2BackupAnotherRegionRegion;
  return [
    ...regionsIn(plain).map((region) => ({ region, kept, field: "DataLevel2BackupAnotherRegionRegion" })),
    ...(policy?.AdvancedDataPolicies ?? []).flatMap(({ DestRegion, RetentionType, RetentionValue }) => {
      const field = "AdvancedDataPolicies.AdvancedDataPolicy[].DestRegion";
      const days = RetentionType?.toLowerCase() === "never" ? "-1" : RetentionValue;
      return regionsIn(DestRegion).map((region) => ({ region, kept: days, field }));
    }),
  ];
}

function copiesOfLogs(policy: LogBackupPolicy | null | undefined): readonly Copy[] {
  const on = policy?.EnableBackupLog !== "0" && policy?.LogBackupAnotherRegionRetentionPeriod !== "0";
  const plain = on ? policy?.LogBackupAnotherRegionRegion : undefined;
  return [
    ...regionsIn(plain).map((region) => ({ region, field: "LogBackupAnotherRegionRegion" })),
    ...(policy?.AdvancedLogPolicies ?? []).flatMap(({ DestRegion, EnableLogBackup }) => {
      const field = "AdvancedLogPolicies.AdvancedLogPolicy[].DestRegion";
      return EnableLogBackup === "0" ? [] : regionsIn(DestRegion).map((region) => ({ region, field }));
    }),
  ];
}

function longest(kept: readonly string[]): number | "unlimited" | undefined {
  if (kept.includes("-1")) return "unlimited";
  const days = kept.filter((word) => /^\d+$/.test(word)).map(Number);
  return days.length === 0 ? undefined : Math.max(...days);
}

function regionsIn(stated: string | undefined): readonly string[] {
  return (stated ?? "").split(/[\s,]+/).filter((region) => region !== "");
}

function linkTo({ region, field }: Copy, operation: string): Link {
  return {
    kind: "backs-up-to",
    direction: "to",
    target: { place: { region: placeRegion(region) } },
    evidence: { source: `polardb:${operation}`, field, value: region },
  };
}
