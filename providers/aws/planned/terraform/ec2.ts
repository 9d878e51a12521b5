import type { PlannedLink, PlannedPart, PlannedShape } from "../../../../src/model/index.ts";
import { flow, flowIfStated, statement } from "../flows.ts";
import { blocks, type Here, textAt } from "../here.ts";
import { part, type ShapeSpec, shape } from "../shape.ts";
import { byArn, byBucket, byName, inRegion } from "../targets.ts";

const outpost = "outpost_arn";
const copiedFrom = "copied-to";

/** Snapshots and images go by their short id, and by an ARN without account. */
function short(here: Here, resource: string): readonly string[] {
  const id = textAt(here, "id");
  if (id === undefined || here.partition === undefined || !here.region.known) return [];
  return [`arn:${here.partition}:ec2:${here.region.value}::${resource}/${id}`];
}

const instance: Omit<ShapeSpec, "kind"> = {
  type: "aws/ec2/instance",
  role: "compute",
  zone: "availability_zone",
  outpost,
  id: "id",
  texts: { instanceType: "instance_type" },
};

const snapshot: Omit<ShapeSpec, "kind"> = {
  type: "aws/ec2/snapshot",
  role: "copy",
  outpost,
  id: "id",
  aliases: (here) => short(here, "snapshot"),
  flags: { encrypted: "encrypted" },
  texts: { storageTier: "storage_tier" },
};

const image: Omit<ShapeSpec, "kind"> = {
  type: "aws/ec2/image",
  role: "copy",
  name: "name",
  id: "id",
  aliases: (here) => short(here, "image"),
};

export const ec2Shapes: readonly PlannedShape[] = [
  shape({ ...instance, kind: "aws_instance" }),
  shape({ ...instance, kind: "aws_spot_instance_request" }),
  shape({
    kind: "aws_ebs_volume",
    type: "aws/ec2/volume",
    role: "store",
    zone: "availability_zone",
    outpost,
    id: "id",
    links: (here) => flowIfStated(here, copiedFrom, "from", "snapshot_id", byArn),
    flags: { encrypted: "encrypted" },
    texts: { volumeType: "type" },
    numbers: { sizeGiB: "size" },
  }),
  shape({
    ...snapshot,
    kind: "aws_ebs_snapshot",
    links: (here) => flow(here, copiedFrom, "from", "volume_id", byName("ec2", "volume/")),
  }),
  shape({
    ...snapshot,
    kind: "aws_ebs_snapshot_copy",
    links: (here) => flow(here, copiedFrom, "from", "source_snapshot_id", inRegion(textAt(here, "source_region"))),
  }),
  shape({
    ...snapshot,
    kind: "aws_ebs_snapshot_import",
    links: (here) => flow(here, copiedFrom, "from", "disk_container.user_bucket.s3_bucket", byBucket),
  }),
  shape({
    ...image,
    kind: "aws_ami",
    links: (here) =>
      blocks(here, "ebs_block_device").flatMap((device) => flow(device, copiedFrom, "from", "snapshot_id", byArn)),
  }),
  shape({
    ...image,
    kind: "aws_ami_copy",
    outpost: "destination_outpost_arn",
    links: (here) => flow(here, copiedFrom, "from", "source_ami_id", inRegion(textAt(here, "source_ami_region"))),
  }),
  shape({
    ...image,
    kind: "aws_ami_from_instance",
    links: (here) => flow(here, copiedFrom, "from", "source_instance_id", byName("ec2", "instance/")),
  }),
];

export const ec2Parts: readonly PlannedPart[] = [
  part({
    kind: "aws_volume_attachment",
    type: "aws/ec2/volume",
    of: ["volume_id", byArn],
    links: (here) => flow(here, "part-of", "from", "instance_id", byName("ec2", "instance/")),
  }),
  part({
    kind: "aws_snapshot_create_volume_permission",
    type: "aws/ec2/snapshot",
    of: ["snapshot_id", byArn],
    links: (here) => shared(here, "account_id"),
  }),
  part({
    kind: "aws_ami_launch_permission",
    type: "aws/ec2/image",
    of: ["image_id", byArn],
    links: (here) =>
      ["account_id", "group", "organization_arn", "organizational_unit_arn"].flatMap((path) => shared(here, path)),
  }),
];

/** An account, an organisation, or everyone, who may use what it belongs to. */
function shared(here: Here, path: string): readonly PlannedLink[] {
  const stated = here.settings.text(path);
  if (!stated.known) return [statement(here, "shared-with", {}, path, "known only when the change is applied")];
  const value = stated.value ?? "";
  if (value === "" || value === here.account) return [];
  return [statement(here, "shared-with", { party: value === "all" ? "*" : value }, path, value)];
}
