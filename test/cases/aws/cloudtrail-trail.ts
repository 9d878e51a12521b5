import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const trail: TypeCase<AwsHeld> = {
  type: "aws/cloudtrail/trail",
  held: ({ partition, account, region }) => {
    const arn = `arn:${partition}:cloudtrail:${region}:${account}:trail`;
    return {
      services: {
        cloudtrail: {
          trails: [
            {
              Name: "whole",
              TrailARN: `${arn}/whole`,
              HomeRegion: region,
              S3BucketName: "audit-archive",
              S3KeyPrefix: "trails",
              SnsTopicARN: `arn:${partition}:sns:${region}:${account}:deliveries`,
              IsMultiRegionTrail: true,
              IsOrganizationTrail: true,
              CloudWatchLogsLogGroupArn: `arn:${partition}:logs:${region}:${account}:log-group:audit:*`,
              KmsKeyId: `arn:${partition}:kms:${region}:${account}:key/1`,
              $tags: { 责任人: "安全部", "data-class": "general", note: "" },
            },
            {
              Name: "stopped",
              TrailARN: `${arn}/stopped`,
              HomeRegion: region,
              S3BucketName: "audit-archive",
              IsMultiRegionTrail: false,
              IsOrganizationTrail: false,
              $logging: false,
            },
            {
              Name: "plain",
              TrailARN: `${arn}/plain`,
              HomeRegion: region,
              S3BucketName: "plain-archive",
              KmsKeyId: `arn:${partition}:kms:eu-west-1:${account}:key/2`,
            },
          ],
        },
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const arn = `arn:${partition}:cloudtrail:${region}:${account}:trail`;
    const role = "flow";
    return [
      {
        id: `${arn}/whole`,
        name: "whole",
        role,
        tags: { 责任人: "安全部", "data-class": "general", note: "" },
        attributes: { logKind: "network", logging: true, multiRegion: true, organization: true, encrypted: true },
        links: [
          { kind: "logs-to", id: `arn:${partition}:s3:::audit-archive` },
          { kind: "logs-to", id: `arn:${partition}:logs:${region}:${account}:log-group:audit`, region },
        ],
      },
      {
        id: `${arn}/stopped`,
        name: "stopped",
        role,
        tags: {},
        attributes: { logKind: "network", logging: false, multiRegion: false, organization: false },
        links: [{ kind: "logs-to", id: `arn:${partition}:s3:::audit-archive` }],
      },
      {
        id: `${arn}/plain`,
        name: "plain",
        role,
        tags: {},
        attributes: { logKind: "network", logging: true },
        links: [
          { kind: "logs-to", id: `arn:${partition}:s3:::plain-archive` },
          { kind: "key-held-in", id: `arn:${partition}:kms:eu-west-1:${account}:key/2`, region: "eu-west-1" },
        ],
      },
    ];
  },
  lists: [{ operation: "DescribeTrails", unpaged: true }],
};

export default trail;
