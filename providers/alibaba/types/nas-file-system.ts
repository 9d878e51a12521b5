import { z } from "zod";
import { type Caller, known, type Link, type ResourceRecord, type ResourceType } from "../../../src/model/index.ts";
import { gapsOf, reportBad } from "../bad-rows.ts";
import { numberedPage, tokenPage } from "../ecs.ts";
import { ossTarget } from "../oss-target.ts";
import { askPages, byNumber, byToken } from "../paging.ts";
import { placeRegion } from "../regions.ts";
import type { RpcProduct } from "../rpc.ts";
import { countRows, listOf, optional, optionalText, rowsOf, whole } from "../rpc-fields.ts";
import { type AlibabaSession, acs, regionOf, stated, tagsOf } from "../session.ts";

const nas: RpcProduct = {
  name: "nas",
  version: "2017-06-26",
  host: (region) => `nas.${region}.aliyuncs.com`,
  published: "nas",
};

const tag = z.object({ Key: z.string(), Value: optional(z.string()) });

const FileSystem = z.object({
  FileSystemId: z.string().min(1),
  Description: optionalText,
  FileSystemType: optionalText,
  RegionId: optionalText,
  StorageType: optionalText,
  ProtocolType: optionalText,
  RedundancyType: optionalText,
  Status: optionalText,
  CreateTime: optionalText,
  EncryptType: optional(whole),
  Tags: listOf("Tag", tag).transform((tags) => tagsOf(tags.map(({ Key, Value }) => [Key, Value ?? ""] as const))),
});
type FileSystem = z.infer<typeof FileSystem>;

const Page = z.object({ ...numberedPage, FileSystems: rowsOf("FileSystem", "FileSystemId", FileSystem) });

const DataFlow = z.object({
  DataFlowId: z.string().min(1),
  SourceStorage: z.string().min(1),
  Status: optionalText,
});
type DataFlow = z.infer<typeof DataFlow>;

const FlowPage = z.object({ ...tokenPage, DataFlowInfo: rowsOf("DataFlow", "DataFlowId", DataFlow) });

/** File systems of NAS: General-purpose, Extreme and CPFS. A CPFS file system can be filled from a bucket. */
export const nasFileSystem: ResourceType<AlibabaSession> = {
  type: "alibaba/nas/file-system",
  title: { en: "NAS file system", zh: "文件存储 NAS 文件系统" },
  role: "store",
  service: "nas",
  reach: "per-region",
  operations: [
    { operation: "DescribeFileSystems", permission: "nas:DescribeFileSystems" },
    { operation: "DescribeDataFlows", permission: "nas:DescribeDataFlows", per: "resource" },
  ],
  links: ["streams-to"],
  unseen: {
    en: "Snapshots, the recycle bin, backups made by Cloud Backup (shown at its vault), single export tasks of a data flow, who mounts the file system, and access groups.",
    zh: "快照、回收站、由云备份执行的备份（见备份库）、数据流动的单次导出任务、挂载该文件系统的客户端，以及权限组。",
  },
  async *collect(session, asked, caller) {
    const region = regionOf(asked);
    const operation = "DescribeFileSystems";
    const list = { product: nas, region, action: operation, parameters: { RegionId: region }, answer: Page };
    const idOf = (id: string) => fileSystemId(session, region, id);
    const fetch = byNumber(session.rpc, list, 100, (page) => countRows(page.FileSystems));
    for await (const { FileSystems: rows } of caller.pages(operation, fetch)) {
      yield* gapsOf(session, rows, { type: "alibaba/nas/file-system", region, operation, idOf });
      yield* caller.each(rows.good, async (fileSystem) => {
        const flows = hasDataFlows(fileSystem) ? await flowsOf(session, region, caller, fileSystem) : [];
        return toRecord(session, region, fileSystem, flows);
      });
    }
  },
};

function fileSystemId(session: AlibabaSession, region: string, id: string): string {
  return acs(session, "nas", region, `filesystem/${id}`);
}

/**
 * Only CPFS and CPFS for Lingjun have data flows, whose ids begin with `cpfs-` and `bmcpfs-`; the API refuses the question for
 * others, CPFS SE among them (NAS API reference, DescribeDataFlows, 2026-08).
 */
function hasDataFlows({ FileSystemId }: FileSystem): boolean {
  return /^(?:bm)?cpfs-/.test(FileSystemId);
}

async function flowsOf(
  session: AlibabaSession,
  region: string,
  caller: Caller,
  fileSystem: FileSystem,
): Promise<readonly DataFlow[]> {
  const operation = "DescribeDataFlows";
  const parameters = { RegionId: region, FileSystemId: fileSystem.FileSystemId };
  const list = { product: nas, region, action: operation, parameters, answer: FlowPage };
  const id = fileSystemId(session, region, fileSystem.FileSystemId);
  const fetch = byToken(session.rpc, list, 100, (page) => countRows(page.DataFlowInfo));
  const pages = await askPages(caller, operation, id, fetch);
  for (const page of pages) await reportBad(caller, operation, page.DataFlowInfo.bad, () => id);
  return pages.flatMap((page) => page.DataFlowInfo.good);
}

function toRecord(
  session: AlibabaSession,
  region: string,
  fileSystem: FileSystem,
  flows: readonly DataFlow[],
): ResourceRecord {
  const stands = fileSystem.RegionId ?? region;
  return {
    kind: "record",
    id: fileSystemId(session, region, fileSystem.FileSystemId),
    type: "alibaba/nas/file-system",
    role: "store",
    scope: session.scope,
    name: fileSystem.Description ?? fileSystem.FileSystemId,
    place: known({ region: placeRegion(stands) }),
    placeEvidence: {
      source: "nas:DescribeFileSystems",
      field: "FileSystems.FileSystem[].RegionId",
      value: stands,
    },
    tags: known(fileSystem.Tags),
    aliases: [],
    links: flows.flatMap((flow) => flowLinks(region, flow)),
    attributes: stated({
      kind: fileSystem.FileSystemType,
      storage: fileSystem.StorageType,
      protocol: fileSystem.ProtocolType,
      redundancy: fileSystem.RedundancyType,
      status: fileSystem.Status,
      // 0: not encrypted, 1: with a key of NAS, 2: with a key of KMS.
      encrypted: fileSystem.EncryptType === undefined ? undefined : fileSystem.EncryptType > 0,
      createdAt: fileSystem.CreateTime,
    }),
  };
}

/** `oss://<bucket>` or `oss://<uid>:<bucket>`: data comes from the bucket, which lies in the region of the file system. */
function flowLinks(region: string, { DataFlowId, SourceStorage, Status }: DataFlow): readonly Link[] {
  if (/^(?:stopp|deleting)/i.test(Status ?? "")) return [];
  const [, bucket] = /^oss:\/\/(?:\d+:)?([a-z0-9][a-z0-9-]*)/i.exec(SourceStorage) ?? [];
  if (bucket === undefined) return [];
  return [
    {
      kind: "streams-to",
      direction: "from",
      target: ossTarget(bucket, region),
      evidence: {
        source: "nas:DescribeDataFlows",
        field: "DataFlowInfo.DataFlow[].SourceStorage",
        value: `${DataFlowId}: ${bucket}`,
      },
    },
  ];
}
