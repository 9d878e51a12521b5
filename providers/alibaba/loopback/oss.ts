import { createHash, randomBytes } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { ossAuthorization } from "../oss-sign.ts";
import { type Answer, garbage } from "./answer.ts";
import { dealt, slice } from "./deal.ts";
import type { EstateBucket, EstateObject, Items } from "./estate.ts";
import type { KeyHolder } from "./keyring.ts";
import type { RpcWorld } from "./rpc.ts";

/** What the REST side needs beside the RPC side: a bucket by its name. */
export interface OssWorld extends RpcWorld {
  bucket(account: string, name: string): EstateBucket | undefined;
}

const operations: Readonly<Record<string, string>> = {
  bucketInfo: "GetBucketInfo",
  tagging: "GetBucketTagging",
  replication: "GetBucketReplication",
  policyStatus: "GetBucketPolicyStatus",
  logging: "GetBucketLogging",
  publicAccessBlock: "GetBucketPublicAccessBlock",
};

/** Answers one OSS request: a GET of `/` or `/<bucket>/`. `undefined` = never. */
export function answerOss(world: OssWorld, url: URL, headers: IncomingHttpHeaders): Answer | undefined {
  const name = decodeURIComponent(url.pathname.split("/")[1] ?? "");
  const holder = holderOf(world, headers);
  const bucket = holder === undefined || name === "" ? undefined : world.bucket(holder.account, name);
  const key = decodeURIComponent(url.pathname.split("/").slice(2).join("/"));
  const operation = operationOf(url, name, key);
  const region = bucket?.location.replace(/^oss-/, "") ?? null;
  world.called(operation, region, name === "" ? null : name);
  if (holder === undefined)
    return refusal(403, "InvalidAccessKeyId", "The OSS Access Key Id you provided does not exist.");
  const refused = verify(url, headers, key === "" ? name : `${name}/${key}`, bucket, holder);
  if (refused !== undefined) return refused;

  const fault = world.faults.meet(operation, region, name === "" ? null : name);
  switch (fault) {
    case "hang":
      return undefined;
    case "malformed":
      return garbage;
    case "denied":
      return refusal(403, "AccessDenied", "You have no right to access this object because of bucket acl.");
    case "throttled":
      return { ...refusal(503, "ServiceBusy", "Please reduce your request rate."), headers: { "retry-after": "0" } };
    case "server-error":
      return refusal(500, "InternalError", "Please contact the server administrator, oss@service.aliyun.com.");
    default:
  }
  if (name === "") return ofService(world, holder, url, operation, fault === "repeat-token");
  if (bucket === undefined) return refusal(404, "NoSuchBucket", "The specified bucket does not exist.");
  if (operation === "ListObjectsV2") return listObjects(world, bucket, url, fault === "repeat-token");
  if (operation === "GetObject") return getObject(bucket, key, headers);
  return ofBucket(bucket, operation);
}

function operationOf(url: URL, name: string, key: string): string {
  if (key !== "") return "GetObject";
  if (url.searchParams.get("list-type") === "2") return "ListObjectsV2";
  const subResource = [...url.searchParams.keys()].find((key) => key in operations);
  if (name === "") return subResource === "publicAccessBlock" ? "GetPublicAccessBlock" : "ListBuckets";
  return operations[subResource ?? ""] ?? "GetBucket";
}

function holderOf(world: OssWorld, headers: IncomingHttpHeaders): KeyHolder | undefined {
  const [, accessKeyId = ""] = /Credential=([^/]+)\//.exec(headers.authorization ?? "") ?? [];
  return world.keyring.find(accessKeyId);
}

