import { later, type TemplateValue } from "../settings.ts";
import type { Written } from "./definitions.ts";
import type { Names } from "./names.ts";
import { narrow } from "./steps.ts";
import type { Expression } from "./syntax.ts";
import { inside, isList, isMap, plain, textIn, type Values } from "./values.ts";

/** A JSON document that an argument is the text of. */
export interface WrittenDocument {
  /** What is not known of it is `later`. */
  readonly value: Values;
  /** Addresses that the part of it is made of to which the path leads. */
  refsAt(path: readonly (string | number)[]): readonly string[];
}

/** Names of names; longer chains are made by nobody. */
const farthest = 50;

/**
 * The document that an expression makes though not all of it is known: `jsonencode` of what is written out, or a text with `${…}` in
 * its values, there or behind names and conditions. `undefined` for all else.
 */
export function documentOf(written: Written, names: Names): WrittenDocument | undefined {
  let at: Written | undefined = written;
  for (let hop = 0; at !== undefined && hop < farthest; hop += 1) {
    const { expression } = at;
    if (expression.kind === "template") return documentOfText(expression.parts, at, names);
    const [given, ...more] = expression.kind === "call" && expression.name === "jsonencode" ? expression.args : [];
    if (given !== undefined && more.length === 0) return documentOfValue({ ...at, expression: given }, names);
    at = names.meant(at);
  }
  return undefined;
}

function documentOfValue(written: Written, names: Names): WrittenDocument | undefined {
  const value = names.worth(written);
  if (!isMap(value)) return undefined;
  return {
    value,
    refsAt(path) {
      const steps = pathIn(value, path).map((step): Expression => ({ kind: "literal", value: step }));
      return names.refsOf({ ...written, expression: narrow(written.expression, steps) });
    },
  };
}

/** Stand around the number of a part that is not known; of private use, so that no text has them. */
const [opening, closing] = ["\u{F0000}", "\u{F0001}"];
const marks = new RegExp(`${opening}(\\d+)${closing}`, "gu");

function documentOfText(parts: readonly Expression[], written: Written, names: Names): WrittenDocument | undefined {
  const texts = parts.map((expression) => textIn(names.worth({ ...written, expression })));
  if (texts.some((text) => text?.includes(opening) === true)) return undefined;
  const parsed = parsedOf(texts.map((text, index) => text ?? `${opening}${index}${closing}`).join(""));
  if (!isMap(parsed)) return undefined;
  const value = withoutMarked(parsed);
  if (!isMap(value)) return undefined;
  return {
    value,
    refsAt(path) {
      const held = JSON.stringify(inside(parsed, pathIn(parsed, path))) ?? "";
      const expressions = [...held.matchAll(marks)].flatMap(([, index]) => parts[Number(index)] ?? []);
      return [...new Set(expressions.flatMap((expression) => names.refsOf({ ...written, expression })))];
    },
  };
}

/** One thing alone is read as a list of one: its position is no step of what is written. */
function pathIn(value: TemplateValue, path: readonly (string | number)[]): readonly (string | number)[] {
  let at = value;
  return path.filter((step) => {
    const isThere = typeof step !== "number" || at === later || isList(at);
    if (isThere) at = inside(at, [step]);
    return isThere;
  });
}

/** A part that is not known and stands outside of a text leaves no JSON. */
function parsedOf(text: string): TemplateValue {
  try {
    return plain(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return later;
    throw error;
  }
}

function withoutMarked(value: TemplateValue): TemplateValue {
  if (typeof value === "string") return value.includes(opening) ? later : value;
  if (typeof value !== "object" || value === null) return value;
  const held: readonly TemplateValue[] | Values = value;
  if (Array.isArray(held)) return held.map(withoutMarked);
  return Object.fromEntries(Object.entries(held).map(([name, part]) => [name, withoutMarked(part)]));
}
