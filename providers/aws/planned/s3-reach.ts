import type { PlannedLink, PlannedStatements } from "../../../src/model/index.ts";
import { statement } from "./flows.ts";
import { type Here, textAt } from "./here.ts";

/** Actions that give objects away. */
export const readingActions = ["s3:getobject", "s3:getobjectversion"];

export const everyoneGroups: ReadonlySet<string> = new Set([
  "http://acs.amazonaws.com/groups/global/AllUsers",
  // Any account of the partition: nobody in particular.
  "http://acs.amazonaws.com/groups/global/AuthenticatedUsers",
]);

export const readingGrants: ReadonlySet<string> = new Set(["READ", "FULL_CONTROL"]);

const openAcls = /^(?:public-read|public-read-write|authenticated-read|PublicRead|PublicReadWrite|AuthenticatedRead)$/;

/** An ACL by its name, as Terraform and as CloudFormation spell it. */
export function cannedAcl(here: Here, path: string): readonly PlannedLink[] {
  const acl = textAt(here, path);
  return acl !== undefined && openAcls.test(acl) ? [statement(here, "reachable-from", { party: "*" }, path, acl)] : [];
}

/**
 * What remains open: a block on public access closes what a policy or an ACL opens to everyone, and a website serves only what
 * everyone may read. A public policy under the block serves the bucket's own account only.
 */
export function weighBucket({ links, attributes }: PlannedStatements): PlannedStatements {
  const isRestricted =
    attributes["restrictPublicBuckets"] === true && links.some((link) => isOpen(link) && isByPolicy(link));
  const left = links.filter((link) => {
    if (link.kind !== "reachable-from") return true;
    if (isByPolicy(link)) return !isRestricted;
    return !(isOpen(link) && attributes["ignorePublicAcls"] === true);
  });
  if (left.some(isOpen)) return { links: left, attributes: { ...attributes, public: true } };
  return { links: left.filter((link) => !isWebsite(link)), attributes };
}

function isOpen({ kind, target }: PlannedLink): boolean {
  return kind === "reachable-from" && target.party === "*";
}

function isByPolicy({ evidence }: PlannedLink): boolean {
  return evidence.field.endsWith(".Statement[].Principal");
}

function isWebsite({ kind, evidence }: PlannedLink): boolean {
  return kind === "served-from" && evidence.value === "website endpoint";
}
