import type { DetectorId } from "../../model/index.ts";
import { financialTerms } from "../dictionaries/financial-terms.ts";
import { geodataTerms } from "../dictionaries/geodata-terms.ts";
import { medicalTerms } from "../dictionaries/medical-terms.ts";
import { notTerms } from "../dictionaries/not-terms.ts";
import { matcherOf } from "./matcher.ts";

/** What a term speaks of. */
export type TermSubject = Extract<DetectorId, "medical-term" | "financial-term" | "geodata">;

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
