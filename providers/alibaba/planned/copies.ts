import type { PlannedLink, PlannedPart, PlannedShape } from "../../../src/model/index.ts";
import {
  blocks,
  byScheme,
  flagAt,
  type Here,
  isOff,
  link,
  linkAt,
  linkFrom,
  ownedBy,
  regionLinks,
  sharedLinks,
  targetAt,
  textAt,
} from "../../planned-here.ts";
import { placeRegion } from "../regions.ts";
import { openList, weighDatabase } from "./databases.ts";
import { part, shape } from "./reader.ts";

const rds = { type: "alibaba/rds/instance", role: "store", scheme: "rds" } as const;
const image = "alibaba/ecs/image";
const disk = "alibaba/ecs/disk";
/** Of a whole estate's disks; a scan reads the policies of ECS. */
const policy = { type: "alibaba/ebs/enterprise-snapshot-policy", role: "flow" } as const;
const byRds = byScheme("rds");
const byOss = byScheme("oss");

/** To what a setting names, in the region that another one names. */
function replica(
  here: Here,
  path: string,
  regionPath: string,
  towards = (id: string) => ({ id }),
): readonly PlannedLink[] {
  const region = textAt(here, regionPath);
  const placed = region === undefined ? {} : { region: placeRegion(region) };
  return linkAt(here, "replicates-to", path, { towards, ...placed });
}

/** Copies of databases, machines, images and disks (alicloud provider, 2026-08; ROS resource types, read 2026-11-22). */
export const copyShapes: readonly PlannedShape[] = [
  shape({
    kind: "ALIYUN::RDS::DBInstanceClone",
    ...rds,
    name: ["DBInstanceDescription"],
    zone: "ZoneId",
    links: (here) => [
      ...linkFrom(here, "copied-to", "DBInstanceId", { towards: byRds }),
      ...openList(here, "SecurityIPList"),
    ],
    attributes: (here) => ({ publicEndpoint: flagAt(here, "AllocatePublicConnection") }),
    weigh: weighDatabase,
  }),
  shape({
    kind: "alicloud_ebs_enterprise_snapshot_policy",
    ...policy,
    name: ["enterprise_snapshot_policy_name"],
    links: (here) =>
      blocks(here, "cross_region_copy_info").flatMap((copy) =>
        isOff(copy, "enabled", "off")
          ? []
          : blocks(copy, "regions").flatMap((one) => regionLinks(one, "backs-up-to", "region_id", placeRegion)),
      ),
    decides: ["cross_region_copy_info"],
    filledIn: ["cross_region_copy_info"],
  }),
];

export const copyParts: readonly PlannedPart[] = [
  part({
    kind: "alicloud_ebs_enterprise_snapshot_policy_attachment",
    type: policy.type,
    of: ownedBy("policy_id"),
    links: (here) => linkFrom(here, "backs-up-to", "disk_id"),
  }),
  part({
    kind: "ALIYUN::EBS::DiskReplicaPair",
    type: disk,
    of: ownedBy("DiskId"),
    links: (here) => replica(here, "DestinationDiskId", "DestinationRegionId"),
    decides: ["DestinationRegionId"],
  }),
  part({
    kind: "alicloud_image_export",
    type: image,
    of: ownedBy("image_id"),
    links: (here) => linkAt(here, "copied-to", "oss_bucket", { towards: byOss }),
  }),
  part({
    kind: "ALIYUN::ECS::ImageSharePermission",
    type: image,
    of: ownedBy("ImageId"),
    links: (here) => [
      ...sharedLinks(here, "Accounts"),
      ...(flagAt(here, "IsPublic") === true ? [link(here, "shared-with", { party: "*" }, "IsPublic", "true")] : []),
    ],
  }),
  part({
    kind: "ALIYUN::OSS::BucketReplication",
    type: "alibaba/oss/bucket",
    of: ownedBy("BucketName", byOss),
    links: (here) => {
      const rule = "ReplicationConfiguration.Rule.Destination";
      const region = textAt(here, `${rule}.Location`);
      const placed = region === undefined ? {} : { place: { region: placeRegion(region) } };
      const value = `${textAt(here, `${rule}.Bucket`) ?? "a bucket"} in ${region ?? "a region known when applied"}`;
      const target = { ...targetAt(here, `${rule}.Bucket`, byOss), ...placed };
      return [link(here, "replicates-to", target, `${rule}.Location`, value)];
    },
    decides: ["ReplicationConfiguration"],
  }),
  part({
    kind: "ALIYUN::CR::RepoSyncRule",
    type: "alibaba/cr/instance",
    of: ownedBy("InstanceId", byScheme("cr")),
    links: (here) => {
      const party = textAt(here, "TargetUserId");
      return replica(here, "TargetInstanceId", "TargetRegionId", (id) => ({ id: `cr://${id}` })).map((one) =>
        party === undefined ? one : { ...one, target: { ...one.target, party } },
      );
    },
    decides: ["TargetRegionId"],
  }),
];
