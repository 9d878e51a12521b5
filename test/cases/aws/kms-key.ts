import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase, Where } from "../../support/type-case.ts";

const primary = "mrk-1234abcd12ab34cd56ef1234567890ab";
const replica = "mrk-5678abcd12ab34cd56ef1234567890ab";
const external = "0987dcba-09fe-87dc-65ba-ab0987654321";
const imported = "1111dcba-09fe-87dc-65ba-ab0987654321";
const arn = ({ partition, account, region }: Where, id: string, there = region) =>
  `arn:${partition}:kms:${there}:${account}:key/${id}`;

const key: TypeCase<AwsHeld> = {
  type: "aws/kms/key",
  held: (where) => {
    const one = (KeyId: string, more: object) => ({
      KeyId,
      Arn: arn(where, KeyId),
      AWSAccountId: where.account,
      KeyManager: "CUSTOMER",
      KeyState: "Enabled",
      Origin: "AWS_KMS",
      MultiRegion: false,
      Description: "",
      ...more,
    });
    const at = (id: string, region: string) => ({ Arn: arn(where, id, region), Region: region });
    return {
      services: {
        kms: {
          keys: [
            one(primary, {
              Description: "客户密钥",
              MultiRegion: true,
              MultiRegionConfiguration: {
                MultiRegionKeyType: "PRIMARY",
                PrimaryKey: at(primary, where.region),
                ReplicaKeys: [at(primary, "eu-west-1"), at(primary, "ap-southeast-1")],
              },
              $tags: { Name: "客户密钥", "data-class": "important", owner: "" },
            }),
            one(replica, {
              MultiRegion: true,
              MultiRegionConfiguration: {
                MultiRegionKeyType: "REPLICA",
                PrimaryKey: at(replica, "eu-west-1"),
                ReplicaKeys: [at(replica, where.region), at(replica, "ap-southeast-1")],
              },
            }),
            one(external, { Origin: "EXTERNAL_KEY_STORE", CustomKeyStoreId: "cks-1234567890abcdef0" }),
            one(imported, { Origin: "EXTERNAL" }),
            one("2222dcba-09fe-87dc-65ba-ab0987654321", { KeyManager: "AWS" }),
          ],
        },
      },
    };
  },
  finds: (where) => [
    {
      id: arn(where, primary),
      name: primary,
      role: "flow",
      tags: { Name: "客户密钥", "data-class": "important", owner: "" },
      attributes: { description: "客户密钥", origin: "AWS_KMS", multiRegion: true },
      links: [
        { kind: "replicates-to", id: arn(where, primary, "eu-west-1"), region: "eu-west-1" },
        { kind: "replicates-to", id: arn(where, primary, "ap-southeast-1"), region: "ap-southeast-1" },
      ],
    },
    {
      id: arn(where, replica),
      name: replica,
      role: "flow",
      tags: {},
      links: [{ kind: "replicates-to", direction: "from", id: arn(where, replica, "eu-west-1"), region: "eu-west-1" }],
    },
    {
      id: arn(where, external),
      name: external,
      role: "flow",
      tags: {},
      attributes: { origin: "EXTERNAL_KEY_STORE" },
      links: [{ kind: "key-held-in", id: "cks-1234567890abcdef0" }],
    },
    {
      id: arn(where, imported),
      name: imported,
      role: "flow",
      tags: {},
      attributes: { origin: "EXTERNAL" },
      links: [],
    },
  ],
  // The list says of no key whose it is: without its details a key cannot be told from those that AWS manages.
  lists: [{ operation: "ListKeys" }, { operation: "DescribeKey", unpaged: true }],
};

export default key;
