import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const tableExport: TypeCase<AwsHeld> = {
  type: "aws/dynamodb/export",
  held: ({ partition, account, region }) => {
    const table = `arn:${partition}:dynamodb:${region}:${account}:table`;
    return {
      services: {
        dynamodb: {
          Exports: [
            {
              ExportArn: `${table}/Customers/export/01`,
              ExportStatus: "COMPLETED",
              ExportTime: 1772337600,
              TableArn: `${table}/Customers`,
              S3Bucket: "lake",
              S3BucketOwner: account,
            },
            {
              ExportArn: `${table}/Customers/export/02`,
              ExportStatus: "IN_PROGRESS",
              TableArn: `${table}/Customers`,
              S3Bucket: "partner-drop",
              S3BucketOwner: "999988887777",
            },
            {
              ExportArn: `${table}/Sessions/export/03`,
              ExportStatus: "COMPLETED",
              TableArn: `${table}/Sessions`,
              S3Bucket: "lake",
            },
            {
              ExportArn: `${table}/Sessions/export/04`,
              ExportStatus: "FAILED",
              TableArn: `${table}/Sessions`,
              S3Bucket: "nowhere",
            },
          ],
        },
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const table = `arn:${partition}:dynamodb:${region}:${account}:table`;
    return [
      {
        id: `${table}/Customers/export/01`,
        name: "Customers/export/01",
        role: "flow",
        tags: {},
        attributes: { state: "COMPLETED", created: "2026-03-01" },
        links: [
          { kind: "copied-to", direction: "from", id: `${table}/Customers`, region },
          { kind: "copied-to", id: `arn:${partition}:s3:::lake` },
        ],
      },
      {
        id: `${table}/Customers/export/02`,
        name: "Customers/export/02",
        role: "flow",
        tags: {},
        attributes: { state: "IN_PROGRESS" },
        links: [
          { kind: "copied-to", direction: "from", id: `${table}/Customers`, region },
          { kind: "copied-to", id: `arn:${partition}:s3:::partner-drop`, party: "999988887777" },
        ],
      },
      {
        id: `${table}/Sessions/export/03`,
        name: "Sessions/export/03",
        role: "flow",
        tags: {},
        links: [
          { kind: "copied-to", direction: "from", id: `${table}/Sessions`, region },
          { kind: "copied-to", id: `arn:${partition}:s3:::lake` },
        ],
      },
    ];
  },
  lists: [{ operation: "ListExports" }],
};

export default tableExport;
