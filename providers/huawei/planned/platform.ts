import type { PlannedLink, PlannedPart, PlannedShape } from "../../../src/model/index.ts";
import {
  blocks,
  byId,
  byScheme,
  type Here,
  isOff,
  isStated,
  linkAt,
  linkFrom,
  numberAt,
  ownedBy,
  regionLinks,
  textAt,
} from "../../planned-here.ts";
import { part, shape } from "./reader.ts";

const vault = { type: "huawei/cbr/vault", role: "copy" } as const;
const stream = { type: "huawei/lts/stream", role: "store" } as const;
const share = { type: "huawei/sfs-turbo/share", role: "store" } as const;
const repository = { type: "huawei/swr/repository", role: "store" } as const;
const tracker = { type: "huawei/cts/tracker", role: "flow" } as const;
const key = { type: "huawei/kms/key", role: "flow" } as const;
const bucket = byScheme("obs");

/** A repository by its organization and its own name, under which others name it. */
function repositoryOf(here: Here, organization: string, name: string): string | undefined {
  const names = [textAt(here, organization), textAt(here, name)];
  return names.every((one) => one !== undefined) ? `swr://${names.join("/")}` : undefined;
}

function traces(here: Here): readonly PlannedLink[] {
  return isOff(here, "enabled", "on") ? [] : linkAt(here, "logs-to", "bucket_name", { towards: bucket });
}

/** `-1`: as its group does. */
function retention(here: Here): number | undefined {
  const days = numberAt(here, "ttl_in_days");
  return days === undefined || days < 0 ? undefined : days;
}

export const platformShapes: readonly PlannedShape[] = [
  shape({
    kind: "huaweicloud_cbr_vault",
    ...vault,
    links: (here) => [
      ...blocks(here, "resources").flatMap((resource) => linkFrom(resource, "backs-up-to", "server_id")),
      // A policy that replicates tells the region, which the other vault may not.
      ...blocks(here, "policy").flatMap((policy) =>
        isStated(policy, "destination_vault_id")
          ? ["destination_vault_id", "id"].flatMap((path) => linkAt(policy, "replicates-to", path))
          : [],
      ),
    ],
    attributes: (here) => ({ kind: textAt(here, "type"), protection: textAt(here, "protection_type") }),
    decides: ["policy"],
    filledIn: ["policy"],
  }),
  shape({
    kind: "huaweicloud_cbr_policy",
    type: "huawei/cbr/policy",
    role: "flow",
    links: (here) => (isOff(here, "enabled", "on") ? [] : regionLinks(here, "replicates-to", "destination_region")),
    attributes: (here) => ({ kind: textAt(here, "type") }),
    decides: ["destination_region"],
  }),
  shape({ kind: "huaweicloud_sfs_file_system", type: "huawei/sfs/share", role: "store", zone: "availability_zone" }),
  shape({
    kind: "huaweicloud_sfs_turbo",
    ...share,
    zone: "availability_zone",
    attributes: (here) => ({ encrypted: isStated(here, "crypt_key_id") || undefined }),
  }),
  shape({
    kind: "huaweicloud_lts_group",
    type: "huawei/lts/group",
    role: "compute",
    name: ["group_name"],
    attributes: (here) => ({ retentionDays: retention(here) }),
  }),
  shape({
    kind: "huaweicloud_lts_stream",
    ...stream,
    name: ["stream_name"],
    parent: ["group_id", byId],
    links: (here) => linkFrom(here, "part-of", "group_id"),
    attributes: (here) => ({ retentionDays: retention(here) }),
  }),
  shape({
    kind: "huaweicloud_lts_transfer",
    type: "huawei/lts/transfer",
    role: "flow",
    links: (here) => [
      ...blocks(here, "log_streams").flatMap((one) => linkFrom(one, "streams-to", "log_stream_id")),
      ...blocks(here, "log_transfer_info").flatMap((info) =>
        textAt(info, "log_transfer_status") === "DISABLE"
          ? []
          : blocks(info, "log_transfer_detail").flatMap((detail) => [
              ...linkAt(detail, "streams-to", "obs_bucket_name", { towards: bucket }),
              ...linkAt(detail, "streams-to", "kafka_id"),
            ]),
      ),
    ],
  }),
  shape({
    kind: "huaweicloud_swr_repository",
    ...repository,
    alias: (here) => repositoryOf(here, "organization", "name"),
  }),
  shape({ kind: "huaweicloud_swr_enterprise_instance", type: "huawei/swr/instance", role: "store" }),
  shape({ kind: "huaweicloud_kms_key", ...key, name: ["key_alias"] }),
  shape({
    kind: "huaweicloud_kms_key_replicate",
    ...key,
    name: ["key_alias"],
    region: "replica_region",
    links: (here) => linkFrom(here, "replicates-to", "key_id"),
    decides: ["replica_region"],
  }),
  // Of a secret no value is read.
  shape({ kind: "huaweicloud_csms_secret", type: "huawei/csms/secret", role: "store" }),
  shape({
    kind: "huaweicloud_vpc_flow_log",
    type: "huawei/vpc/flow-log",
    role: "flow",
    links: (here) => (isOff(here, "enabled", "on") ? [] : linkAt(here, "logs-to", "log_stream_id")),
    attributes: (here) => ({ logKind: "network", logging: !isOff(here, "enabled", "on") }),
  }),
  shape({ kind: "huaweicloud_cts_tracker", ...tracker, links: traces, attributes: () => ({ logKind: "network" }) }),
  shape({
    kind: "huaweicloud_cts_data_tracker",
    ...tracker,
    links: (here) => [...linkFrom(here, "logs-to", "data_bucket", { towards: bucket }), ...traces(here)],
    attributes: () => ({ logKind: "network" }),
  }),
];

export const platformParts: readonly PlannedPart[] = [
  part({
    kind: "huaweicloud_sfs_turbo_obs_target",
    type: share.type,
    of: ownedBy("share_id"),
    links: (here) => blocks(here, "obs").flatMap((obs) => linkAt(obs, "streams-to", "bucket", { towards: bucket })),
  }),
  part({
    kind: "huaweicloud_swr_image_auto_sync",
    type: repository.type,
    of: (here) => {
      const [address] = here.settings.refs("repository");
      const id = repositoryOf(here, "organization", "repository");
      return { ...(address === undefined ? {} : { address }), ...(id === undefined ? {} : { id }) };
    },
    links: (here) => regionLinks(here, "replicates-to", "target_region"),
    decides: ["target_region"],
  }),
];
