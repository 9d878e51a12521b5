import { type ASTNode, Environment, type ParseResult } from "@marcbachmann/cel-js";
import { didYouMean, factGroupsOf } from "../src/model/index.ts";
import { type AskedOf, factPathsOf, factsOfGroup, isFactGroup } from "./fact-names.ts";

/** Why a condition is refused, and what to write instead. */
export class ConditionError extends Error {
  readonly remedy: string;
  /** Where in the policy the condition stands. */
  readonly path: readonly PropertyKey[];
  constructor(message: string, remedy: string, path: readonly PropertyKey[] = ["when"]) {
    super(message);
    this.name = "ConditionError";
    this.remedy = remedy;
    this.path = path;
  }
}

/** Everything else is refused: what is left ends, and in time linear in its input. `matches` backtracks without bound. */
const functions = ["size", "contains", "startsWith", "endsWith"];
const macros = ["exists", "all"];

/** Words for "not known": a condition that compares with them would take want of knowledge for knowledge. */
const sentinels = ["unknown", "unclassified"];

/** Longer than any condition that a person can check; literals count. */
const maxLength = 4_000;

const limits = { maxAstNodes: 300, maxDepth: 30, maxListElements: 100, maxMapEntries: 0, maxCallArguments: 4 };

/** CEL with the facts that rules about one kind of thing may name. */
export interface ConditionLanguage {
  readonly environment: Environment;
  /** Paths such as `data.origin`, parameters left out. */
  readonly facts: readonly string[];
}

export function conditionLanguage(askedOf: AskedOf = "edge"): ConditionLanguage {
  const environment = new Environment({ limits }).registerVariable("parameters", "map<string, dyn>");
  for (const group of factGroupsOf[askedOf]) {
    const schema = factsOfGroup(group);
    if (schema !== undefined) environment.registerVariable({ name: group, schema: { ...schema } });
  }
  return { environment, facts: factPathsOf(askedOf) };
}

/**
 * Parses and checks one condition.
 * @throws ConditionError for syntax, an unknown fact or parameter, a type that does not fit, and whatever the house refuses.
 */
export function parseCondition(
  { environment, facts }: ConditionLanguage,
  text: string,
  parameters: Iterable<string>,
): ParseResult {
  if (text.length > maxLength) {
    throw new ConditionError(`is longer than ${maxLength} characters`, "Split the rule.");
  }
  let parsed: ParseResult;
  try {
    parsed = environment.parse(text);
  } catch (error) {
    throw new ConditionError(`cannot be read as CEL: ${firstLine(error)}`, "Correct the expression.");
  }
  refuse(parsed.ast, { facts, parameters: [...parameters], inMacro: false, guarded: guardedTags(parsed.ast) });
  const check = parsed.check();
  if (!check.valid) {
    throw new ConditionError(
      `does not fit the types of the facts: ${firstLine(check.error)}`,
      "Correct the expression.",
    );
  }
  if (check.type !== "bool") {
    throw new ConditionError(`gives ${check.type}, not true or false`, "Compare it with something.");
  }
  return parsed;
}

/** The fact a node names, such as `data.origin` or `parameters.logDays`; `undefined` for any other node. */
export function factOf(node: ASTNode): string | undefined {
  if (node.op !== ".") return undefined;
  const [object, name] = node.args;
  return object.op === "id" && isFactGroup(object.args) ? `${object.args}.${name}` : undefined;
}

export function childrenOf(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case "value":
    case "id":
      return [];
    case ".":
    case ".?":
      return [node.args[0]];
    case "!_":
    case "-_":
      return [node.args];
    case "list":
      return node.args;
    case "map":
      return node.args.flat();
    case "call":
      return node.args[1];
    case "rcall":
      return [node.args[1], ...node.args[2]];
    default:
      return node.args;
  }
}

/** All facts below a node, each once. */
export function factsIn(node: ASTNode): ReadonlySet<string> {
  const fact = factOf(node);
  if (fact !== undefined) return new Set([fact]);
  return new Set(childrenOf(node).flatMap((child) => [...factsIn(child)]));
}

export function hasMacro(node: ASTNode): boolean {
  return (node.op === "rcall" && macros.includes(node.args[0])) || childrenOf(node).some(hasMacro);
}

