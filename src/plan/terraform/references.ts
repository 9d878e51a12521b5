import { type Step, stepsOfAddress } from "./address.ts";
import { isObject, member } from "./json-guards.ts";

/** One mention in an expression: `aws_s3_bucket.team["hr"].id`, in its longest form. */
export interface Mention {
  readonly steps: readonly Step[];
  /** As it stands there. */
  readonly text: string;
  /** The mention after it is `each.key` or `count.index`: as far as a plan tells, the key of this one. */
  readonly byOwnKey: boolean;
}

/**
 * The mentions of an expression. A plan lists each one in its full length and then ever shorter (`x["hr"].id`, `x["hr"]`, `x`); a key
 * that is itself an expression follows as a mention of its own (`x`, `each.key`), without a word of what it is the key of.
 */
export function mentionsOf(references: readonly string[]): readonly Mention[] {
  const longest: string[] = [];
  let previous: string | undefined;
  for (const reference of references) {
    if (previous === undefined || !isShorterFormOf(reference, previous)) longest.push(reference);
    previous = reference;
  }
  return longest.map((reference, index) => {
    const next = longest[index + 1];
    return {
      steps: stepsOfAddress(reference),
      text: reference,
      byOwnKey: next === "each.key" || next === "count.index",
    };
  });
}

/** The references of an expression; `undefined` where it is none, but a block. */
export function referencesOf(expression: unknown): readonly string[] | undefined {
  if (!isObject(expression)) return undefined;
  const references = member(expression, "references");
  if (isTexts(references)) return references;
  return Object.hasOwn(expression, "constant_value") ? [] : undefined;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

/** `module.a` after `module.a["x"]` is a mention of its own: the list of a module's forms ends with its key. */
function isShorterFormOf(reference: string, previous: string): boolean {
  if (reference.length >= previous.length || !previous.startsWith(reference)) return false;
  const cut = previous[reference.length];
  if (cut === ".") return true;
  return cut === "[" && !/^module\.[^.[]+$/.test(reference);
}
