import type { Link, LinkTarget, Scope } from "../../src/model/index.ts";
import { arnOf } from "./arn.ts";
import { arnTarget } from "./targets.ts";

/** Which answer says it, and in which field of it. */
export interface Whence {
  readonly source: string;
  readonly field: string;
}

/** The key that encrypts a store, where it lies in another region or belongs to another account. */
export function keyElsewhere(own: Scope, region: string, key: string | undefined, whence: Whence): readonly Link[] {
  // A bare id or an alias is of the own account and region.
  if (key === undefined || !key.startsWith("arn:")) return [];
  const target = arnTarget(key, own);
  if (target.place?.region === region && target.party === undefined) return [];
  return [{ kind: "key-held-in", direction: "to", target, evidence: { ...whence, value: key } }];
}

/** A neighbour that a service names by its name only, since it delivers within the own account and region. */
export function neighbour(own: Scope, region: string, service: string, resource: string): LinkTarget {
  return { id: arnOf(own, service, region, resource), place: { region } };
}
