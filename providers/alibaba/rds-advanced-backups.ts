import { z } from "zod";
import { type Caller, type Link, valueIfKnown } from "../../src/model/index.ts";
import {
  advancedRules,
  type BackupCopy,
  copiesByDataRules,
  copiesByLogRules,
  longestKept,
} from "./advanced-backups.ts";
import { databaseId, rds } from "./databases.ts";
import { placeRegion } from "./regions.ts";
import { flag, optional, optionalText } from "./rpc-fields.ts";
import type { AlibabaSession } from "./session.ts";

const Policy = z.object({
  PreferredBackupPeriod: optionalText,
  AdvancedBackupPolicyEnabled: optional(flag),
  ...advancedRules,
});

/** Where rules of advanced backup take an instance's backups besides its own region. */
export interface AdvancedBackups {
  readonly links: readonly Link[];
  readonly retentionDays: number | "unlimited" | undefined;
  /** Left out = not told. */
  readonly logs?: boolean;
}

const operation = "DescribeBackupPolicy";

/** These copies are in no list of the region's cross-region backups, so that each instance is asked for its own. */
export async function advancedBackups(
  session: AlibabaSession,
  region: string,
  caller: Caller,
  instance: string,
): Promise<AdvancedBackups> {
  const parameters = { RegionId: region, DBInstanceId: instance };
  const request = { product: rds, region, action: operation, parameters, answer: Policy };
  const answer = await caller.ask(operation, databaseId(session, "rds", region, instance), (signal) => {
    return session.rpc.request(request, signal);
  });
  const policy = valueIfKnown(answer) ?? undefined;
  if (policy === undefined || policy.AdvancedBackupPolicyEnabled === false) return noAdvancedBackups;
  const elsewhere = (copy: BackupCopy) => placeRegion(copy.region) !== region;
  const data = copiesByDataRules(policy.AdvancedDataPolicies).filter(elsewhere);
  const logs = copiesByLogRules(policy.AdvancedLogPolicies).filter(elsewhere);
  // One edge for one place: what the data does, its logs do not say again.
  const byRegion = new Map([...logs, ...data].map((copy) => [placeRegion(copy.region), copy]));
  return {
    links: [...byRegion].map(([to, copy]) => linkTo(to, copy)),
    retentionDays: longestKept(data),
    logs: logs.length > 0,
  };
}

/** Also of what is not asked: a read-only instance has no backups of its own. */
export const noAdvancedBackups: AdvancedBackups = { links: [], retentionDays: undefined };

function linkTo(region: string, { field, region: value }: BackupCopy): Link {
  return {
    kind: "backs-up-to",
    direction: "to",
    target: { place: { region } },
    evidence: { source: `rds:${operation}`, field, value },
  };
}
