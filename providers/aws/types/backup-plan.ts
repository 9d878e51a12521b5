import type { BackupRule } from "@aws-sdk/client-backup";
import type { Link, ResourceRecord, ResourceType, Scope } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { copyVaults, firstVaults, listPlans, type Plan, rulesOf } from "../backup/plans.ts";
import { readTags, vaultTarget } from "../backup/vaults.ts";
import { placedByAsking } from "../placement.ts";
import type { AwsSession } from "../session.ts";

/** Rules that back up and copy. What they take stands on the vaults (`aws/backup/vault`), which hold it. */
export const backupPlan: ResourceType<AwsSession> = {
  type: "aws/backup/plan",
  title: { en: "AWS Backup plan", zh: "AWS Backup 备份计划" },
  role: "flow",
  service: "backup",
  reach: "per-region",
  operations: [
    { operation: "ListBackupPlans", permission: "backup:ListBackupPlans" },
    { operation: "GetBackupPlan", permission: "backup:GetBackupPlan", per: "resource" },
    { operation: "ListTags", permission: "backup:ListTags", per: "resource" },
  ],
  links: ["backs-up-to"],
  unseen: {
    en: "What the plan selects, which the vaults state; backups that are made without a plan.",
    zh: "计划所选择的资源（由保管库记录说明）以及不经计划创建的备份不在此类型中体现。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { BackupClient: Client } = await import("@aws-sdk/client-backup");
    const client = session.client(Client, here);
    yield* caller.each(listPlans(client, caller), async (plan) => {
      const [rules, tags] = await Promise.all([rulesOf(client, caller, plan), readTags(client, caller, plan.arn)]);
      return { ...recordOf(session, here, plan), tags, links: destinations(rules, here, session.scope) };
    });
  },
};

function destinations(rules: readonly BackupRule[], region: string, own: Scope): readonly Link[] {
  const links = new Map<string, Link>();
  for (const rule of rules) {
    for (const { arn, field, value } of [...firstVaults(rule, region, own), ...copyVaults(rule)]) {
      if (links.has(arn)) continue;
      const evidence = { source: "backup:GetBackupPlan", field, value };
      links.set(arn, { kind: "backs-up-to", direction: "to", target: vaultTarget(arn, own), evidence });
    }
  }
  return [...links.values()];
}

function recordOf(session: AwsSession, region: string, { arn, name }: Plan): Omit<ResourceRecord, "tags"> {
  return {
    kind: "record",
    id: arn,
    type: backupPlan.type,
    role: backupPlan.role,
    scope: session.scope,
    name,
    ...placedByAsking("backup:ListBackupPlans", region),
    aliases: [],
    links: [],
    attributes: {},
  };
}
