import { createHash } from "node:crypto";
import {
  didYouMean,
  JingneiError,
  matchesGlob,
  type Pack,
  type Parameter,
  type ParameterValue,
} from "../src/model/index.ts";
import { bothReadings } from "./article-numbers.ts";
import type { CompiledPolicy, PolicyBook } from "./book.ts";
import { type Catalogue, type CatalogueEntry, type Compiled, readBuiltIn, readFolder } from "./catalogue.ts";
import { ConditionError, type ConditionLanguage, conditionLanguage } from "./cel.ts";
import { mistakesAfterCompiling, mistakesBeforeCompiling, type PolicyMistake } from "./check-policy.ts";
import { compilePolicy } from "./compile-policy.ts";
import type { AskedOf } from "./fact-names.ts";
import { holdsOn, lawKnownFrom } from "./law-of-day.ts";
import { type Mistake, refuseMistakes } from "./mistake.ts";

export { bothReadings } from "./article-numbers.ts";
export type { CompiledPolicy, Decision, Firing, PolicyBook } from "./book.ts";
export { type CaseResult, testPolicies } from "./run-cases.ts";

export interface PolicyOptions {
  /** Packs to use; all when left out. */
  readonly packs?: readonly Pack[];
  /** The user's own folders of policies, as paths that the file system understands. */
  readonly directories?: readonly string[];
  /** Globs on policy ids. */
  readonly disable?: readonly string[];
  /** Values that replace those of parameters.yaml. */
  readonly parameters?: Readonly<Record<string, ParameterValue>>;
}

const home = import.meta.dirname;

/**
 * Loads the built-in law and the user's own rules.
 * @throws JingneiError `config` with file and line of every mistake: a wrong shape, an unknown fact, an article that is not in
 * instruments.yaml, an id used twice, a missing case.
 */
export function loadPolicies(options: PolicyOptions = {}): PolicyBook {
  const catalogue = merge([readBuiltIn(home), ...(options.directories ?? []).map((path) => readFolder(path, false))]);
  const parameters = settleParameters(catalogue.parameters, options.parameters ?? {});
  const compiled = compileAll(catalogue, Object.keys(parameters));
  const selected = select(compiled, options, catalogue.instruments);
  const disabled = compiled.filter((policy) => !selected.includes(policy)).map(({ policy }) => policy.id);
  const content = { policies: selected.map(({ policy }) => policy), instruments: catalogue.instruments, parameters };
  const digest = createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 16);
  const attestations = compiled.flatMap(({ policy }) => (policy.attestation === undefined ? [] : [policy.attestation]));
  const on = (day: string | undefined): PolicyBook => {
    if (day !== undefined && day < lawKnownFrom) {
      const message = `the law before ${lawKnownFrom} is not in the catalogue; --as-of says ${day}`;
      throw new JingneiError("usage", message, `Name ${lawKnownFrom} or a later day.`);
    }
    const [held, others] = partition(selected, ({ policy }) => holdsOn(catalogue.instruments, policy, day));
    return {
      policies: held.map((policy) => policy.on(day)),
      instruments: catalogue.instruments,
      parameters,
      parameterNotes: catalogue.parameters,
      disabled: disabled.sort(),
      notInForce: others.map(({ policy }) => policy.id).sort(),
      attestations: [...new Set(attestations)].sort(),
      digest,
      on,
    };
  };
  return on(undefined);
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

/**
 * The built-in law as one object: the build writes it to `policies.json` beside this file's compiled form.
 * @throws JingneiError `config` when the YAML files have mistakes.
 */
export function compilePolicies(): Compiled {
  const catalogue = merge([readFolder(home, true)]);
  compileAll(catalogue, Object.keys(catalogue.parameters));
  const policies = catalogue.entries.map(({ policy, source, folder }) => ({ file: source.file, folder, policy }));
  return { instruments: catalogue.instruments, parameters: { ...catalogue.parameters }, policies };
}

function merge(catalogues: readonly Catalogue[]): Catalogue {
  const mistakes = catalogues.flatMap((catalogue) => catalogue.mistakes);
  const instruments: Catalogue["instruments"] = {};
  const parameters: Record<string, Parameter> = {};
  for (const catalogue of catalogues) {
    for (const [what, from, into] of [
      ["instrument", catalogue.instruments, instruments],
      ["parameter", catalogue.parameters, parameters],
    ] as const) {
      const twice = Object.keys(from).find((name) => name in into);
      if (twice === undefined) Object.assign(into, from);
      else {
        throw new JingneiError("config", `the ${what} ${twice} is there twice`, "Give your own another name.");
      }
    }
  }
  const entries = catalogues.flatMap((catalogue) => catalogue.entries);
  return { entries, instruments, parameters, mistakes: [...mistakes, ...duplicates(entries)] };
}

