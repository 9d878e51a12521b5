import { later, type TemplateValue } from "../settings.ts";
import type { Expression } from "./syntax.ts";
import { isList, isMap, isSmall } from "./values.ts";

/**
 * A variable's value under its type: an object has the attributes that its type names, and of those that are optional and not
 * given the type's default, or null (type constraints of the Terraform language, developer.hashicorp.com, read 2026-11-22).
 */
export function conform(value: TemplateValue, constraint: Expression): TemplateValue {
  return isSmall(value) ? under(value, constraint) : later;
}

function under(value: TemplateValue, constraint: Expression): TemplateValue {
  if (value === later || value === undefined || value === null || constraint.kind !== "call") return value;
  const [inner] = constraint.args;
  if (inner === undefined) return value;
  switch (constraint.name) {
    case "object":
      return isMap(value) && inner.kind === "object" ? objectUnder(value, inner) : value;
    case "map":
      return isMap(value)
        ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, under(item, inner)]))
        : value;
    case "list":
    case "set":
      return isList(value) ? value.map((item) => under(item, inner)) : value;
    default:
      return value;
  }
}

function objectUnder(
  value: { readonly [name: string]: TemplateValue },
  { entries }: Extract<Expression, { kind: "object" }>,
): TemplateValue {
  const attributes = entries.flatMap(([key, type]): (readonly [string, TemplateValue])[] => {
    if (key.kind !== "literal") return [];
    const name = String(key.value);
    const isOptional = type.kind === "call" && type.name === "optional";
    const [inner = type, fallback] = isOptional ? type.args : [];
    const given = Object.hasOwn(value, name) ? value[name] : null;
    if (given !== null || !isOptional) return [[name, under(given, inner)]];
    return [[name, fallback === undefined ? null : under(literalOf(fallback), inner)]];
  });
  return Object.fromEntries(attributes);
}

/** Defaults in a type are written out: they may name nothing. */
function literalOf(expression: Expression): TemplateValue {
  if (expression.kind === "literal") return expression.value;
  if (expression.kind === "list") return expression.items.map(literalOf);
  if (expression.kind !== "object") return later;
  const entries = expression.entries.map(([key, value]) => [key, literalOf(value)] as const);
  if (entries.some(([key]) => key.kind !== "literal")) return later;
  return Object.fromEntries(entries.map(([key, value]) => [key.kind === "literal" ? String(key.value) : "", value]));
}
