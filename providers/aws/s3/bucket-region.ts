import { GetBucketLocationCommand, HeadBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { type Caller, type Known, known } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { bucketArn } from "../arn.ts";
import { answerHeader } from "../errors.ts";
import type { AwsSession } from "../session.ts";

/** Region of an own bucket that the list did not place: GetBucketLocation, and where that stays unanswered HeadBucket. */
export async function locateBucket(session: AwsSession, caller: Caller, bucket: string): Promise<Known<string>> {
  const s3 = session.client(S3Client, session.homeRegion);
  const arn = bucketArn(session.scope.partition, bucket);
  const location = await caller.ask("GetBucketLocation", arn, async (abortSignal) => {
    const answer = await s3.send(new GetBucketLocationCommand({ Bucket: bucket }), { abortSignal });
    return regionOfConstraint(answer.LocationConstraint, session.scope.partition);
  });
  if (location.known && location.value !== null) return known(location.value);
  const head = await headRegion(session, caller, bucket);
  if (head.known && head.value !== null) return known(head.value);
  if (!head.known) return head;
  return location.known ? { known: false, why: "failed" } : location;
}

/** What `LocationConstraint` leaves out or spells in an old way. Only `aws` has a region without a constraint. */
function regionOfConstraint(constraint: string | undefined, partition: string): string | null {
  if (constraint === "EU") return "eu-west-1";
  if (constraint !== undefined && constraint !== "") return constraint;
  return partition === "aws" ? "us-east-1" : null;
}

/**
 * Region of any bucket, also of another account: S3 names it in a header of whatever it answers, be it a refusal or a
 * redirect. `null` = there is no such bucket.
 */
export function headRegion(session: AwsSession, caller: Caller, bucket: string): Promise<Known<string | null>> {
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