function verify(
  url: URL,
  headers: IncomingHttpHeaders,
  name: string,
  bucket: EstateBucket | undefined,
  { keys }: KeyHolder,
): Answer | undefined {
  const authorization = headers.authorization ?? "";
  const [, region = ""] = /Credential=[^/]+\/\d{8}\/([^/]+)\/oss\//.exec(authorization) ?? [];
  const sent = Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, String(value)]));
  const expected = ossAuthorization(
    {
      method: "GET",
      resource: name === "" ? "/" : name.includes("/") ? `/${name}` : `/${name}/`,
      query: url.search.slice(1),
      headers: sent,
      region,
      timestamp: String(headers["x-oss-date"]),
    },
    keys,
  );
  if (expected !== authorization) {
    const message = "The request signature we calculated does not match the signature you provided.";
    return refusal(403, "SignatureDoesNotMatch", message, `<SignatureProvided>${authorization}</SignatureProvided>`);
  }
  if ((keys.securityToken ?? "") !== (headers["x-oss-security-token"] ?? "")) {
    return refusal(403, "InvalidSecurityToken", "The security token you provided is invalid.");
  }
  const home = bucket === undefined ? undefined : (bucket.region ?? bucket.location.replace(/^oss-/, ""));
  if (home !== undefined && home !== region) {
    return refusal(400, "InvalidArgument", `Invalid signing region in Authorization header, expected ${home}.`);
  }
  return undefined;
}

function ofService(world: OssWorld, holder: KeyHolder, url: URL, operation: string, repeat: boolean): Answer {
  const account = world.estate.accounts[holder.account] ?? {};
  if (operation === "GetPublicAccessBlock") return accessBlock(account.blockPublicAccess);
  const buckets: Items<EstateBucket> = dealt(account.buckets ?? [], world.options.shuffleSeed);
  const size = Math.min(Number(url.searchParams.get("max-keys") ?? 100), world.options.pageSize ?? 1000);
  const from = Number(url.searchParams.get("marker")?.replace(/^marker-/, "") ?? 0);
  const next = repeat ? size : from + size;
  const more = repeat || next < buckets.length;
  const listed = slice(buckets, from, size).map(
    (bucket) =>
      `<Bucket><CreationDate>2024-05-06T07:08:09.000Z</CreationDate><ExtranetEndpoint>${text(bucket.location)}.aliyuncs.com</ExtranetEndpoint>` +
      `<Location>${text(bucket.location)}</Location><Name>${text(bucket.name)}</Name>` +
      `${bucket.region === undefined ? "" : `<Region>${text(bucket.region)}</Region>`}<StorageClass>Standard</StorageClass></Bucket>`,
  );
  return ok(
    `<ListAllMyBucketsResult><Owner><ID>${holder.account}</ID></Owner>` +
      `<IsTruncated>${more}</IsTruncated>${more ? `<NextMarker>marker-${next}</NextMarker>` : ""}` +
      `<Buckets>${listed.join("")}</Buckets></ListAllMyBucketsResult>`,
  );
}

function ofBucket(bucket: EstateBucket, operation: string): Answer {
  switch (operation) {
    case "GetBucketInfo":
      return ok(
        `<BucketInfo><Bucket><Location>${text(bucket.location)}</Location><Name>${text(bucket.name)}</Name>` +
          `<TransferAcceleration>${bucket.accelerated === true ? "Enabled" : "Disabled"}</TransferAcceleration>` +
          `<CrossRegionReplication>${(bucket.replication ?? []).length > 0 ? "Enabled" : "Disabled"}</CrossRegionReplication>` +
          `<DataRedundancyType>ZRS</DataRedundancyType>` +
          `<AccessControlList><Grant>${bucket.acl ?? "private"}</Grant></AccessControlList></Bucket></BucketInfo>`,
      );
    case "GetBucketTagging": {
      const tags = Object.entries(bucket.tags ?? {});
      const set = tags.map(([key, value]) => `<Tag><Key>${text(key)}</Key><Value>${text(value)}</Value></Tag>`);
      return ok(set.length === 0 ? "<Tagging></Tagging>" : `<Tagging><TagSet>${set.join("")}</TagSet></Tagging>`);
    }
    case "GetBucketReplication":
      return replication(bucket);
    case "GetBucketPolicyStatus":
      return ok(`<PolicyStatus><IsPublic>${bucket.policyIsPublic === true}</IsPublic></PolicyStatus>`);
    case "GetBucketLogging": {
      const target = bucket.logsTo;
      const enabled =
        target === undefined
          ? ""
          : `<LoggingEnabled><TargetBucket>${text(target)}</TargetBucket><TargetPrefix>oss/</TargetPrefix></LoggingEnabled>`;
      return ok(`<BucketLoggingStatus>${enabled}</BucketLoggingStatus>`);
    }
    case "GetBucketPublicAccessBlock":
      return accessBlock(bucket.blockPublicAccess);
    default:
      return refusal(400, "InvalidArgument", "The sub-resource is not served here.");
  }
}

