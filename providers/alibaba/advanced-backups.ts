import { z } from "zod";
import { listOf, optional, optionalText } from "./rpc-fields.ts";

/** Sent as text, and by some versions as a number. */
export const numeral = optional(z.union([z.string(), z.number()]).transform(String));

const DataRule = z.object({ DestRegion: optionalText, RetentionType: optionalText, RetentionValue: numeral });
const LogRule = z.object({ DestRegion: optionalText, EnableLogBackup: numeral });

/**
 * The rules of advanced backup, which RDS and PolarDB tell in the same words. Where a database has them they take the place of the
 * older fields (PolarDB API reference, ModifyBackupPolicy, 2026-08; the answer of RDS after aliyun/alibabacloud-typescript-sdk,
 * rds-20140815 15.9.0): `DestType` is `level1`, `level2` or, for another region, `level2Cross`.
 */
export const advancedRules = {
  AdvancedDataPolicies: listOf("AdvancedDataPolicy", DataRule),
  AdvancedLogPolicies: listOf("AdvancedLogPolicy", LogRule),
};

/** A region that backups are copied to, and how long they are kept there: days, `-1` for ever, or not told. */
export interface BackupCopy {
  readonly region: string;
  readonly field: string;
  readonly kept?: string | undefined;
}

export function copiesByDataRules(rules: readonly z.infer<typeof DataRule>[]): readonly BackupCopy[] {
  const field = "AdvancedDataPolicies.AdvancedDataPolicy[].DestRegion";
  return rules.flatMap(({ DestRegion, RetentionType, RetentionValue }) => {
    const kept = RetentionType?.toLowerCase() === "never" ? "-1" : RetentionValue;
    return regionsIn(DestRegion).map((region) => ({ region, kept, field }));
  });
}

export function copiesByLogRules(rules: readonly z.infer<typeof LogRule>[]): readonly BackupCopy[] {
  const field = "AdvancedLogPolicies.AdvancedLogPolicy[].DestRegion";
  return rules.flatMap(({ DestRegion, EnableLogBackup }) =>
    EnableLogBackup === "0" ? [] : regionsIn(DestRegion).map((region) => ({ region, field })),
  );
}

/** The longest time that copies are kept. */
export function longestKept(copies: readonly BackupCopy[]): number | "unlimited" | undefined {
  const kept = copies.flatMap((copy) => (copy.kept === undefined ? [] : [copy.kept]));
  if (kept.includes("-1")) return "unlimited";
  const days = kept.filter((word) => /^\d+$/.test(word)).map(Number);
  return days.length === 0 ? undefined : Math.max(...days);
}

export function regionsIn(stated: string | undefined): readonly string[] {
  return (stated ?? "").split(/[\s,]+/).filter((region) => region !== "");
}
