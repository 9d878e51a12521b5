import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const share: TypeCase<AwsHeld> = {
  type: "aws/redshift/data-share",
  held: ({ partition, account, region }) => {
    const redshift = `arn:${partition}:redshift:${region}:${account}`;
    return {
      services: {
        redshift: {
          DataShares: [
            {
              DataShareArn: `${redshift}:datashare:1111/orders`,
              ProducerArn: `${redshift}:namespace:1111`,
              AllowPubliclyAccessibleConsumers: true,
              DataShareAssociations: [
                { ConsumerIdentifier: "222233334444", ConsumerRegion: "eu-west-1", Status: "ACTIVE" },
                { ConsumerIdentifier: "333344445555", Status: "AUTHORIZED" },
                { ConsumerIdentifier: "666677778888", ConsumerRegion: "eu-west-1", Status: "DEAUTHORIZED" },
                { ConsumerIdentifier: "777788889999", Status: "PENDING_AUTHORIZATION" },
              ],
            },
            {
              DataShareArn: `${redshift}:datashare:1111/own`,
              ProducerArn: `${redshift}:namespace:1111`,
              AllowPubliclyAccessibleConsumers: false,
              DataShareAssociations: [
                {
                  ConsumerIdentifier: `arn:${partition}:redshift:ap-southeast-1:${account}:namespace:2222`,
                  ConsumerRegion: "ap-southeast-1",
                  Status: "ACTIVE",
                },
                {
                  ConsumerIdentifier: `arn:${partition}:redshift:eu-west-1:222233334444:namespace:3333`,
                  Status: "ACTIVE",
                },
              ],
            },
            { DataShareArn: `${redshift}:datashare:4444/nobody`, ProducerArn: `${redshift}:namespace:4444` },
          ],
        },
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const redshift = `arn:${partition}:redshift:${region}:${account}`;
    return [
      {
        id: `${redshift}:datashare:1111/orders`,
        name: "orders",
        role: "flow",
        tags: {},
        attributes: { publiclyAccessibleConsumers: true },
        links: [
          { kind: "part-of", direction: "from", id: `${redshift}:namespace:1111`, region },
          { kind: "shared-with", party: "222233334444", region: "eu-west-1" },
          { kind: "shared-with", party: "333344445555" },
        ],
      },
      {
        id: `${redshift}:datashare:1111/own`,
        name: "own",
        role: "flow",
        tags: {},
        links: [
          { kind: "part-of", direction: "from", id: `${redshift}:namespace:1111`, region },
          {
            kind: "shared-with",
            id: `arn:${partition}:redshift:ap-southeast-1:${account}:namespace:2222`,
            region: "ap-southeast-1",
          },
          {
            kind: "shared-with",
            id: `arn:${partition}:redshift:eu-west-1:222233334444:namespace:3333`,
            region: "eu-west-1",
            party: "222233334444",
          },
        ],
      },
      {
        id: `${redshift}:datashare:4444/nobody`,
        name: "nobody",
        role: "flow",
        tags: {},
        links: [{ kind: "part-of", direction: "from", id: `${redshift}:namespace:4444`, region }],
      },
    ];
  },
  lists: [{ operation: "DescribeDataSharesForProducer" }],
};

export default share;
