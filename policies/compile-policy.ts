import type { Environment } from "@marcbachmann/cel-js";
import type { Basis, DataClass, Facts, Instruments, Policy } from "../src/model/index.ts";
import type { CompiledPolicy, Decision, Firing } from "./book.ts";
import { ConditionError } from "./cel.ts";
import { type Condition, compileCondition } from "./condition.ts";

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
 * Turns a policy into something to be asked.
 * @throws ConditionError naming what is wrong with a condition.
 */
export function compilePolicy(
  environment: Environment,
  policy: Policy,
  file: string,
  instruments: Instruments,
  parameters: readonly string[],
): CompiledPolicy {
  const compile = (text: string, ...path: readonly PropertyKey[]): Condition => {
    try {
      return compileCondition(environment, text, parameters);
    } catch (error) {
      if (error instanceof ConditionError)
        throw new ConditionError(`${error.message} (in \`${text}\`)`, error.remedy, path);
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
    entry: citation(instruments, reference.instrument, reference.article),
    condition: optional(reference.when, "basis", index, "when"),
  }));
  const conditions = [when, acceptedWhen, ...adjust.map((entry) => entry.condition), ...basis.map((b) => b.condition)];
  return {
    policy,
    file,
    facts: new Set(conditions.flatMap((condition) => [...(condition?.facts ?? [])])),
    about: new Set([...when.facts].flatMap((fact) => classesOfFacts[fact] ?? [])),
    decide: (facts) => decide(when, policy.firesWithout, facts),
    outcome: (facts): Firing => {
      const change = adjust.find((entry) => entry.condition.test(facts) === true);
      const routesCount = acceptedWhen === undefined ? true : acceptedWhen.test(facts);
      return {
        severity: change?.severity ?? policy.severity,
        verdict: change?.verdict ?? policy.verdict,
        basis: basis.filter(({ condition }) => condition?.test(facts) ?? true).map(({ entry }) => entry),
        routesCount,
        routesMissing: routesCount === undefined ? [...(acceptedWhen?.missing(facts) ?? [])] : [],
      };
    },
  };
}

function decide(when: Condition, firesWithout: readonly string[], facts: Facts): Decision {
  const truth = when.test(facts);
  if (truth !== undefined) return truth ? fires : passes;
  const missing = [...when.missing(facts)];
  return { state: missing.every((fact) => firesWithout.includes(fact)) ? "fires" : "unknown", missing };
}

const fires: Decision = { state: "fires", missing: [] };
const passes: Decision = { state: "passes", missing: [] };

function citation(instruments: Instruments, key: string, number: string): Basis {
  const instrument = instruments[key];
  const article = instrument?.articles[number];
  if (instrument === undefined || article === undefined) throw new Error(`${key} ${number} was checked at loading`);
  return {
    instrument: key,
    name: instrument.name,
    article: number,
    title: article.title,
    inForce: instrument.inForce,
    status: instrument.status,
    source: instrument.source,
    confidence: article.confidence ?? instrument.confidence,
  };
}
