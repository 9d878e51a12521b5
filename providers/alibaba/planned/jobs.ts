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

/** Where an end of a job says what it is. Of a type of ROS there are two spellings of some. */
interface EndPaths {
  readonly kind: string;
  readonly ids: readonly string[];
  readonly addresses: readonly string[];
  readonly regions: readonly string[];
}

function terraformEnd(side: "source" | "destination"): EndPaths {
  const path = `${side}_endpoint`;
  return {
    kind: `${path}_instance_type`,
    ids: [`${path}_instance_id`],
    addresses: [`${path}_ip`],
    regions: [`${path}_region`],
  };
}

function rosEnd(side: "Source" | "Destination"): EndPaths {
  const path = `${side}Endpoint`;
  return {
    kind: `${path}.InstanceType`,
    ids: [`${path}.InstanceID`, `${path}.InstanceId`],
    addresses: [`${path}.IP`, `${path}.Ip`],
    regions: [`${path}.Region`, side === "Source" ? "SourceRegion" : "DestRegion"],
  };
}

function end(here: Here, paths: EndPaths, direction: PlannedLink["direction"]): readonly PlannedLink[] {
  const path = paths.ids.find((one) => isStated(here, one));
  const address = paths.addresses.find((one) => isStated(here, one));
  const stated = path ?? address;
  if (stated === undefined) return [];
  const kind = textAt(here, paths.kind) ?? "";
  const region = paths.regions.map((one) => textAt(here, one)).find((one) => one !== undefined);
  const id = path === undefined ? undefined : textAt(here, path);
  const value = [kind, id, region].filter((word) => word !== undefined && word !== "").join(" ");
  if (ownKinds.test(kind) || path === undefined) {
    return [{ ...link(here, "streams-to", {}, address ?? stated, value || "an address"), direction }];
  }
  const scheme = schemes[kind.toLowerCase()];
  const named = targetAt(here, path, scheme === undefined ? byId : byScheme(scheme));
  const target = region === undefined ? named : { ...named, place: { region: placeRegion(region) } };
  return [{ ...link(here, "streams-to", target, path, value), direction }];
}

/** Kinds of ROS, where each says its name, and the setting that decides where data goes. */
const rosJobs = [
  ["ALIYUN::DTS::SynchronizationJob2", "sync", "DtsJobName", "DestinationEndpoint.Region"],
  ["ALIYUN::DTS::SynchronizationJob", "sync", "SynchronizationJobName", "DestRegion"],
  ["ALIYUN::DTS::MigrationJob2", "migration", "DtsJobName", "DestinationEndpoint.Region"],
  ["ALIYUN::DTS::MigrationJob", "migration", "MigrationJobName", "DestinationEndpoint.Region"],
] as const;

export const jobShapes: readonly PlannedShape[] = [
  ...["alicloud_dts_synchronization_job", "alicloud_dts_migration_job"].map((kind) =>
    shape({
      kind,
      ...job,
      name: ["dts_job_name"],
      links: (here) => [...end(here, terraformEnd("source"), "from"), ...end(here, terraformEnd("destination"), "to")],
      attributes: () => ({ kind: kind.includes("migration") ? "migration" : "sync" }),
      decides: ["destination_endpoint_region"],
    }),
  ),
  // Who reads a subscription is not stated anywhere.
  shape({
    kind: "alicloud_dts_subscription_job",
    ...job,
    name: ["dts_job_name"],
    links: (here) => end(here, terraformEnd("source"), "from"),
    attributes: () => ({ kind: "subscribe" }),
  }),
  ...rosJobs.map(([kind, moves, name, region]) =>
    shape({
      kind,
      ...job,
      name: [name],
      links: (here) => [...end(here, rosEnd("Source"), "from"), ...end(here, rosEnd("Destination"), "to")],
      attributes: () => ({ kind: moves }),
      decides: [region],
    }),
  ),
  shape({
    kind: "ALIYUN::DTS::SubscriptionJob2",
    ...job,
    name: ["DtsJobName"],
    links: (here) => end(here, rosEnd("Source"), "from"),
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
  ...[
    ["alicloud_nas_data_flow", "file_system_id", "source_storage"],
    ["ALIYUN::NAS::DataFlow", "FileSystemId", "SourceStorage"],
  ].map(([kind = "", system = "", source = ""]) =>
    part({
      kind,
      type: files.type,
      of: ownedBy(system),
      links: (here) => linkFrom(here, "streams-to", source, { towards: storageBucket, region: here.region }),
    }),
  ),
];
