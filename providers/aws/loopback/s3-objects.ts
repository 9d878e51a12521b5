import { createHash } from "node:crypto";
import type { LoopbackBucket, LoopbackObject } from "./estate.ts";
import { s3Error, xml } from "./s3-xml.ts";
import { type AwsAnswer, type AwsRequest, element, type ServiceContext } from "./wire.ts";

function etagOf({ key, body }: LoopbackObject): string {
  return `"${createHash("md5").update(key).update(body).digest("hex")}"`;
}

/** In the order that the estate gives; folders, where a delimiter makes some, come with the first page. */
export function listObjects(
  { query }: AwsRequest,
  { name, objects = [] }: LoopbackBucket,
  context: ServiceContext,
): AwsAnswer {
  const limit = Math.min(Number(query.get("max-keys") ?? 1_000), 1_000);
  const [prefix, after, delimiter] = ["prefix", "start-after", "delimiter"].map((key) => query.get(key) ?? "");
  const folders = new Set<string>();
  const wanted = objects.filter(({ key }) => {
    if (!key.startsWith(prefix ?? "") || (after && key <= after)) return false;
    const end = delimiter ? key.indexOf(delimiter, prefix?.length) : -1;
    if (end >= 0) folders.add(key.slice(0, end + 1));
    return end < 0;
  });
  const { items, next } = context.pager.page(wanted, query.get("continuation-token"), limit, context.repeatToken);
  const encoded = query.get("encoding-type") === "url";
  const spelled = (key: string): string => (encoded ? encodeURIComponent(key) : key);
  const contents = items.map(
    (object) =>
      `<Contents>${element("Key", spelled(object.key))}${element("LastModified", "2025-01-15T03:00:00.000Z")}${element("ETag", etagOf(object))}${element("Size", object.body.length)}${element("StorageClass", object.storageClass ?? "STANDARD")}</Contents>`,
  );
  const common = [...folders].map((folder) => `<CommonPrefixes>${element("Prefix", spelled(folder))}</CommonPrefixes>`);
  return xml(
    "ListBucketResult",
    `${element("Name", name)}<Prefix/>${element("KeyCount", items.length + common.length)}${element("MaxKeys", limit)}${element("IsTruncated", next !== undefined)}${contents.join("")}${common.join("")}${element("NextContinuationToken", next)}`,
  );
}

export function getObject(request: AwsRequest, wantedKey: string, { objects = [] }: LoopbackBucket): AwsAnswer {
  const object = objects.find(({ key }) => key === wantedKey);
  if (object === undefined) return s3Error(404, "NoSuchKey", "The specified key does not exist.");
  if (object.storageClass === "GLACIER") {
    return s3Error(403, "InvalidObjectState", "The operation is not valid for the object's storage class");
  }
  const wanted = request.headers["if-match"];
  if (wanted !== undefined && wanted !== etagOf(object)) {
    return s3Error(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
  }
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers["range"] ?? "");
  const headers = { etag: etagOf(object), "content-type": "binary/octet-stream" };
  if (range === null) return { status: 200, body: object.body, headers };
  const [from, end] = [Number(range[1]), Math.min(Number(range[2]), object.body.length - 1)];
  if (from > end) return s3Error(416, "InvalidRange", "The requested range is not satisfiable");
  return {
    status: 206,
    body: object.body.subarray(from, end + 1),
    headers: { ...headers, "content-range": `bytes ${from}-${end}/${object.body.length}` },
  };
}
