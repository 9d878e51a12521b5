import type { PlannedLink, PlannedPart, PlannedShape } from "../../../../src/model/index.ts";
import { flow, flows, regionFlow, statement, targetAt } from "../flows.ts";
import { blocks, type Here, hereOf, textAt } from "../here.ts";
import { policyReach, undecidedPolicy } from "../reach.ts";
import { encryptedBy, part, shape } from "../shape.ts";
import { byArn, byName } from "../targets.ts";
import { pulling, registryOf, registryReplica } from "../terraform/ecr.ts";

const byVault = byName("backup", "backup-vault:");
const rulesPath = "BackupPlan.BackupPlanRule";

export const securityShapes: readonly PlannedShape[] = [
  shape({
    kind: "AWS::SecretsManager::Secret",
    type: "aws/secretsmanager/secret",
    role: "store",
    name: "Name",
    links: (here) =>
      blocks(here, "ReplicaRegions").flatMap((replica) => regionFlow(replica, "replicates-to", "Region")),
    attributes: () => ({ encrypted: true }),
    decides: ["ReplicaRegions"],
  }),
  shape({
    // Its value is never read.
    kind: "AWS::SSM::Parameter",
    type: "aws/ssm/parameter",
    role: "store",
    name: "Name",
    texts: { parameterType: "Type", tier: "Tier" },
  }),
  shape({ kind: "AWS::KMS::Key", type: "aws/kms/key", role: "flow", flags: { multiRegion: "MultiRegion" } }),
  shape({
    kind: "AWS::KMS::ReplicaKey",
    type: "aws/kms/key",
    role: "flow",
    links: (here) => flow(here, "replicates-to", "from", "PrimaryKeyArn", byArn),
    attributes: () => ({ multiRegion: true }),
  }),
  shape({
    kind: "AWS::ECR::Repository",
    type: "aws/ecr/repository",
    role: "store",
    name: "RepositoryName",
    arn: ["ecr", "repository/{}"],
    links: (here) => [
      ...registryOf(here).map((id) => statement(here, "part-of", { id }, "RepositoryName", here.resource.label)),
      ...policyReach(here, "RepositoryPolicyText", pulling),
    ],
    attributes: (here) => {
      const encryption = textAt(here, "EncryptionConfiguration.EncryptionType");
      return encryption === undefined ? {} : { encrypted: true, encryption };
    },
    unknowns: (here) => undecidedPolicy(here, "RepositoryPolicyText"),
  }),
  shape({
    kind: "AWS::ECR::ReplicationConfiguration",
    type: "aws/ecr/registry",
    role: "store",
    aliases: registryOf,
    links: (here) =>
      blocks(here, "ReplicationConfiguration.Rules").flatMap((rule) =>
        blocks(rule, "Destinations").flatMap((to) => registryReplica(to, "Region", "RegistryId")),
      ),
    decides: ["ReplicationConfiguration.Rules"],
  }),
  ...["AWS::Backup::BackupVault", "AWS::Backup::LogicallyAirGappedBackupVault"].map((kind) =>
    shape({
      kind,
      type: "aws/backup/vault",
      role: "copy",
      name: "BackupVaultName",
      arn: ["backup", "backup-vault:{}"],
      tags: "BackupVaultTags",
      attributes: encryptedBy("EncryptionKeyArn"),
    }),
  ),
  shape({
    kind: "AWS::Backup::BackupPlan",
    type: "aws/backup/plan",
    role: "flow",
    name: "BackupPlan.BackupPlanName",
    tags: "BackupPlanTags",
    links: (here) =>
      blocks(here, rulesPath).flatMap((rule) => [
        ...flow(rule, "backs-up-to", "to", "TargetBackupVault", byVault),
        ...copies(rule),
      ]),
    decides: [rulesPath],
  }),
];

export const securityParts: readonly PlannedPart[] = [
  part({
    kind: "AWS::Backup::BackupSelection",
    type: "aws/backup/plan",
    of: ["BackupPlanId", byArn],
    links: (here) =>
      flows(here, "backs-up-to", "from", "BackupSelection.Resources", byArn).filter(
        ({ target }) => target.id?.includes("*") !== true,
      ),
  }),
  {
    // What the vault holds is copied on, whatever was put into it.
    kind: "AWS::Backup::BackupPlan",
    type: "aws/backup/vault",
    read(resource) {
      const rules = blocks(hereOf(resource), rulesPath);
      const [first] = rules;
      if (first === undefined) return { of: {}, links: [] };
      const same = rules.filter((rule) => vaultName(rule) === vaultName(first));
      return { of: targetAt(first, "TargetBackupVault", byVault), links: same.flatMap(copies) };
    },
  },
];

function vaultName(rule: Here): string | undefined {
  return rule.settings.refs("TargetBackupVault")[0] ?? textAt(rule, "TargetBackupVault");
}

function copies(rule: Here): readonly PlannedLink[] {
  return blocks(rule, "CopyActions").flatMap((action) =>
    flow(action, "backs-up-to", "to", "DestinationBackupVaultArn", byArn),
  );
}
