import { valueIfKnown } from "../../../src/model/index.ts";
import type { ResourcePolicy } from "../resource-policy.ts";
import { blocks, type Here, hereOf, isSet, textAt } from "./here.ts";

type PolicyStatement = ResourcePolicy["Statement"][number];

/**
 * The policy that a setting takes from a data source of the change. Its text is known only later where it names a resource that
 * is yet to be made, which it mostly does; whom it lets in is known all the same (provider 5.100.0, plans of Terraform 1.11).
 */
export function documentReferred(here: Here, path: string): ResourcePolicy | undefined {
  const document = documentOf(here, path);
  return document === undefined ? undefined : { Statement: blocks(document, "statement").map(statementOf) };
}

/** Whether a document may let in more than it says by itself: what it takes in of others, and whom it does not name yet. */
export function isDocumentUndecided(here: Here, path: string): boolean {
  const document = documentOf(here, path);
  if (document === undefined) return false;
  const takesIn = ["source_policy_documents", "override_policy_documents", "source_json", "override_json"];
  if (!document.settings.each("statement").known || takesIn.some((one) => isFilled(document, one))) return true;
  return blocks(document, "statement").some(
    (statement) =>
      textAt(statement, "effect") !== "Deny" &&
      (!statement.settings.each("principals").known ||
        blocks(statement, "principals").some((one) => !one.settings.texts("identifiers").known)),
  );
}

function isFilled(here: Here, path: string): boolean {
  const items = here.settings.each(path);
  return (
    !items.known ||
    (items.value.length > 0 && (items.value.length > 1 || isSet(here, `${path}[0]`) || isSet(here, path)))
  );
}

function documentOf(here: Here, path: string): Here | undefined {
  if (here.settings.text(path).known) return undefined;
  const [address, ...others] = here.settings.refs(path);
  const found = address === undefined || others.length > 0 ? undefined : here.resourceAt?.(address);
  return found?.kind === "aws_iam_policy_document" ? hereOf(found) : undefined;
}

function statementOf(here: Here): PolicyStatement {
  const { settings } = here;
  const actions = valueIfKnown(settings.texts("actions")) ?? [];
  const others = valueIfKnown(settings.texts("not_actions")) ?? [];
  const conditions = settings.each("condition");
  return {
    Effect: textAt(here, "effect") ?? "Allow",
    Principal: principalOf(here),
    ...(actions.length > 0 ? { Action: [...actions] } : {}),
    ...(others.length > 0 ? { NotAction: [...others] } : {}),
    // A condition that cannot be read still is one.
    ...(conditions.known && conditions.value.length === 0 ? {} : { Condition: conditionOf(here) }),
  };
}

function principalOf(here: Here): NonNullable<PolicyStatement["Principal"]> {
  const named: Record<string, string[]> = {};
  for (const one of blocks(here, "principals")) {
    const type = textAt(one, "type") ?? "";
    const identifiers = valueIfKnown(one.settings.texts("identifiers")) ?? [];
    if (type === "*" && identifiers.includes("*")) return "*";
    named[type] = [...(named[type] ?? []), ...identifiers];
  }
  return named;
}

function conditionOf(here: Here): NonNullable<PolicyStatement["Condition"]> {
  const read: Record<string, Record<string, unknown>> = {};
  for (const one of blocks(here, "condition")) {
    const [test, variable] = [textAt(one, "test"), textAt(one, "variable")];
    if (test === undefined || variable === undefined) continue;
    read[test] = { ...read[test], [variable]: [...(valueIfKnown(one.settings.texts("values")) ?? [])] };
  }
  return read;
}
