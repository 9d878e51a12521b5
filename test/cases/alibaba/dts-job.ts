import type { EstateRegion } from "../../../providers/alibaba/loopback/estate.ts";
import type { TypeCase } from "../../support/type-case.ts";

const dtsJob: TypeCase<EstateRegion> = {
  type: "alibaba/dts/job",
  lists: [{ operation: "DescribeDtsJobs" }],
  held: ({ region }) => ({
    dtsJobs: [
      {
        DtsJobId: `mig-${region}`,
        DtsJobName: "会员迁移",
        DtsInstanceID: `dtsmig-${region}`,
        JobType: "MIGRATION",
        Status: "Migrating",
        SourceEndpoint: { InstanceType: "RDS", InstanceID: "rm-1", Region: "cn-hangzhou", UserName: "root" },
        DestinationEndpoint: { InstanceType: "PolarDB", InstanceID: "pc-1", Region: "ap-southeast-1" },
        TagList: [
          { TagKey: "data-class", TagValue: "personal" },
          { TagKey: "部门", TagValue: "会员中心" },
          { TagKey: "empty", TagValue: "" },
        ],
      },
      {
        DtsJobId: `out-${region}`,
        JobType: "MIGRATION",
        SourceEndpoint: { InstanceType: "REDIS", InstanceID: "r-1", Region: "cn-shanghai" },
        // Its region is only the access point that was chosen.
        DestinationEndpoint: { InstanceType: "Other", InstanceID: "", Ip: "203.0.113.7", Region: "cn-hangzhou" },
      },
      {
        DtsJobId: `sync-${region}`,
        DtsJobName: "",
        JobType: "SYNC",
        SourceEndpoint: { InstanceType: "MONGODB", InstanceID: "dds-1", Region: "cn-beijing" },
        DestinationEndpoint: { InstanceType: "ECS", InstanceID: "i-1", Region: "cn-hongkong" },
        ReverseJob: {
          SourceEndpoint: { InstanceType: "ECS", InstanceID: "i-1", Region: "cn-hongkong" },
          DestinationEndpoint: { InstanceType: "MONGODB", InstanceID: "dds-1", Region: "cn-beijing" },
        },
        TagList: [],
      },
      {
        DtsJobId: `warehouse-${region}`,
        JobType: "SYNC",
        SourceEndpoint: { InstanceType: "EXPRESS", InstanceID: "vpc-1", Ip: "10.0.0.9", Region: "cn-beijing" },
        DestinationEndpoint: { InstanceType: "ADS", InstanceID: "am-1", Region: "us-west-1" },
      },
      {
        DtsJobId: `sub-${region}`,
        DtsJobName: "changes",
        JobType: "SUBSCRIBE",
        SourceEndpoint: { InstanceType: "RDS", InstanceID: "rm-2", Region: "cn-hangzhou" },
        DestinationEndpoint: {},
      },
      { DtsJobId: `new-${region}`, DtsJobName: "new", JobType: "SUBSCRIBE", Status: "NotConfigured" },
    ],
  }),
  finds: ({ region, account }) => [
    {
      id: `acs:dts:${region}:${account}:job/mig-${region}`,
      name: "会员迁移",
      role: "flow",
      tags: { "data-class": "personal", 部门: "会员中心", empty: "" },
      attributes: { kind: "migration", status: "Migrating", twoWay: false },
      links: [
        {
          kind: "streams-to",
          direction: "from",
          id: "rds://rm-1",
          region: "cn-hangzhou",
        },
        { kind: "streams-to", id: "polardb://pc-1", region: "ap-southeast-1" },
      ],
    },
    {
      id: `acs:dts:${region}:${account}:job/out-${region}`,
      name: `out-${region}`,
      role: "flow",
      tags: {},
      links: [
        {
          kind: "streams-to",
          direction: "from",
          id: "kvstore://r-1",
          region: "cn-shanghai",
        },
        { kind: "streams-to" },
      ],
    },
    {
      id: `acs:dts:${region}:${account}:job/sync-${region}`,
      name: `sync-${region}`,
      role: "flow",
      tags: {},
      attributes: { kind: "sync", twoWay: true },
      links: [
        {
          kind: "streams-to",
          direction: "from",
          id: "dds://dds-1",
          region: "cn-beijing",
        },
        { kind: "streams-to", id: `acs:ecs:cn-hongkong:${account}:instance/i-1`, region: "cn-hongkong" },
        {
          kind: "streams-to",
          direction: "from",
          id: `acs:ecs:cn-hongkong:${account}:instance/i-1`,
          region: "cn-hongkong",
        },
        { kind: "streams-to", id: "dds://dds-1", region: "cn-beijing" },
      ],
    },
    {
      id: `acs:dts:${region}:${account}:job/warehouse-${region}`,
      name: `warehouse-${region}`,
      role: "flow",
      tags: {},
      links: [
        { kind: "streams-to", direction: "from" },
        { kind: "streams-to", region: "us-west-1" },
      ],
    },
    {
      id: `acs:dts:${region}:${account}:job/sub-${region}`,
      name: "changes",
      role: "flow",
      tags: {},
      attributes: { kind: "subscribe" },
      links: [
        {
          kind: "streams-to",
          direction: "from",
          id: "rds://rm-2",
          region: "cn-hangzhou",
        },
      ],
    },
    {
      id: `acs:dts:${region}:${account}:job/new-${region}`,
      name: "new",
      role: "flow",
      tags: {},
      links: [],
    },
  ],
};

export default dtsJob;
