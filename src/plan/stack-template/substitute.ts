import type { Evaluation } from "./dialect.ts";
import { isRawList, isRawMap, member } from "./raw.ts";
import { isSettled, pending, refsOf, textOf, type Value } from "./value.ts";

const longest = 100_000;

/** `text ${Name} ${Name.Attribute} ${!Literal}`, alone or with a map of further names. Part of a text is no text. */
export function substitute(argument: unknown, evaluation: Evaluation): Value {
  const [text, given] = isRawList(argument) ? argument : [argument];
  if (typeof text !== "string") return pending(refsOf(evaluation.value(argument)));
  const held: Value[] = [];
  const whole = text.replace(/\$\{([^{}]*)\}/g, (_match, inner: string) => {
    if (inner.startsWith("!")) return `\${${inner.slice(1)}}`;
    const value = partOf(inner.trim(), given, evaluation);
    held.push(value);
    return textOf(value) ?? "";
  });
  // A literal that the text holds may be a reference that is looked up when the stack is made.
  const value = evaluation.value(whole.length > longest ? "" : whole);
  const isKnown = whole.length <= longest && isSettled(value) && held.every((part) => textOf(part) !== undefined);
  return isKnown ? value : pending(refsOf(held));
}

function partOf(name: string, given: unknown, evaluation: Evaluation): Value {
  const own = isRawMap(given) ? member(given, name) : undefined;
  if (own !== undefined) return evaluation.value(own);
  const dot = name.indexOf(".");
  return dot < 0 ? evaluation.ref(name) : evaluation.attribute(name.slice(0, dot), name.slice(dot + 1));
}
