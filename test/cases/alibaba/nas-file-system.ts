import type { AlibabaHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const fileSystem: TypeCase<AlibabaHeld> = {
  type: "alibaba/nas/file-system",
  held: ({ region }) => ({
    fileSystems: [
      {
        FileSystemId: "31a8e4",
        Description: "会员文件",
        FileSystemType: "standard",
        RegionId: region,
        StorageType: "Capacity",
        ProtocolType: "NFS",
        EncryptType: 2,
        KMSKeyId: "key-1",
        Tags: {
          Tag: [
            { Key: "数据分级", Value: "个人信息" },
            { Key: "owner", Value: "" },
          ],
        },
      },
      { FileSystemId: "extreme-0015", Description: "", FileSystemType: "extreme", RegionId: region, EncryptType: 0 },
      {
        FileSystemId: "cpfs-12d8",
        Description: "training",
        FileSystemType: "cpfs",
        RegionId: region,
        Tags: { Tag: [] },
      },
      { FileSystemId: "bmcpfs-7", FileSystemType: "bmcpfs", RegionId: region },
    ],
    nasDataFlows: [
      { FileSystemId: "cpfs-12d8", DataFlowId: "df-1", SourceStorage: "oss://members-raw", Status: "Running" },
      { FileSystemId: "cpfs-12d8", DataFlowId: "df-2", SourceStorage: "oss://members-old", Status: "Stopped" },
      {
        FileSystemId: "bmcpfs-7",
        DataFlowId: "df-3",
        SourceStorage: "oss://9876543210987654:partner-raw",
        Status: "Misconfigured",
      },
    ],
  }),
  finds: ({ account, region }) => {
    const arn = `acs:nas:${region}:${account}:filesystem`;
    return [
      {
        id: `${arn}/31a8e4`,
        name: "会员文件",
        role: "store",
        tags: { 数据分级: "个人信息", owner: "" },
        attributes: { encrypted: true, kind: "standard" },
        links: [],
      },
      {
        id: `${arn}/extreme-0015`,
        name: "extreme-0015",
        role: "store",
        tags: {},
        attributes: { encrypted: false },
        links: [],
      },
      {
        id: `${arn}/cpfs-12d8`,
        name: "training",
        role: "store",
        tags: {},
        links: [{ kind: "streams-to", direction: "from", id: "oss://members-raw", region }],
      },
      {
        id: `${arn}/bmcpfs-7`,
        name: "bmcpfs-7",
        role: "store",
        tags: {},
        links: [{ kind: "streams-to", direction: "from", id: "oss://partner-raw", region }],
      },
    ];
  },
  lists: [{ operation: "DescribeFileSystems" }],
};

export default fileSystem;
