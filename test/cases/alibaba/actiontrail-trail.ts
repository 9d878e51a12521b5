import type { AlibabaHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const trail: TypeCase<AlibabaHeld> = {
  type: "alibaba/actiontrail/trail",
  held: ({ account, region }) => ({
    trails: [
      {
        Name: "company",
        HomeRegion: region,
        TrailRegion: "All",
        Status: "Enable",
        EventRW: "All",
        IsOrganizationTrail: true,
        OssBucketName: "audit-logs",
        OssBucketLocation: "oss-cn-hongkong",
        OssKeyPrefix: "at",
        SlsProjectArn: `acs:log:ap-southeast-1:${account}:project/audit`,
        MaxComputeProjectArn: `acs:odps:cn-shanghai:${account}:projects/actiontrail_${account}`,
      },
      {
        Name: "somewhere",
        HomeRegion: region,
        TrailRegion: region,
        Status: "Enable",
        OssBucketName: "audit-elsewhere",
      },
      {
        Name: "stopped",
        HomeRegion: region,
        Status: "Disable",
        OssBucketName: "audit-old",
        OssBucketLocation: "oss-us-west-1",
      },
      { Name: "of-another-region", HomeRegion: "eu-central-1", Status: "Enable", OssBucketName: "audit-eu" },
    ],
  }),
  finds: ({ account, region }) => {
    const arn = `acs:actiontrail:${region}:${account}:trail`;
    return [
      {
        id: `${arn}/company`,
        name: "company",
        role: "flow",
        tags: {},
        attributes: { logging: true, logKind: "network", organization: true, regions: "All" },
        links: [
          { kind: "logs-to", id: "oss://audit-logs", region: "cn-hongkong" },
          {
            kind: "logs-to",
            id: `acs:log:ap-southeast-1:${account}:project/audit/logstore/actiontrail_company`,
            region: "ap-southeast-1",
          },
          {
            kind: "logs-to",
            id: `acs:odps:cn-shanghai:${account}:projects/actiontrail_${account}`,
            region: "cn-shanghai",
          },
        ],
      },
      {
        id: `${arn}/somewhere`,
        name: "somewhere",
        role: "flow",
        tags: {},
        attributes: { logging: true },
        links: [{ kind: "logs-to", id: "oss://audit-elsewhere" }],
      },
      // Stopped, and still configured.
      {
        id: `${arn}/stopped`,
        name: "stopped",
        role: "flow",
        tags: {},
        attributes: { logging: false },
        links: [{ kind: "logs-to", id: "oss://audit-old", region: "us-west-1" }],
      },
    ];
  },
  lists: [{ operation: "DescribeTrails", unpaged: true }],
};

export default trail;
