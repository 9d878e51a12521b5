import { findItem, type LoopbackBucket } from "./estate.ts";
import { getObject, listObjects } from "./s3-objects.ts";
import { s3Error, xml } from "./s3-xml.ts";
import { type AwsAnswer, type AwsRequest, element, type LoopbackService, type ServiceContext } from "./wire.ts";

const ownerId = "75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a";

/** Sub-resources by their query parameter. */
const operations: Readonly<Record<string, string>> = {
  location: "GetBucketLocation",
  tagging: "GetBucketTagging",
  replication: "GetBucketReplication",
  logging: "GetBucketLogging",
  policy: "GetBucketPolicy",
  policyStatus: "GetBucketPolicyStatus",
  acl: "GetBucketAcl",
  publicAccessBlock: "GetPublicAccessBlock",
  website: "GetBucketWebsite",
  inventory: "ListBucketInventoryConfigurations",
};

export const s3: LoopbackService = {
  id: "s3",
  throttled: { status: 503, code: "SlowDown" },
  denied: { status: 403, code: "AccessDenied" },
  identify(request) {
    const bucket = bucketOf(request);
    if (bucket === null) return { operation: "ListBuckets", resource: null };
    if (keyOf(request) !== "" && request.method === "GET") return { operation: "GetObject", resource: bucket };
    if (request.query.get("list-type") === "2") return { operation: "ListObjectsV2", resource: bucket };
    if (request.method === "HEAD") return { operation: "HeadBucket", resource: bucket };
    const key = [...request.query.keys()].find((name) => name in operations);
    return { operation: (key === undefined ? undefined : operations[key]) ?? "ListObjects", resource: bucket };
  },
  error: s3Error,
  answer(request, operation, context) {
    if (operation === "ListBuckets") return listBuckets(request, context);
    const name = bucketOf(request) ?? "";
    const owner = context.accounts.find(
      (account) => findItem(account.buckets, name, (item) => item.name) !== undefined,
    );
    const bucket = findItem(owner?.buckets, name, (item) => item.name);
    if (owner === undefined || bucket === undefined || owner.partition !== request.account.partition) {
      return s3Error(404, "NoSuchBucket", "The specified bucket does not exist");
    }
    const headers = { "x-amz-bucket-region": bucket.region };
    const { "x-amz-expected-bucket-owner": expected = owner.id } = request.headers;
    const answer =
      owner !== request.account || owner.id !== expected
        ? s3Error(403, "AccessDenied", "Access Denied")
        : bucket.region !== request.region && operation !== "GetBucketLocation"
          ? s3Error(
              301,
              "PermanentRedirect",
              "The bucket you are attempting to access must be addressed using the specified endpoint.",
            )
          : operation === "ListObjectsV2"
            ? listObjects(request, bucket, context)
            : operation === "GetObject"
              ? getObject(request, keyOf(request), bucket)
              : detail(operation, bucket, owner.partition);
    return { ...answer, headers: { ...answer.headers, ...headers } };
  },
};

function bucketOf({ path }: AwsRequest): string | null {
  const name = decodeURIComponent(path.split("/")[1] ?? "");
  return name === "" ? null : name;
}

function keyOf({ path }: AwsRequest): string {
  return decodeURIComponent(path.split("/").slice(2).join("/"));
}

function listBuckets(request: AwsRequest, context: ServiceContext): AwsAnswer {
  const { account, query } = request;
  const limit = Number(query.get("max-buckets") ?? 10_000);
  const { items, next } = context.pager.page(
    account.buckets,
    query.get("continuation-token"),
    limit,
    context.repeatToken,
  );
  // AWS names regions only to requests that carry a parameter.
  const withRegion = query.has("max-buckets") && account.bucketRegionInList !== false;
  const entries = items.map(
    (item) =>
      `<Bucket>${element("Name", item.name)}${element("CreationDate", "2025-01-15T03:00:00.000Z")}${withRegion ? element("BucketRegion", item.region) : ""}</Bucket>`,
  );
  return xml(
    "ListAllMyBucketsResult",
    `<Owner>${element("ID", ownerId)}</Owner><Buckets>${entries.join("")}</Buckets>${element("ContinuationToken", next)}`,
  );
}

function detail(operation: string, bucket: LoopbackBucket, partition: string): AwsAnswer {
  switch (operation) {
    case "HeadBucket":
      return { status: 200, body: "" };
    case "GetBucketLocation": {
      const constraint = bucket.region === "us-east-1" ? "" : bucket.region;
      return xml("LocationConstraint", constraint);
    }
    case "GetBucketTagging":
      return tagging(bucket);
    case "GetBucketReplication":
      return replication(bucket);
    case "GetBucketLogging":
      return logging(bucket);
    case "GetBucketPolicy":
      return bucket.policy === undefined
        ? s3Error(404, "NoSuchBucketPolicy", "The bucket policy does not exist")
        : { status: 200, body: bucket.policy, headers: { "content-type": "application/json" } };
    case "GetBucketPolicyStatus":
      return bucket.policy === undefined
        ? s3Error(404, "NoSuchBucketPolicy", "The bucket policy does not exist")
        : xml("PolicyStatus", element("IsPublic", bucket.publicByPolicy ?? false));
    case "GetBucketAcl":
      return acl(bucket);
    case "GetPublicAccessBlock":
      return accessBlock(bucket);
    case "GetBucketWebsite":
      return website(bucket);
    case "ListBucketInventoryConfigurations":
      return inventories(bucket, partition);
    default:
      return s3Error(501, "NotImplemented", "A header you provided implies functionality that is not implemented");
  }
}

