import type { Detector, Found, Reading } from "../detector.ts";
import { type TermSubject, termsIn } from "../terms/index.ts";

/**
 * A detector of words of a subject. A cell that holds one is `valid`; its canonical form is the longest of its terms, so that distinct values count
 * distinct terms.
 */
export function termDetector(
  id: TermSubject,
  chance: number,
  context: readonly string[],
  also: (cell: string) => Reading = () => "no",
): Detector {
  return {
    id,
    chance,
    needs: "context",
    context,
    person: false,
    ofPersons: true,
    weigh: (cell) => (longestTerm(cell, id) === "" ? also(cell) : "valid"),
    canonical: (cell) => longestTerm(cell, id).toUpperCase() || cell.trim().toUpperCase(),
    findIn: (text) => found(text, id),
  };
}

/** Terms of all subjects in the text that was asked about last: the detectors ask about the same one after the other. */
const termsOf = rememberingLast((text: string) => [...termsIn(text)]);

function rememberingLast<Answer>(answerTo: (text: string) => Answer): (text: string) => Answer {
  let last: { readonly text: string; readonly answer: Answer } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, answer: answerTo(text) };
    return last.answer;
  };
}

function longestTerm(cell: string, id: TermSubject): string {
  let longest = "";
  for (const { subject, start, end } of termsOf(cell)) {
    if (subject === id && end - start > longest.length) longest = cell.slice(start, end);
  }
  return longest;
}

function* found(text: string, id: TermSubject): Generator<Found> {
  for (const { subject, start, end } of termsOf(text)) {
    if (subject === id) yield { start, end, reading: "valid" };
  }
}
