import type { S3Client } from "@aws-sdk/client-s3";
import { type Caller, ContentError, type ContentGap, type ContentObject } from "../../../src/model/index.ts";
import { rangedObject } from "../../ranged-object.ts";
import { MalformedAnswer, required } from "../answer.ts";

/** How a bucket is read: by which client, and for whom. */
export interface BucketReader {
  readonly s3: S3Client;
  readonly caller: Caller;
  readonly bucket: string;
  /** Account that has to own it; S3 refuses where another one does. */
  readonly owner?: string;
}

/** One object as a list names it, whichever list that is. */
export interface ListedObject {
  readonly key: string;
  readonly size: number;
  /** In its double quotes, as HTTP spells it. */
  readonly etag: string;
  readonly storageClass: string;
}

/** Objects of these classes have to be restored before they can be read, which would change them and cost. */
const archived: ReadonlySet<string> = new Set(["GLACIER", "DEEP_ARCHIVE"]);

/**
 * What there is to read of a listed object. Every range is asked of the same version: an object that changed or went since it was
 * listed is one that could not be read, and no failure of the account's.
 */
export function contentOf(listed: ListedObject, reader: BucketReader): ContentObject | ContentGap {
  const { key, size, etag, storageClass } = listed;
  if (archived.has(storageClass)) {
    return { path: key, reason: "unsupported", detail: `archived as ${storageClass}: not read without a restore` };
  }
  const ask = rangesOf(listed, reader);
  return rangedObject({ path: key, size, version: etag }, async (from, end) => {
    try {
      return await ask(from, end);
    } catch (error) {
      throw sinceListed(error) ?? error;
    }
  });
}

/** Asks for parts of an object, `[from, end]`; of this version of it only, where one is given. */
export function rangesOf(
  { key, etag }: { readonly key: string; readonly etag?: string },
  { s3, caller, bucket, owner }: BucketReader,
): (from: number, end: number) => Promise<Uint8Array> {
  return async (from, end) => {
    const { GetObjectCommand } = await import("@aws-sdk/client-s3");
    return caller.call("GetObject", async (abortSignal) => {
      const part = { Bucket: bucket, Key: key, Range: `bytes=${from}-${end}` };
      const request = new GetObjectCommand({ ...part, IfMatch: etag, ExpectedBucketOwner: owner });
      const { Body, ContentRange } = await s3.send(request, { abortSignal });
      const bytes = await required(Body, "Body").transformToByteArray();
      if (ContentRange === undefined || bytes.length !== end - from + 1) {
        throw new MalformedAnswer("the answer is not the part of the object that was asked for");
      }
      return bytes;
    });
  };
}

/** Not `skipped`: that is what a sample takes for looked at. */
function sinceListed(error: unknown): ContentError | undefined {
  const name = error instanceof Error ? error.name : "";
  if (name === "NoSuchKey") return new ContentError("failed", "was deleted since it was listed", error);
  if (name === "PreconditionFailed") return new ContentError("failed", "was changed since it was listed", error);
  return undefined;
}

/** A key as lists spell it where they are asked to encode it. @throws URIError where it is not encoded so. */
export function decodedKey(encoded: string): string {
  return decodeURIComponent(encoded.replaceAll("+", "%20"));
}
