import type { PlannedLink, PlannedPart, PlannedShape } from "../../../../src/model/index.ts";
import { flow, flows, targetAt } from "../flows.ts";
import { blocks, type Here, hereOf, textAt } from "../here.ts";
import { encryptedBy, part, shape } from "../shape.ts";
import { byArn, byName } from "../targets.ts";

const byVault = byName("backup", "backup-vault:");

export const backupShapes: readonly PlannedShape[] = [
  ...["aws_backup_vault", "aws_backup_logically_air_gapped_vault"].map((kind) =>
    shape({
      kind,
      type: "aws/backup/vault",
      role: "copy",
      name: "name",
      arn: ["backup", "backup-vault:{}"],
      attributes: encryptedBy("kms_key_arn"),
    }),
  ),
  shape({
    kind: "aws_backup_plan",
    type: "aws/backup/plan",
    role: "flow",
    name: "name",
    links: (here) =>
      blocks(here, "rule").flatMap((rule) => [
        ...flow(rule, "backs-up-to", "to", "target_vault_name", byVault),
        ...copies(rule),
      ]),
    decides: ["rule"],
  }),
];

export const backupParts: readonly PlannedPart[] = [
  part({
    kind: "aws_backup_selection",
    type: "aws/backup/plan",
    of: ["plan_id", byArn],
    // What is selected by tag or wildcard is not claimed of a resource that the selection may not reach.
    links: (here) =>
      flows(here, "backs-up-to", "from", "resources", byArn).filter(({ target }) => target.id?.includes("*") !== true),
  }),
  {
    // What the vault holds is copied on, whatever was put into it.
    kind: "aws_backup_plan",
    type: "aws/backup/vault",
    read(resource) {
      const rules = blocks(hereOf(resource), "rule");
      const [first] = rules;
      if (first === undefined) return { of: {}, links: [] };
      const same = rules.filter((rule) => vaultName(rule) === vaultName(first));
      return { of: targetAt(first, "target_vault_name", byVault), links: same.flatMap(copies) };
    },
  },
];

function vaultName(rule: Here): string | undefined {
  return rule.settings.refs("target_vault_name")[0] ?? textAt(rule, "target_vault_name");
}

/** Vaults of any region and account of the partition. */
function copies(rule: Here): readonly PlannedLink[] {
  return blocks(rule, "copy_action").flatMap((action) =>
    flow(action, "backs-up-to", "to", "destination_vault_arn", byArn),
  );
}
