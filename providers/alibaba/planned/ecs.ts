import type { PlannedPart, PlannedShape } from "../../../src/model/index.ts";
import {
  byId,
  eachFrom,
  flagAt,
  isOff,
  linkAt,
  linkFrom,
  numberAt,
  ownedBy,
  regionLinks,
  sharedLinks,
  textAt,
} from "../../planned-here.ts";
import { placeRegion } from "../regions.ts";
import { part, shape } from "./reader.ts";

const disk = { type: "alibaba/ecs/disk", role: "store" } as const;
const snapshot = { type: "alibaba/ecs/snapshot", role: "copy" } as const;
const image = { type: "alibaba/ecs/image", role: "copy" } as const;
const machine = { type: "alibaba/ecs/instance", role: "compute" } as const;
const policy = { type: "alibaba/ecs/auto-snapshot-policy", role: "flow" } as const;

export const ecsShapes: readonly PlannedShape[] = [
  ...["alicloud_ecs_disk", "alicloud_disk"].map((kind) =>
    shape({
      kind,
      ...disk,
      name: ["disk_name", "name"],
      zone: "zone_id",
      parent: ["instance_id", byId],
      links: (here) => [...linkFrom(here, "copied-to", "snapshot_id"), ...linkFrom(here, "part-of", "instance_id")],
      attributes: (here) => ({ category: textAt(here, "category"), encrypted: flagAt(here, "encrypted") }),
    }),
  ),
  shape({
    kind: "ALIYUN::ECS::Disk",
    ...disk,
    name: ["DiskName"],
    zone: "ZoneId",
    links: (here) => [...linkFrom(here, "copied-to", "SnapshotId"), ...linkFrom(here, "part-of", "InstanceId")],
    attributes: (here) => ({ category: textAt(here, "DiskCategory"), encrypted: flagAt(here, "Encrypted") }),
  }),
  ...["alicloud_ecs_snapshot", "alicloud_snapshot"].map((kind) =>
    shape({
      kind,
      ...snapshot,
      name: ["snapshot_name", "name"],
      parent: ["disk_id", byId],
      links: (here) => linkFrom(here, "copied-to", "disk_id"),
    }),
  ),
  shape({
    kind: "ALIYUN::ECS::Snapshot",
    ...snapshot,
    name: ["SnapshotName"],
    links: (here) => linkFrom(here, "copied-to", "DiskId"),
  }),
  // Snapshots of several disks, taken at once.
  ...[
    ["alicloud_ecs_snapshot_group", "snapshot_group_name", "instance_id", "disk_id"],
    ["ALIYUN::ECS::SnapshotGroup", "Name", "InstanceId", "DiskIds"],
  ].map(([kind = "", name = "", instance = "", disks = ""]) =>
    shape({
      kind,
      ...snapshot,
      name: [name],
      links: (here) => [...linkFrom(here, "copied-to", instance), ...eachFrom(here, "copied-to", disks)],
    }),
  ),
  shape({
    kind: "alicloud_image",
    ...image,
    name: ["image_name", "name"],
    links: (here) => [...linkFrom(here, "copied-to", "snapshot_id"), ...linkFrom(here, "copied-to", "instance_id")],
  }),
  shape({
    kind: "ALIYUN::ECS::CustomImage",
    ...image,
    name: ["ImageName"],
    tags: "Tag",
    links: (here) => [...linkFrom(here, "copied-to", "SnapshotId"), ...linkFrom(here, "copied-to", "InstanceId")],
  }),
  shape({
    kind: "alicloud_image_copy",
    ...image,
    name: ["image_name", "name"],
    links: (here) => {
      const region = textAt(here, "source_region_id");
      const placed = region === undefined ? {} : { region: placeRegion(region) };
      return linkFrom(here, "copied-to", "source_image_id", placed);
    },
    attributes: (here) => ({ copied: true, encrypted: flagAt(here, "encrypted") }),
    decides: ["source_region_id"],
  }),
  shape({
    kind: "ALIYUN::ECS::CopyImage",
    ...image,
    name: ["DestinationImageName"],
    tags: "Tag",
    region: "DestinationRegionId",
    links: (here) => linkFrom(here, "copied-to", "ImageId"),
    attributes: (here) => ({ copied: true, encrypted: flagAt(here, "Encrypted") }),
    decides: ["DestinationRegionId"],
  }),
  shape({
    kind: "alicloud_instance",
    ...machine,
    name: ["instance_name"],
    zone: "availability_zone",
    attributes: (here) => {
      const bandwidth = numberAt(here, "internet_max_bandwidth_out");
      return { image: textAt(here, "image_id"), publicAddress: bandwidth === undefined ? undefined : bandwidth > 0 };
    },
  }),
  shape({
    kind: "alicloud_ecs_instance_set",
    ...machine,
    name: ["instance_name"],
    zone: "zone_id",
    attributes: (here) => ({ image: textAt(here, "image_id") }),
  }),
  ...[
    "ALIYUN::ECS::Instance",
    "ALIYUN::ECS::InstanceGroup",
    "ALIYUN::ECS::InstanceClone",
    "ALIYUN::ECS::InstanceGroupClone",
  ].map((kind) =>
    shape({
      kind,
      ...machine,
      name: ["InstanceName"],
      zone: "ZoneId",
      attributes: (here) => ({ image: textAt(here, "ImageId") }),
    }),
  ),
  shape({
    kind: "alicloud_ecs_auto_snapshot_policy",
    ...policy,
    name: ["auto_snapshot_policy_name", "name"],
    links: (here) =>
      isOff(here, "enable_cross_region_copy", "off")
        ? []
        : regionLinks(here, "backs-up-to", "target_copy_regions", placeRegion),
    attributes: (here) => ({
      crossRegionCopy: flagAt(here, "enable_cross_region_copy"),
      copiedRetentionDays: numberAt(here, "copied_snapshots_retention_days"),
    }),
    decides: ["enable_cross_region_copy", "target_copy_regions"],
  }),
  // The old policy, whose snapshots stay where they are.
  shape({ kind: "alicloud_snapshot_policy", ...policy, name: ["name"] }),
  shape({
    kind: "ALIYUN::ECS::AutoSnapshotPolicy",
    ...policy,
    name: ["AutoSnapshotPolicyName"],
    links: (here) => [
      ...eachFrom(here, "backs-up-to", "DiskIds"),
      ...(isOff(here, "EnableCrossRegionCopy", "off")
        ? []
        : regionLinks(here, "backs-up-to", "TargetCopyRegions", placeRegion)),
    ],
    attributes: (here) => ({
      crossRegionCopy: flagAt(here, "EnableCrossRegionCopy"),
      copiedRetentionDays: numberAt(here, "CopiedSnapshotsRetentionDays"),
    }),
    decides: ["EnableCrossRegionCopy", "TargetCopyRegions"],
  }),
];

