import type { EstateRegion } from "../../../providers/alibaba/loopback/estate.ts";
import type { TypeCase } from "../../support/type-case.ts";

const ddsInstance: TypeCase<EstateRegion> = {
  type: "alibaba/dds/instance",
  lists: [{ operation: "DescribeDBInstances" }],
  held: ({ region }) => ({
    ddsInstances: [
      {
        DBInstanceId: `dds-profiles-${region}`,
        DBInstanceDescription: "用户画像",
        DBInstanceType: "replicate",
        EngineVersion: "7.0",
        RegionId: region,
        Tags: {
          Tag: [
            { Key: "data-class", Value: "personal" },
            { Key: "归属", Value: "画像组" },
            { Key: "empty", Value: "" },
          ],
        },
      },
      { DBInstanceId: `dds-plain-${region}`, DBInstanceType: "replicate", Tags: {} },
      { DBInstanceId: `dds-shards-${region}`, DBInstanceDescription: "shards", DBInstanceType: "sharding" },
    ],
    ddsBackupPolicies: [
      {
        DBInstanceId: `dds-profiles-${region}`,
        SrcRegion: region,
        DestRegion: "ap-southeast-1",
        CrossRetentionType: "delay",
        CrossRetentionValue: 90,
        EnableCrossLogBackup: 1,
      },
      { DBInstanceId: `dds-shards-${region}`, DestRegion: "cn-shenzhen", CrossRetentionType: "never" },
    ],
  }),
  finds: ({ region, account }) => [
    {
      id: `acs:dds:${region}:${account}:dbinstance/dds-profiles-${region}`,
      name: "用户画像",
      role: "store",
      tags: { "data-class": "personal", 归属: "画像组", empty: "" },
      attributes: {
        kind: "replicate",
        crossRegionBackupRetentionDays: 90,
        crossRegionLogBackup: true,
      },
      links: [{ kind: "backs-up-to", region: "ap-southeast-1" }],
    },
    {
      id: `acs:dds:${region}:${account}:dbinstance/dds-plain-${region}`,
      name: `dds-plain-${region}`,
      role: "store",
      tags: {},
      attributes: { kind: "replicate" },
      links: [],
    },
    {
      id: `acs:dds:${region}:${account}:dbinstance/dds-shards-${region}`,
      name: "shards",
      role: "store",
      tags: {},
      attributes: { kind: "sharding", crossRegionBackupRetentionDays: "unlimited" },
      links: [{ kind: "backs-up-to", region: "cn-shenzhen" }],
    },
  ],
};

export default ddsInstance;
