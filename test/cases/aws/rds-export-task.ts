import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const task: TypeCase<AwsHeld> = {
  type: "aws/rds/export-task",
  held: ({ partition, account, region }) => {
    const rds = `arn:${partition}:rds:${region}:${account}`;
    return {
      services: {
        rds: {
          ExportTasks: [
            {
              ExportTaskIdentifier: "crm-to-lake",
              SourceArn: `${rds}:snapshot:crm-before-upgrade`,
              SourceType: "SNAPSHOT",
              S3Bucket: "lake",
              S3Prefix: "crm/",
              Status: "COMPLETE",
              PercentProgress: 100,
              TaskStartTime: "2026-03-02T00:00:00Z",
              KmsKeyId: `arn:${partition}:kms:eu-west-1:${account}:key/11111111-2222-4333-8444-555566667777`,
            },
            {
              ExportTaskIdentifier: "orders-to-lake",
              SourceArn: `${rds}:cluster:orders`,
              SourceType: "CLUSTER",
              S3Bucket: "lake",
              Status: "IN_PROGRESS",
              PercentProgress: 40,
            },
            // Nothing was written: no record.
            {
              ExportTaskIdentifier: "refused",
              SourceArn: `${rds}:cluster:orders`,
              S3Bucket: "other",
              Status: "FAILED",
              PercentProgress: 0,
            },
            {
              ExportTaskIdentifier: "half-done",
              SourceArn: `${rds}:snapshot:ledger`,
              S3Bucket: "lake",
              Status: "CANCELED",
              PercentProgress: 55,
            },
          ],
        },
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const rds = `arn:${partition}:rds:${region}:${account}`;
    return [
      {
        id: `${rds}:export-task:crm-to-lake`,
        name: "crm-to-lake",
        role: "flow",
        tags: {},
        attributes: { state: "COMPLETE", created: "2026-03-02" },
        links: [
          { kind: "copied-to", direction: "from", id: `${rds}:snapshot:crm-before-upgrade`, region },
          { kind: "copied-to", id: `arn:${partition}:s3:::lake` },
          {
            kind: "key-held-in",
            id: `arn:${partition}:kms:eu-west-1:${account}:key/11111111-2222-4333-8444-555566667777`,
            region: "eu-west-1",
          },
        ],
      },
      {
        id: `${rds}:export-task:orders-to-lake`,
        name: "orders-to-lake",
        role: "flow",
        tags: {},
        attributes: { state: "IN_PROGRESS" },
        links: [
          { kind: "copied-to", direction: "from", id: `${rds}:cluster:orders`, region },
          { kind: "copied-to", id: `arn:${partition}:s3:::lake` },
        ],
      },
      {
        id: `${rds}:export-task:half-done`,
        name: "half-done",
        role: "flow",
        tags: {},
        links: [
          { kind: "copied-to", direction: "from", id: `${rds}:snapshot:ledger`, region },
          { kind: "copied-to", id: `arn:${partition}:s3:::lake` },
        ],
      },
    ];
  },
  lists: [{ operation: "DescribeExportTasks" }],
};

export default task;
