import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const stream: TypeCase<AwsHeld> = {
  type: "aws/kinesis/stream",
  held: ({ partition, account, region }) => {
    const one = (name: string, rest: object) => ({
      StreamName: name,
      StreamARN: `arn:${partition}:kinesis:${region}:${account}:stream/${name}`,
      StreamStatus: "ACTIVE",
      StreamCreationTimestamp: 1_740_000_000,
      ...rest,
    });
    const policy = (Principal: unknown, Action: string) =>
      JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal, Action, Resource: "*" }] });
    return {
      services: {
        kinesis: {
          streams: [
            one("clicks", {
              $summary: {
                EncryptionType: "KMS",
                KeyId: `arn:${partition}:kms:${region}:999988887777:key/1`,
                RetentionPeriodHours: 8760,
                ConsumerCount: 2,
              },
              $tags: { "data-class": "personal", 业务: "点击流", owner: "" },
            }),
            one("orders", {
              $policy: policy({ AWS: ["arn:aws:iam::222233334444:root", account] }, "kinesis:Get*"),
              $summary: { EncryptionType: "NONE", RetentionPeriodHours: 24 },
            }),
            one("plain", {
              $policy: policy({ AWS: "333344445555" }, "kinesis:PutRecord"),
              $summary: { EncryptionType: "NONE", RetentionPeriodHours: 48 },
            }),
          ],
        },
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const arn = `arn:${partition}:kinesis:${region}:${account}:stream`;
    const role = "store";
    return [
      {
        id: `${arn}/clicks`,
        name: "clicks",
        role,
        tags: { "data-class": "personal", 业务: "点击流", owner: "" },
        attributes: { encrypted: true, retentionHours: 8760, registeredConsumers: 2 },
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
        id: `${arn}/orders`,
        name: "orders",
        role,
        tags: {},
        attributes: { encrypted: false, retentionHours: 24 },
        links: [{ kind: "reachable-from", party: "222233334444" }],
      },
      {
        id: `${arn}/plain`,
        name: "plain",
        role,
        tags: {},
        attributes: { encrypted: false, retentionHours: 48 },
        links: [],
      },
    ];
  },
  lists: [{ operation: "ListStreams" }],
};

export default stream;
