import { type Instruments, messagePlaceholders, type Policy, type PolicyCase, type Text } from "../src/model/index.ts";
import type { CompiledPolicy } from "./book.ts";
import { mistakesOfGiven } from "./case-facts.ts";
import type { CatalogueEntry } from "./catalogue.ts";
import { canBeUnknown } from "./fact-names.ts";
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
    const problem = citationProblem(instruments, reference.instrument, reference.article);
    if (problem !== undefined) yield { path: ["basis", index], ...problem };
  }
  yield* textMistakes(policy, parameters);
  for (const [index, { given }] of policy.cases.entries()) {
    for (const message of mistakesOfGiven(given, parameters)) {
      yield { path: ["cases", index, "given"], message, remedy: "Correct the case." };
    }
  }
  for (const expect of ["fires", "passes", "unknown"] satisfies PolicyCase["expect"][]) {
    if (expect === "unknown" && policy.needs.length === 0) continue;
    if (policy.cases.some((example) => example.expect === expect)) continue;
    yield { path: ["cases"], message: `no case expects ${expect}`, remedy: "Add one: every outcome has its case." };
  }
}

/** Whether `needs` says which facts the conditions turn on. */
export function* mistakesAfterCompiling({ policy, facts }: CompiledPolicy): Iterable<PolicyMistake> {
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

function citationProblem(
  instruments: Instruments,
  key: string,
  article: string,
): { readonly message: string; readonly remedy: string } | undefined {
  const instrument = instruments[key];
  if (instrument === undefined) {
    const remedy = `Use one of ${Object.keys(instruments).join(", ")}, or add it to instruments.yaml.`;
    return { message: `there is no instrument ${key}`, remedy };
  }
  if (instrument.articles[article] !== undefined) return undefined;
  // A number of an earlier text: `CSL` article 37 stands as alias `CSL2017-37` on the article of today.
  const moved = Object.entries(instrument.articles).find(([, { aliases }]) =>
    aliases.some((alias) => alias.startsWith(key) && alias.endsWith(`-${article}`)),
  );
  const message = `${key} has no article ${article} in instruments.yaml`;
  if (moved === undefined) return { message, remedy: `Cite one of ${Object.keys(instrument.articles).join(", ")}.` };
  const [today, { aliases }] = moved;
  return { message: `${message}: ${aliases.join(", ")} is article ${today} today`, remedy: `Cite article ${today}.` };
}

function* textMistakes(policy: Policy, parameters: readonly string[]): Iterable<PolicyMistake> {
  const known: readonly string[] = [...messagePlaceholders, ...parameters.map((name) => `parameters.${name}`)];
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
