import type { DataRepositoryAssociation, FileSystem } from "@aws-sdk/client-fsx";
import { known, type ResourceRecord, type ResourceType } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { auditLogs, repositoryLinks } from "../fsx/file-system-links.ts";
import { whenNeeded } from "../needed.ts";
import { keyElsewhere } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import type { AwsSession } from "../session.ts";
import { nameOf, tagsOf } from "../tags.ts";

const source = "fsx:DescribeFileSystems";

/** A file system of Lustre, Windows, ONTAP or OpenZFS. */
export const fsxFileSystem: ResourceType<AwsSession> = {
  type: "aws/fsx/file-system",
  title: { en: "FSx file system", zh: "FSx 文件系统" },
  role: "store",
  service: "fsx",
  reach: "per-region",
  operations: [
    { operation: "DescribeFileSystems", permission: "fsx:DescribeFileSystems" },
    { operation: "DescribeDataRepositoryAssociations", permission: "fsx:DescribeDataRepositoryAssociations" },
  ],
  links: ["copied-to", "logs-to", "key-held-in"],
  unseen: {
    en: "Replication that ONTAP or OpenZFS does by itself (SnapMirror, FlexCache, snapshot copies), shadow copies, NFS repositories, and who can mount a file system.",
    zh: "ONTAP 或 OpenZFS 自行进行的复制（SnapMirror、FlexCache、快照复制）、卷影副本、NFS 数据存储库以及可由谁挂载文件系统不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const sdk = await import("@aws-sdk/client-fsx");
    const fsx = session.client(sdk.FSxClient, here);
    const systems = itemsOf(caller, "DescribeFileSystems", async (NextToken, abortSignal) => {
      const answer = await fsx.send(new sdk.DescribeFileSystemsCommand({ MaxResults: 1000, NextToken }), {
        abortSignal,
      });
      return { items: required(answer.FileSystems, "FileSystems"), next: answer.NextToken };
    });
    const associations = whenNeeded(() =>
      itemsOf(caller, "DescribeDataRepositoryAssociations", async (NextToken, abortSignal) => {
        const request = new sdk.DescribeDataRepositoryAssociationsCommand({ MaxResults: 25, NextToken });
        const answer = await fsx.send(request, { abortSignal });
        return { items: required(answer.Associations, "Associations"), next: answer.NextToken };
      }),
    );
    for await (const system of systems) {
      // Only Lustre file systems have associations.
      const linked = system.FileSystemType === "LUSTRE" ? await associations.get() : [];
      yield recordOf(session, here, system, linked);
    }
    await associations.settle();
  },
};

function recordOf(
  session: AwsSession,
  region: string,
  system: FileSystem,
  associations: readonly DataRepositoryAssociation[],
): ResourceRecord {
  const tags = tagsOf(system.Tags);
  return {
    kind: "record",
    id: required(system.ResourceARN, "FileSystems[].ResourceARN"),
    type: fsxFileSystem.type,
    role: fsxFileSystem.role,
    scope: session.scope,
    name: nameOf(tags, required(system.FileSystemId, "FileSystems[].FileSystemId")),
    ...placedByAsking(source, region),
    tags: known(tags),
    aliases: [],
    links: [
      ...repositoryLinks(session.scope, system, associations),
      ...auditLogs(session.scope, system),
      ...keyElsewhere(session.scope, region, system.KmsKeyId, { source, field: "KmsKeyId" }),
    ],
    attributes: {
      ...(system.FileSystemType === undefined ? {} : { fileSystemType: system.FileSystemType }),
      // Scratch file systems are encrypted with the service's own key, of which FSx says nothing.
      ...(system.KmsKeyId === undefined ? {} : { encrypted: true }),
    },
  };
}
