import type { AlibabaHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const secret: TypeCase<AlibabaHeld> = {
  type: "alibaba/kms/secret",
  held: () => ({
    kmsSecrets: [
      {
        SecretName: "members-db",
        SecretType: "Rds",
        CreateTime: "2025-01-02T03:04:05Z",
        Tags: {
          Tag: [
            { TagKey: "用途", TagValue: "会员库" },
            { TagKey: "owner", TagValue: "" },
          ],
        },
      },
      { SecretName: "web/session", SecretType: "Generic", Tags: { Tag: [] } },
      { SecretName: "old", SecretType: "Generic", PlannedDeleteTime: "2026-12-01T00:00:00Z" },
    ],
  }),
  finds: ({ account, region }) => {
    const arn = `acs:kms:${region}:${account}:secret`;
    return [
      {
        id: `${arn}/members-db`,
        name: "members-db",
        role: "store",
        tags: { 用途: "会员库", owner: "" },
        attributes: { kind: "Rds" },
        links: [],
      },
      { id: `${arn}/web/session`, name: "web/session", role: "store", tags: {}, links: [] },
      {
        id: `${arn}/old`,
        name: "old",
        role: "store",
        tags: {},
        attributes: { plannedDeletion: "2026-12-01T00:00:00Z" },
        links: [],
      },
    ];
  },
  lists: [{ operation: "ListSecrets" }],
};

export default secret;
