import { icaoCheckDigit } from "../checksums/icao-9303.ts";
import type { Detector, Found } from "../detector.ts";

/**
 * Ordinary, diplomatic, service and public-affairs passports; 14 and 15 with seven digits were ordinary ones until 2007; K and two
 * letters are Hong Kong SAR's and Macao SAR's. H and M with eight digits are left to the mainland travel permit.
 */
const passport =
  /^(?:E(?:\d{8}|[A-HJ-NP-Z]\d{7})|G\d{8}|[DSP](?:\d{8}|E\d{7})|K\d{8}|[HK][A-Z]\d{7}|M[AB]\d{7}|1[45]\d{7})$/i;

/**
 * Second line of a passport's machine-readable zone (ICAO Doc 9303-4, 4.2.2): number, check, state, birth, check, sex, expiry, check,
 * personal number, its check, check over all.
 */
const zoneLine = /[A-Z0-9<]{9}\d(?:CHN|D<<|[A-Z]{3})\d{7}[MFX<]\d{7}[A-Z0-9<]{14}[0-9<]\d/g;
const exactZoneLine = new RegExp(`^${zoneLine.source}$`);
const zoneLength = 44;

/** A passport's number has no check: outside its machine-readable zone only a word or a column's name speaks for it. */
export const cnPassport: Detector = {
  id: "cn-passport",
  chance: 1,
  needs: "context",
  context: ["护照", "護照", "passport", "huzhao", "hzhm", "<<"],
  person: true,
  weigh(cell) {
    if (cell.length === zoneLength) return exactZoneLine.test(cell) && hasChecks(cell) ? "valid" : "no";
    if (cell.length !== 9) return "no";
    if (passport.test(cell)) return cell.startsWith("1") ? "shape" : "valid";
    return /^[EGDSPK][A-Z]?\d{0,3}\*{3,6}\d{1,4}$/.test(cell) ? "masked" : "no";
  },
  canonical: (cell) => (cell.length === zoneLength ? cell.slice(0, 9).replaceAll("<", "") : cell.toUpperCase()),
  *findIn(text): Iterable<Found> {
    if (!text.includes("<")) return;
    for (const { index, 0: line } of text.matchAll(zoneLine)) {
      if (hasChecks(line)) yield { start: index, end: index + line.length, reading: "valid" };
    }
  },
};

function hasChecks(line: string): boolean {
  const overall = line.slice(0, 10) + line.slice(13, 20) + line.slice(21, 43);
  return (
    isChecked(line, 0, 9) &&
    isChecked(line, 13, 19) &&
    isChecked(line, 21, 27) &&
    icaoCheckDigit(overall) === Number(line.charAt(43))
  );
}

function isChecked(line: string, from: number, to: number): boolean {
  return icaoCheckDigit(line.slice(from, to)) === Number(line.charAt(to));
}
