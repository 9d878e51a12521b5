import { evidenceText } from "../classify/words.ts";
import { classOfContent } from "../inspect/class-of.ts";
import {
  type ClassFact,
  type ContentEvidence,
  type ContentProfile,
  type ContentRules,
  certainConfidence,
  evidenceLine,
  type ImportedResult,
} from "../model/index.ts";
import { type ImportFinder, importFinder } from "../store/imported.ts";
import type { RunStore } from "../store/open.ts";

/** A service's own detectors count as much as ours; what only hints is weighed as a name is. */
const certain = 0.9;
const hint = 0.6;
/** Words of a service that a line of evidence shows. */
const mostWords = 5;

export interface ImportedFile {
  readonly file: string;
  readonly format: string;
  readonly results: readonly ImportedResult[];
}

interface Gathered {
  readonly evidence: Map<ContentEvidence, number>;
  readonly facts: Map<string, number>;
  readonly words: Set<string>;
  results: number;
}

/**
 * Turns results of other services into facts about the resources of a run.
 * @returns a sentence for each file some of whose results name nothing that was scanned.
 */
export function applyImports(
  store: RunStore,
  files: readonly ImportedFile[],
  reading: { readonly rules: ContentRules; readonly profile: ContentProfile },
  keyOf: (provider: string, id: string) => string,
): readonly string[] {
  const finder = importFinder(store, keyOf);
  return files.flatMap(({ file, format, results }) => {
    const { byResource, unknown } = gather(results, finder);
    for (const [n, gathered] of byResource) finder.keep(n, factsOf(format, gathered, reading));
    return unknown === 0 ? [] : [`${file}: ${unknown} of ${results.length} results speak of nothing that was scanned`];
  });
}

function gather(results: readonly ImportedResult[], finder: ImportFinder) {
  const byResource = new Map<number, Gathered>();
  let unknown = 0;
  for (const { subject, evidence, classes, words, certain: isCertain } of results) {
    const n = finder.find(subject);
    if (n === undefined) {
      unknown += 1;
      continue;
    }
    const gathered = byResource.get(n) ?? { evidence: new Map(), facts: new Map(), words: new Set(), results: 0 };
    byResource.set(n, gathered);
    gathered.results += 1;
    const sure = isCertain ? certain : hint;
    for (const [one] of evidence) gathered.evidence.set(one, Math.max(sure, gathered.evidence.get(one) ?? 0));
    for (const held of classes) gathered.facts.set(held, Math.max(sure, gathered.facts.get(held) ?? 0));
    for (const word of words) gathered.words.add(word);
  }
  return { byResource, unknown };
}

function factsOf(
  format: string,
  { evidence, facts, words, results }: Gathered,
  { rules, profile }: { readonly rules: ContentRules; readonly profile: ContentProfile },
): readonly ClassFact[] {
  const read = classOfContent([{ evidence, people: 0 }], rules, profile);
  const classes = new Map(facts);
  for (const { class: held, confidence } of read.found) {
    classes.set(held, Math.max(confidence, classes.get(held) ?? 0));
  }
  const shown = [...words].sort();
  const named = shown.slice(0, mostWords).join(", ") + (shown.length > mostWords ? ", …" : "");
  const found = evidenceLine("imported", {
    format,
    words: named === "" ? "stated" : named,
    count: String(results),
    results: results === 1 ? "result" : "results",
  });
  const detail = evidenceText(found);
  return [...classes].map(([held, confidence]) => ({
    about: "class",
    value: held,
    confidence: confidence >= certainConfidence ? confidence : hint,
    evidence: { kind: "import", detail },
  }));
}
