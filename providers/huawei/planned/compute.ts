import type { PlannedPart, PlannedShape } from "../../../src/model/index.ts";
import { byId, isStated, linkAt, linkFrom, ownedBy, sharedLinks, textAt } from "../../planned-here.ts";
import { part, shape } from "./reader.ts";

const disk = { type: "huawei/evs/volume", role: "store" } as const;
const snapshot = { type: "huawei/evs/snapshot", role: "copy" } as const;
const image = { type: "huawei/ims/image", role: "copy" } as const;

/** Kinds of images and what each may be made from. */
const images: readonly (readonly [kind: string, ...sources: readonly string[]])[] = [
  ["images_image", "instance_id", "volume_id", "backup_id"],
  ["ims_ecs_system_image", "instance_id"],
  ["ims_ecs_whole_image", "instance_id"],
  ["ims_evs_data_image", "volume_id"],
];

export const computeShapes: readonly PlannedShape[] = [
  shape({
    kind: "huaweicloud_evs_volume",
    ...disk,
    zone: "availability_zone",
    links: (here) => [
      ...["snapshot_id", "backup_id"].flatMap((path) => linkFrom(here, "copied-to", path)),
      ...linkFrom(here, "part-of", "server_id"),
    ],
    attributes: (here) => ({ kind: textAt(here, "volume_type"), encrypted: isStated(here, "kms_id") || undefined }),
  }),
  ...["huaweicloud_evs_snapshot", "huaweicloud_evsv3_snapshot", "huaweicloud_evsv5_snapshot"].map((kind) =>
    shape({
      kind,
      ...snapshot,
      parent: ["volume_id", byId],
      links: (here) => linkFrom(here, "copied-to", "volume_id"),
    }),
  ),
  ...images.map(([kind, ...sources]) =>
    shape({
      kind: `huaweicloud_${kind}`,
      ...image,
      links: (here) => sources.flatMap((path) => linkFrom(here, "copied-to", path)),
    }),
  ),
  // `region` is the region of what is copied; the copy itself lies in the target region.
  shape({
    kind: "huaweicloud_images_image_copy",
    ...image,
    region: "target_region",
    links: (here) => {
      const own = textAt(here, "region");
      const { region } = here.resource;
      return linkFrom(here, "copied-to", "source_image_id", {
        region: own ?? (region.known ? region.value : undefined),
      });
    },
    decides: ["target_region"],
    filledIn: ["target_region"],
  }),
  shape({
    kind: "huaweicloud_compute_instance",
    type: "huawei/ecs/server",
    role: "compute",
    zone: "availability_zone",
    attributes: (here) => ({
      image: textAt(here, "image_id"),
      publicAddress: isStated(here, "eip_type") || isStated(here, "eip_id") || undefined,
    }),
  }),
  // Of a function neither code nor user data is read.
  shape({
    kind: "huaweicloud_fgs_function",
    type: "huawei/functiongraph/function",
    role: "compute",
    links: (here) => linkAt(here, "logs-to", "log_stream_id"),
    attributes: (here) => ({ runtime: textAt(here, "runtime") }),
  }),
];

export const computeParts: readonly PlannedPart[] = [
  part({
    kind: "huaweicloud_compute_volume_attach",
    type: disk.type,
    of: ownedBy("volume_id"),
    links: (here) => linkFrom(here, "part-of", "instance_id"),
  }),
  // The other accounts go by their projects.
  part({
    kind: "huaweicloud_images_image_share",
    type: image.type,
    of: ownedBy("source_image_id"),
    links: (here) => sharedLinks(here, "target_project_ids"),
  }),
];
