import type { BackupClient, BackupRule } from "@aws-sdk/client-backup";
import type { Caller, Scope } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { arnOf } from "../arn.ts";
import { itemsOf } from "../pages.ts";
import { mostPerPage } from "./vaults.ts";

/** A plan as the list gives it. */
export interface Plan {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
}

export function listPlans(client: BackupClient, caller: Caller): AsyncIterable<Plan> {
  return itemsOf(caller, "ListBackupPlans", async (token, abortSignal) => {
    const { ListBackupPlansCommand } = await import("@aws-sdk/client-backup");
    const request = new ListBackupPlansCommand({ MaxResults: mostPerPage, NextToken: token });
    const answer = await client.send(request, { abortSignal });
    const items = required(answer.BackupPlansList, "BackupPlansList").map((plan) => {
      const id = required(plan.BackupPlanId, "BackupPlansList[].BackupPlanId");
      const arn = required(plan.BackupPlanArn, "BackupPlansList[].BackupPlanArn");
      return { id, arn, name: plan.BackupPlanName ?? id };
    });
    return { items, next: answer.NextToken };
  });
}

/** The rules of a plan; none where they are not told, beside a gap. */
export async function rulesOf(client: BackupClient, caller: Caller, plan: Plan): Promise<readonly BackupRule[]> {
  const { GetBackupPlanCommand } = await import("@aws-sdk/client-backup");
  const rules = await caller.ask("GetBackupPlan", plan.arn, async (abortSignal) => {
    const answer = await client.send(new GetBackupPlanCommand({ BackupPlanId: plan.id }), { abortSignal });
    return required(answer.BackupPlan?.Rules, "BackupPlan.Rules");
  });
  return rules.known ? (rules.value ?? []) : [];
}

/** A vault that a rule names, with the field that names it. */
export interface Named {
  readonly arn: string;
  readonly field: string;
  readonly value: string;
}

/** Where a rule puts backups first: a vault of the plan's own region, by name, or one that nobody can delete from. */
export function firstVaults(rule: BackupRule, region: string, own: Scope): readonly Named[] {
  const field = "BackupPlan.Rules[]";
  const { TargetBackupVaultName: name, TargetLogicallyAirGappedBackupVaultArn: gapped } = rule;
  return [
    ...(name
      ? [
          {
            arn: arnOf(own, "backup", region, `backup-vault:${name}`),
            field: `${field}.TargetBackupVaultName`,
            value: name,
          },
        ]
      : []),
    ...(gapped ? [{ arn: gapped, field: `${field}.TargetLogicallyAirGappedBackupVaultArn`, value: gapped }] : []),
  ];
}

/** Where a rule has them copied afterwards: vaults of any region and account of the partition. */
export function copyVaults(rule: BackupRule): readonly Named[] {
  return (rule.CopyActions ?? []).map(({ DestinationBackupVaultArn: arn }) => {
    const destination = required(arn, "BackupPlan.Rules[].CopyActions[].DestinationBackupVaultArn");
    return {
      arn: destination,
      field: "BackupPlan.Rules[].CopyActions[].DestinationBackupVaultArn",
      value: destination,
    };
  });
}
