import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const fileSystem: TypeCase<AwsHeld> = {
  type: "aws/efs/file-system",
  held: ({ partition, account, region }) => {
    const efs = `arn:${partition}:elasticfilesystem:${region}:${account}:file-system`;
    const afar = `arn:${partition}:elasticfilesystem:eu-west-1:${account}:file-system`;
    return {
      services: {
        elasticfilesystem: {
          FileSystems: [
            {
              FileSystemId: "fs-0001",
              FileSystemArn: `${efs}/fs-0001`,
              Name: "客户文件",
              Encrypted: true,
              KmsKeyId: `arn:${partition}:kms:eu-west-1:${account}:key/11111111-2222-4333-8444-555566667777`,
              $tags: { Name: "客户文件", "data-class": "personal", owner: "" },
            },
            {
              FileSystemId: "fs-0002",
              FileSystemArn: `${efs}/fs-0002`,
              Encrypted: false,
              AvailabilityZoneName: `${region}-far-1a`,
            },
            { FileSystemId: "fs-0003", Encrypted: true },
          ],
          Replications: [
            {
              SourceFileSystemId: "fs-0001",
              SourceFileSystemRegion: region,
              SourceFileSystemArn: `${efs}/fs-0001`,
              OriginalSourceFileSystemArn: `${efs}/fs-0001`,
              Destinations: [
                { FileSystemId: "fs-9001", Region: "eu-west-1", Status: "ENABLED" },
                { FileSystemId: "fs-9002", Region: "ap-southeast-1", Status: "ERROR", OwnerId: "999988887777" },
                { FileSystemId: "fs-9003", Region: "eu-west-2", Status: "DELETING" },
              ],
            },
            {
              SourceFileSystemId: "fs-8001",
              SourceFileSystemRegion: "eu-west-1",
              SourceFileSystemArn: `${afar}/fs-8001`,
              OriginalSourceFileSystemArn: `${afar}/fs-8001`,
              Destinations: [{ FileSystemId: "fs-0003", Region: region, Status: "ENABLED" }],
            },
          ],
        },
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const efs = `arn:${partition}:elasticfilesystem:${region}:${account}:file-system`;
    return [
      {
        id: `${efs}/fs-0001`,
        name: "客户文件",
        role: "store",
        tags: { Name: "客户文件", "data-class": "personal", owner: "" },
        attributes: { encrypted: true },
        links: [
          {
            kind: "replicates-to",
            id: `arn:${partition}:elasticfilesystem:eu-west-1:${account}:file-system/fs-9001`,
            region: "eu-west-1",
          },
          {
            kind: "replicates-to",
            id: `arn:${partition}:elasticfilesystem:ap-southeast-1:999988887777:file-system/fs-9002`,
            region: "ap-southeast-1",
            party: "999988887777",
          },
          {
            kind: "key-held-in",
            id: `arn:${partition}:kms:eu-west-1:${account}:key/11111111-2222-4333-8444-555566667777`,
            region: "eu-west-1",
          },
        ],
      },
      {
        id: `${efs}/fs-0002`,
        name: "fs-0002",
        role: "store",
        tags: {},
        region: `${region}-far-1a`,
        attributes: { encrypted: false },
        links: [],
      },
      {
        id: `${efs}/fs-0003`,
        name: "fs-0003",
        role: "store",
        tags: {},
        links: [
          {
            kind: "replicates-to",
            direction: "from",
            id: `arn:${partition}:elasticfilesystem:eu-west-1:${account}:file-system/fs-8001`,
            region: "eu-west-1",
          },
        ],
      },
    ];
  },
  lists: [{ operation: "DescribeFileSystems" }, { operation: "DescribeReplicationConfigurations", loses: () => [] }],
};

export default fileSystem;
