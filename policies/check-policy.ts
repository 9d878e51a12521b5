import {
  factGroupsOf,
  type Instruments,
  messagePlaceholders,
  type Policy,
  type PolicyCase,
  subjectPlaceholders,
  type Text,
} from "../src/model/index.ts";
import { bothReadings, citationProblem } from "./article-numbers.ts";
import type { CompiledPolicy } from "./book.ts";
import { mistakesOfGiven } from "./case-facts.ts";
import type { CatalogueEntry } from "./catalogue.ts";
import { canBeUnknown } from "./fact-names.ts";
import { dayWithoutLaw } from "./law-of-day.ts";
import type { Path } from "./yaml-file.ts";

export interface PolicyMistake {
  readonly path: Path;
  readonly message: string;
  readonly remedy: string;
}

/** What a valid shape can still get wrong, before its conditions are compiled. */
export function* mistakesBeforeCompiling(
  { policy, source, folder, builtIn }: CatalogueEntry,
  instruments: Instruments,
  parameters: readonly string[],
): Iterable<PolicyMistake> {
  const name = source.file.replace(/^.*[\\/]/, "").replace(/\.ya?ml$/, "");
  if (name !== policy.id) {
    yield { path: ["id"], message: `the file is named ${name}, the policy ${policy.id}`, remedy: "Make them equal." };
  }
  if (builtIn && folder !== policy.pack) {
    yield { path: ["pack"], message: `it lies in ${folder}, its pack is ${policy.pack}`, remedy: "Move the file." };
  }
  for (const [index, reference] of policy.basis.entries()) {
    const problem = citationProblem(instruments, reference);
    if (problem !== undefined) yield { path: ["basis", index], ...problem };
  }
  for (const [index, alias] of policy.aliases.entries()) {
    const readings = bothReadings(instruments, alias);
    if (readings === undefined) continue;
    yield { path: ["aliases", index], message: readings, remedy: "Write the alias with the year of the text." };
  }
  // A user's rule of which nothing was in force yet is left out on that day; a built-in one says since when it holds.
  const bare = builtIn ? dayWithoutLaw(instruments, policy) : undefined;
  if (bare !== undefined) {
    const remedy = "Say under inForce from when to when it holds, or cite what was in force then.";
    yield { path: ["basis"], message: `nothing that it cites was in force on ${bare}`, remedy };
  }
  yield* subjectMistakes(policy);
  yield* textMistakes(policy, parameters);
  for (const [index, { given }] of policy.cases.entries()) {
    for (const message of mistakesOfGiven(given, policy.subject ?? "edge", parameters)) {
      yield { path: ["cases", index, "given"], message, remedy: "Correct the case." };
    }
  }
  for (const expect of ["fires", "passes", "unknown"] satisfies PolicyCase["expect"][]) {
    if (expect === "unknown" && policy.needs.length === 0) continue;
    if (policy.cases.some((example) => example.expect === expect)) continue;
    yield { path: ["cases"], message: `no case expects ${expect}`, remedy: "Add one: every outcome has its case." };
  }
}

/** What only rules about an edge, or only rules about a subject, have. */
function* subjectMistakes(policy: Policy): Iterable<PolicyMistake> {
  const { subject, attestation } = policy;
  const groups: readonly string[] = factGroupsOf[subject ?? "edge"];
  if (attestation !== undefined && !groups.includes("attestation")) {
    yield { path: ["attestation"], message: "rules of this kind have no attestation", remedy: "Remove it." };
  }
  if (subject === undefined) return;
  const { routes, exemptions, arguable, owns, acceptedWhen, trigger, fold, accountMessage, scope, stops } = policy;
  const ofEdges = { routes, exemptions, arguable, owns, acceptedWhen, trigger, fold, accountMessage, scope, stops };
  for (const [key, value] of Object.entries(ofEdges)) {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    yield { path: [key], message: `a rule about a subject has no ${key}`, remedy: `Remove ${key}.` };
  }
}

/** Whether `needs` says which facts the conditions turn on. */
export function* mistakesAfterCompiling({ policy, facts }: CompiledPolicy): Iterable<PolicyMistake> {
  const asks = [...facts].some((fact) => fact.startsWith("attestation."));
  if (asks && policy.attestation === undefined) {
    const remedy = "Name the id that users write under attestations in jingnei.yaml.";
    yield { path: ["when"], message: "it asks for an attestation and does not say which", remedy };
  }
  if (!asks && policy.attestation !== undefined) {
    yield { path: ["attestation"], message: "no condition asks for it", remedy: "Remove it, or ask for it." };
  }
  for (const fact of facts) {
    if (canBeUnknown(fact) && !policy.needs.includes(fact)) {
      yield { path: ["needs"], message: `${fact} can be unknown and is not listed`, remedy: `Add ${fact} to needs.` };
    }
  }
  for (const fact of policy.needs) {
    if (!facts.has(fact)) {
      yield { path: ["needs"], message: `${fact} is in no condition`, remedy: `Remove ${fact} from needs.` };
    }
  }
}

function* textMistakes(policy: Policy, parameters: readonly string[]): Iterable<PolicyMistake> {
  const own: readonly string[] =
    policy.subject === undefined ? messagePlaceholders : subjectPlaceholders[policy.subject];
  const known = [...own, ...parameters.map((name) => `parameters.${name}`)];
  const texts: readonly (readonly [string, Text | undefined])[] = [
    ["message", policy.message],
    ["accountMessage", policy.accountMessage],
    ["remediation", policy.remediation],
  ];
  for (const [key, text] of texts) {
    if (text === undefined) continue;
    for (const [language, sentence] of Object.entries(text)) {
      for (const [, name = ""] of sentence.matchAll(/\{([^{}]*)\}/g)) {
        if (known.includes(name)) continue;
        const remedy = `Use one of ${known.map((word) => `{${word}}`).join(" ")}.`;
        yield { path: [key, language], message: `there is nothing to put in place of {${name}}`, remedy };
      }
    }
  }
  if (policy.fold !== undefined && policy.accountMessage === undefined) {
    yield {
      path: ["fold"],
      message: "it folds without an accountMessage",
      remedy: "Say what the account's finding says.",
    };
  }
}
