import type { PlannedLink, PlannedPart, PlannedShape } from "../../../src/model/index.ts";
import {
  blocks,
  byId,
  byScheme,
  type Here,
  isOff,
  linkAt,
  linkFrom,
  ownedBy,
  regionLinks,
  textAt,
} from "../../planned-here.ts";
import { placeRegion } from "../regions.ts";
import { part, shape } from "./reader.ts";

const vault = { type: "alibaba/hbr/vault", role: "copy" } as const;
const policy = { type: "alibaba/hbr/policy", role: "flow" } as const;
const plan = { type: "alibaba/hbr/backup-plan", role: "flow" } as const;

const encrypted = (here: Here, path: string) => {
  const encryption = textAt(here, path);
  return encryption === undefined ? undefined : encryption.toUpperCase() !== "NONE";
};

function replication(here: Here, vaultPath: string, regionPath: string): readonly PlannedLink[] {
  const region = textAt(here, regionPath);
  return linkFrom(here, "replicates-to", vaultPath, region === undefined ? {} : { region: placeRegion(region) });
}

/** To a vault of another region, by its id where that is given. */
function replicated(rule: Here): readonly PlannedLink[] {
  const region = textAt(rule, "ReplicationRegionId");
  const named = linkAt(
    rule,
    "backs-up-to",
    "ReplicationVaultId",
    region === undefined ? {} : { region: placeRegion(region) },
  );
  return named.length > 0 ? named : regionLinks(rule, "backs-up-to", "ReplicationRegionId", placeRegion);
}

/** Plans of one source each: the path of the source, and how its id is spelled. */
const plans = [
  ["alicloud_hbr_ecs_backup_plan", "ecs_backup_plan_name", "instance_id", byId],
  ["alicloud_hbr_oss_backup_plan", "oss_backup_plan_name", "bucket", byScheme("oss")],
  ["alicloud_hbr_nas_backup_plan", "nas_backup_plan_name", "file_system_id", byId],
  ["alicloud_hbr_ots_backup_plan", "ots_backup_plan_name", "instance_name", byScheme("ots")],
] as const;

export const backupShapes: readonly PlannedShape[] = [
  shape({
    kind: "alicloud_hbr_vault",
    ...vault,
    name: ["vault_name"],
    attributes: (here) => ({ kind: textAt(here, "vault_type"), encrypted: encrypted(here, "encrypt_type") }),
  }),
  shape({
    kind: "ALIYUN::HBR::Vault",
    ...vault,
    name: ["VaultName"],
    attributes: (here) => ({ kind: textAt(here, "VaultType"), encrypted: encrypted(here, "EncryptType") }),
  }),
  shape({
    kind: "alicloud_hbr_replication_vault",
    ...vault,
    name: ["vault_name"],
    links: (here) => replication(here, "replication_source_vault_id", "replication_source_region_id"),
    attributes: (here) => ({ encrypted: encrypted(here, "encrypt_type") }),
    decides: ["replication_source_region_id"],
  }),
  shape({
    kind: "ALIYUN::HBR::ReplicationVault",
    ...vault,
    name: ["VaultName"],
    links: (here) => replication(here, "ReplicationSourceVaultId", "ReplicationSourceRegionId"),
    decides: ["ReplicationSourceRegionId"],
  }),
  // Sources bound to a policy go through it to its vaults, and to the regions that it copies backups to.
  shape({
    kind: "alicloud_hbr_policy",
    ...policy,
    name: ["policy_name"],
    links: (here) =>
      blocks(here, "rules").flatMap((rule) => [
        ...linkAt(rule, "backs-up-to", "vault_id"),
        ...regionLinks(rule, "backs-up-to", "replication_region_id", placeRegion),
      ]),
    attributes: (here) => ({ kind: textAt(here, "policy_type") }),
    decides: ["rules"],
  }),
  shape({
    kind: "ALIYUN::HBR::Policy",
    ...policy,
    name: ["PolicyName"],
    links: (here) =>
      blocks(here, "Rules").flatMap((rule) => [
        ...["VaultId", "ArchiveVaultId"].flatMap((path) => linkAt(rule, "backs-up-to", path)),
        ...replicated(rule),
      ]),
    attributes: (here) => ({ kind: textAt(here, "PolicyType") }),
    decides: ["Rules"],
  }),
  // Snapshots of a machine stay in its region, and are copied on where that is stated.
  shape({
    kind: "alicloud_hbr_server_backup_plan",
    ...plan,
    name: ["ecs_server_backup_plan_name"],
    links: (here) => {
      if (textAt(here, "disabled") === "true") return [];
      const copies = blocks(here, "detail").flatMap((detail) =>
        isOff(detail, "do_copy", "off") ? [] : regionLinks(detail, "backs-up-to", "destination_region_id", placeRegion),
      );
      return [...linkFrom(here, "backs-up-to", "instance_id"), ...copies];
    },
    decides: ["detail"],
  }),
  // Databases on machines; their vaults take a region of their own.
  shape({
    kind: "ALIYUN::HBR::DbVault",
    ...vault,
    name: ["VaultName"],
    region: "VaultRegionId",
    attributes: () => ({ kind: "database" }),
  }),
  shape({
    kind: "ALIYUN::HBR::DbPlan",
    ...plan,
    name: ["DbPlanName"],
    links: (here) => linkAt(here, "backs-up-to", "VaultId"),
    attributes: (here) => ({ kind: textAt(here, "SourceType") }),
  }),
  ...plans.map(([kind, name, source, towards]) =>
    shape({
      kind,
      ...plan,
      name: [name],
      links: (here) => {
        if (textAt(here, "disabled") === "true") return [];
        return [...linkFrom(here, "backs-up-to", source, { towards }), ...linkAt(here, "backs-up-to", "vault_id")];
      },
    }),
  ),
];

export const backupParts: readonly PlannedPart[] = [
  part({
    kind: "alicloud_hbr_policy_binding",
    type: policy.type,
    of: ownedBy("policy_id"),
    links: (here) => {
      if (textAt(here, "disabled") === "true") return [];
      const towards = textAt(here, "source_type") === "OSS" ? byScheme("oss") : byId;
      return linkFrom(here, "backs-up-to", "data_source_id", { towards });
    },
  }),
];
