import type { DetectorId, HeaderTopic } from "../../model/index.ts";
import { financialTerms } from "../dictionaries/financial-terms.ts";
import { geodataTerms } from "../dictionaries/geodata-terms.ts";
import { medicalTerms } from "../dictionaries/medical-terms.ts";
import { notTerms } from "../dictionaries/not-terms.ts";
import { topicTerms } from "../dictionaries/topic-terms.ts";
import { matcherOf } from "./matcher.ts";

/** What a term speaks of. */
export type TermSubject = Extract<DetectorId, "medical-term" | "financial-term" | "geodata"> | HeaderTopic;

/** A term within running text: characters `[start, end)`. */
export interface Term {
  readonly subject: TermSubject;
  readonly start: number;
  readonly end: number;
}

const listed: readonly (readonly [TermSubject, string])[] = [
  ...medicalTerms.map((term) => ["medical-term", term] as const),
  ...financialTerms.map((term) => ["financial-term", term] as const),
  ...geodataTerms.map((term) => ["geodata", term] as const),
  ...Object.entries(topicTerms).flatMap(([topic, terms]) => terms.map((term) => [topic as HeaderTopic, term] as const)),
];
const matcher = matcherOf(listed.map(([, term]) => term));

/** Every term of every subject, in one pass; a term within a longer one of the same subject counts too. */
export function* termsIn(text: string): Generator<Term> {
  for (const { term, start, end } of matcher.find(text)) {
    const [subject, word] = listed[term] ?? [];
    if (subject !== undefined && !isAcrossWords(text, start, word ?? "")) yield { subject, start, end };
  }
}

function isAcrossWords(text: string, start: number, term: string): boolean {
  return notTerms[term]?.some((longer) => text.startsWith(longer, start - longer.indexOf(term))) ?? false;
}

/** Distinct terms from which running text is about a subject: a menu or a manual names one in passing. */
export const enoughTerms = 2;

/** Distinct terms of each subject, without those within longer ones: 高血压病 is one term. */
export function termCounts(text: string): ReadonlyMap<TermSubject, number> {
  const spans = new Map<TermSubject, Term[]>();
  for (const term of termsIn(text)) {
    const list = spans.get(term.subject) ?? [];
    // Hits come by their ends: a longer one takes back what lies within it.
    while ((list.at(-1)?.start ?? -1) >= term.start) list.pop();
    const last = list.at(-1);
    if (last === undefined || last.end < term.end) list.push(term);
    spans.set(term.subject, list);
  }
  const counts = new Map<TermSubject, number>();
  for (const [subject, list] of spans) {
    counts.set(subject, new Set(list.map(({ start, end }) => text.slice(start, end).toLowerCase())).size);
  }
  return counts;
}
