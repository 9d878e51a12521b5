import { z } from "zod";
import { type Known, known, type ResourceRecord, type ResourceType, type Tags } from "../../../src/model/index.ts";
import { gapsOf } from "../bad-rows.ts";
import { numberedPage } from "../ecs.ts";
import { keyId, kms } from "../kms.ts";
import { byNumber } from "../paging.ts";
import { placeRegion } from "../regions.ts";
import { countRows, optionalText, rowsOf } from "../rpc-fields.ts";
import { type AlibabaSession, regionOf, stated } from "../session.ts";
import { tagsByResource } from "../tag-resources.ts";

const Listed = z.object({ KeyId: z.string().min(1) });

const Page = z.object({ ...numberedPage, Keys: rowsOf("Key", "KeyId", Listed) });

const Metadata = z.object({
  Origin: optionalText,
  KeyState: optionalText,
  KeySpec: optionalText,
  KeyUsage: optionalText,
  ProtectionLevel: optionalText,
  DKMSInstanceId: optionalText,
  AutomaticRotation: optionalText,
  CreationDate: optionalText,
});
type Metadata = z.infer<typeof Metadata>;

const Detail = z.object({ KeyMetadata: Metadata });

/** Keys that other products make for themselves are no keys of the customer (KMS API reference, ListKeys). */
const ownKeys = '[{"Key":"CreatorType","Values":["User"]}]';

/** Keys of the customer's own. A key guards data and holds none. The list holds ids only, so that each key is asked about. */
export const kmsKey: ResourceType<AlibabaSession> = {
  type: "alibaba/kms/key",
  title: { en: "KMS key", zh: "密钥管理服务 KMS 密钥" },
  role: "flow",
  service: "kms",
  reach: "per-region",
  operations: [
    { operation: "ListKeys", permission: "kms:ListKeys" },
    { operation: "DescribeKey", permission: "kms:DescribeKey", per: "resource" },
    { operation: "ListTagResources", permission: "kms:ListTagResources" },
  ],
  links: [],
  unseen: {
    en: "The key material; where the original of imported material is kept; where an external key store stands; synchronization of a KMS instance to other regions; key policies; keys that other products made.",
    zh: "密钥材料、导入密钥材料的原件存放地、外部密钥管理系统的所在地、KMS 实例的跨地域同步、密钥策略，以及由其他云产品创建的密钥。",
  },
  async *collect(session, asked, caller) {
    const region = regionOf(asked);
    const operation = "ListKeys";
    const parameters = { RegionId: region, Filters: ownKeys };
    const list = { product: kms, region, action: operation, parameters, answer: Page };
    const idOf = (id: string) => keyId(session, region, id);
    const fetch = byNumber(session.rpc, list, 100, (page) => countRows(page.Keys));
    for await (const { Keys: rows } of caller.pages(operation, fetch)) {
      yield* gapsOf(session, rows, { type: "alibaba/kms/key", region, operation, idOf });
      const ids = rows.good.map((key) => key.KeyId);
      const every = keyId(session, region, "*");
      const tags = await tagsByResource(session, caller, { product: kms, region, resourceType: "key", ids, every });
      yield* caller.each(ids, async (id) => {
        const parameters = { RegionId: region, KeyId: id };
        const request = { product: kms, region, action: "DescribeKey", parameters, answer: Detail };
        const answer = await caller.ask("DescribeKey", idOf(id), (signal) => session.rpc.request(request, signal));
        const metadata = answer.known ? answer.value?.KeyMetadata : undefined;
        return toRecord(session, region, id, metadata, tags(id));
      });
    }
  },
};

function toRecord(
  session: AlibabaSession,
  region: string,
  id: string,
  metadata: Metadata | undefined,
  tags: Known<Tags>,
): ResourceRecord {
  return {
    kind: "record",
    id: keyId(session, region, id),
    type: "alibaba/kms/key",
    role: "flow",
    scope: session.scope,
    name: id,
    place: known({ region: placeRegion(region) }),
    placeEvidence: { source: "kms:ListKeys", field: "region asked", value: region },
    tags,
    aliases: [],
    links: [],
    attributes: stated({
      origin: metadata?.Origin,
      state: metadata?.KeyState,
      spec: metadata?.KeySpec,
      usage: metadata?.KeyUsage,
      protection: metadata?.ProtectionLevel,
      instance: metadata?.DKMSInstanceId,
      rotation: metadata?.AutomaticRotation,
      createdAt: metadata?.CreationDate,
    }),
  };
}
