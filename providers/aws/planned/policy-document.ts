import { parsePolicy } from "../resource-policy.ts";
import { blocks, type Here, hereOf, isSet, textAt } from "./here.ts";
import { type PlannedStatement, statementOfBlocks, statementOfJson, wholeStatement } from "./policy-statement.ts";

/** A policy as far as a template tells it. */
export interface PlannedPolicy {
  readonly statements: readonly PlannedStatement[];
  /** Whether there may be statements besides, of which nothing is known. */
  readonly isPart: boolean;
}

const nothing: PlannedPolicy = { statements: [], isPart: true };

/**
 * The policy that a setting states: its text, the object that a stack template writes, or the data source that it is taken from.
 * A policy's text is known only later where it names a resource that is yet to be made, which it mostly does in a first plan; whom
 * its data source lets in is known all the same (provider 5.100.0, plans of Terraform 1.11).
 * @returns `undefined` where it is not known what it says.
 */
export function policyAt(here: Here, path: string): PlannedPolicy | undefined {
  const text = textAt(here, path);
  if (text !== undefined) return policyOfText(text);
  const statements = blocks(here, `${path}.Statement`);
  if (statements.length > 0) return { statements: statements.map(statementOfJson), isPart: false };
  if (here.settings.text(path).known) return undefined;
  const [address, ...others] = here.settings.refs(path);
  return address === undefined || others.length > 0 ? undefined : policyOf(address, here, 0);
}

function policyOfText(text: string): PlannedPolicy | undefined {
  try {
    const statements = parsePolicy(text).Statement.map((said) => wholeStatement(said, said.Sid));
    return { statements, isPart: false };
  } catch {
    // Said by `undecidedPolicy`: the parser's own message would quote the document.
    return undefined;
  }
}

/** Documents within documents; deeper ones are made by nobody. */
const deepest = 20;

function policyOf(address: string, from: Here, depth: number): PlannedPolicy | undefined {
  const found = from.resourceAt?.(address);
  if (found?.kind !== "aws_iam_policy_document" || depth > deepest) return undefined;
  const here = hereOf(found, from.resourceAt);
  const whole = textAt(here, "json");
  if (whole !== undefined) return policyOfText(whole);
  const own: PlannedPolicy = here.settings.each("statement").known
    ? { statements: blocks(here, "statement").map(statementOfBlocks), isPart: false }
    : nothing;
  return merged([
    ...["source_json", "source_policy_documents"].map((path) => takenIn(here, path, depth)),
    own,
    ...["override_json", "override_policy_documents"].map((path) => takenIn(here, path, depth)),
  ]);
}

/** The documents of a list. What is not known yet has to be as many documents as it refers to, or some of it is of somewhere else. */
function takenIn(here: Here, path: string, depth: number): PlannedPolicy {
  if (!isSet(here, path)) return { statements: [], isPart: false };
  const items = here.settings.each(path);
  const texts = items.known ? blocks(here, path).map((item) => textAt(item, "")) : [];
  const known = texts.filter((text) => text !== undefined).map((text) => policyOfText(text) ?? nothing);
  const isEmpty = (index: number): boolean => here.settings.text(`${path}[${index}]`).known;
  const open = texts.filter((text, index) => text === undefined && !isEmpty(index)).length;
  if (items.known && open === 0) return merged(known);
  const addresses = here.settings.refs(path);
  const referred = addresses.map((address) => policyOf(address, here, depth + 1) ?? nothing);
  return merged([...known, ...referred, ...(items.known && open <= addresses.length ? [] : [nothing])]);
}

/** A statement takes the place of an earlier one of the same `sid`. */
function merged(policies: readonly PlannedPolicy[]): PlannedPolicy {
  const all = policies.flatMap(({ statements }) => statements);
  const last = new Map(all.map((one) => [one.sid, one]));
  return {
    statements: all.filter((one) => one.sid === undefined || one.sid === "" || last.get(one.sid) === one),
    isPart: policies.some(({ isPart }) => isPart),
  };
}
