import type { Bucket } from "@aws-sdk/client-s3";
import { type Caller, type Known, known, type ResourceRecord, type ResourceType } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { bucketArn } from "../arn.ts";
import { itemsOf } from "../pages.ts";
import { bucketContent } from "../s3/bucket-content.ts";
import { type BucketDetails, readDetails } from "../s3/bucket-details.ts";
import { flowLinks, servesWebsite, websiteLinks } from "../s3/bucket-flows.ts";
import { openToEveryone, reachLinks } from "../s3/bucket-reach.ts";
import { type BucketPlace, headRegion, listedIn, locateBucket } from "../s3/bucket-region.ts";
import type { AwsSession } from "../session.ts";

/** The most S3 gives per page. Any `MaxBuckets` also makes it name each bucket's region, which saves a call per bucket. */
const maxBuckets = 10_000;

/** An object store. */
export const s3Bucket: ResourceType<AwsSession> = {
  type: "aws/s3/bucket",
  title: { en: "S3 bucket", zh: "S3 存储桶" },
  role: "store",
  service: "s3",
  reach: "global",
  operations: [
    { operation: "ListBuckets", permission: "s3:ListAllMyBuckets" },
    { operation: "GetBucketLocation", permission: "s3:GetBucketLocation", per: "resource" },
    // Listing objects is not to be granted for a region's name: S3 tells it in the header of its refusal too.
    { operation: "HeadBucket", permission: "s3:ListBucket", per: "resource", unneeded: true },
    { operation: "GetBucketTagging", permission: "s3:GetBucketTagging", per: "resource" },
    { operation: "GetBucketReplication", permission: "s3:GetReplicationConfiguration", per: "resource" },
    { operation: "GetBucketLogging", permission: "s3:GetBucketLogging", per: "resource" },
    { operation: "GetBucketPolicy", permission: "s3:GetBucketPolicy", per: "resource" },
    { operation: "GetBucketPolicyStatus", permission: "s3:GetBucketPolicyStatus", per: "resource" },
    { operation: "GetBucketAcl", permission: "s3:GetBucketAcl", per: "resource" },
    { operation: "GetPublicAccessBlock", permission: "s3:GetBucketPublicAccessBlock", per: "resource" },
    { operation: "GetBucketWebsite", permission: "s3:GetBucketWebsite", per: "resource" },
  ],
  links: ["replicates-to", "logs-to", "served-from", "reachable-from"],
  unseen: {
    en: "The account's own public access block, which can close a bucket that is shown as open; access points, objects with their own ACL, presigned URLs, inventories, the key that encrypts objects, and what programs copy out. Samples of content leave out what came since the bucket's own inventory report, where one of the last three days is used as its list.",
    zh: "账户级公有访问阻止设置（可能使显示为公开的存储桶实际不可访问）、访问点、对象自身的 ACL、预签名 URL、清单、对象的加密密钥以及程序自行复制的数据不可见。以存储桶近三日内的清单报告作为对象列表时，报告生成后新增的对象不在内容抽样范围内。",
  },
  content: bucketContent,
  async *collect(session, _region, caller) {
    const { buckets, failure } = await listBuckets(session, caller);
    const locator = createLocator(session, caller, buckets);
    const listed = buckets.filter(({ BucketRegion }) => BucketRegion === undefined || session.wants(BucketRegion));
    for await (const record of caller.each(listed, (bucket) => readBucket(session, caller, bucket, locator))) {
      if (record !== undefined) yield record;
    }
    if (failure !== undefined) throw failure.error;
  },
};

interface Listing {
  readonly buckets: readonly Bucket[];
  /** Why the list broke off; what was read before it is still to be reported. */
  readonly failure?: { readonly error: unknown };
}

/**
 * All names before the first detail: whether a replica's bucket is the account's own must not depend on the order of pages.
 * An account has at most a million buckets, as a rule a hundred.
 */
async function listBuckets(session: AwsSession, caller: Caller): Promise<Listing> {
  const { ListBucketsCommand, S3Client } = await import("@aws-sdk/client-s3");
  const s3 = session.client(S3Client, session.homeRegion);
  const listing = itemsOf(caller, "ListBuckets", async (token, abortSignal) => {
    const request = new ListBucketsCommand({ MaxBuckets: maxBuckets, ContinuationToken: token });
    const answer = await s3.send(request, { abortSignal });
    return { items: required(answer.Buckets, "Buckets"), next: answer.ContinuationToken };
  });
  const buckets: Bucket[] = [];
  try {
    for await (const bucket of listing) buckets.push(bucket);
  } catch (error) {
    return { buckets, failure: { error } };
  }
  return { buckets };
}

/** Where buckets lie, each asked for at most once. */
interface Locator {
  /** An own bucket; also one that `regions:` leaves out, since data may go there. */
  own(name: string): Promise<BucketPlace>;
  /** Any bucket, as far as S3 tells. */
  any(name: string): Promise<string | undefined>;
}

function createLocator(session: AwsSession, caller: Caller, buckets: readonly Bucket[]): Locator {
  const listed = new Map(buckets.map(({ Name, BucketRegion }) => [Name, BucketRegion]));
  const told = new Map<string, Promise<BucketPlace>>();
  const others = new Map<string, Promise<Known<string | null>>>();

  async function own(name: string): Promise<BucketPlace> {
    const stated = listed.get(name);
    if (stated) return listedIn(stated);
    const answer = told.get(name) ?? locateBucket(session, caller, name);
    told.set(name, answer);
    return answer;
  }

  async function regionOfOwn(name: string): Promise<Known<string>> {
    return (await own(name)).region;
  }

  return {
    own,
    async any(name) {
      const answer = others.get(name) ?? (listed.has(name) ? regionOfOwn(name) : headRegion(session, caller, name));
      others.set(name, answer);
      const region = await answer;
      return region.known && region.value !== null ? region.value : undefined;
    },
  };
}

async function readBucket(
  session: AwsSession,
  caller: Caller,
  bucket: Bucket,
  locator: Locator,
): Promise<ResourceRecord | undefined> {
  const name = required(bucket.Name, "Buckets[].Name");
  const { region, evidence } = await locator.own(name);
  if (region.known && !session.wants(region.value)) return undefined;
  const arn = bucketArn(session.scope.partition, name);
  const { S3Client } = await import("@aws-sdk/client-s3");
  // Where the region stays unknown the home region is asked: S3 then refuses, and each refusal is a gap.
  const s3 = session.client(S3Client, region.known ? region.value : session.homeRegion);
  const details = await readDetails(s3, caller, name, arn);
  const everyone = openToEveryone(details);
  return {
    kind: "record",
    id: arn,
    type: s3Bucket.type,
    role: s3Bucket.role,
    scope: session.scope,
    name,
    place: region.known ? known({ region: region.value }) : region,
    placeEvidence: evidence,
    tags: details.tags,
    aliases: [],
    links: [
      ...(await flowLinks(details, session.scope, locator.any)),
      ...(region.known ? websiteLinks(details, region.value, everyone) : []),
      ...reachLinks(details, session.scope, everyone),
    ],
    attributes: attributesOf(details, everyone),
  };
}

function attributesOf(
  details: BucketDetails,
  everyone: ReturnType<typeof openToEveryone>,
): ResourceRecord["attributes"] {
  return {
    ...(everyone.known ? { public: everyone.value !== null } : {}),
    ...(servesWebsite(details) ? { website: true } : {}),
  };
}
