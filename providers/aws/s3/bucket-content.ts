import type { _Object, S3Client } from "@aws-sdk/client-s3";
import type { Caller, ContentAccess, ContentGap, ContentObject } from "../../../src/model/index.ts";
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
  if (archived.has(object.StorageClass ?? "")) {
    return {
      path: key,
      reason: "unsupported",
      detail: `archived as ${object.StorageClass}: not read without a restore`,
    };
  }
  return storedObject(
    { bucket, key, size: required(object.Size, "Contents[].Size"), etag: required(object.ETag, "Contents[].ETag") },
    s3,
    caller,
  );
}

/** One object of a bucket. Every range is asked of the same version: an object that changes meanwhile is a gap. */
export function storedObject(
  {
    bucket,
    key,
    size,
    etag,
  }: { readonly bucket: string; readonly key: string; readonly size: number; readonly etag: string },
  s3: S3Client,
  caller: Caller,
): ContentObject {
  async function read(from: number, length: number): Promise<Uint8Array> {
    const end = Math.min(from + length, size) - 1;
    if (end < from) return new Uint8Array();
    const { GetObjectCommand } = await import("@aws-sdk/client-s3");
    return caller.call("GetObject", async (abortSignal) => {
      const request = new GetObjectCommand({ Bucket: bucket, Key: key, Range: `bytes=${from}-${end}`, IfMatch: etag });
      const { Body, ContentRange } = await s3.send(request, { abortSignal });
      const bytes = await required(Body, "Body").transformToByteArray();
      if (ContentRange === undefined && !(from === 0 && bytes.length === size)) {
        throw new MalformedAnswer("the answer is no part of an object");
      }
      return bytes;
    });
  }
  return {
    path: key,
    size,
    version: etag,
    read,
    async *stream() {
      for (let at = 0; at < size; ) {
        const chunk = await read(at, rangeBytes);
        if (chunk.length === 0) return;
        at += chunk.length;
        yield chunk;
      }
    },
  };
}

/** Bytes asked for at a time where an object is read whole. */
const rangeBytes = 4 * 1024 ** 2;
