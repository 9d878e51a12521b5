import type { FileSystemDescription, ReplicationConfigurationDescription } from "@aws-sdk/client-efs";
import { known, type Link, type ResourceRecord, type ResourceType } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { arnOf } from "../arn.ts";
import { whenNeeded } from "../needed.ts";
import { keyElsewhere } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placed } from "../placement.ts";
import type { AwsSession } from "../session.ts";
import { tagsOf } from "../tags.ts";
import { arnTarget } from "../targets.ts";

const source = "elasticfilesystem:DescribeFileSystems";

/** A shared file system. */
export const efsFileSystem: ResourceType<AwsSession> = {
  type: "aws/efs/file-system",
  title: { en: "EFS file system", zh: "EFS 文件系统" },
  role: "store",
  service: "elasticfilesystem",
  reach: "per-region",
  operations: [
    { operation: "DescribeFileSystems", permission: "elasticfilesystem:DescribeFileSystems" },
    {
      operation: "DescribeReplicationConfigurations",
      permission: "elasticfilesystem:DescribeReplicationConfigurations",
    },
  ],
  links: ["replicates-to", "key-held-in"],
  unseen: {
    en: "Who can mount a file system, which its mount targets, network and policy decide, and transfers by DataSync or programs.",
    zh: "可由谁挂载文件系统（取决于挂载目标、网络和策略）以及通过 DataSync 或程序进行的传输不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const sdk = await import("@aws-sdk/client-efs");
    const efs = session.client(sdk.EFSClient, here);
    const systems = itemsOf(caller, "DescribeFileSystems", async (Marker, abortSignal) => {
      const answer = await efs.send(new sdk.DescribeFileSystemsCommand({ MaxItems: 100, Marker }), { abortSignal });
      return { items: required(answer.FileSystems, "FileSystems"), next: answer.NextMarker };
    });
    const replications = whenNeeded(() =>
      itemsOf(caller, "DescribeReplicationConfigurations", async (NextToken, abortSignal) => {
        const request = new sdk.DescribeReplicationConfigurationsCommand({ MaxResults: 100, NextToken });
        const answer = await efs.send(request, { abortSignal });
        return { items: required(answer.Replications, "Replications"), next: answer.NextToken };
      }),
    );
    for await (const system of systems) yield recordOf(session, here, system, await replications.get());
    await replications.settle();
  },
};

function recordOf(
  session: AwsSession,
  region: string,
  system: FileSystemDescription,
  replications: readonly ReplicationConfigurationDescription[],
): ResourceRecord {
  const id = required(system.FileSystemId, "FileSystems[].FileSystemId");
  const arn = system.FileSystemArn ?? arnOf(session.scope, "elasticfilesystem", region, `file-system/${id}`);
  return {
    kind: "record",
    id: arn,
    type: efsFileSystem.type,
    role: efsFileSystem.role,
    scope: session.scope,
    name: system.Name === undefined || system.Name === "" ? id : system.Name,
    // Only a One Zone file system names a zone.
    ...placed(source, region, { AvailabilityZone: system.AvailabilityZoneName }, "AvailabilityZoneName"),
    tags: known(tagsOf(system.Tags)),
    aliases: [],
    links: [
      ...replications.flatMap((replication) => replicaLinks(session, region, id, replication)),
      ...keyElsewhere(session.scope, region, system.KmsKeyId, { source, field: "KmsKeyId" }),
    ],
    attributes: system.Encrypted === undefined ? {} : { encrypted: system.Encrypted },
  };
}

/** A configuration is listed in both regions: the source sends, the destination says where from. */
function replicaLinks(
  session: AwsSession,
  region: string,
  id: string,
  replication: ReplicationConfigurationDescription,
): readonly Link[] {
  const { scope } = session;
  const evidence = (field: string, value: string) => ({
    source: "elasticfilesystem:DescribeReplicationConfigurations",
    field: `Replications[].${field}`,
    value,
  });
  const destinations = (replication.Destinations ?? []).filter(({ Status }) => Status !== "DELETING");
  if (replication.SourceFileSystemId === id && replication.SourceFileSystemRegion === region) {
    return destinations.flatMap((destination): readonly Link[] => {
      const { FileSystemId, Region, OwnerId } = destination;
      if (FileSystemId === undefined || Region === undefined) return [];
      const owner = { ...scope, account: OwnerId ?? scope.account };
      const target = arnTarget(arnOf(owner, "elasticfilesystem", Region, `file-system/${FileSystemId}`), scope);
      const value = `${FileSystemId} in ${Region}`;
      return [{ kind: "replicates-to", direction: "to", target, evidence: evidence("Destinations[].Region", value) }];
    });
  }
  const isHere = destinations.some(({ FileSystemId, Region }) => FileSystemId === id && Region === region);
  const { SourceFileSystemArn: value } = replication;
  if (!isHere || value === undefined) return [];
  const target = arnTarget(value, scope);
  return [{ kind: "replicates-to", direction: "from", target, evidence: evidence("SourceFileSystemArn", value) }];
}
