import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const fileSystem: TypeCase<AwsHeld> = {
  type: "aws/fsx/file-system",
  held: ({ partition, account, region }) => {
    const fsx = `arn:${partition}:fsx:${region}:${account}:file-system`;
    const logs = `arn:${partition}:logs:${region}:${account}:log-group`;
    return {
      services: {
        fsx: {
          FileSystems: [
            {
              FileSystemId: "fs-1",
              FileSystemType: "LUSTRE",
              ResourceARN: `${fsx}/fs-1`,
              KmsKeyId: `arn:${partition}:kms:eu-west-1:${account}:key/11111111-2222-4333-8444-555566667777`,
              LustreConfiguration: {
                LogConfiguration: { Level: "WARN_ERROR", Destination: `${logs}:/aws/fsx/lustre:log-stream:fs-1` },
              },
              $tags: { Name: "训练数据", "data-class": "personal", owner: "" },
            },
            {
              FileSystemId: "fs-2",
              FileSystemType: "LUSTRE",
              ResourceARN: `${fsx}/fs-2`,
              LustreConfiguration: {
                DataRepositoryConfiguration: { ImportPath: "s3://raw", ExportPath: "s3://results/lustre" },
                LogConfiguration: { Level: "DISABLED", Destination: `${logs}:/aws/fsx/lustre` },
              },
            },
            {
              FileSystemId: "fs-3",
              FileSystemType: "WINDOWS",
              ResourceARN: `${fsx}/fs-3`,
              KmsKeyId: `arn:${partition}:kms:${region}:${account}:key/99999999-2222-4333-8444-555566667777`,
              WindowsConfiguration: {
                AuditLogConfiguration: {
                  FileAccessAuditLogLevel: "SUCCESS_AND_FAILURE",
                  FileShareAccessAuditLogLevel: "DISABLED",
                  AuditLogDestination: `${logs}:/aws/fsx/windows:*`,
                },
                FsrmConfiguration: {
                  FsrmServiceEnabled: true,
                  EventLogDestination: `arn:${partition}:firehose:${region}:${account}:deliverystream/aws-fsx-fsrm`,
                },
              },
            },
          ],
          Associations: [
            {
              AssociationId: "dra-1",
              FileSystemId: "fs-1",
              Lifecycle: "AVAILABLE",
              DataRepositoryPath: "s3://lake/images/",
              S3: { AutoImportPolicy: { Events: ["NEW"] }, AutoExportPolicy: { Events: ["NEW", "CHANGED"] } },
            },
            {
              AssociationId: "dra-2",
              FileSystemId: "fs-1",
              Lifecycle: "AVAILABLE",
              DataRepositoryPath: "s3://read-only",
            },
            { AssociationId: "dra-3", FileSystemId: "fs-1", Lifecycle: "DELETING", DataRepositoryPath: "s3://gone" },
          ],
        },
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const fsx = `arn:${partition}:fsx:${region}:${account}:file-system`;
    const logs = `arn:${partition}:logs:${region}:${account}:log-group`;
    return [
      {
        id: `${fsx}/fs-1`,
        name: "训练数据",
        role: "store",
        tags: { Name: "训练数据", "data-class": "personal", owner: "" },
        attributes: { encrypted: true, fileSystemType: "LUSTRE" },
        links: [
          { kind: "copied-to", direction: "from", id: `arn:${partition}:s3:::lake` },
          { kind: "copied-to", id: `arn:${partition}:s3:::lake` },
          { kind: "copied-to", direction: "from", id: `arn:${partition}:s3:::read-only` },
          { kind: "logs-to", id: `${logs}:/aws/fsx/lustre`, region },
          {
            kind: "key-held-in",
            id: `arn:${partition}:kms:eu-west-1:${account}:key/11111111-2222-4333-8444-555566667777`,
            region: "eu-west-1",
          },
        ],
      },
      {
        id: `${fsx}/fs-2`,
        name: "fs-2",
        role: "store",
        tags: {},
        links: [
          { kind: "copied-to", direction: "from", id: `arn:${partition}:s3:::raw` },
          { kind: "copied-to", id: `arn:${partition}:s3:::results` },
        ],
      },
      {
        id: `${fsx}/fs-3`,
        name: "fs-3",
        role: "store",
        tags: {},
        attributes: { encrypted: true },
        links: [
          { kind: "logs-to", id: `${logs}:/aws/fsx/windows`, region },
          {
            kind: "logs-to",
            id: `arn:${partition}:firehose:${region}:${account}:deliverystream/aws-fsx-fsrm`,
            region,
          },
        ],
      },
    ];
  },
  lists: [{ operation: "DescribeFileSystems" }, { operation: "DescribeDataRepositoryAssociations", loses: () => [] }],
};

export default fileSystem;
