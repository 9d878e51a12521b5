import type { PlannedLink } from "../../../src/model/index.ts";
import { allowsReading, letsEveryoneRead, readersOf } from "../resource-policy.ts";
import { notYet, statement } from "./flows.ts";
import { fieldOf, type Here } from "./here.ts";
import { isOwnName, ownAccounts } from "./own-accounts.ts";
import { policyAt } from "./policy-document.ts";
import type { PlannedStatement } from "./policy-statement.ts";

/**
 * Who besides the own account can get the content by a policy: everyone (`*`), accounts, organisations, and, as an end of which
 * nothing is known, whoever a plan does not name yet.
 */
export function policyReach(here: Here, path: string, actions: readonly string[]): readonly PlannedLink[] {
  const statements = policyAt(here, path)?.statements ?? [];
  if (statements.length === 0) return [];
  const policy = { Statement: statements.map(({ said }) => said) };
  const field = `${path}.Statement[].Principal`;
  const everyone = letsEveryoneRead(policy, actions)
    ? [statement(here, "reachable-from", { party: "*" }, field, "*")]
    : [];
  const readers = readersOf(policy, "", actions);
  const own = readers.length === 0 ? undefined : ownAccounts(here, path);
  const others = readers.filter(({ party }) => own?.has(party) !== true);
  const isSomebody = statements.some((one) => allowsReading(one.said, actions) && isSomebodyLetIn(here, one));
  return [
    ...everyone,
    ...others.map(({ party, value }) => statement(here, "reachable-from", { party }, field, value)),
    ...(isSomebody ? [statement(here, "reachable-from", {}, field, notYet)] : []),
  ];
}

/** A policy that is stated and not known yet, or that cannot be read: it may let anybody in. */
export function undecidedPolicy(here: Here, path: string): readonly string[] {
  const policy = policyAt(here, path);
  const isRead =
    policy?.isPart === false &&
    !policy.statements.some((one) => one.isUndecided || (!isPlan(here) && isNameOpen(here, one)));
  return !isRead && (policy !== undefined || isStated(here, path)) ? [fieldOf(here, path)] : [];
}

function isStated(here: Here, path: string): boolean {
  const text = here.settings.text(path);
  return text.known ? Boolean(text.value) : isPolicy(here) || here.settings.isWritten(path);
}

/** What is nothing but a policy states one; elsewhere the provider fills in what nobody wrote. */
function isPolicy({ resource }: Here): boolean {
  return resource.kind.startsWith("aws_") && resource.kind.endsWith("_policy");
}

/** A name that a statement surely lets in and that only the apply tells. */
function isSomebodyLetIn(here: Here, one: PlannedStatement): boolean {
  return isPlan(here) && !one.isUndecided && isNameOpen(here, one);
}

function isNameOpen(here: Here, { unnamed }: PlannedStatement): boolean {
  return unnamed.some((madeOf) => !isOwnName(here, madeOf));
}

/** A stack template does not show its own account: what it is made of names nobody else. */
function isPlan({ resource }: Here): boolean {
  return resource.kind.startsWith("aws_");
}
