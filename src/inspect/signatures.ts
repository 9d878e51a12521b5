import type { ContentEvidence } from "../model/index.ts";
import { secrecyMarksIn } from "./detectors/secrecy-mark.ts";
import { biometricSignatures } from "./signatures/biometrics.ts";
import { genomeSignatures } from "./signatures/genomes.ts";
import { headOf } from "./signatures/head.ts";
import { healthSignatures } from "./signatures/health.ts";
import { mapSignatures } from "./signatures/maps.ts";

const signatures = [...healthSignatures, ...genomeSignatures, ...mapSignatures, ...biometricSignatures];

/**
 * What the format itself says of the data, by its first bytes. Of the name only a mark of secrecy counts, with its star
 * (`机密★10年 方案.docx`): a name without one is anybody's word.
 */
export function* signaturesOf(
  bytes: Uint8Array,
  path: string,
): Generator<{ readonly detector: ContentEvidence; readonly detail: string }> {
  for (const { strength } of secrecyMarksIn(path.slice(-400))) {
    if (strength !== "marked") continue;
    yield { detector: "secrecy-mark", detail: "a mark of secrecy in the name" };
    break;
  }
  if (bytes.length === 0) return;
  const head = headOf(bytes);
  for (const { shows, detail, is } of signatures) {
    if (is(head)) for (const detector of shows) yield { detector, detail };
  }
}
