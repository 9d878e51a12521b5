import { type PlannedLink, valueIfKnown } from "../../../src/model/index.ts";
import { letsEveryoneRead, parsePolicy, type ResourcePolicy, readersOf } from "../resource-policy.ts";
import { statement } from "./flows.ts";
import { blocks, fieldOf, type Here, textAt } from "./here.ts";
import { documentReferred, isDocumentUndecided } from "./policy-document.ts";

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
  const isStated = stated.known
    ? Boolean(stated.value)
    : isPolicy(here) || isDocument(here, path) || here.settings.refs(path).length > 0;
  const isRead =
    policyAt(here, path) !== undefined &&
    undecidedStatements(here, path).length === 0 &&
    !isDocumentUndecided(here, path);
  return isStated && !isRead ? [fieldOf(here, path)] : [];
}

/** What is nothing but a policy states one; elsewhere the provider fills in what nobody wrote. */
function isPolicy({ resource }: Here): boolean {
  return resource.kind.startsWith("aws_") && resource.kind.endsWith("_policy");
}

function policyAt(here: Here, path: string): ResourcePolicy | undefined {
  const text = textAt(here, path);
  if (text === undefined) {
    return isDocument(here, path)
      ? { Statement: blocks(here, `${path}.Statement`).map(statementOf) }
      : documentReferred(here, path);
  }
  try {
    return parsePolicy(text);
  } catch {
    // Said by `undecidedPolicy`: the parser's own message would quote the document.
    return undefined;
  }
}

type PolicyStatement = ResourcePolicy["Statement"][number];

/** A policy that is no text but an object, as CloudFormation writes it. */
function isDocument(here: Here, path: string): boolean {
  return blocks(here, `${path}.Statement`).length > 0;
}

const principals = ["AWS", "CanonicalUser"];
const operators = ["StringEquals", "StringLike", "StringEqualsIgnoreCase"].flatMap((name) => [
  name,
  `ForAnyValue:${name}`,
]);
const conditionKeys = ["aws:PrincipalAccount", "aws:PrincipalOrgID", "aws:principalaccount", "aws:principalorgid"];

function statementOf(here: Here): PolicyStatement {
  const { settings } = here;
  const everyone = textAt(here, "Principal") === "*";
  const action = valueIfKnown(settings.texts("Action")) ?? [];
  const notAction = valueIfKnown(settings.texts("NotAction")) ?? [];
  const conditions = settings.each("Condition");
  return {
    Effect: textAt(here, "Effect") ?? "",
    Principal: everyone ? "*" : textsAt(here, "Principal", principals),
    ...(action.length > 0 ? { Action: [...action] } : {}),
    ...(notAction.length > 0 ? { NotAction: [...notAction] } : {}),
    // A condition that cannot be read still is one.
    ...(conditions.known && conditions.value.length === 0
      ? {}
      : {
          Condition: Object.fromEntries(
            operators.map((name) => [name, textsAt(here, `Condition.${name}`, conditionKeys)]),
          ),
        }),
  };
}

function textsAt(here: Here, path: string, names: readonly string[]): Record<string, string[]> {
  const entries = names.map((name): [string, string[]] => [
    name,
    [...(valueIfKnown(here.settings.texts(`${path}.${name}`)) ?? [])],
  ]);
  return Object.fromEntries(entries.filter(([, texts]) => texts.length > 0));
}

/** Statements that let somebody in of whom it is not known yet who it is. */
function undecidedStatements(here: Here, path: string): readonly Here[] {
  return blocks(here, `${path}.Statement`).filter(
    (one) =>
      textAt(one, "Effect") !== "Deny" &&
      textAt(one, "Principal") === undefined &&
      principals.some((name) => !one.settings.texts(`Principal.${name}`).known),
  );
}
