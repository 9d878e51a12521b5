import type { Dialect } from "./dialect.ts";
import { isRawList, isRawMap, member } from "./raw.ts";
import { isPending, pending, textOf, type Value } from "./value.ts";

/**
 * What a parameter stands for. One without a value, one that is not to be echoed, and one whose value is only the name of what is
 * looked up are known later.
 * @param given what the command line or the parent stack says
 */
export function parameterValue(declaration: unknown, given: Value, dialect: Dialect): Value {
  const type = member(declaration, "Type");
  if (isSet(member(declaration, "NoEcho")) || (typeof type === "string" && dialect.isLookup(type))) return pending();
  const value = given ?? literal(member(declaration, "Default"));
  if (value === undefined || value === null) return pending();
  if (isPending(value)) return value;
  return typeof type === "string" ? ofType(type, value) : value;
}

/** What the command line or a default says, as it stands. */
export function literal(raw: unknown): Value {
  if (raw === null || typeof raw === "string" || typeof raw === "number" || typeof raw === "boolean") return raw;
  if (isRawList(raw)) return raw.map(literal);
  if (!isRawMap(raw)) return undefined;
  return Object.fromEntries(Object.entries(raw).map(([name, item]) => [name, literal(item)]));
}

/** Whether the value is one of those that the template allows; what is not compared here is allowed. */
export function isAllowed(declaration: unknown, value: Value): boolean {
  const allowed = member(declaration, "AllowedValues");
  const text = textOf(value);
  if (!isRawList(allowed) || text === undefined) return true;
  return allowed.some((one) => textOf(literal(one)) === text);
}

function ofType(type: string, value: Value): Value {
  const text = textOf(value);
  if (/^(?:CommaDelimitedList|List<)/.test(type))
    return text === undefined ? value : text.split(",").map((item) => item.trim());
  if (type === "Json" && typeof value === "string") return jsonOf(value);
  return type === "String" ? (text ?? value) : value;
}

function jsonOf(text: string): Value {
  try {
    return literal(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return pending();
    throw error;
  }
}

function isSet(flag: unknown): boolean {
  return flag !== undefined && flag !== false && String(flag).toLowerCase() !== "false";
}
