import { z } from "zod";
import { known, type ResourceRecord, type ResourceType } from "../../../src/model/index.ts";
import { gapsOf } from "../bad-rows.ts";
import { ecsTags, numberedPage } from "../ecs.ts";
import { kms, secretId } from "../kms.ts";
import { byNumber } from "../paging.ts";
import { placeRegion } from "../regions.ts";
import { countRows, optionalText, rowsOf } from "../rpc-fields.ts";
import { type AlibabaSession, regionOf, stated } from "../session.ts";

const Secret = z.object({
  SecretName: z.string().min(1),
  SecretType: optionalText,
  CreateTime: optionalText,
  PlannedDeleteTime: optionalText,
  Tags: ecsTags,
});
type Secret = z.infer<typeof Secret>;

const Page = z.object({ ...numberedPage, SecretList: rowsOf("Secret", "SecretName", Secret) });

/** Secrets of Key Management Service, by name. No operation that hands out a value is ever called. */
export const kmsSecret: ResourceType<AlibabaSession> = {
  type: "alibaba/kms/secret",
  title: { en: "KMS secret", zh: "密钥管理服务 KMS 凭据" },
  role: "store",
  service: "kms",
  reach: "per-region",
  operations: [{ operation: "ListSecrets", permission: "kms:ListSecrets" }],
  links: [],
  unseen: {
    en: "The values, which are never read; the key that encrypts a secret; synchronization of a KMS instance to other regions; who may read a secret.",
    zh: "凭据值（一律不读取）、加密凭据所用的密钥、KMS 实例的跨地域同步，以及可读取凭据的主体。",
  },
  async *collect(session, asked, caller) {
    const region = regionOf(asked);
    const operation = "ListSecrets";
    const parameters = { RegionId: region, FetchTags: true };
    const list = { product: kms, region, action: operation, parameters, answer: Page };
    const idOf = (name: string) => secretId(session, region, name);
    const fetch = byNumber(session.rpc, list, 100, (page) => countRows(page.SecretList));
    for await (const { SecretList: rows } of caller.pages(operation, fetch)) {
      yield* gapsOf(session, rows, { type: "alibaba/kms/secret", region, operation, idOf });
      for (const secret of rows.good) yield toRecord(session, region, secret);
    }
  },
};

function toRecord(session: AlibabaSession, region: string, secret: Secret): ResourceRecord {
  return {
    kind: "record",
    id: secretId(session, region, secret.SecretName),
    type: "alibaba/kms/secret",
    role: "store",
    scope: session.scope,
    name: secret.SecretName,
    place: known({ region: placeRegion(region) }),
    placeEvidence: { source: "kms:ListSecrets", field: "region asked", value: region },
    tags: known(secret.Tags),
    aliases: [],
    links: [],
    attributes: stated({
      kind: secret.SecretType,
      createdAt: secret.CreateTime,
      plannedDeletion: secret.PlannedDeleteTime,
    }),
  };
}