function tagging({ tags }: LoopbackBucket): AwsAnswer {
  if (tags === undefined) return s3Error(404, "NoSuchTagSet", "The TagSet does not exist");
  const items = Object.entries(tags).map(
    ([key, value]) => `<Tag>${element("Key", key)}${element("Value", value)}</Tag>`,
  );
  return xml("Tagging", `<TagSet>${items.join("")}</TagSet>`);
}

function replication({ replication: rules }: LoopbackBucket): AwsAnswer {
  if (rules === undefined) {
    return s3Error(404, "ReplicationConfigurationNotFoundError", "The replication configuration was not found");
  }
  const items = rules.map(
    (rule, index) =>
      `<Rule>${element("ID", `rule-${index}`)}${element("Priority", index)}<Filter/>${element("Status", rule.status ?? "Enabled")}<Destination>${element("Bucket", rule.bucket)}${element("Account", rule.account)}</Destination></Rule>`,
  );
  return xml("ReplicationConfiguration", `<Role>arn:aws:iam::000000000000:role/replication</Role>${items.join("")}`);
}

function logging({ logging: target }: LoopbackBucket): AwsAnswer {
  if (target === undefined) return xml("BucketLoggingStatus", "");
  return xml(
    "BucketLoggingStatus",
    `<LoggingEnabled>${element("TargetBucket", target.bucket)}<TargetPrefix>${target.prefix ?? ""}</TargetPrefix></LoggingEnabled>`,
  );
}

function acl({ grants }: LoopbackBucket): AwsAnswer {
  const user = (id: string): string =>
    `<Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CanonicalUser">${element("ID", id)}</Grantee>`;
  const group = (uri: string): string =>
    `<Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="Group">${element("URI", uri)}</Grantee>`;
  const others = (grants ?? []).map(
    (grant) =>
      `<Grant>${grant.uri === undefined ? user(grant.id ?? "") : group(grant.uri)}${element("Permission", grant.permission)}</Grant>`,
  );
  return xml(
    "AccessControlPolicy",
    `<Owner>${element("ID", ownerId)}</Owner><AccessControlList><Grant>${user(ownerId)}<Permission>FULL_CONTROL</Permission></Grant>${others.join("")}</AccessControlList>`,
  );
}

function accessBlock({ block }: LoopbackBucket): AwsAnswer {
  if (block === undefined) {
    return s3Error(404, "NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found");
  }
  return xml(
    "PublicAccessBlockConfiguration",
    `<BlockPublicAcls>false</BlockPublicAcls>${element("IgnorePublicAcls", block.ignorePublicAcls ?? false)}<BlockPublicPolicy>false</BlockPublicPolicy>${element("RestrictPublicBuckets", block.restrictPublicBuckets ?? false)}`,
  );
}

function website({ website: kind }: LoopbackBucket): AwsAnswer {
  if (kind === undefined) {
    return s3Error(404, "NoSuchWebsiteConfiguration", "The specified bucket does not have a website configuration");
  }
  return xml(
    "WebsiteConfiguration",
    kind === "redirect"
      ? "<RedirectAllRequestsTo><HostName>www.example.com</HostName></RedirectAllRequestsTo>"
      : "<IndexDocument><Suffix>index.html</Suffix></IndexDocument>",
  );
}

function inventories({ inventories: held = [] }: LoopbackBucket, partition: string): AwsAnswer {
  const items = held.map((one) => {
    const destination = `${element("Format", one.format ?? "CSV")}${element("AccountId", one.account)}${element("Bucket", `arn:${partition}:s3:::${one.bucket}`)}${element("Prefix", one.prefix)}`;
    const filter = one.filter === undefined ? "" : `<Filter>${element("Prefix", one.filter)}</Filter>`;
    const fields = (one.fields ?? ["Size", "LastModifiedDate", "StorageClass", "ETag"]).map((name) =>
      element("Field", name),
    );
    return `<InventoryConfiguration>${element("Id", one.id)}${element("IsEnabled", one.enabled ?? true)}<Destination><S3BucketDestination>${destination}</S3BucketDestination></Destination><Schedule><Frequency>Daily</Frequency></Schedule>${filter}${element("IncludedObjectVersions", one.versions ?? "Current")}<OptionalFields>${fields.join("")}</OptionalFields></InventoryConfiguration>`;
  });
  return xml("ListInventoryConfigurationsResult", `${items.join("")}${element("IsTruncated", false)}`);
}
