import type { _Object, S3Client } from "@aws-sdk/client-s3";
import type { Caller, ContentAccess, ContentGap, ContentObject } from "../../../src/model/index.ts";
import { rangedObject } from "../../ranged-object.ts";
import { MalformedAnswer, required } from "../answer.ts";
import { itemsOf } from "../pages.ts";
import type { AwsSession } from "../session.ts";

/** Objects of these classes have to be restored before they can be read, which would change them and cost. */
const archived: ReadonlySet<string> = new Set(["GLACIER", "DEEP_ARCHIVE"]);

/** Objects of a bucket, read by ranges. Read-only; what is encrypted with a key that may not be used is a gap. */
export const bucketContent: ContentAccess<AwsSession> = {
  operations: [
    { operation: "ListObjectsV2", permission: "s3:ListBucket" },
    { operation: "GetObject", permission: "s3:GetObject", per: "resource" },
    // Where objects are encrypted with a key of the customer's own.
    { operation: "GetObject", permission: "kms:Decrypt", per: "resource" },
  ],
  open(session, { id, name, region }, caller) {
    return {
      id,
      async *list() {
        const { ListObjectsV2Command, S3Client } = await import("@aws-sdk/client-s3");
        const s3 = session.client(S3Client, region ?? session.homeRegion);
        const objects = itemsOf(caller, "ListObjectsV2", async (token, abortSignal) => {
          // Without the encoding a key that holds a control character would break the answer's XML.
          const request = new ListObjectsV2Command({ Bucket: name, ContinuationToken: token, EncodingType: "url" });
          const answer = await s3.send(request, { abortSignal });
          required(answer.KeyCount, "KeyCount");
          return { items: answer.Contents ?? [], next: answer.NextContinuationToken };
        });
        for await (const object of objects) yield contentOf(object, name, s3, caller);
      },
    };
  },
};

function contentOf(object: _Object, bucket: string, s3: S3Client, caller: Caller): ContentObject | ContentGap {
  const key = decodeURIComponent(required(object.Key, "Contents[].Key").replaceAll("+", "%20"));
  const { StorageClass: storageClass = "" } = object;
  if (archived.has(storageClass)) {
    return { path: key, reason: "unsupported", detail: `archived as ${storageClass}: not read without a restore` };
  }
  const size = required(object.Size, "Contents[].Size");
  const etag = required(object.ETag, "Contents[].ETag");
  return s3Object({ bucket, key, size, etag }, s3, caller);
}

interface StoredObject {
  readonly bucket: string;
  readonly key: string;
  readonly size: number;
  readonly etag: string;
}

/** One object of a bucket. Every range is asked of the same version: an object that changes meanwhile is a gap. */
function s3Object({ bucket, key, size, etag }: StoredObject, s3: S3Client, caller: Caller): ContentObject {
  return rangedObject({ path: key, size, version: etag }, async (from, end) => {
    const { GetObjectCommand } = await import("@aws-sdk/client-s3");
    return caller.call("GetObject", async (abortSignal) => {
      const request = new GetObjectCommand({ Bucket: bucket, Key: key, Range: `bytes=${from}-${end}`, IfMatch: etag });
      const { Body, ContentRange } = await s3.send(request, { abortSignal });
      const bytes = await required(Body, "Body").transformToByteArray();
      if (ContentRange === undefined || bytes.length !== end - from + 1) {
        throw new MalformedAnswer("the answer is not the part of the object that was asked for");
      }
      return bytes;
    });
  });
}
