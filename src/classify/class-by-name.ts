import { type ClassFact, evidenceLine, type ResourceRecord } from "../model/index.ts";
import { hintConfidence } from "./confidence.ts";
import { misleadingRuns, nameWords, technicalChinese, technicalWords } from "./name-words.ts";
import { evidenceText } from "./words.ts";

/** Longest name that is read, in characters; clouds allow at most 1,024. */
const longestName = 1_024;

const hints = nameWords.map((entry) => ({ ...entry, latin: entry.latin.map((word) => ({ word, run: runOf(word) })) }));
const misleading = misleadingRuns.map(runOf);
const technical = technicalWords.map(runOf);
/** Most names hold none of these, and are done with. */
const beginnings = new Set(nameWords.flatMap(({ latin }) => latin.map((word) => stem(word.replace(/-.*/, "")))));
const chineseParts = nameWords.flatMap(({ chinese }) => chinese);

/** What a resource's name hints at: at most one fact per class. */
export function classesByName({ name, role }: Pick<ResourceRecord, "name" | "role">): readonly ClassFact[] {
  // A flow moves data of others; its name speaks of them.
  if (role === "flow") return [];
  const read = name.slice(0, longestName).normalize("NFKC");
  const stems = wordsOf(read).map(stem);
  if (!stems.some((word) => beginnings.has(word)) && !holdsAny(read, chineseParts)) return [];
  const words = spaced(stems);
  if (technical.some((run) => words.includes(run)) || holdsAny(read, technicalChinese)) return [];
  const rest = misleading.reduce((left, run) => left.replaceAll(run, " . "), words);

  const facts = new Map<string, ClassFact>();
  for (const { hint, latin, chinese, why } of hints) {
    if (facts.has(hint)) continue;
    const found = latin.find(({ run }) => rest.includes(run))?.word ?? chinese.find((word) => read.includes(word));
    if (found === undefined) continue;
    const evidence = { kind: "name", detail: evidenceText(evidenceLine("name", { word: found, why })) } as const;
    facts.set(hint, { about: "class", value: hint, confidence: hintConfidence, evidence });
  }
  return [...facts.values()];
}

function holdsAny(text: string, parts: readonly string[]): boolean {
  return parts.some((part) => text.includes(part));
}

/** Words in Latin letters, in lower case; camel case and digits count as gaps. */
function wordsOf(name: string): readonly string[] {
  const gapped = name.replace(/([a-z])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, "$1$3 $2").toLowerCase();
  const words = gapped.match(/\d*[a-z]+/g) ?? [];
  // `24hr` is no human resources department.
  return words.filter((word) => !/^\d+hr$/.test(word)).map((word) => word.replace(/^\d+/, ""));
}

function runOf(words: string): string {
  return spaced(words.split("-").map(stem));
}

/** Whole words with a space around each, so that a run of them is a substring. */
function spaced(words: readonly string[]): string {
  return ` ${words.join(" ")} `;
}

/** Sees through `customers` and `customerdb`. */
function stem(word: string): string {
  const base = /^(.{2,}?)(?:db|data|info|list|tbl|table)$/.exec(word)?.[1] ?? word;
  return base.length > 3 && !base.endsWith("ss") ? base.replace(/s$/, "") : base;
}
