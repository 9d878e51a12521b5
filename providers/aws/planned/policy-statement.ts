import { valueIfKnown } from "../../../src/model/index.ts";
import { type ResourcePolicy, tellsWho } from "../resource-policy.ts";
import { blocks, type Here, textAt } from "./here.ts";

type Said = ResourcePolicy["Statement"][number];

/** A statement of a policy as far as a template tells it. */
export interface PlannedStatement {
  /** What is known of it. */
  readonly said: Said;
  readonly sid: string | undefined;
  /** For each name of somebody that is not known yet, the resources that it is made of. */
  readonly unnamed: readonly (readonly string[])[];
  /** Whether what is not known yet decides more than a name: the effect, the actions, whether there is a condition. */
  readonly isUndecided: boolean;
}

/** A statement of which all is known. */
export function wholeStatement(said: Said, sid?: string): PlannedStatement {
  return { said, sid, unnamed: [], isUndecided: false };
}

/** As JSON spells it: in CloudFormation, and in a document that a configuration writes out. */
export function statementOfJson(here: Here): PlannedStatement {
  const isEveryone = textAt(here, "Principal") === "*";
  const named = isEveryone ? [] : readers.map((type) => [type, namesAt(here, `Principal.${type}`)] as const);
  return stated(here, {
    paths: { sid: "Sid", effect: "Effect", actions: "Action", others: "NotAction" },
    principal: isEveryone ? "*" : Object.fromEntries(named.map(([type, { texts }]) => [type, [...texts]])),
    unnamed: named.flatMap(([, { unnamed }]) => unnamed),
    // What is neither a text nor an object yet may be everyone.
    isWho: isEveryone || here.settings.each("Principal").known,
    condition: conditionOfJson(here),
  });
}

/** As the blocks of a data source spell it. */
export function statementOfBlocks(here: Here): PlannedStatement {
  const named: Record<string, string[]> = {};
  const unnamed: (readonly string[])[] = [];
  for (const one of blocks(here, "principals")) {
    const type = textAt(one, "type") ?? "AWS";
    const found = namesAt(one, "identifiers");
    named[type] = [...(named[type] ?? []), ...found.texts];
    if (type === "*" || readers.includes(type)) unnamed.push(...found.unnamed);
  }
  return stated(here, {
    paths: { sid: "sid", effect: "effect", actions: "actions", others: "not_actions" },
    principal: named["*"]?.includes("*") === true ? "*" : named,
    unnamed,
    isWho: here.settings.each("principals").known,
    condition: conditionOfBlocks(here),
  });
}

/** Whose names may stand for another account: a service or a federation gets no content by itself. */
const readers: readonly string[] = ["AWS", "CanonicalUser"];

interface Condition {
  /** `undefined` where there is none. */
  readonly said: Said["Condition"];
  readonly unnamed: readonly (readonly string[])[];
  readonly isUndecided: boolean;
}

const noCondition: Condition = { said: undefined, unnamed: [], isUndecided: false };

interface Parts {
  readonly paths: Readonly<Record<"sid" | "effect" | "actions" | "others", string>>;
  readonly principal: NonNullable<Said["Principal"]>;
  readonly unnamed: readonly (readonly string[])[];
  readonly isWho: boolean;
  readonly condition: Condition;
}

function stated(here: Here, { paths, principal, unnamed, isWho, condition }: Parts): PlannedStatement {
  const effect = here.settings.text(paths.effect);
  const [actions, others] = [namesAt(here, paths.actions), namesAt(here, paths.others)];
  const said: Said = {
    Effect: effect.known ? (effect.value ?? "Allow") : "Allow",
    Principal: principal,
    ...(actions.texts.length > 0 ? { Action: [...actions.texts] } : {}),
    ...(others.texts.length > 0 ? { NotAction: [...others.texts] } : {}),
    ...(condition.said === undefined ? {} : { Condition: condition.said }),
  };
  const sid = textAt(here, paths.sid);
  if (said.Effect !== "Allow") return wholeStatement(said, sid);
  const isOpen = principal === "*" || principal["AWS"]?.includes("*") === true;
  const isUndecided = !effect.known || !isWho || actions.unnamed.length > 0 || others.unnamed.length > 0;
  return {
    said,
    sid,
    unnamed: isOpen ? [...unnamed, ...condition.unnamed] : unnamed,
    isUndecided: isUndecided || (isOpen && condition.isUndecided),
  };
}

interface Names {
  readonly texts: readonly string[];
  /** For each that is not known yet, what it is made of. */
  readonly unnamed: readonly (readonly string[])[];
}

/** The texts of a list, each one for itself. */
function namesAt({ settings }: Here, path: string): Names {
  const items = settings.each(path);
  if (!items.known) return { texts: [], unnamed: [settings.refs(path)] };
  const texts = items.value.map((item) => ({ item, text: valueIfKnown(item.text("")) }));
  return {
    texts: texts.flatMap(({ text }) => text ?? []),
    unnamed: texts.flatMap(({ item, text }) => (text === undefined ? [item.refs("")] : [])),
  };
}

const operators = ["StringEquals", "StringLike", "StringEqualsIgnoreCase"].flatMap((name) => [
  name,
  `ForAnyValue:${name}`,
]);
const keys = ["aws:PrincipalAccount", "aws:PrincipalOrgID", "aws:principalaccount", "aws:principalorgid"];

function conditionOfJson(here: Here): Condition {
  const tests = here.settings.each("Condition");
  if (!tests.known) return { said: {}, unnamed: [], isUndecided: true };
  if (tests.value.length === 0) return noCondition;
  const read = operators.map((operator) => {
    const named = keys.map((key) => [key, namesAt(here, `Condition.${operator}.${key}`)] as const);
    return [operator, named.filter(([, { texts, unnamed }]) => texts.length + unnamed.length > 0)] as const;
  });
  return {
    said: Object.fromEntries(
      read.map(([operator, named]) => [operator, Object.fromEntries(named.map(([key, { texts }]) => [key, texts]))]),
    ),
    unnamed: read.flatMap(([, named]) => named.flatMap(([, { unnamed }]) => unnamed)),
    isUndecided: false,
  };
}

function conditionOfBlocks(here: Here): Condition {
  // Of a `dynamic` block it may not even be known whether there is one.
  if (!here.settings.each("condition").known) return { said: {}, unnamed: [], isUndecided: true };
  const all = blocks(here, "condition");
  if (all.length === 0) return noCondition;
  const said: Record<string, Record<string, unknown>> = {};
  const unnamed: (readonly string[])[] = [];
  let isUndecided = false;
  for (const one of all) {
    const [test, variable] = [textAt(one, "test"), textAt(one, "variable")];
    if (test === undefined || variable === undefined) {
      isUndecided = true;
      continue;
    }
    const values = namesAt(one, "values");
    said[test] = { ...said[test], [variable]: [...values.texts] };
    if (tellsWho(test, variable)) unnamed.push(...values.unnamed);
  }
  return { said, unnamed, isUndecided };
}