function etagOf({ key, body }: EstateObject): string {
  return `"${createHash("md5").update(key).update(body).digest("hex").toUpperCase()}"`;
}

function listObjects(world: OssWorld, { objects = [] }: EstateBucket, url: URL, repeat: boolean): Answer {
  const size = Math.min(Number(url.searchParams.get("max-keys") ?? 100), world.options.pageSize ?? 1000);
  const from = Number(url.searchParams.get("continuation-token")?.replace(/^token-/, "") ?? 0);
  const next = repeat ? size : from + size;
  const more = repeat || next < objects.length;
  const listed = objects
    .slice(from, from + size)
    .map(
      (object) =>
        `<Contents><Key>${text(encodeURIComponent(object.key))}</Key><ETag>${text(etagOf(object))}</ETag><Type>Normal</Type>` +
        `<Size>${object.body.length}</Size><StorageClass>${object.storageClass ?? "Standard"}</StorageClass></Contents>`,
    );
  return ok(
    `<ListBucketResult><EncodingType>url</EncodingType><IsTruncated>${more}</IsTruncated>` +
      `${more ? `<NextContinuationToken>token-${next}</NextContinuationToken>` : ""}${listed.join("")}</ListBucketResult>`,
  );
}

function getObject({ objects = [] }: EstateBucket, key: string, headers: IncomingHttpHeaders): Answer {
  const object = objects.find((one) => one.key === key);
  if (object === undefined) return refusal(404, "NoSuchKey", "The specified key does not exist.");
  if (headers["if-match"] !== undefined && headers["if-match"] !== etagOf(object)) {
    return refusal(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold.");
  }
  const [, from = "0", end = String(object.body.length - 1)] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? "") ?? [];
  if (Number(from) >= object.body.length)
    return refusal(416, "InvalidRange", "The requested range cannot be satisfied.");
  return {
    status: headers.range === undefined ? 200 : 206,
    type: "application/octet-stream",
    body: object.body.subarray(Number(from), Number(end) + 1),
  };
}

function replication({ replication: rules = [] }: EstateBucket): Answer {
  if (rules.length === 0) {
    const message = "The bucket you specified does not have replication configuration.";
    return refusal(404, "NoSuchReplicationConfiguration", message);
  }
  const listed = rules.map(
    (rule, index) =>
      `<Rule><ID>rule-${index + 1}</ID><Status>${rule.status ?? "doing"}</Status><Destination><Bucket>${text(rule.bucket)}</Bucket>` +
      `<Location>${text(rule.location)}</Location></Destination><HistoricalObjectReplication>enabled</HistoricalObjectReplication></Rule>`,
  );
  return ok(`<ReplicationConfiguration>${listed.join("")}</ReplicationConfiguration>`);
}

function accessBlock(blocked: boolean | undefined): Answer {
  return ok(
    `<PublicAccessBlockConfiguration><BlockPublicAccess>${blocked === true}</BlockPublicAccess></PublicAccessBlockConfiguration>`,
  );
}

function text(value: string): string {
  return value.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
}

function ok(body: string): Answer {
  return { status: 200, type: "application/xml", body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}` };
}

function refusal(status: number, code: string, message: string, more = ""): Answer {
  const id = randomBytes(12).toString("hex").toUpperCase();
  return {
    status,
    type: "application/xml",
    body:
      `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${text(message)}</Message>` +
      `<RequestId>${id}</RequestId><HostId>127.0.0.1</HostId>${more}</Error>`,
  };
}
