import type { PlannedLink, PlannedPart, PlannedShape } from "../../../../src/model/index.ts";
import { flow, flowIfStated, keyElsewhere, targetAt } from "../flows.ts";
import { blocks, fieldOf, type Here, isOther, isSet, textAt } from "../here.ts";
import { encryptedBy, part, type ShapeSpec, shape } from "../shape.ts";
import { byBucket, byLogGroup, byName } from "../targets.ts";

const byEfs = byName("elasticfilesystem", "file-system/");
const byFsx = byName("fsx", "file-system/");

const fsx: Omit<ShapeSpec, "kind"> = {
  type: "aws/fsx/file-system",
  role: "store",
  id: "id",
  attributes: encryptedBy("kms_key_id"),
  links: (here) => keyElsewhere(here, "kms_key_id"),
};

export const fileSystemShapes: readonly PlannedShape[] = [
  shape({
    kind: "aws_efs_file_system",
    type: "aws/efs/file-system",
    role: "store",
    id: "id",
    // Only a One Zone file system names a zone.
    zone: "availability_zone_name",
    links: (here) => keyElsewhere(here, "kms_key_id"),
    flags: { encrypted: "encrypted" },
  }),
  shape({
    ...fsx,
    kind: "aws_fsx_lustre_file_system",
    links: (here) => [
      ...flow(here, "copied-to", "from", "import_path", byBucket),
      ...flowIfStated(here, "copied-to", "to", "export_path", byBucket),
      ...blocks(here, "log_configuration").flatMap((logs) =>
        textAt(logs, "level") === "DISABLED" ? [] : flowIfStated(logs, "logs-to", "to", "destination", byLogGroup),
      ),
      ...keyElsewhere(here, "kms_key_id"),
    ],
  }),
  shape({
    ...fsx,
    kind: "aws_fsx_windows_file_system",
    links: (here) => [
      ...blocks(here, "audit_log_configuration").flatMap(auditLogs),
      ...keyElsewhere(here, "kms_key_id"),
    ],
  }),
  shape({ ...fsx, kind: "aws_fsx_ontap_file_system" }),
  shape({ ...fsx, kind: "aws_fsx_openzfs_file_system" }),
  shape({
    kind: "aws_fsx_backup",
    type: "aws/fsx/backup",
    role: "copy",
    id: "id",
    links: (here) => [
      ...flow(here, "copied-to", "from", "file_system_id", byFsx),
      ...flow(here, "copied-to", "from", "volume_id", byName("fsx", "volume/")),
    ],
  }),
];

const within = {
  aws_fsx_ontap_storage_virtual_machine: "file_system_id",
  aws_fsx_ontap_volume: "storage_virtual_machine_id",
  aws_fsx_openzfs_volume: "parent_volume_id",
  aws_fsx_openzfs_snapshot: "volume_id",
};

export const fileSystemParts: readonly PlannedPart[] = [
  part({
    kind: "aws_efs_replication_configuration",
    type: "aws/efs/file-system",
    of: ["source_file_system_id", byEfs],
    links: (here) => blocks(here, "destination").flatMap(replica),
    decides: ["destination"],
  }),
  part({
    kind: "aws_fsx_data_repository_association",
    type: "aws/fsx/file-system",
    of: ["file_system_id", byFsx],
    links: (here) => {
      const exported = here.settings.texts("s3.auto_export_policy.events");
      // A provider fills in the events that nobody states only where an export policy is stated.
      const exports = exported.known ? exported.value.length > 0 : isSet(here, "s3.auto_export_policy.events");
      return [
        ...flow(here, "copied-to", "from", "data_repository_path", byBucket),
        ...(exports ? flow(here, "copied-to", "to", "data_repository_path", byBucket) : []),
      ];
    },
  }),
  // What lies within a file system is a part of it; others refer to the file system through them.
  ...Object.entries(within).map(([kind, path]) => part({ kind, type: "aws/fsx/file-system", of: [path, byFsx] })),
];

/** A destination is a new file system in a region or zone, or one that is there already. */
function replica(destination: Here): readonly PlannedLink[] {
  const region = textAt(destination, "region") ?? textAt(destination, "availability_zone_name")?.replace(/[a-z]$/, "");
  const target = {
    ...targetAt(destination, "file_system_id", (here, value) => (value === undefined ? {} : byEfs(here, value))),
    ...(region === undefined ? {} : { place: { region } }),
  };
  const value = region ?? target.address ?? "known only when the change is applied";
  const field = fieldOf(
    destination,
    region === undefined && target.address !== undefined ? "file_system_id" : "region",
  );
  return [{ kind: "replicates-to", direction: "to", target, evidence: { field, value } }];
}

function auditLogs(logs: Here): readonly PlannedLink[] {
  const levels = ["file_access_audit_log_level", "file_share_access_audit_log_level"];
  const isOff = levels.every((level) => !isSet(logs, level) || !isOther(logs, level, "DISABLED"));
  return isOff ? [] : flowIfStated(logs, "logs-to", "to", "audit_log_destination", byLogGroup);
}
