import * as resourcePolicy from "../resource-policy.ts";

/** A bucket policy as far as it says who may read. */
export type BucketPolicy = resourcePolicy.ResourcePolicy;

const reading = ["s3:getobject", "s3:getobjectversion"];

/** @throws MalformedAnswer for a text that is no policy. */
export function parsePolicy(text: string): BucketPolicy {
  return resourcePolicy.parsePolicy(text, "bucket policy");
}

/** Whom a bucket policy lets read objects, besides everyone, which S3 itself judges (`GetBucketPolicyStatus`). */
export function readersOf(policy: BucketPolicy, own: string): readonly resourcePolicy.Reader[] {
  return resourcePolicy.readersOf(policy, own, reading);
}

/** Whether everyone may read objects without any condition, for when S3's own judgement is not to be had. */
export function letsEveryoneRead(policy: BucketPolicy): boolean {
  return resourcePolicy.letsEveryoneRead(policy, reading);
}