export const ecsParts: readonly PlannedPart[] = [
  ...[
    ["alicloud_ecs_disk_attachment", "disk_id", "instance_id"],
    ["alicloud_disk_attachment", "disk_id", "instance_id"],
    ["ALIYUN::ECS::DiskAttachment", "DiskId", "InstanceId"],
  ].map(([kind = "", attached = "", instance = ""]) =>
    part({
      kind,
      type: disk.type,
      of: ownedBy(attached),
      links: (here) => linkFrom(here, "part-of", instance),
    }),
  ),
  part({
    kind: "alicloud_image_share_permission",
    type: image.type,
    of: ownedBy("image_id"),
    links: (here) => sharedLinks(here, "account_id"),
  }),
  // Disks whose snapshots the policy makes: it passes them on.
  part({
    kind: "alicloud_ecs_auto_snapshot_policy_attachment",
    type: policy.type,
    of: ownedBy("auto_snapshot_policy_id"),
    links: (here) => linkFrom(here, "backs-up-to", "disk_id"),
  }),
  part({
    kind: "alicloud_ebs_disk_replica_pair",
    type: disk.type,
    of: ownedBy("disk_id"),
    links: (here) => {
      const region = textAt(here, "destination_region_id");
      const placed = region === undefined ? {} : { region: placeRegion(region) };
      return linkAt(here, "replicates-to", "destination_disk_id", placed);
    },
    decides: ["destination_region_id"],
  }),
];
