import type { PlannedResource } from "../../../src/model/index.ts";
import { accountOf } from "../arn.ts";
import { type Here, hereOf, textAt } from "./here.ts";

/** Whoever it is, it is of the account that makes it. */
const identities: ReadonlySet<string> = new Set([
  "aws_caller_identity",
  "aws_cloudfront_origin_access_identity",
  "aws_iam_role",
  "aws_iam_user",
  "AWS::CloudFront::CloudFrontOriginAccessIdentity",
  "AWS::IAM::Role",
  "AWS::IAM::User",
]);

/** Whether names are made of nothing but identities that the own account makes: a role of the same change. */
export function isOwnName(here: Here, madeOf: readonly string[]): boolean {
  return madeOf.length > 0 && madeOf.every((address) => ownIdentity(here, address) !== undefined);
}

/** Accounts that are the own one, as the template states it and as what a policy is made of tells. */
export function ownAccounts(here: Here, path: string): ReadonlySet<string> {
  const own = new Set(here.account === undefined ? [] : [here.account]);
  const followed = new Set<string>();

  function follow(addresses: readonly string[]): void {
    for (const address of addresses) {
      if (followed.has(address)) continue;
      followed.add(address);
      const found = here.resourceAt?.(address);
      if (found?.kind === "aws_iam_policy_document") follow(found.settings.refs(""));
      const identity = ownIdentity(here, address);
      const account = identity === undefined ? undefined : accountIn(identity);
      if (account !== undefined) own.add(account);
    }
  }

  follow(here.settings.refs(path));
  return own;
}

/** Of one caller, or, in a template that names none, of one stack. */
function ownIdentity(here: Here, address: string): PlannedResource | undefined {
  const found = here.resourceAt?.(address);
  if (found === undefined || !identities.has(found.kind)) return undefined;
  return found.caller === here.resource.caller ? found : undefined;
}

function accountIn(identity: PlannedResource): string | undefined {
  const at = hereOf(identity);
  return textAt(at, "account_id") ?? accountOf(textAt(at, "arn") ?? "");
}
