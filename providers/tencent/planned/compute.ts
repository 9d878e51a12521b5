import type { PlannedPart, PlannedShape } from "../../../src/model/index.ts";
import {
  byId,
  flagAt,
  linkAt,
  linkFrom,
  numberAt,
  ownedBy,
  regionLinks,
  sharedLinks,
  textAt,
} from "../../planned-here.ts";
import { part, shape } from "./reader.ts";

const disk = { type: "tencent/cbs/disk", role: "store" } as const;
const snapshot = { type: "tencent/cbs/snapshot", role: "copy" } as const;
const image = { type: "tencent/cvm/image", role: "copy" } as const;

export const computeShapes: readonly PlannedShape[] = [
  shape({
    kind: "tencentcloud_cbs_storage",
    ...disk,
    name: ["storage_name"],
    zone: "availability_zone",
    links: (here) => linkFrom(here, "copied-to", "snapshot_id"),
    attributes: (here) => ({ kind: textAt(here, "storage_type"), encrypted: flagAt(here, "encrypt") }),
  }),
  shape({
    kind: "tencentcloud_cbs_snapshot",
    ...snapshot,
    name: ["snapshot_name"],
    parent: ["storage_id", byId],
    links: (here) => linkFrom(here, "copied-to", "storage_id"),
  }),
  // The copy itself: it lies in the region that it is made for.
  shape({
    kind: "tencentcloud_cbs_copy_snapshot_cross_region",
    ...snapshot,
    name: ["snapshot_name"],
    region: "destination_region",
    links: (here) => linkFrom(here, "copied-to", "snapshot_id"),
    decides: ["destination_region"],
  }),
  shape({
    kind: "tencentcloud_image",
    ...image,
    name: ["image_name"],
    links: (here) => ["instance_id", "snapshot_ids"].flatMap((path) => linkFrom(here, "copied-to", path)),
  }),
  shape({
    kind: "tencentcloud_instance",
    type: "tencent/cvm/instance",
    role: "compute",
    name: ["instance_name"],
    zone: "availability_zone",
    attributes: (here) => {
      const bandwidth = numberAt(here, "internet_max_bandwidth_out");
      return {
        image: textAt(here, "image_id"),
        publicAddress: flagAt(here, "allocate_public_ip") ?? (bandwidth === undefined ? undefined : bandwidth > 0),
      };
    },
  }),
  shape({
    kind: "tencentcloud_instance_set",
    type: "tencent/cvm/instance",
    role: "compute",
    name: ["instance_name"],
    zone: "availability_zone",
    attributes: (here) => ({ image: textAt(here, "image_id") }),
  }),
  shape({
    kind: "tencentcloud_lighthouse_instance",
    type: "tencent/lighthouse/instance",
    role: "store",
    name: ["instance_name"],
    zone: "zone",
  }),
  shape({
    kind: "tencentcloud_lighthouse_disk",
    type: "tencent/lighthouse/disk",
    role: "store",
    name: ["disk_name"],
    zone: "zone",
  }),
  shape({
    kind: "tencentcloud_scf_function",
    type: "tencent/scf/function",
    role: "compute",
    links: (here) => linkAt(here, "logs-to", "cls_topic_id"),
    attributes: (here) => ({ runtime: textAt(here, "runtime") }),
  }),
];

export const computeParts: readonly PlannedPart[] = [
  part({
    kind: "tencentcloud_cbs_storage_attachment",
    type: disk.type,
    of: ownedBy("storage_id"),
    links: (here) => linkFrom(here, "part-of", "instance_id"),
  }),
  part({
    kind: "tencentcloud_cbs_snapshot_share_permission",
    type: snapshot.type,
    of: ownedBy("snapshot_id"),
    links: (here) => sharedLinks(here, "account_ids"),
  }),
  part({
    kind: "tencentcloud_cvm_image_share_permission",
    type: image.type,
    of: ownedBy("image_id"),
    links: (here) => sharedLinks(here, "account_ids"),
  }),
  part({
    kind: "tencentcloud_cvm_sync_image",
    type: image.type,
    of: ownedBy("image_id"),
    links: (here) => regionLinks(here, "copied-to", "destination_regions"),
    decides: ["destination_regions"],
  }),
];
