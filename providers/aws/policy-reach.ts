import type { Evidence, Known, Link } from "../../src/model/index.ts";
import { letsEveryoneRead, type ResourcePolicy, readersOf } from "./resource-policy.ts";

interface PolicyWhence {
  /** The account itself: what it lets itself do opens nothing. */
  readonly own: string;
  /** Actions, in lower case, by which somebody gets the content. */
  readonly actions: readonly string[];
  readonly source: string;
  /** Path of the policy in the answer: `Attributes.Policy`. */
  readonly field: string;
}

/** Who besides the own account can get the content by the resource's policy, as links: everyone (`*`), accounts, organisations. */
export function policyReach(policy: Known<ResourcePolicy | null>, whence: PolicyWhence): readonly Link[] {
  if (!policy.known || policy.value === null) return [];
  const reach = (party: string, value: string): Link => {
    const evidence: Evidence = { source: whence.source, field: `${whence.field}.Statement[].Principal`, value };
    return { kind: "reachable-from", direction: "to", target: { party }, evidence };
  };
  const everyone = letsEveryoneRead(policy.value, whence.actions) ? [reach("*", "*")] : [];
  const others = readersOf(policy.value, whence.own, whence.actions);
  return [...everyone, ...others.map(({ party, value }) => reach(party, value))];
}
