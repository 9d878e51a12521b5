import type { z } from "zod";
import {
  type Caller,
  type Known,
  known,
  type Link,
  type LinkTarget,
  type ResourceRecord,
  type ResourceType,
} from "../../../src/model/index.ts";
import { gapsOf } from "../bad-rows.ts";
import { AlibabaError } from "../errors.ts";
import type { OssBucketAddress } from "../oss.ts";
import {
  AccessBlock,
  BucketList,
  Info,
  type Listed,
  Logging,
  PolicyStatus,
  Replication,
  Tagging,
} from "../oss-answers.ts";
import { bucketContent } from "../oss-content.ts";
import type { FetchPage } from "../paging.ts";
import { idRegion, placeRegion } from "../regions.ts";
import type { Rows } from "../rpc-fields.ts";
import { type AlibabaSession, acs, stated, tagsOf } from "../session.ts";

/** OSS buckets of the whole account: one list names those of every region, listed or not. */
export const ossBucket: ResourceType<AlibabaSession> = {
  type: "alibaba/oss/bucket",
  title: { en: "OSS bucket", zh: "OSS 存储空间（Bucket）" },
  role: "store",
  service: "oss",
  reach: "global",
  operations: [
    { operation: "ListBuckets", permission: "oss:ListBuckets" },
    { operation: "GetBucketInfo", permission: "oss:GetBucketInfo", per: "resource" },
    { operation: "GetBucketTagging", permission: "oss:GetBucketTagging", per: "resource" },
    { operation: "GetBucketReplication", permission: "oss:GetBucketReplication", per: "resource" },
    { operation: "GetBucketPolicyStatus", permission: "oss:GetBucketPolicyStatus", per: "resource" },
    { operation: "GetBucketLogging", permission: "oss:GetBucketLogging", per: "resource" },
    { operation: "GetBucketPublicAccessBlock", permission: "oss:GetBucketPublicAccessBlock", per: "resource" },
    { operation: "GetPublicAccessBlock", permission: "oss:GetPublicAccessBlock" },
  ],
  links: ["replicates-to", "logs-to", "served-from", "reachable-from"],
  unseen: {
    en: "Access lists of single objects, inventory destinations, access points, custom domains and CDN in front of the bucket, and grants of a bucket policy to named accounts.",
    zh: "单个文件（Object）的读写权限、清单的目标存储空间、接入点、自有域名及前置 CDN，以及 Bucket Policy 对特定账号的授权。",
  },
  content: bucketContent,
  async *collect(session, _region, caller) {
    const account = accountBlock(session, caller);
    const asked = { type: "alibaba/oss/bucket", region: null, operation: "ListBuckets", idOf: anywhere(session) };
    // All names before the first bucket: a bucket may copy to one that a later page lists.
    const listed = new Map<string, Listed>();
    let failure: { readonly error: unknown } | undefined;
    try {
      for await (const rows of caller.pages("ListBuckets", bucketPages(session))) {
        yield* gapsOf(session, rows, asked);
        for (const bucket of rows.good) listed.set(bucket.Name, bucket);
      }
    } catch (error) {
      // Thrown again below, once the buckets that were listed before it are read.
      failure = { error };
    }
    const target = targetAmong(session, listed);
    yield* caller.each(listed.values(), (bucket) => readBucket(session, caller, bucket, { account, target }));
    if (failure !== undefined) throw failure.error;
  },
};

function bucketPages(session: AlibabaSession): FetchPage<Rows<Listed>> {
  return async (marker, signal) => {
    const query = marker === undefined ? { "max-keys": "1000" } : { marker, "max-keys": "1000" };
    const { ListAllMyBucketsResult: list } = await session.oss.get({ query, answer: BucketList }, signal);
    const more = list.IsTruncated === true;
    if (more && !list.NextMarker) throw new AlibabaError({ code: "UnexpectedAnswer", message: "more, but no marker" });
    return { page: list.Buckets.Bucket, next: more ? list.NextMarker : undefined };
  };
}

