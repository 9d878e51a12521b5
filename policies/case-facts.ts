import { didYouMean, type Facts, factTypes, type ParameterValue, type PolicyCase } from "../src/model/index.ts";
import { factPaths, isFactGroup } from "./fact-names.ts";

/** Parameters as conditions see them: integers are bigint, as CEL wants them. */
function celParameters(values: Readonly<Record<string, ParameterValue>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, celValue(value)]));
}

function celValue(value: unknown): unknown {
  return typeof value === "number" && Number.isInteger(value) ? BigInt(value) : value;
}

/** The facts a case gives; what it leaves out or sets to null is unknown. */
export function factsOfCase(given: PolicyCase["given"], parameters: Readonly<Record<string, ParameterValue>>): Facts {
  const facts: Record<keyof Facts, Record<string, unknown>> = {
    operator: {},
    resource: {},
    edge: {},
    place: {},
    data: {},
    parameters: { ...celParameters(parameters) },
  };
  for (const [path, value] of Object.entries(given)) {
    const [group = "", name = ""] = path.split(".");
    if (value !== null && value !== undefined && isFactGroup(group)) facts[group][name] = celValue(value);
  }
  return facts;
}

/** What is wrong with the facts a case gives: an unknown name, or a value of another type than the fact's. */
export function* mistakesOfGiven(given: PolicyCase["given"], parameters: readonly string[]): Iterable<string> {
  const known = [...factPaths, ...parameters.map((name) => `parameters.${name}`)];
  for (const [path, value] of Object.entries(given)) {
    if (!known.includes(path)) yield `there is no fact ${path}.${didYouMean(path, known)}`;
    else if (value !== null && !fits(typeOf(path), value)) yield `${path} is a ${typeOf(path)}`;
  }
}

const types: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(factTypes).flatMap(([group, facts]) =>
    typeof facts === "string" ? [] : Object.entries(facts).map(([name, type]) => [`${group}.${name}`, type]),
  ),
);

function typeOf(path: string): string {
  return types[path] ?? "dyn";
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
