import type { Column } from "../columns/column.ts";
import type { ObjectResult } from "../result.ts";
import type { Inspection } from "./inspection.ts";

const mark = "secrecy-mark";

/** Whether a mark of state secrets was seen so far: nothing more is read then. */
export function showsSecrecy(inspection: Inspection): boolean {
  if (inspection.marks.some(({ detector }) => detector === mark) || holdsMark(inspection.text)) return true;
  return inspection.columns().some(holdsMark);
}

/** The same of a member of an archive. */
export function isSecretMember({ detectors, marks }: ObjectResult): boolean {
  return detectors.has(mark) || marks.some(({ detector }) => detector === mark);
}

function holdsMark({ counts, votes }: Column): boolean {
  return (counts.get(mark)?.matches ?? 0) > 0 || (votes.get(mark)?.valid ?? 0) > 0;
}
