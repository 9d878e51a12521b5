import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase, Where } from "../../support/type-case.ts";

const stranger = "999988887777";
const arn = ({ partition, account, region }: Where, name: string) =>
  `arn:${partition}:ssm:${region}:${account}:parameter/${name}`;

const parameter: TypeCase<AwsHeld> = {
  type: "aws/ssm/parameter",
  held: (where) => ({
    services: {
      ssm: {
        parameters: [
          {
            Name: "/crm/endpoint",
            ARN: arn(where, "crm/endpoint"),
            Type: "SecureString",
            Tier: "Advanced",
            KeyId: `arn:${where.partition}:kms:${where.region}:${stranger}:key/1`,
            $tags: { Name: "客户接口", "data-class": "personal", owner: "" },
            $policies: [
              {
                PolicyId: "1",
                PolicyHash: "1",
                Policy: JSON.stringify({
                  Statement: [
                    {
                      Effect: "Allow",
                      Principal: { AWS: [stranger, where.account] },
                      Action: ["ssm:GetParameters", "ssm:DescribeParameters"],
                    },
                  ],
                }),
              },
            ],
          },
          { Name: "/crm/size", Type: "String", Tier: "Standard" },
          { Name: "flat", ARN: arn(where, "flat"), Type: "StringList", Tier: "Advanced" },
        ],
      },
    },
  }),
  finds: (where) => [
    {
      id: arn(where, "crm/endpoint"),
      name: "/crm/endpoint",
      role: "store",
      tags: { Name: "客户接口", "data-class": "personal", owner: "" },
      attributes: { encrypted: true, tier: "Advanced" },
      links: [
        { kind: "reachable-from", party: stranger },
        {
          kind: "key-held-in",
          id: `arn:${where.partition}:kms:${where.region}:${stranger}:key/1`,
          region: where.region,
          party: stranger,
        },
      ],
    },
    {
      // Older answers leave the ARN out.
      id: arn(where, "crm/size"),
      name: "/crm/size",
      role: "store",
      tags: {},
      attributes: { parameterType: "String" },
      links: [],
    },
    { id: arn(where, "flat"), name: "flat", role: "store", tags: {}, links: [] },
  ],
  lists: [{ operation: "DescribeParameters" }],
};

export default parameter;
