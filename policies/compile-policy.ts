import type { AnyFacts, DataClass, Instruments, Policy } from "../src/model/index.ts";
import type { CompiledPolicy, Decision, Firing } from "./book.ts";
import { ConditionError, type ConditionLanguage } from "./cel.ts";
import { type Condition, compileCondition } from "./condition.ts";
import { citationOn, type Day } from "./law-of-day.ts";

/** Facts that speak of a class of data, and the classes they speak of. */
const classesOfFacts: Readonly<Record<string, readonly DataClass[]>> = {
  "data.stateSecret": ["state-secret"],
  "data.core": ["core"],
  "data.important": ["important"],
  "data.suspectedImportant": ["suspected-important"],
  "data.personal": ["personal", "sensitive-personal"],
  "data.sensitive": ["sensitive-personal"],
  "data.class": ["state-secret", "core", "important", "suspected-important", "sensitive-personal", "personal"],
  "data.classes": ["state-secret", "core", "important", "suspected-important", "sensitive-personal", "personal"],
};

/**
 * Turns a policy into something to be asked, with the law of a day.
 * @throws ConditionError naming what is wrong with a condition.
 */
export function compilePolicy(
  language: ConditionLanguage,
  policy: Policy,
  file: string,
  instruments: Instruments,
  parameters: readonly string[],
): CompiledPolicy {
  const compile = (text: string, ...path: readonly PropertyKey[]): Condition => {
    try {
      return compileCondition(language, text, parameters);
    } catch (error) {
      if (error instanceof ConditionError)
        throw new ConditionError(`${error.message} (in \`${beginningOf(text)}\`)`, error.remedy, path);
      throw error;
    }
  };
  const optional = (text: string | undefined, ...path: readonly PropertyKey[]): Condition | undefined =>
    text === undefined ? undefined : compile(text, ...path);
  const when = compile(policy.when, "when");
  const adjust = policy.adjust.map((entry, index) => ({
    ...entry,
    condition: compile(entry.when, "adjust", index, "when"),
  }));
  const acceptedWhen = optional(policy.acceptedWhen, "acceptedWhen");
  const basis = policy.basis.map((reference, index) => ({
    reference,
    condition: optional(reference.when, "basis", index, "when"),
  }));
  const conditions = [when, acceptedWhen, ...adjust.map((entry) => entry.condition), ...basis.map((b) => b.condition)];
  const facts = new Set(conditions.flatMap((condition) => [...(condition?.facts ?? [])]));
  const about = new Set([...when.facts].flatMap((fact) => classesOfFacts[fact] ?? []));
  const on = (day: Day): CompiledPolicy => {
    const citable = basis.flatMap(({ reference, condition }) => {
      const entry = citationOn(instruments, reference, day);
      return entry === undefined ? [] : [{ entry, condition }];
    });
    const outcome = (facts: AnyFacts): Firing => {
      const change = adjust.find((entry) => entry.condition.test(facts) === true);
      const routesCount = acceptedWhen === undefined ? true : acceptedWhen.test(facts);
      return {
        severity: change?.severity ?? policy.severity,
        verdict: change?.verdict ?? policy.verdict,
        basis: citable.filter(({ condition }) => condition?.test(facts) ?? true).map(({ entry }) => entry),
        routesCount,
        routesMissing: routesCount === undefined ? [...(acceptedWhen?.missing(facts) ?? [])] : [],
      };
    };
    return {
      policy,
      file,
      facts,
      about,
      decide: (facts) => decide(when, policy.firesWithout, facts),
      outcome,
      on,
    };
  };
  return on(undefined);
}

/** Enough of a condition to know it by. */
function beginningOf(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 119)}…`;
}

function decide(when: Condition, firesWithout: readonly string[], facts: AnyFacts): Decision {
  const truth = when.test(facts);
  if (truth !== undefined) return truth ? fires : passes;
  const missing = [...when.missing(facts)];
  return { state: missing.every((fact) => firesWithout.includes(fact)) ? "fires" : "unknown", missing };
}

const fires: Decision = { state: "fires", missing: [] };
const passes: Decision = { state: "passes", missing: [] };
