import type { DataRepositoryAssociation, FileSystem } from "@aws-sdk/client-fsx";
import type { Link, Scope } from "../../../src/model/index.ts";
import { bucketArn } from "../arn.ts";
import { arnTarget, logGroupOfArn } from "../targets.ts";

const source = "fsx:DescribeFileSystems";
const repositories = "fsx:DescribeDataRepositoryAssociations";

/**
 * Buckets that a file system is linked with: what is in them can be read through it, and what is written to it goes back
 * where exports are switched on.
 */
export function repositoryLinks(
  scope: Scope,
  system: FileSystem,
  associations: readonly DataRepositoryAssociation[],
): readonly Link[] {
  const own = associations.filter(
    ({ FileSystemId, Lifecycle }) => FileSystemId === system.FileSystemId && Lifecycle !== "DELETING",
  );
  const links = own.flatMap(({ DataRepositoryPath: path, S3 }) => {
    const field = "Associations[].DataRepositoryPath";
    const exports = (S3?.AutoExportPolicy?.Events ?? []).length > 0;
    return [
      ...bucketLink(scope, "from", path, repositories, field),
      ...(exports ? bucketLink(scope, "to", path, repositories, field) : []),
    ];
  });
  // The way before associations: paths in the file system's own configuration.
  const { ImportPath, ExportPath } = system.LustreConfiguration?.DataRepositoryConfiguration ?? {};
  const field = "LustreConfiguration.DataRepositoryConfiguration";
  return [
    ...links,
    ...bucketLink(scope, "from", ImportPath, source, `${field}.ImportPath`),
    ...bucketLink(scope, "to", ExportPath, source, `${field}.ExportPath`),
  ];
}

/** Anything but a bucket (an NFS server) has no id to name. */
function bucketLink(
  scope: Scope,
  direction: Link["direction"],
  path: string | undefined,
  asked: string,
  field: string,
): readonly Link[] {
  const bucket = /^s3:\/\/([^/]+)/.exec(path ?? "")?.[1];
  if (bucket === undefined) return [];
  const target = { id: bucketArn(scope.partition, bucket) };
  return [{ kind: "copied-to", direction, target, evidence: { source: asked, field, value: `s3://${bucket}` } }];
}

/** Audit logs of who opened which file, events of quotas and screened files, and what a Lustre file system says of its repositories. */
export function auditLogs(scope: Scope, system: FileSystem): readonly Link[] {
  const windows = system.WindowsConfiguration?.AuditLogConfiguration;
  const levels = [windows?.FileAccessAuditLogLevel, windows?.FileShareAccessAuditLogLevel];
  const screening = system.WindowsConfiguration?.FsrmConfiguration;
  const lustre = system.LustreConfiguration?.LogConfiguration;
  return [
    ...(levels.some(isOn)
      ? logLink(scope, windows?.AuditLogDestination, "WindowsConfiguration.AuditLogConfiguration.AuditLogDestination")
      : []),
    ...(screening?.FsrmServiceEnabled === true
      ? logLink(scope, screening.EventLogDestination, "WindowsConfiguration.FsrmConfiguration.EventLogDestination")
      : []),
    ...(isOn(lustre?.Level)
      ? logLink(scope, lustre?.Destination, "LustreConfiguration.LogConfiguration.Destination")
      : []),
  ];
}

function isOn(level: string | undefined): boolean {
  return level !== undefined && level !== "DISABLED";
}

function logLink(scope: Scope, destination: string | undefined, field: string): readonly Link[] {
  if (destination === undefined || !destination.startsWith("arn:")) return [];
  const target = arnTarget(logGroupOfArn(destination).replace(/:log-stream:.*$/, ""), scope);
  return [{ kind: "logs-to", direction: "to", target, evidence: { source, field, value: destination } }];
}
