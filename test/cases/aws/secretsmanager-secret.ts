import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase, Where } from "../../support/type-case.ts";

const arn = ({ partition, account, region }: Where, name: string, there = region) =>
  `arn:${partition}:secretsmanager:${there}:${account}:secret:${name}`;

const secret: TypeCase<AwsHeld> = {
  type: "aws/secretsmanager/secret",
  held: (where) => ({
    services: {
      secretsmanager: {
        secrets: [
          {
            ARN: arn(where, "crm/db-a1B2c3"),
            Name: "crm/db",
            PrimaryRegion: where.region,
            RotationEnabled: true,
            KmsKeyId: `arn:${where.partition}:kms:${where.region}:999988887777:key/1`,
            $tags: { Name: "客户库口令", "data-class": "important", owner: "" },
            $replicas: [
              { Region: "eu-west-1", Status: "InSync" },
              { Region: "ap-southeast-1", Status: "Failed", StatusMessage: "already exists" },
            ],
          },
          { ARN: arn(where, "mail-d4E5f6"), Name: "mail", PrimaryRegion: "eu-central-1" },
          { ARN: arn(where, "rds!db-1-g7H8i9"), Name: "rds!db-1", OwningService: "rds", DeletedDate: 1_750_000_000 },
        ],
      },
    },
  }),
  finds: (where) => [
    {
      id: arn(where, "crm/db-a1B2c3"),
      name: "crm/db",
      role: "store",
      tags: { Name: "客户库口令", "data-class": "important", owner: "" },
      attributes: { encrypted: true, rotation: true },
      links: [
        { kind: "replicates-to", id: arn(where, "crm/db-a1B2c3", "eu-west-1"), region: "eu-west-1" },
        { kind: "replicates-to", id: arn(where, "crm/db-a1B2c3", "ap-southeast-1"), region: "ap-southeast-1" },
        {
          kind: "key-held-in",
          id: `arn:${where.partition}:kms:${where.region}:999988887777:key/1`,
          region: where.region,
          party: "999988887777",
        },
      ],
    },
    {
      id: arn(where, "mail-d4E5f6"),
      name: "mail",
      role: "store",
      tags: {},
      links: [
        {
          kind: "replicates-to",
          direction: "from",
          id: arn(where, "mail-d4E5f6", "eu-central-1"),
          region: "eu-central-1",
        },
      ],
    },
    {
      id: arn(where, "rds!db-1-g7H8i9"),
      name: "rds!db-1",
      role: "store",
      tags: {},
      attributes: { owningService: "rds", state: "planned for deletion" },
      links: [],
    },
  ],
  lists: [{ operation: "ListSecrets" }],
};

export default secret;
