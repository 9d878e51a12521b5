import type { Caller, ContentAccess, ContentGap, ContentObject, OpenableStore } from "../../src/model/index.ts";
import { rangedObject } from "../ranged-object.ts";
import { AlibabaError } from "./errors.ts";
import type { OssBucketAddress } from "./oss.ts";
import { type ListedObject, ObjectList } from "./oss-answers.ts";
import type { AlibabaSession } from "./session.ts";

/** Objects of these classes have to be restored before they can be read, which would change them and cost. */
const archived: ReadonlySet<string> = new Set(["Archive", "ColdArchive", "DeepColdArchive"]);

/** Objects of an OSS bucket, read by ranges. */
export const bucketContent: ContentAccess<AlibabaSession> = {
  operations: [
    { operation: "ListObjectsV2", permission: "oss:ListObjects" },
    { operation: "GetObject", permission: "oss:GetObject", per: "resource" },
    // Where objects are encrypted with a key of the customer's own.
    { operation: "GetObject", permission: "kms:Decrypt", per: "resource" },
  ],
  open(session, store, caller) {
    const bucket = addressOf(store);
    return {
      id: store.id,
      async *list() {
        for await (const objects of caller.pages("ListObjectsV2", (token, signal) =>
          page(session, bucket, token, signal),
        )) {
          for (const object of objects) yield contentOf(object, bucket, session, caller);
        }
      },
    };
  },
};

/** As `oss-bucket.ts` has kept it; the region that requests are signed for only where it is not the location's own. */
function addressOf({ name, region, attributes }: OpenableStore): OssBucketAddress {
  const location = String(attributes["location"] ?? `oss-${region ?? ""}`);
  const signedFor = attributes["signingRegion"];
  return { name, location, region: signedFor === undefined ? location.replace(/^oss-/, "") : String(signedFor) };
}

async function page(
  session: AlibabaSession,
  bucket: OssBucketAddress,
  token: string | undefined,
  signal: AbortSignal,
): Promise<{ readonly page: readonly ListedObject[]; readonly next?: string | undefined }> {
  const query = {
    "list-type": "2",
    "max-keys": "1000",
    "encoding-type": "url",
    ...(token === undefined ? {} : { "continuation-token": token }),
  };
  const { ListBucketResult: list } = await session.oss.get({ bucket, query, answer: ObjectList }, signal);
  const more = list.IsTruncated === true;
  if (more && !list.NextContinuationToken)
    throw new AlibabaError({ code: "UnexpectedAnswer", message: "more, but no token" });
  return { page: list.Contents, next: more ? list.NextContinuationToken : undefined };
}

function contentOf(
  { Key, Size: size, ETag: etag, StorageClass: storageClass = "" }: ListedObject,
  bucket: OssBucketAddress,
  session: AlibabaSession,
  caller: Caller,
): ContentObject | ContentGap {
  const key = decodeURIComponent(Key.replaceAll("+", "%20"));
  if (archived.has(storageClass)) {
    return { path: key, reason: "unsupported", detail: `archived as ${storageClass}: not read without a restore` };
  }
  return rangedObject({ path: key, size, version: etag }, (from, end) =>
    caller.call("GetObject", (signal) => session.oss.read({ bucket, key, from, end, etag }, signal)),
  );
}