/** Whether the account shuts out the public as a whole; asked once, and only when a bucket would be open otherwise. */
function accountBlock(session: AlibabaSession, caller: Caller): () => Promise<boolean> {
  let answer: Promise<boolean> | undefined;
  return () => {
    answer ??= caller
      .ask("GetPublicAccessBlock", acs(session, "oss", "*", "*"), (signal) => {
        return session.oss.get({ query: { publicAccessBlock: "" }, answer: AccessBlock }, signal);
      })
      .then((block) => block.known && block.value?.PublicAccessBlockConfiguration.BlockPublicAccess === true);
    return answer;
  };
}

/** What a bucket's reading needs of the account. */
interface Surroundings {
  /** Whether the account shuts out the public as a whole. */
  readonly account: () => Promise<boolean>;
  readonly target: TargetOf;
}

type TargetOf = (name: string, location?: string) => LinkTarget;

/**
 * The bucket of a name, with the id and the place that the account's own list gives, scanned or not. One that is not listed
 * belongs to somebody else, so that its id cannot be spelled: the name stands for it.
 */
function targetAmong(session: AlibabaSession, listed: ReadonlyMap<string, Listed>): TargetOf {
  return (name, location) => {
    const own = listed.get(name);
    const stated = own?.Location ?? location;
    const id = own === undefined ? bucketAlias(name) : acs(session, "oss", idRegion(own.Location), name);
    return { id, ...(stated === undefined ? {} : { place: { region: placeRegion(stated) } }) };
  };
}

/** The id of a bucket whose region is not told, as RAM spells it. */
function anywhere(session: AlibabaSession): (name: string) => string {
  return (name) => acs(session, "oss", "*", name);
}

async function readBucket(
  session: AlibabaSession,
  caller: Caller,
  bucket: Listed,
  { account, target }: Surroundings,
): Promise<ResourceRecord> {
  const region = idRegion(bucket.Location);
  const id = acs(session, "oss", region, bucket.Name);
  const address = { name: bucket.Name, location: bucket.Location, region: signingRegion(bucket) };
  const ask = asker(session, caller, id, address);
  const [info, tagging, replication, policy, logging] = await Promise.all([
    ask("GetBucketInfo", "bucketInfo", Info),
    ask("GetBucketTagging", "tagging", Tagging, ["NoSuchTagSet"]),
    ask("GetBucketReplication", "replication", Replication, ["NoSuchReplicationConfiguration"]),
    ask("GetBucketPolicyStatus", "policyStatus", PolicyStatus, ["NoSuchBucketPolicy"]),
    ask("GetBucketLogging", "logging", Logging),
  ]);
  const facts = info.known ? info.value?.BucketInfo.Bucket : undefined;
  const opening = openTo(facts?.AccessControlList.Grant, policy.known && policy.value?.PolicyStatus.IsPublic === true);
  const links = [
    ...replicationLinks(replication.known ? replication.value : null, target),
    ...loggingLinks(logging.known ? logging.value : null, target),
    ...accelerationLinks(facts?.TransferAcceleration),
  ];
  if (opening !== undefined && !(await isBlocked(ask, account))) links.push(opening);
  return {
    kind: "record",
    id,
    type: "alibaba/oss/bucket",
    role: "store",
    scope: session.scope,
    name: bucket.Name,
    place: known({ region: placeRegion(bucket.Location) }),
    placeEvidence: {
      source: "oss:ListBuckets",
      field: "ListAllMyBucketsResult.Buckets.Bucket[].Location",
      value: bucket.Location,
    },
    tags: tagging.known ? known(tagsIn(tagging.value)) : tagging,
    aliases: [bucketAlias(bucket.Name)],
    links,
    attributes: stated({
      location: bucket.Location,
      // Only of the financial clouds and the like.
      signingRegion: signingRegion(bucket) === bucket.Location.replace(/^oss-/, "") ? undefined : bucket.Region,
      storageClass: bucket.StorageClass,
      createdAt: bucket.CreationDate,
      redundancy: facts?.DataRedundancyType,
      acl: facts?.AccessControlList.Grant,
      transferAcceleration: facts?.TransferAcceleration,
      crossRegionReplication: facts?.CrossRegionReplication,
    }),
  };
}

