import type { AlibabaHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const key: TypeCase<AlibabaHeld> = {
  type: "alibaba/kms/key",
  held: ({ account, region }) => ({
    kmsKeys: [
      {
        KeyId: "key-members",
        Arn: `acs:kms:${region}:${account}:key/key-members`,
        Origin: "Aliyun_KMS",
        KeyState: "Enabled",
        KeySpec: "Aliyun_AES_256",
        KeyUsage: "ENCRYPT/DECRYPT",
        ProtectionLevel: "HSM",
        DKMSInstanceId: "kst-1",
        AutomaticRotation: "Enabled",
      },
      {
        KeyId: "key-imported",
        Arn: `acs:kms:${region}:${account}:key/key-imported`,
        Origin: "EXTERNAL",
        KeyState: "Enabled",
      },
      { KeyId: "key-sign", Arn: `acs:kms:${region}:${account}:key/key-sign`, KeyUsage: "SIGN/VERIFY" },
      { KeyId: "key-of-oss", Arn: `acs:kms:${region}:${account}:key/key-of-oss`, CreatorType: "Service" },
    ],
    kmsTags: [
      { ResourceType: "key", ResourceId: "key-members", TagKey: "用途", TagValue: "会员库" },
      { ResourceType: "key", ResourceId: "key-members", TagKey: "owner", TagValue: "" },
      { ResourceType: "secret", ResourceId: "key-sign", TagKey: "data-class", TagValue: "core" },
    ],
  }),
  finds: ({ account, region }) => {
    const arn = `acs:kms:${region}:${account}:key`;
    return [
      {
        id: `${arn}/key-members`,
        name: "key-members",
        role: "flow",
        tags: { 用途: "会员库", owner: "" },
        attributes: { origin: "Aliyun_KMS", protection: "HSM", instance: "kst-1", rotation: "Enabled" },
        links: [],
      },
      {
        id: `${arn}/key-imported`,
        name: "key-imported",
        role: "flow",
        tags: {},
        attributes: { origin: "EXTERNAL" },
        links: [],
      },
      {
        id: `${arn}/key-sign`,
        name: "key-sign",
        role: "flow",
        tags: {},
        attributes: { usage: "SIGN/VERIFY" },
        links: [],
      },
    ];
  },
  lists: [{ operation: "ListKeys" }],
};

export default key;