function duplicates(entries: readonly CatalogueEntry[]): readonly Mistake[] {
  const first = new Map<string, string>();
  return entries.flatMap(({ policy, source }) => {
    const earlier = first.get(policy.id);
    first.set(policy.id, earlier ?? source.file);
    if (earlier === undefined) return [];
    const message = `the policy id ${policy.id} is used twice; ${earlier} has it already`;
    return [{ file: source.file, line: source.lineOf(["id"]), message, remedy: "Give one of them another id." }];
  });
}

/** Set by the run itself, not by anybody's settings: `mode` is scan, check or demo. */
const runParameters = ["mode"];

function compileAll(catalogue: Catalogue, ownParameters: readonly string[]): readonly CompiledPolicy[] {
  const parameters = [...ownParameters, ...runParameters];
  // What policies cite and refer to has to be sound before they are held against it.
  refuseMistakes(catalogue.mistakes);
  const languages = new Map<AskedOf, ConditionLanguage>();
  const languageOf = (askedOf: AskedOf): ConditionLanguage => {
    const language = languages.get(askedOf) ?? conditionLanguage(askedOf);
    languages.set(askedOf, language);
    return language;
  };
  const mistakes: Mistake[] = [];
  const compiled: CompiledPolicy[] = [];
  for (const entry of catalogue.entries) {
    const { policy, source, checked } = entry;
    const report = ({ path, message, remedy }: PolicyMistake): void => {
      mistakes.push({ file: source.file, line: source.lineOf(path), message, remedy });
    };
    if (checked !== true) [...mistakesBeforeCompiling(entry, catalogue.instruments, parameters)].forEach(report);
    try {
      const language = languageOf(policy.subject ?? "edge");
      const ready = compilePolicy(language, policy, source.file, catalogue.instruments, parameters);
      if (checked !== true) [...mistakesAfterCompiling(ready)].forEach(report);
      compiled.push(ready);
    } catch (error) {
      if (!(error instanceof ConditionError)) throw error;
      report({ path: error.path, message: `a condition ${error.message}`, remedy: error.remedy });
    }
  }
  refuseMistakes(mistakes);
  return compiled.sort((a, b) => b.policy.rank - a.policy.rank || (a.policy.id < b.policy.id ? -1 : 1));
}

function settleParameters(
  notes: Readonly<Record<string, Parameter>>,
  own: Readonly<Record<string, ParameterValue>>,
): Readonly<Record<string, ParameterValue>> {
  const values: Record<string, ParameterValue> = {};
  for (const name of Object.keys(notes).sort()) {
    const note = notes[name];
    if (note !== undefined) values[name] = note.value;
  }
  for (const [name, value] of Object.entries(own)) {
    const standard = values[name];
    if (standard === undefined) {
      const remedy = `Use one of ${Object.keys(values).join(", ")}.`;
      throw new JingneiError(
        "config",
        `there is no policy parameter ${name}.${didYouMean(name, Object.keys(values))}`,
        remedy,
      );
    }
    if (typeof standard !== typeof value) {
      throw new JingneiError("config", `the policy parameter ${name} is a ${typeof standard}`, "Correct its value.");
    }
    values[name] = value;
  }
  return values;
}

function readingsOf(instruments: Catalogue["instruments"], word: string): string | undefined {
  const readings = bothReadings(instruments, word);
  return readings === undefined ? undefined : ` ${readings}.`;
}

function select(
  policies: readonly CompiledPolicy[],
  { packs, disable = [] }: PolicyOptions,
  instruments: Catalogue["instruments"],
): readonly CompiledPolicy[] {
  const ids = policies.map(({ policy }) => policy.id);
  for (const pattern of disable) {
    if (ids.some((id) => matchesGlob(pattern, id))) continue;
    const remedy = "See `jingnei policies list` for the ids.";
    throw new JingneiError(
      "config",
      `policies.disable names no policy: ${pattern}.${readingsOf(instruments, pattern) ?? didYouMean(pattern, ids)}`,
      remedy,
    );
  }
  return policies.filter(
    ({ policy }) =>
      (packs === undefined || packs.includes(policy.pack)) && !disable.some((glob) => matchesGlob(glob, policy.id)),
  );
}
