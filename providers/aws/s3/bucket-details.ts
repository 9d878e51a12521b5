import type {
  GetBucketAclOutput,
  GetBucketWebsiteOutput,
  LoggingEnabled,
  PublicAccessBlockConfiguration,
  ReplicationRule,
  S3Client,
} from "@aws-sdk/client-s3";
import { type Caller, type Known, known, type Tags } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { tagsOf } from "../tags.ts";
import { type BucketPolicy, parsePolicy } from "./bucket-policy.ts";

/** What a bucket is asked, each answer by itself: `null` = asked and there is none. */
export interface BucketDetails {
  readonly tags: Known<Tags>;
  readonly replication: Known<readonly ReplicationRule[] | null>;
  readonly logging: Known<LoggingEnabled | null>;
  readonly policy: Known<BucketPolicy | null>;
  readonly publicByPolicy: Known<boolean>;
  readonly acl: Known<GetBucketAclOutput | null>;
  readonly block: Known<PublicAccessBlockConfiguration | null>;
  readonly website: Known<GetBucketWebsiteOutput | null>;
}

/** Asks all details of a bucket at once, at the endpoint of its own region. */
export async function readDetails(s3: S3Client, caller: Caller, bucket: string, arn: string): Promise<BucketDetails> {
  const {
    GetBucketAclCommand,
    GetBucketLoggingCommand,
    GetBucketPolicyCommand,
    GetBucketReplicationCommand,
    GetBucketTaggingCommand,
    GetBucketWebsiteCommand,
    GetPublicAccessBlockCommand,
  } = await import("@aws-sdk/client-s3");
  const input = { Bucket: bucket };
  const [tags, replication, logging, policy, acl, block, website] = await Promise.all([
    caller.ask(
      "GetBucketTagging",
      arn,
      async (abortSignal) =>
        tagsOf(required((await s3.send(new GetBucketTaggingCommand(input), { abortSignal })).TagSet, "TagSet")),
      ["NoSuchTagSet"],
    ),
    caller.ask(
      "GetBucketReplication",
      arn,
      async (abortSignal) => {
        const answer = await s3.send(new GetBucketReplicationCommand(input), { abortSignal });
        return required(answer.ReplicationConfiguration?.Rules, "ReplicationConfiguration.Rules");
      },
      ["ReplicationConfigurationNotFoundError"],
    ),
    caller.ask("GetBucketLogging", arn, async (abortSignal) => {
      const answer = await s3.send(new GetBucketLoggingCommand(input), { abortSignal });
      return answer.LoggingEnabled ?? null;
    }),
    caller.ask(
      "GetBucketPolicy",
      arn,
      async (abortSignal) =>
        parsePolicy(required((await s3.send(new GetBucketPolicyCommand(input), { abortSignal })).Policy, "Policy")),
      ["NoSuchBucketPolicy"],
    ),
    caller.ask("GetBucketAcl", arn, async (abortSignal) => {
      const answer = await s3.send(new GetBucketAclCommand(input), { abortSignal });
      required(answer.Grants, "Grants");
      return answer;
    }),
    caller.ask(
      "GetPublicAccessBlock",
      arn,
      async (abortSignal) => {
        const answer = await s3.send(new GetPublicAccessBlockCommand(input), { abortSignal });
        return required(answer.PublicAccessBlockConfiguration, "PublicAccessBlockConfiguration");
      },
      ["NoSuchPublicAccessBlockConfiguration"],
    ),
    caller.ask("GetBucketWebsite", arn, (abortSignal) => s3.send(new GetBucketWebsiteCommand(input), { abortSignal }), [
      "NoSuchWebsiteConfiguration",
    ]),
  ]);
  return {
    tags: tags.known ? known(tags.value ?? {}) : tags,
    replication,
    logging,
    policy,
    publicByPolicy: await readPolicyStatus(s3, caller, bucket, arn, policy),
    acl,
    block,
    website,
  };
}

/** Without a policy there is no status to ask for, which saves a call for most buckets. */
async function readPolicyStatus(
  s3: S3Client,
  caller: Caller,
  bucket: string,
  arn: string,
  policy: BucketDetails["policy"],
): Promise<Known<boolean>> {
  if (policy.known && policy.value === null) return known(false);
  const { GetBucketPolicyStatusCommand } = await import("@aws-sdk/client-s3");
  const status = await caller.ask(
    "GetBucketPolicyStatus",
    arn,
    async (abortSignal) => {
      const answer = await s3.send(new GetBucketPolicyStatusCommand({ Bucket: bucket }), { abortSignal });
      return required(answer.PolicyStatus?.IsPublic, "PolicyStatus.IsPublic");
    },
    ["NoSuchBucketPolicy"],
  );
  return status.known ? known(status.value ?? false) : status;
}
