import { type AnyFacts, didYouMean, type ParameterValue, type PolicyCase } from "../src/model/index.ts";
import { type AskedOf, type FactGroup, factPathsOf, isFactGroup, typeOfFact } from "./fact-names.ts";

/** Parameters as conditions see them: integers are bigint, as CEL wants them. */
function celParameters(values: Readonly<Record<string, ParameterValue>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, celValue(value)]));
}

function celValue(value: unknown): unknown {
  return typeof value === "number" && Number.isInteger(value) ? BigInt(value) : value;
}

/** The facts a case gives; what it leaves out or sets to null is unknown. */
export function factsOfCase(
  given: PolicyCase["given"],
  parameters: Readonly<Record<string, ParameterValue>>,
): AnyFacts {
  const facts: Partial<Record<FactGroup, Record<string, unknown>>> = { parameters: { ...celParameters(parameters) } };
  for (const [path, value] of Object.entries(given)) {
    const [group = "", name = ""] = path.split(".");
    if (value === null || value === undefined || !isFactGroup(group)) continue;
    const known = facts[group] ?? {};
    known[name] = celValue(value);
    facts[group] = known;
  }
  return facts;
}

/** What is wrong with the facts a case gives: an unknown name, or a value of another type than the fact's. */
export function* mistakesOfGiven(
  given: PolicyCase["given"],
  askedOf: AskedOf,
  parameters: readonly string[],
): Iterable<string> {
  const known = [...factPathsOf(askedOf), ...parameters.map((name) => `parameters.${name}`)];
  for (const [path, value] of Object.entries(given)) {
    if (!known.includes(path)) yield `there is no fact ${path}.${didYouMean(path, known)}`;
    else if (value !== null && !fits(typeOfFact(path), value)) yield `${path} is a ${typeOfFact(path)}`;
  }
}

function fits(type: string, value: unknown): boolean {
  switch (type) {
    case "bool":
      return typeof value === "boolean";
    case "string":
      return typeof value === "string";
    case "int":
      return typeof value === "number" && Number.isInteger(value);
    case "list<string>":
      return Array.isArray(value) && value.every((item) => typeof item === "string");
    case "map<string, string>":
      return typeof value === "object" && !Array.isArray(value) && Object.values(value ?? {}).every(isString);
    default:
      return true;
  }
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}
