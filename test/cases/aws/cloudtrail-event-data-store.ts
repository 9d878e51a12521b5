import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const store: TypeCase<AwsHeld> = {
  type: "aws/cloudtrail/event-data-store",
  held: ({ partition, account, region }) => {
    const arn = `arn:${partition}:cloudtrail:${region}:${account}:eventdatastore`;
    const selects = (category: string) => [{ FieldSelectors: [{ Field: "eventCategory", Equals: [category] }] }];
    return {
      services: {
        cloudtrail: {
          eventDataStores: [
            {
              EventDataStoreArn: `${arn}/0a0a`,
              Name: "活动",
              Status: "ENABLED",
              RetentionPeriod: 2557,
              MultiRegionEnabled: true,
              OrganizationEnabled: false,
              KmsKeyId: `arn:${partition}:kms:${region}:999988887777:key/1`,
              AdvancedEventSelectors: selects("Management"),
              $tags: { "data-class": "general", 部门: "合规", note: "" },
            },
            {
              EventDataStoreArn: `${arn}/0b0b`,
              Name: "stopped",
              Status: "STOPPED_INGESTION",
              RetentionPeriod: 90,
              AdvancedEventSelectors: selects("Data"),
            },
            {
              EventDataStoreArn: `${arn}/0c0c`,
              Name: "configuration",
              Status: "ENABLED",
              RetentionPeriod: 30,
              AdvancedEventSelectors: selects("ConfigurationItem"),
            },
          ],
        },
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const arn = `arn:${partition}:cloudtrail:${region}:${account}:eventdatastore`;
    const role = "store";
    return [
      {
        id: `${arn}/0a0a`,
        name: "活动",
        role,
        tags: { "data-class": "general", 部门: "合规", note: "" },
        attributes: { logKind: "network", retentionDays: 2557, encrypted: true, multiRegion: true },
        links: [
          {
            kind: "key-held-in",
            id: `arn:${partition}:kms:${region}:999988887777:key/1`,
            region,
            party: "999988887777",
          },
        ],
      },
      {
        id: `${arn}/0b0b`,
        name: "stopped",
        role,
        tags: {},
        attributes: { logKind: "network", retentionDays: 90, logging: false },
        links: [],
      },
      {
        id: `${arn}/0c0c`,
        name: "configuration",
        role,
        tags: {},
        attributes: { logKind: "application", retentionDays: 30 },
        links: [],
      },
    ];
  },
  lists: [{ operation: "ListEventDataStores" }],
};

export default store;
