import type { Column } from "../columns/column.ts";
import { hint } from "../columns/vote.ts";
import { secrecyMarksIn } from "../detectors/secrecy-mark.ts";
import type { ObjectResult } from "../result.ts";
import type { Inspection, Mark } from "./inspection.ts";

const mark = "secrecy-mark";

/** Whether a mark of state secrets was seen so far: nothing more is read then. */
export function showsSecrecy(inspection: Inspection): boolean {
  if (inspection.marks.some(isCertainMark) || holdsMark(inspection.text)) return true;
  return inspection.columns().some(holdsMark);
}

/** The same of a member of an archive. */
export function isSecretMember({ detectors, marks }: ObjectResult): boolean {
  return detectors.has(mark) || marks.some(isCertainMark);
}

/** A grade alone (机密) stands in titles of companies' papers too: a hint, for a person to settle. At most one. */
export function readTitle(title: string, inspection: Inspection): void {
  if (inspection.marks.some(({ detector }) => detector === mark)) return;
  for (const { strength } of secrecyMarksIn(title)) {
    if (strength !== "word") continue;
    inspection.marks.push({ detector: mark, detail: "a word of secrecy in a title", confidence: hint });
    return;
  }
}

function isCertainMark({ detector, confidence }: Mark): boolean {
  return detector === mark && confidence === undefined;
}

function holdsMark({ counts, votes }: Column): boolean {
  return (counts.get(mark)?.matches ?? 0) > 0 || (votes.get(mark)?.valid ?? 0) > 0;
}
