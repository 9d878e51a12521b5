import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const integration: TypeCase<AwsHeld> = {
  type: "aws/rds/integration",
  held: ({ partition, account, region }) => {
    const rds = `arn:${partition}:rds:${region}:${account}`;
    const namespace = `arn:${partition}:redshift:${region}:${account}:namespace:1111`;
    return {
      services: {
        rds: {
          Integrations: [
            {
              IntegrationName: "crm-to-warehouse",
              IntegrationArn: `${rds}:integration:aaaa`,
              SourceArn: `${rds}:db:crm`,
              TargetArn: namespace,
              Status: "active",
              $tags: { "data-class": "personal", 用途: "分析", owner: "" },
            },
            {
              IntegrationName: "orders-to-partner",
              IntegrationArn: `${rds}:integration:bbbb`,
              SourceArn: `${rds}:cluster:orders`,
              TargetArn: `arn:${partition}:redshift-serverless:${region}:999988887777:namespace/2222`,
              Status: "needs_attention",
            },
            {
              IntegrationName: "given-up",
              IntegrationArn: `${rds}:integration:cccc`,
              SourceArn: `${rds}:cluster:orders`,
              TargetArn: namespace,
              Status: "failed",
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
        id: `${rds}:integration:aaaa`,
        name: "crm-to-warehouse",
        role: "flow",
        tags: { "data-class": "personal", 用途: "分析", owner: "" },
        attributes: { state: "active" },
        links: [
          { kind: "replicates-to", direction: "from", id: `${rds}:db:crm`, region },
          { kind: "replicates-to", id: `arn:${partition}:redshift:${region}:${account}:namespace:1111`, region },
        ],
      },
      {
        id: `${rds}:integration:bbbb`,
        name: "orders-to-partner",
        role: "flow",
        tags: {},
        links: [
          { kind: "replicates-to", direction: "from", id: `${rds}:cluster:orders`, region },
          {
            kind: "replicates-to",
            id: `arn:${partition}:redshift-serverless:${region}:999988887777:namespace/2222`,
            region,
            party: "999988887777",
          },
        ],
      },
      {
        id: `${rds}:integration:cccc`,
        name: "given-up",
        role: "flow",
        tags: {},
        attributes: { state: "failed" },
        links: [],
      },
    ];
  },
  lists: [{ operation: "DescribeIntegrations" }],
};

export default integration;
