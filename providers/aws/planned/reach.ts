import type { PlannedLink } from "../../../src/model/index.ts";
import { letsEveryoneRead, parsePolicy, type ResourcePolicy, readersOf } from "../resource-policy.ts";
import { statement } from "./flows.ts";
import { fieldOf, type Here, textAt } from "./here.ts";

/** Who besides the own account can get the content by a policy: everyone (`*`), accounts, organisations. */
export function policyReach(here: Here, path: string, actions: readonly string[]): readonly PlannedLink[] {
  const policy = policyAt(here, path);
  if (policy === undefined) return [];
  const field = `${path}.Statement[].Principal`;
  const everyone = letsEveryoneRead(policy, actions)
    ? [statement(here, "reachable-from", { party: "*" }, field, "*")]
    : [];
  const others = readersOf(policy, here.account ?? "", actions);
  return [...everyone, ...others.map(({ party, value }) => statement(here, "reachable-from", { party }, field, value))];
}

/** A policy that is stated and not known yet, or that cannot be read: it may let anybody in. */
export function undecidedPolicy(here: Here, path: string): readonly string[] {
  const stated = here.settings.text(path);
  const isUnread = stated.known && Boolean(stated.value) && policyAt(here, path) === undefined;
  const isLater = !stated.known && here.settings.refs(path).length > 0;
  return isUnread || isLater ? [fieldOf(here, path)] : [];
}

function policyAt(here: Here, path: string): ResourcePolicy | undefined {
  const text = textAt(here, path);
  if (text === undefined) return undefined;
  try {
    return parsePolicy(text);
  } catch {
    // Said by `undecidedPolicy`: the parser's own message would quote the document.
    return undefined;
  }
}