interface Refusal {
  readonly facts: readonly string[];
  readonly parameters: readonly string[];
  readonly inMacro: boolean;
  /** Tag keys that the condition asks for with `"key" in resource.tags`. */
  readonly guarded: ReadonlySet<string>;
}

function refuse(node: ASTNode, context: Refusal): void {
  const fact = factOf(node);
  if (fact !== undefined) {
    refuseUnknownFact(fact, context);
    return;
  }
  if (node.op === "id" && isFactGroup(node.args)) {
    throw new ConditionError(`names all of ${node.args} at once`, `Name one fact, such as ${sampleOf(node.args)}.`);
  }
  if (node.op === "value" && typeof node.args === "string" && sentinels.includes(node.args)) {
    throw new ConditionError(
      `compares with "${node.args}"`,
      "An unknown fact is absent, and a rule that needs it gives review by itself: drop the comparison, or use data.classified, data.originKnown or place.located.",
    );
  }
  // What fails on some facts only would fail when everything has been collected.
  if (node.op === "/" || node.op === "%") {
    throw new ConditionError("divides, which fails where the divisor is 0", "Multiply the other side instead.");
  }
  if (node.op === "[]" && node.args[0].op !== "id" && factOf(node.args[0]) !== "resource.tags") {
    throw new ConditionError("reads one entry of what may be shorter", `Use in, ${macros.join(" or ")}.`);
  }
  let inMacro = context.inMacro;
  if (node.op === "call" || node.op === "rcall") {
    const name = node.args[0];
    const isMacro = node.op === "rcall" && macros.includes(name);
    if (!isMacro && !functions.includes(name)) {
      const why = name === "matches" ? " (its regular expressions can run without bound)" : "";
      const remedy = `Use ${[...functions, ...macros].join(", ")}, or a plain comparison.`;
      throw new ConditionError(`calls ${name}, which conditions do not have${why}`, remedy);
    }
    if (isMacro && inMacro) throw new ConditionError(`nests ${name} in another loop`, "Use one loop at most.");
    inMacro ||= isMacro;
  }
  refuseBareTag(node, context);
  for (const child of childrenOf(node)) refuse(child, { ...context, inMacro });
}

function refuseUnknownFact(fact: string, { facts, parameters }: Refusal): void {
  const known = fact.startsWith("parameters.") ? parameters.map((name) => `parameters.${name}`) : facts;
  if (known.includes(fact)) return;
  const kind = fact.startsWith("parameters.") ? "parameter" : "fact";
  throw new ConditionError(
    `names an unknown ${kind}, ${fact}.${didYouMean(fact, known)}`,
    kind === "fact" ? `It may name ${groupsIn(facts)}.` : "Add it to parameters.yaml.",
  );
}

/** Reading a tag that a resource does not have is an error in CEL, at a time when nobody can correct it. */
function refuseBareTag(node: ASTNode, { guarded }: Refusal): void {
  const key = tagRead(node);
  if (key === undefined || guarded.has(key)) return;
  const test = `"${key}" in resource.tags`;
  throw new ConditionError(`reads the tag ${key}, which a resource may not have`, `Write ${test} && … first.`);
}

function tagRead(node: ASTNode): string | undefined {
  if (node.op === "." && factOf(node.args[0]) === "resource.tags") return node.args[1];
  if (node.op !== "[]" || factOf(node.args[0]) !== "resource.tags") return undefined;
  const [, key] = node.args;
  if (key.op === "value" && typeof key.args === "string") return key.args;
  throw new ConditionError("reads a tag by a computed name", "Write the tag's name in quotes.");
}

function guardedTags(node: ASTNode): ReadonlySet<string> {
  if (node.op === "in" && node.args[0].op === "value" && factOf(node.args[1]) === "resource.tags") {
    return new Set([String(node.args[0].args)]);
  }
  return new Set(childrenOf(node).flatMap((child) => [...guardedTags(child)]));
}

function sampleOf(group: string): string {
  const [name = "name"] = isFactGroup(group) ? Object.keys(factsOfGroup(group) ?? {}) : [];
  return `${group}.${name}`;
}

function groupsIn(facts: readonly string[]): string {
  return [...new Set(facts.map((path) => `${path.split(".")[0]}.*`)), "parameters.*"].join(", ");
}

function firstLine(error: unknown): string {
  return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
}
