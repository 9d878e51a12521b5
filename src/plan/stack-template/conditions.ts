import type { Evaluation } from "./dialect.ts";
import { isRawList, onlyEntry } from "./raw.ts";
import { isSame, isSettled, textOf } from "./value.ts";

type Held = boolean | undefined;

/**
 * Whether a condition holds; `undefined` where that depends on something not known.
 * @param named the outcome of a named condition; `undefined` for a name that is no condition
 */
export function holdsOf(
  raw: unknown,
  evaluation: Evaluation,
  named: (name: string) => { readonly held: Held } | undefined,
): Held {
  if (typeof raw === "boolean") return raw;
  if (typeof raw === "string") return (named(raw) ?? { held: flagOf(raw) }).held;
  const entry = onlyEntry(raw);
  if (entry === undefined) return undefined;
  const [name, argument] = entry;
  const parts = isRawList(argument) ? argument : [argument];
  switch (name) {
    case "Condition":
      return typeof argument === "string" ? named(argument)?.held : undefined;
    case "Fn::Not": {
      const inner = evaluation.holds(parts[0]);
      return inner === undefined ? undefined : !inner;
    }
    case "Fn::And":
      return all(parts.map((part) => evaluation.holds(part)));
    case "Fn::Or": {
      const none = all(parts.map((part) => negated(evaluation.holds(part))));
      return negated(none);
    }
    case "Fn::Equals":
      return equals(parts, evaluation);
    default:
      return flagOf(textOf(evaluation.value(raw)));
  }
}

function equals([left, right]: readonly unknown[], evaluation: Evaluation): Held {
  const [first, second] = [evaluation.value(left), evaluation.value(right)];
  return isSettled(first) && isSettled(second) ? isSame(first, second) : undefined;
}

function all(held: readonly Held[]): Held {
  if (held.includes(false)) return false;
  return held.includes(undefined) ? undefined : true;
}

function negated(held: Held): Held {
  return held === undefined ? undefined : !held;
}

function flagOf(text: string | undefined): Held {
  if (text === undefined || !/^(?:true|false)$/i.test(text)) return undefined;
  return text.toLowerCase() === "true";
}
