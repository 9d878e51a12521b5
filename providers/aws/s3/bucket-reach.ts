import type { GetBucketAclOutput } from "@aws-sdk/client-s3";
import { type Evidence, type Known, known, type Link, type Scope, unknown } from "../../../src/model/index.ts";
import type { BucketDetails } from "./bucket-details.ts";
import { letsEveryoneRead, readersOf } from "./bucket-policy.ts";

const everyoneGroups = new Set([
  "http://acs.amazonaws.com/groups/global/AllUsers",
  // Any account of the partition: nobody in particular.
  "http://acs.amazonaws.com/groups/global/AuthenticatedUsers",
]);
const reading = new Set(["READ", "FULL_CONTROL"]);

/** Whether everyone can read, and who told. `known(null)` = nobody lets everyone in. */
export function openToEveryone(details: BucketDetails): Known<Evidence | null> {
  const { block } = details;
  // Where the block is unknown it is taken for absent: a bucket that says it is public is shown, with the gap beside it.
  const settings = block.known ? block.value : null;
  if (details.publicByPolicy.known && details.publicByPolicy.value && settings?.RestrictPublicBuckets !== true) {
    return known({ source: "s3:GetBucketPolicyStatus", field: "PolicyStatus.IsPublic", value: "true" });
  }
  if (
    !details.publicByPolicy.known &&
    details.policy.known &&
    details.policy.value !== null &&
    settings?.RestrictPublicBuckets !== true &&
    letsEveryoneRead(details.policy.value)
  ) {
    return known({ source: "s3:GetBucketPolicy", field: "Policy.Statement[].Principal", value: "*" });
  }
  const grant = details.acl.known ? publicGrant(details.acl.value) : undefined;
  if (grant !== undefined && settings?.IgnorePublicAcls !== true) return known(grant);
  const policyUnknown = !details.publicByPolicy.known && settings?.RestrictPublicBuckets !== true;
  const aclUnknown = !details.acl.known && settings?.IgnorePublicAcls !== true;
  if (policyUnknown && !details.publicByPolicy.known) return details.publicByPolicy;
  if (aclUnknown && !details.acl.known) return unknown(details.acl.why);
  return known(null);
}

/** Who besides the owner can reach the bucket: everyone, other accounts by policy, other owners by ACL. */
export function reachLinks(details: BucketDetails, scope: Scope, everyone: Known<Evidence | null>): readonly Link[] {
  const links: Link[] = [];
  if (everyone.known && everyone.value !== null) links.push(reach("*", everyone.value));
  const settings = details.block.known ? details.block.value : null;
  // A public policy under this block serves the bucket's own account only.
  const restricted =
    settings?.RestrictPublicBuckets === true && details.publicByPolicy.known && details.publicByPolicy.value;
  if (details.policy.known && details.policy.value !== null && !restricted) {
    for (const { party, value } of readersOf(details.policy.value, scope.account)) {
      links.push(reach(party, { source: "s3:GetBucketPolicy", field: "Policy.Statement[].Principal", value }));
    }
  }
  if (details.acl.known) links.push(...granteeLinks(details.acl.value));
  return links;
}

function reach(party: string, evidence: Evidence): Link {
  return { kind: "reachable-from", direction: "to", target: { party }, evidence };
}

function publicGrant(acl: GetBucketAclOutput | null): Evidence | undefined {
  const grant = acl?.Grants?.find(
    ({ Grantee, Permission }) => everyoneGroups.has(Grantee?.URI ?? "") && reading.has(Permission ?? ""),
  );
  if (grant?.Grantee?.URI === undefined) return undefined;
  return { source: "s3:GetBucketAcl", field: "Grants[].Grantee.URI", value: grant.Grantee.URI };
}

/** Another owner, known by the canonical id only. */
function granteeLinks(acl: GetBucketAclOutput | null): readonly Link[] {
  const owner = acl?.Owner?.ID;
  const others = new Set<string>();
  for (const { Grantee, Permission } of acl?.Grants ?? []) {
    const id = Grantee?.ID;
    if (id !== undefined && id !== "" && id !== owner && reading.has(Permission ?? "")) others.add(id);
  }
  return [...others]
    .sort()
    .map((id) => reach(id, { source: "s3:GetBucketAcl", field: "Grants[].Grantee.ID", value: id }));
}
