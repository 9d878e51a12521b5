import type { Scope } from "../../src/model/index.ts";

/** ARN of a resource of an account and region, with the real partition. */
export function arnOf(scope: Scope, service: string, region: string, resource: string): string {
  return `arn:${scope.partition}:${service}:${region}:${scope.account}:${resource}`;
}

/** S3 names neither region nor account in a bucket's ARN. */
export function bucketArn(partition: string, bucket: string): string {
  return `arn:${partition}:s3:::${bucket}`;
}

/** The partition an ARN names, or `undefined` where the text is no ARN. */
export function partitionOfArn(arn: string): string | undefined {
  const [prefix, partition] = arn.split(":", 2);
  return prefix === "arn" && partition !== undefined && partition !== "" ? partition : undefined;
}

/** The 12-digit account of an ARN or of a bare account id; `undefined` for anything else. */
export function accountOf(text: string): string | undefined {
  if (/^\d{12}$/.test(text)) return text;
  const account = text.startsWith("arn:") ? text.split(":", 5)[4] : undefined;
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
}
