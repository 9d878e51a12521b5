import type { ContentAccess } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { itemsOf } from "../pages.ts";
import type { AwsSession } from "../session.ts";
import { type BucketReader, contentOf, decodedKey, type ListedObject } from "./bucket-object.ts";
import { inventoryOf } from "./inventory.ts";

/**
 * Objects of a bucket, read by ranges. Read-only; what is encrypted with a key that may not be used is a gap. Listed from the
 * bucket's own inventory where it has a fresh one, else object by object: a billion of these is a million calls.
 */
export const bucketContent: ContentAccess<AwsSession> = {
  operations: [
    { operation: "ListObjectsV2", permission: "s3:ListBucket" },
    { operation: "GetObject", permission: "s3:GetObject", per: "resource" },
    // Where objects are encrypted with a key of the customer's own.
    { operation: "GetObject", permission: "kms:Decrypt", per: "resource" },
    { operation: "ListBucketInventoryConfigurations", permission: "s3:GetInventoryConfiguration", per: "resource" },
  ],
  open(session, { id, name, region }, caller) {
    return {
      id,
      async *list(signal) {
        const { S3Client } = await import("@aws-sdk/client-s3");
        const reader = { s3: session.client(S3Client, region ?? session.homeRegion), caller, bucket: name };
        const inventory = await inventoryOf(reader, session.scope.account, signal);
        for await (const listed of inventory ?? listObjects(reader)) yield contentOf(listed, reader);
      },
    };
  },
};

async function* listObjects({ s3, caller, bucket }: BucketReader): AsyncGenerator<ListedObject, void, undefined> {
  const { ListObjectsV2Command } = await import("@aws-sdk/client-s3");
  const objects = itemsOf(caller, "ListObjectsV2", async (token, abortSignal) => {
    // Without the encoding a key that holds a control character would break the answer's XML.
    const request = new ListObjectsV2Command({ Bucket: bucket, ContinuationToken: token, EncodingType: "url" });
    const answer = await s3.send(request, { abortSignal });
    required(answer.KeyCount, "KeyCount");
    return { items: answer.Contents ?? [], next: answer.NextContinuationToken };
  });
  for await (const { Key, Size, ETag, StorageClass = "" } of objects) {
    yield {
      key: decodedKey(required(Key, "Contents[].Key")),
      size: required(Size, "Contents[].Size"),
      etag: required(ETag, "Contents[].ETag"),
      storageClass: StorageClass,
    };
  }
}
