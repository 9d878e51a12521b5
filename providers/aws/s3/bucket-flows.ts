import type { Evidence, Known, Link, LinkTarget, Scope } from "../../../src/model/index.ts";
import { bucketArn } from "../arn.ts";
import type { BucketDetails } from "./bucket-details.ts";

/** Where data of the bucket goes by its own settings: replicas, access logs, its website. */
export async function flowLinks(
  details: BucketDetails,
  scope: Scope,
  /** Region of any bucket, as far as S3 tells: the other end need not be among the records. */
  regionOf: (bucket: string) => Promise<string | undefined>,
): Promise<readonly Link[]> {
  return [...(await replicas(details, scope, regionOf)), ...logs(details, scope)];
}

async function replicas(
  { replication }: BucketDetails,
  scope: Scope,
  regionOf: (bucket: string) => Promise<string | undefined>,
): Promise<readonly Link[]> {
  const links = new Map<string, Link>();
  const rules = replication.known ? (replication.value ?? []) : [];
  for (const [index, rule] of rules.entries()) {
    const destination = rule.Destination?.Bucket;
    // A rule that is switched off carries nothing.
    if (rule.Status !== "Enabled" || destination === undefined || links.has(destination)) continue;
    const region = await regionOf(destination.slice(destination.lastIndexOf(":") + 1));
    const account = rule.Destination?.Account;
    const target: LinkTarget = {
      id: destination,
      ...(region === undefined ? {} : { place: { region } }),
      ...(account === undefined || account === "" || account === scope.account ? {} : { party: account }),
    };
    links.set(destination, {
      kind: "replicates-to",
      direction: "to",
      target,
      evidence: {
        source: "s3:GetBucketReplication",
        field: `ReplicationConfiguration.Rules[${index}].Destination.Bucket`,
        value: destination,
      },
    });
  }
  return [...links.values()];
}

/** S3 takes a target bucket of the same account only, so its place comes from that bucket's own record. */
function logs({ logging }: BucketDetails, scope: Scope): readonly Link[] {
  const bucket = logging.known ? logging.value?.TargetBucket : undefined;
  if (bucket === undefined || bucket === "") return [];
  return [
    {
      kind: "logs-to",
      direction: "to",
      target: { id: bucketArn(scope.partition, bucket) },
      evidence: { source: "s3:GetBucketLogging", field: "LoggingEnabled.TargetBucket", value: bucket },
    },
  ];
}

/**
 * A website endpoint serves from the bucket's own region, and only what everyone may read anyway: without public access it
 * answers 403. So a website is an edge where the bucket is open, and a setting worth showing where it is not.
 */
export function websiteLinks(
  details: BucketDetails,
  region: string,
  everyone: Known<Evidence | null>,
): readonly Link[] {
  if (!servesWebsite(details) || !everyone.known || everyone.value === null) return [];
  return [
    {
      kind: "served-from",
      direction: "to",
      target: { place: { region } },
      evidence: { source: "s3:GetBucketWebsite", field: "IndexDocument.Suffix", value: "website endpoint" },
    },
  ];
}

/** A website that only redirects serves none of the bucket's data. */
export function servesWebsite({ website }: BucketDetails): boolean {
  return website.known && website.value !== null && website.value.RedirectAllRequestsTo === undefined;
}
