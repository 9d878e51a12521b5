import { detailOf, listOf, Refusal } from "./operations.ts";
import { restService } from "./protocols.ts";

const paged = { token: ["nextToken", "NextToken"], limit: "maxResults" } as const;
const ofVault = {
  only: (item: object, input: object) => named(item, "BackupVaultName") === named(input, "BackupVaultName"),
};

function named(item: object, field: string): unknown {
  return Object.entries(item).find(([name]) => name === field || name === `$${field}`)?.[1];
}

/**
 * `vaults`, `points`, `plans`, `selections`, `copyJobs` as the lists give them; `protected` with the vault in
 * `$BackupVaultName`. A plan's document stands in `$document`, a selection's in `$document` with its plan in `$BackupPlanId`.
 */
export const backup = restService({
  id: "backup",
  about: ["ResourceArn", "BackupVaultName", "BackupPlanId"],
  routes: {
    "GET /backup-vaults": "ListBackupVaults",
    "GET /backup-vaults/{BackupVaultName}/recovery-points": "ListRecoveryPointsByBackupVault",
    "GET /backup-vaults/{BackupVaultName}/resources": "ListProtectedResourcesByBackupVault",
    "GET /backup/plans": "ListBackupPlans",
    "GET /backup/plans/{BackupPlanId}": "GetBackupPlan",
    "GET /backup/plans/{BackupPlanId}/selections": "ListBackupSelections",
    "GET /backup/plans/{BackupPlanId}/selections/{SelectionId}": "GetBackupSelection",
    "GET /copy-jobs": "ListCopyJobs",
    "GET /tags/{ResourceArn}": "ListTags",
  },
  operations: {
    ListBackupVaults: listOf("vaults", { in: "BackupVaultList", ...paged }),
    ListRecoveryPointsByBackupVault: listOf("points", { in: "RecoveryPoints", ...paged, ...ofVault }),
    ListProtectedResourcesByBackupVault: listOf("protected", { in: "Results", ...paged, ...ofVault }),
    ListBackupPlans: listOf("plans", { in: "BackupPlansList", ...paged }),
    GetBackupPlan: detailOf("plans", {
      by: "BackupPlanId",
      key: "BackupPlanId",
      answer: ({ BackupPlanId, BackupPlanArn, $document }) => ({ BackupPlanId, BackupPlanArn, BackupPlan: $document }),
    }),
    ListBackupSelections: listOf("selections", {
      in: "BackupSelectionsList",
      ...paged,
      only: (item, input) => named(item, "BackupPlanId") === named(input, "BackupPlanId"),
    }),
    GetBackupSelection: detailOf("selections", {
      by: "SelectionId",
      key: "SelectionId",
      answer: ({ SelectionId, $document }) => ({ SelectionId, BackupSelection: $document }),
    }),
    ListCopyJobs: listOf("copyJobs", { in: "CopyJobs", ...paged }),
    ListTags(question) {
      const arn = question.input["ResourceArn"];
      for (const [collection, key] of [
        ["vaults", "BackupVaultArn"],
        ["plans", "BackupPlanArn"],
        ["points", "RecoveryPointArn"],
      ] as const) {
        const items = question.held[collection] ?? [];
        const item = "find" in items && "count" in items ? undefined : items.find((one) => one[key] === arn);
        if (item !== undefined) return { Tags: item["$tags"] ?? {} };
      }
      throw new Refusal("ResourceNotFoundException", `${String(arn)} does not exist.`);
    },
  },
});
