import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase, Where } from "../../support/type-case.ts";

const stranger = "999988887777";
const arn = (
  { partition, account, region }: Where,
  name: string,
  there: { readonly region?: string; readonly account?: string } = {},
) => `arn:${partition}:ecr:${there.region ?? region}:${there.account ?? account}:repository/${name}`;

const repository: TypeCase<AwsHeld> = {
  type: "aws/ecr/repository",
  held: (where) => ({
    services: {
      ecr: {
        repositories: [
          {
            repositoryArn: arn(where, "crm/api"),
            repositoryName: "crm/api",
            encryptionConfiguration: {
              encryptionType: "KMS",
              kmsKey: `arn:${where.partition}:kms:${where.region}:${stranger}:key/1`,
            },
            $tags: { Name: "客户服务", "data-class": "general", owner: "" },
            $policy: JSON.stringify({
              Version: "2012-10-17",
              Statement: [
                {
                  Sid: "pull",
                  Effect: "Allow",
                  Principal: { AWS: `arn:${where.partition}:iam::${stranger}:root` },
                  Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
                },
                {
                  Sid: "push",
                  Effect: "Allow",
                  Principal: { AWS: `arn:${where.partition}:iam::777766665555:root` },
                  Action: ["ecr:PutImage", "ecr:BatchCheckLayerAvailability"],
                },
              ],
            }),
          },
          { repositoryArn: arn(where, "shop"), repositoryName: "shop" },
          { repositoryArn: arn(where, "tools"), repositoryName: "tools" },
        ],
        replicationRules: [
          {
            destinations: [
              { region: "eu-west-1", registryId: where.account },
              { region: where.region, registryId: stranger },
              { region: where.region, registryId: where.account },
            ],
            repositoryFilters: [{ filter: "crm/", filterType: "PREFIX_MATCH" }],
          },
          {
            destinations: [{ region: "ap-southeast-1", registryId: where.account }],
            repositoryFilters: [
              { filter: "crm", filterType: "PREFIX_MATCH" },
              { filter: "sho", filterType: "PREFIX_MATCH" },
            ],
          },
        ],
      },
    },
  }),
  finds: (where) => [
    {
      id: arn(where, "crm/api"),
      name: "crm/api",
      role: "store",
      tags: { Name: "客户服务", "data-class": "general", owner: "" },
      attributes: { encrypted: true, encryption: "KMS" },
      links: [
        { kind: "replicates-to", id: arn(where, "crm/api", { region: "eu-west-1" }), region: "eu-west-1" },
        {
          kind: "replicates-to",
          id: arn(where, "crm/api", { account: stranger }),
          region: where.region,
          party: stranger,
        },
        { kind: "replicates-to", id: arn(where, "crm/api", { region: "ap-southeast-1" }), region: "ap-southeast-1" },
        {
          kind: "key-held-in",
          id: `arn:${where.partition}:kms:${where.region}:${stranger}:key/1`,
          region: where.region,
          party: stranger,
        },
        { kind: "reachable-from", party: stranger },
      ],
    },
    {
      id: arn(where, "shop"),
      name: "shop",
      role: "store",
      tags: {},
      links: [
        { kind: "replicates-to", id: arn(where, "shop", { region: "ap-southeast-1" }), region: "ap-southeast-1" },
      ],
    },
    { id: arn(where, "tools"), name: "tools", role: "store", tags: {}, links: [] },
  ],
  lists: [{ operation: "DescribeRepositories" }, { operation: "DescribeRegistry", unpaged: true, loses: () => [] }],
};

export default repository;
