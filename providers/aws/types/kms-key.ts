import type { KeyMetadata, KMSClient, MultiRegionKey } from "@aws-sdk/client-kms";
import {
  type Caller,
  type Known,
  known,
  type Link,
  type ResourceRecord,
  type ResourceType,
  type Tags,
} from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import type { AwsSession } from "../session.ts";

/**
 * A key of the customer's own: it guards data and holds none. The list names all keys and says of none whose it is, so each is asked; keys that AWS manages
 * on the account's behalf are left out.
 */
export const kmsKey: ResourceType<AwsSession> = {
  type: "aws/kms/key",
  title: { en: "KMS key", zh: "KMS 密钥" },
  role: "flow",
  service: "kms",
  reach: "per-region",
  operations: [
    { operation: "ListKeys", permission: "kms:ListKeys" },
    { operation: "DescribeKey", permission: "kms:DescribeKey", per: "resource" },
    { operation: "ListResourceTags", permission: "kms:ListResourceTags", per: "resource" },
  ],
  links: ["replicates-to", "key-held-in"],
  unseen: {
    en: "The key material; where the original of imported material is kept; where an external key store stands; key policies and grants; keys that AWS manages.",
    zh: "密钥材料、导入密钥材料的原件存放地、外部密钥存储的所在地、密钥策略与授权以及由 AWS 托管的密钥不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { KMSClient: Client, ListKeysCommand } = await import("@aws-sdk/client-kms");
    const client = session.client(Client, here);
    const keys = itemsOf(caller, "ListKeys", async (token, abortSignal) => {
      const answer = await client.send(new ListKeysCommand({ Limit: 1000, Marker: token }), { abortSignal });
      return { items: required(answer.Keys, "Keys"), next: answer.NextMarker };
    });
    for await (const record of caller.each(keys, (key) =>
      readKey(session, here, client, caller, required(key.KeyArn, "Keys[].KeyArn")),
    )) {
      if (record !== undefined) yield record;
    }
  },
};

/** `undefined` for a key of AWS's own, and where nobody tells whose it is: then a gap names it. */
async function readKey(
  session: AwsSession,
  region: string,
  client: KMSClient,
  caller: Caller,
  arn: string,
): Promise<ResourceRecord | undefined> {
  const { DescribeKeyCommand } = await import("@aws-sdk/client-kms");
  const answer = await caller.ask("DescribeKey", arn, async (abortSignal) => {
    const { KeyMetadata } = await client.send(new DescribeKeyCommand({ KeyId: arn }), { abortSignal });
    required(KeyMetadata?.KeyManager, "KeyMetadata.KeyManager");
    return required(KeyMetadata, "KeyMetadata");
  });
  if (!answer.known || answer.value?.KeyManager !== "CUSTOMER") return undefined;
  return recordOf(session, region, answer.value, arn, await readTags(client, caller, arn));
}

async function readTags(client: KMSClient, caller: Caller, arn: string): Promise<Known<Tags>> {
  const { ListResourceTagsCommand } = await import("@aws-sdk/client-kms");
  const tags = await caller.ask("ListResourceTags", arn, async (abortSignal) => {
    // A key has at most 50 tags, which is a page.
    const answer = await client.send(new ListResourceTagsCommand({ KeyId: arn, Limit: 50 }), { abortSignal });
    const named = required(answer.Tags, "Tags").map(({ TagKey, TagValue }) => [
      required(TagKey, "Tags[].TagKey"),
      TagValue ?? "",
    ]);
    return Object.fromEntries(named) as Tags;
  });
  return tags.known ? known(tags.value ?? {}) : tags;
}

function recordOf(
  session: AwsSession,
  region: string,
  key: KeyMetadata,
  arn: string,
  tags: Known<Tags>,
): ResourceRecord {
  const id = required(key.KeyId, "KeyMetadata.KeyId");
  return {
    kind: "record",
    id: arn,
    type: kmsKey.type,
    role: kmsKey.role,
    scope: session.scope,
    // A description tells what the key protects, not what it is: no name to classify by.
    name: id,
    ...placedByAsking("kms:ListKeys", region),
    tags,
    aliases: [],
    links: [...multiRegion(key), ...heldElsewhere(key)],
    attributes: {
      ...(key.Description === undefined || key.Description === "" ? {} : { description: key.Description }),
      ...(key.Origin === undefined ? {} : { origin: key.Origin }),
      ...(key.KeyState === undefined ? {} : { state: key.KeyState }),
      ...(key.KeySpec === undefined ? {} : { keySpec: key.KeySpec }),
      ...(key.MultiRegion === undefined ? {} : { multiRegion: key.MultiRegion }),
    },
  };
}

/** Material goes from the primary to its replicas; a replica's own list of the other replicas is no flow of its own. */
function multiRegion({ MultiRegionConfiguration: configuration }: KeyMetadata): readonly Link[] {
  const link = (direction: Link["direction"], key: MultiRegionKey, field: string): Link => {
    const id = required(key.Arn, `${field}.Arn`);
    return {
      kind: "replicates-to",
      direction,
      target: { id, ...(key.Region === undefined ? {} : { place: { region: key.Region } }) },
      evidence: { source: "kms:DescribeKey", field: `${field}.Arn`, value: id },
    };
  };
  if (configuration?.MultiRegionKeyType === "REPLICA" && configuration.PrimaryKey !== undefined) {
    return [link("from", configuration.PrimaryKey, "KeyMetadata.MultiRegionConfiguration.PrimaryKey")];
  }
  const replicas = configuration?.MultiRegionKeyType === "PRIMARY" ? (configuration.ReplicaKeys ?? []) : [];
  return replicas.map((key) => link("to", key, "KeyMetadata.MultiRegionConfiguration.ReplicaKeys[]"));
}

/**
 * An external key store is a key manager of somebody else's, wherever it stands: KMS tells nothing of its place. A CloudHSM
 * key store stands in the key's own region; imported material is held by KMS itself.
 */
function heldElsewhere(key: KeyMetadata): readonly Link[] {
  if (key.Origin !== "EXTERNAL_KEY_STORE") return [];
  const store = key.CustomKeyStoreId;
  return [
    {
      kind: "key-held-in",
      direction: "to",
      target: store === undefined ? {} : { id: store },
      evidence: {
        source: "kms:DescribeKey",
        field: store === undefined ? "KeyMetadata.Origin" : "KeyMetadata.CustomKeyStoreId",
        value: store ?? key.Origin,
      },
    },
  ];
}
