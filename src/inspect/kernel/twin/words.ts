import { tellGroupedCard } from "./groups.ts";
import { weighLetters } from "./letters.ts";
import { weighIpv4, weighMac } from "./networks.ts";
import { isResident, weighNumber } from "./numbers.ts";
import { tellOrganisationCode } from "./organisations.ts";
import { tellGroupedMobile, tellLandlineTail } from "./phones.ts";
import { weighPlate } from "./plates.ts";
import {
  byteAt,
  classCapital,
  classDigit,
  classOther,
  isDigitAt,
  isFreeBefore,
  isFreeBehind,
  type Scan,
  textOf,
} from "./scan.ts";

const [dot, hyphen, blank, colon] = [46, 45, 32, 58];

/**
 * A longest stretch of ASCII letters, digits and underscores.
 * @param content classes of its bytes, added up
 * @param taken where the last grouped number ended: groups belong to one number
 * @returns where the last grouped number ends now
 */
export function weighWord(scan: Scan, start: number, end: number, content: number, taken: number): number {
  const length = end - start;
  const behind = byteAt(scan, end);
  if (length === 2 && (behind === colon || behind === hyphen)) weighMac(scan, start);
  if (content === classDigit) {
    if (length <= 3 && behind === dot) weighIpv4(scan, start);
    if (behind === blank || behind === hyphen) {
      const last = tellGrouped(scan, start, end, taken);
      if (last !== undefined) return last;
    }
  }
  if (length >= 5 && byteAt(scan, start - 1) >= 128) weighPlateWord(scan, start, end);
  if (length < 7 || length > 20) return taken;
  if ((content & classOther) !== 0) weighSmallX(scan, start, end);
  else if (isFreeBefore(scan, start)) weighRun(scan, start, end, content);
  return taken;
}

/** A word of digits that may be the first of some: of a card, or of a mobile number, with its country code or without. */
function tellGrouped(scan: Scan, start: number, end: number, taken: number): number | undefined {
  const length = end - start;
  if (length === 4) return start >= taken ? tellGroupedCard(scan, start) : undefined;
  const canBegin = length === 3 || length === 5 || length === 7;
  return canBegin && end - 3 >= taken ? tellGroupedMobile(scan, end - 3) : undefined;
}

function weighRun(scan: Scan, start: number, end: number, content: number): void {
  const length = end - start;
  if (length === 8 && byteAt(scan, end) === hyphen) tellOrganisationCode(scan, start);
  if (!isFreeBehind(scan, end)) return;
  if ((content & classCapital) !== 0) weighLetters(scan, start, end);
  else if (length > 8) weighNumber(scan, start, end);
  else if (byteAt(scan, start - 1) === hyphen) tellLandlineTail(scan, start, end);
}

/** Resident ids end in `x` at times: no other identifier has a small letter. */
function weighSmallX(scan: Scan, start: number, end: number): void {
  if (end - start !== 18 || !isFreeBefore(scan, start) || !isFreeBehind(scan, end)) return;
  if (isResident(textOf(scan, start, end), scan.lastYear)) scan.tell("id-18", start, end);
}

function weighPlateWord(scan: Scan, start: number, end: number): void {
  if (isDigitAt(scan, start)) return;
  const [stretch = ""] = /^[A-Z][0-9A-Z]*/.exec(textOf(scan, start, Math.min(end, start + 8))) ?? [];
  weighPlate(scan, start, stretch);
}
