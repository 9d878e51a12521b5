import type { PlannedLink, PlannedPart, PlannedShape } from "../../../src/model/index.ts";
import { byId, byScheme, type Here, isStated, link, linkFrom, ownedBy, targetAt, textAt } from "../../planned-here.ts";
import { placeRegion } from "../regions.ts";
import { part, shape } from "./reader.ts";

const job = { type: "alibaba/dts/job", role: "flow" } as const;
const files = { type: "alibaba/nas/file-system", role: "store" } as const;

const schemes: Readonly<Record<string, string>> = {
  rds: "rds",
  polardb: "polardb",
  redis: "kvstore",
  mongodb: "dds",
  distributed_mongodb: "dds",
};

/**
 * A database of one's own: the region beside it is then the nearest access point that the user chose, not where the database is
 * (DTS, ConfigureDtsJob, 2024).
 */
const ownKinds = /^(?:other|localinstance|express|cen|dg|vpn_gateway)?$/i;

function end(here: Here, side: "source" | "destination", direction: PlannedLink["direction"]): readonly PlannedLink[] {
  const path = `${side}_endpoint_instance_id`;
  const address = `${side}_endpoint_ip`;
  if (!isStated(here, path) && !isStated(here, address)) return [];
  const kind = textAt(here, `${side}_endpoint_instance_type`) ?? "";
  const region = textAt(here, `${side}_endpoint_region`);
  const value = [kind, textAt(here, path), region].filter((word) => word !== undefined && word !== "").join(" ");
  if (ownKinds.test(kind)) return [{ ...link(here, "streams-to", {}, address, value || "an address"), direction }];
  const scheme = schemes[kind.toLowerCase()];
  const named = targetAt(here, path, scheme === undefined ? byId : byScheme(scheme));
  const target = region === undefined ? named : { ...named, place: { region: placeRegion(region) } };
  return [{ ...link(here, "streams-to", target, path, value), direction }];
}

export const jobShapes: readonly PlannedShape[] = [
  ...["alicloud_dts_synchronization_job", "alicloud_dts_migration_job"].map((kind) =>
    shape({
      kind,
      ...job,
      name: ["dts_job_name"],
      links: (here) => [...end(here, "source", "from"), ...end(here, "destination", "to")],
      attributes: () => ({ kind: kind.includes("migration") ? "migration" : "sync" }),
      decides: ["destination_endpoint_region"],
    }),
  ),
  // Who reads a subscription is not stated anywhere.
  shape({
    kind: "alicloud_dts_subscription_job",
    ...job,
    name: ["dts_job_name"],
    links: (here) => end(here, "source", "from"),
    attributes: () => ({ kind: "subscribe" }),
  }),
  shape({
    kind: "alicloud_nas_file_system",
    ...files,
    name: ["description"],
    zone: "zone_id",
    attributes: (here) => ({
      kind: textAt(here, "file_system_type"),
      storage: textAt(here, "storage_type"),
      protocol: textAt(here, "protocol_type"),
      redundancy: textAt(here, "redundancy_type"),
      encrypted: encryption(textAt(here, "encrypt_type")),
    }),
  }),
  shape({
    kind: "ALIYUN::NAS::FileSystem",
    ...files,
    name: ["Description"],
    zone: "ZoneId",
    attributes: (here) => ({
      storage: textAt(here, "StorageType"),
      protocol: textAt(here, "ProtocolType"),
      encrypted: encryption(textAt(here, "EncryptType")),
    }),
  }),
];

/** 0: not encrypted, 1: with a key of NAS, 2: with a key of KMS. */
function encryption(kind: string | undefined): boolean | undefined {
  return kind === undefined ? undefined : kind !== "0";
}

/** `oss://<bucket>` or `oss://<uid>:<bucket>`; the bucket lies in the region of the file system. */
function storageBucket(value: string) {
  const [, bucket] = /^oss:\/\/(?:\d+:)?([a-z0-9][a-z0-9-]*)/i.exec(value) ?? [];
  return bucket === undefined ? {} : { id: `oss://${bucket}` };
}

export const jobParts: readonly PlannedPart[] = [
  part({
    kind: "alicloud_nas_data_flow",
    type: files.type,
    of: ownedBy("file_system_id"),
    links: (here) => linkFrom(here, "streams-to", "source_storage", { towards: storageBucket, region: here.region }),
  }),
];