type Ask = <Answer>(
  operation: string,
  subResource: string,
  answer: z.ZodType<Answer>,
  none?: readonly string[],
) => Promise<Known<Answer | null>>;

function asker(session: AlibabaSession, caller: Caller, id: string, bucket: OssBucketAddress): Ask {
  return (operation, subResource, answer, none) =>
    caller.ask(
      operation,
      id,
      (signal) => session.oss.get({ bucket, query: { [subResource]: "" }, answer }, signal),
      none,
    );
}

/** Bucket names are unique in all of OSS: the name is enough where the other side's region or account is not told. */
function bucketAlias(name: string): string {
  return `oss://${name}`;
}

/** OSS signs for its own name of the region, which for the financial clouds is not the region id. */
function signingRegion(bucket: Listed): string {
  return bucket.Region ?? bucket.Location.replace(/^oss-/, "");
}

function tagsIn(tagging: z.infer<typeof Tagging> | null): ReturnType<typeof tagsOf> {
  return tagsOf((tagging?.Tagging.TagSet?.Tag ?? []).map((tag) => [tag.Key, tag.Value]));
}

/** Statuses are `starting`, `doing` and `closing`. Only a rule that is being taken away is none: a new word hides nothing. */
function replicationLinks(replication: z.infer<typeof Replication> | null, target: TargetOf): Link[] {
  const rules = replication?.ReplicationConfiguration.Rule ?? [];
  return rules
    .filter((rule) => !/^(?:closing|disabled)$/i.test(rule.Status ?? ""))
    .map(({ Status, Destination: { Bucket: bucket, Location: location } }) => ({
      kind: "replicates-to",
      direction: "to",
      target: target(bucket, location),
      evidence: {
        source: "oss:GetBucketReplication",
        field: "ReplicationConfiguration.Rule[].Destination",
        value: `${bucket} in ${location ?? "an unstated region"}${Status === undefined ? "" : ` (${Status})`}`,
      },
    }));
}

function loggingLinks(logging: z.infer<typeof Logging> | null, targetOf: TargetOf): Link[] {
  const target = logging?.BucketLoggingStatus.LoggingEnabled?.TargetBucket;
  if (target === undefined || target === "") return [];
  return [
    {
      kind: "logs-to",
      direction: "to",
      target: targetOf(target),
      evidence: {
        source: "oss:GetBucketLogging",
        field: "BucketLoggingStatus.LoggingEnabled.TargetBucket",
        value: target,
      },
    },
  ];
}

/** Access points in and outside the mainland serve an accelerated bucket: the place has no country, so it is unknown. */
function accelerationLinks(acceleration: string | undefined): Link[] {
  if (acceleration?.toLowerCase() !== "enabled") return [];
  return [
    {
      kind: "served-from",
      direction: "to",
      target: { place: { region: "oss-accelerate" } },
      evidence: { source: "oss:GetBucketInfo", field: "BucketInfo.Bucket.TransferAcceleration", value: acceleration },
    },
  ];
}

function openTo(grant: string | undefined, policyIsPublic: boolean): Link | undefined {
  const byList = grant === "public-read" || grant === "public-read-write";
  if (!byList && !policyIsPublic) return undefined;
  return {
    kind: "reachable-from",
    direction: "to",
    target: { party: "*" },
    evidence: byList
      ? { source: "oss:GetBucketInfo", field: "BucketInfo.Bucket.AccessControlList.Grant", value: grant }
      : { source: "oss:GetBucketPolicyStatus", field: "PolicyStatus.IsPublic", value: "true" },
  };
}

/** A block that could not be read blocks nothing: the opening was seen, the block was not. */
async function isBlocked(ask: Ask, accountBlocks: () => Promise<boolean>): Promise<boolean> {
  const block = await ask("GetBucketPublicAccessBlock", "publicAccessBlock", AccessBlock);
  if (block.known && block.value?.PublicAccessBlockConfiguration.BlockPublicAccess === true) return true;
  return await accountBlocks();
}
