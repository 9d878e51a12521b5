import { isJsonObject, type Json, type JsonObject } from "./json.ts";
import { type ArmValue, unknownValue } from "./values.ts";

/** A parameter as a template declares it. */
export interface Declared {
  readonly name: string;
  readonly declaration: JsonObject;
}

/** An entry by its name; Resource Manager does not mind capitals. */
export function entryOf(entries: Json | undefined, name: string): readonly [string, Json] | undefined {
  if (!isJsonObject(entries)) return undefined;
  const wanted = name.toLowerCase();
  return Object.entries(entries).find(([key]) => key.toLowerCase() === wanted);
}

/** Type of a parameter in lower case, through the template's own types. */
export function typeOf({ declaration }: Declared, template: JsonObject): string {
  let found: JsonObject = declaration;
  const seen = new Set<JsonObject>();
  while (typeof found["$ref"] === "string" && !seen.has(found)) {
    seen.add(found);
    const [, name] = entryOf(template["definitions"], found["$ref"].replace(/^#\/definitions\//, "")) ?? [];
    if (!isJsonObject(name)) return "unknown";
    found = name;
  }
  return typeof found["type"] === "string" ? found["type"].toLowerCase() : "unknown";
}

/** Whether what a parameter is given must not be seen. */
export function isSecret(type: string): boolean {
  return type.startsWith("secure");
}

/**
 * What the command line gives a parameter, as its type reads it.
 * @returns `undefined` where it is not of that type.
 */
export function givenValue(given: unknown, type: string): ArmValue | undefined {
  if (typeof given !== "string") return fromUnknown(given, 0);
  if (type === "string" || type === "unknown") return given;
  if (type === "int") return /^-?\d{1,15}$/.test(given) ? Number(given) : undefined;
  if (type === "bool") return /^(?:true|false)$/i.test(given) ? given.toLowerCase() === "true" : undefined;
  try {
    const parsed: unknown = JSON.parse(given);
    return fromUnknown(parsed, 0);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const maxDepth = 100;

function fromUnknown(value: unknown, depth: number): ArmValue | undefined {
  if (depth > maxDepth) return undefined;
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return value;
  }
  if (typeof value !== "object") return undefined;
  if (Array.isArray(value)) {
    const items = value.map((item) => fromUnknown(item, depth + 1));
    return items.flatMap((item) => (item === undefined ? [] : [item]));
  }
  const entries = Object.entries(value).flatMap(([name, item]) => {
    const read = fromUnknown(item, depth + 1);
    return read === undefined ? [] : [[name, read] as const];
  });
  return Object.fromEntries(entries);
}

/** A parameter whose value nobody gives before the deployment. */
export function unknownParameter(name: string): ArmValue {
  return unknownValue(`{parameters('${name}')}`);
}
