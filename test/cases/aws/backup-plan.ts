import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase, Where } from "../../support/type-case.ts";

const stranger = "999988887777";
const arn = (
  { partition, account, region }: Where,
  rest: string,
  there: { readonly region?: string; readonly account?: string } = {},
) => `arn:${partition}:backup:${there.region ?? region}:${there.account ?? account}:${rest}`;

const backupPlan: TypeCase<AwsHeld> = {
  type: "aws/backup/plan",
  held: (where) => {
    const plan = (id: string, name: string, Rules: readonly object[], tags?: object) => ({
      BackupPlanId: id,
      BackupPlanArn: arn(where, `backup-plan:${id}`),
      BackupPlanName: name,
      $document: { BackupPlanName: name, Rules },
      $tags: tags ?? {},
    });
    return {
      services: {
        backup: {
          plans: [
            plan(
              "p-1",
              "两地备份",
              [
                {
                  RuleName: "daily",
                  TargetBackupVaultName: "customers",
                  CopyActions: [
                    { DestinationBackupVaultArn: arn(where, "backup-vault:far", { region: "eu-west-1" }) },
                    { DestinationBackupVaultArn: arn(where, "backup-vault:partner", { account: stranger }) },
                  ],
                },
                { RuleName: "weekly", TargetBackupVaultName: "customers" },
              ],
              { Name: "两地备份", "data-class": "personal", owner: "" },
            ),
            plan("p-2", "gapped", [
              {
                RuleName: "daily",
                TargetBackupVaultName: "Default",
                TargetLogicallyAirGappedBackupVaultArn: arn(where, "backup-vault:gapped"),
              },
            ]),
            plan("p-3", "empty", []),
          ],
        },
      },
    };
  },
  finds: (where) => [
    {
      id: arn(where, "backup-plan:p-1"),
      name: "两地备份",
      role: "flow",
      tags: { Name: "两地备份", "data-class": "personal", owner: "" },
      links: [
        { kind: "backs-up-to", id: arn(where, "backup-vault:customers"), region: where.region },
        { kind: "backs-up-to", id: arn(where, "backup-vault:far", { region: "eu-west-1" }), region: "eu-west-1" },
        {
          kind: "backs-up-to",
          id: arn(where, "backup-vault:partner", { account: stranger }),
          region: where.region,
          party: stranger,
        },
      ],
    },
    {
      id: arn(where, "backup-plan:p-2"),
      name: "gapped",
      role: "flow",
      tags: {},
      links: [
        { kind: "backs-up-to", id: arn(where, "backup-vault:Default"), region: where.region },
        { kind: "backs-up-to", id: arn(where, "backup-vault:gapped"), region: where.region },
      ],
    },
    { id: arn(where, "backup-plan:p-3"), name: "empty", role: "flow", tags: {}, links: [] },
  ],
  lists: [{ operation: "ListBackupPlans" }],
};

export default backupPlan;
