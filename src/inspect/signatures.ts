import { hint } from "./columns/vote.ts";
import { secrecyMarksIn } from "./detectors/secrecy-mark.ts";
import type { Mark } from "./engine/inspection.ts";
import { biometricSignatures } from "./signatures/biometrics.ts";
import { genomeSignatures } from "./signatures/genomes.ts";
import { headOf } from "./signatures/head.ts";
import { healthSignatures } from "./signatures/health.ts";
import { mapSignatures } from "./signatures/maps.ts";

const signatures = [...healthSignatures, ...genomeSignatures, ...mapSignatures, ...biometricSignatures];

/** Characters at the end of a path that are read. */
const longestName = 400;

/**
 * What the format itself says of the data, by its first bytes. Of the name only a mark of secrecy counts
 * (`机密★10年 方案.docx`); a grade without its star is a hint.
 */
export function* signaturesOf(bytes: Uint8Array, path: string): Generator<Mark> {
  const marks = [...secrecyMarksIn(path.slice(-longestName))];
  const mark = { detector: "secrecy-mark", detail: "a mark of secrecy in the name" } as const;
  if (marks.some(({ strength }) => strength === "marked")) yield mark;
  else if (marks.length > 0) yield { ...mark, detail: "a word of secrecy in the name", confidence: hint };
  if (bytes.length === 0) return;
  const head = headOf(bytes);
  for (const { shows, detail, is } of signatures) {
    if (is(head)) for (const detector of shows) yield { detector, detail };
  }
}
