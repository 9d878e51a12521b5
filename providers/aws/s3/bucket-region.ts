import { type Caller, type Evidence, type Known, known } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { bucketArn } from "../arn.ts";
import { answerHeader } from "../errors.ts";
import type { AwsSession } from "../session.ts";

/** A bucket's region, and the answer that tells it or leaves it open. */
export interface BucketPlace {
  readonly region: Known<string>;
  readonly evidence: Evidence;
}

/** As the list of buckets tells it. */
export function listedIn(region: string): BucketPlace {
  return { region: known(region), evidence: { source: "s3:ListBuckets", field: "BucketRegion", value: region } };
}

/** Region of an own bucket that the list did not place: GetBucketLocation, and where that stays unanswered HeadBucket. */
export async function locateBucket(session: AwsSession, caller: Caller, bucket: string): Promise<BucketPlace> {
  const { GetBucketLocationCommand, S3Client } = await import("@aws-sdk/client-s3");
  const s3 = session.client(S3Client, session.homeRegion);
  const arn = bucketArn(session.scope.partition, bucket);
  const location = await caller.ask("GetBucketLocation", arn, async (abortSignal) => {
    const { LocationConstraint } = await s3.send(new GetBucketLocationCommand({ Bucket: bucket }), { abortSignal });
    return regionOfConstraint(LocationConstraint, session.scope.partition);
  });
  if (location.known && location.value !== null) return location.value;
  const head = await headRegion(session, caller, bucket);
  const told = (region: Known<string>, value: string): BucketPlace => ({
    region,
    evidence: { source: "s3:HeadBucket", field: "x-amz-bucket-region", value },
  });
  if (head.known && head.value !== null) return told(known(head.value), head.value);
  if (!head.known) return told(head, `not answered (${head.why})`);
  return told(location.known ? { known: false, why: "failed" } : location, "not stated");
}

/** What `LocationConstraint` leaves out or spells in an old way. Only `aws` has a region without a constraint. */
function regionOfConstraint(constraint: string | undefined, partition: string): BucketPlace | null {
  const told = (region: string, value: string): BucketPlace => ({
    region: known(region),
    evidence: { source: "s3:GetBucketLocation", field: "LocationConstraint", value },
  });
  if (constraint === "EU") return told("eu-west-1", constraint);
  if (constraint !== undefined && constraint !== "") return told(constraint, constraint);
  return partition === "aws" ? told("us-east-1", "none, which is us-east-1") : null;
}

/**
 * Region of any bucket, also of another account: S3 names it in a header of whatever it answers, be it a refusal or a
 * redirect. `null` = there is no such bucket.
 */
export async function headRegion(session: AwsSession, caller: Caller, bucket: string): Promise<Known<string | null>> {
  const { HeadBucketCommand, S3Client } = await import("@aws-sdk/client-s3");
  const s3 = session.client(S3Client, session.homeRegion);
  return caller.ask(
    "HeadBucket",
    bucketArn(session.scope.partition, bucket),
    async (abortSignal) => {
      try {
        const answer = await s3.send(new HeadBucketCommand({ Bucket: bucket }), { abortSignal });
        return required(answer.BucketRegion, "x-amz-bucket-region");
      } catch (error) {
        // The refusal carries the answer that was wanted.
        const told = answerHeader(error, "x-amz-bucket-region");
        if (told === undefined) throw error;
        return told;
      }
    },
    ["NotFound", "NoSuchBucket"],
  );
}
