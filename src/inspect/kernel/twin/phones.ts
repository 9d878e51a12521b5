import { isFreeBefore, isFreeBehind, type Scan, textOf } from "./scan.ts";

/** Three digits given out to mobile networks (MIIT numbering plan 2017 and later grants). */
const prefixes = /^1(?:3\d|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])/;

export function isMobilePrefix(digits: string): boolean {
  return prefixes.test(digits);
}

/** The country code at the end of what stands before a number, with what must stand before it in turn. */
const countryCode = /(?:\+86[ -]?|(?<![0-9A-Za-z_]|[0-9]\.)0086[ -]?|(?<![0-9A-Za-z_]|[0-9]\.)86-?)$/;

/** Where a mobile number begins whose eleven digits begin at `first`; `undefined` where something touches them. */
function startOf(scan: Scan, first: number): number | undefined {
  const before = countryCode.exec(textOf(scan, first - 8, first));
  if (before !== null) return first - before[0].length;
  return isFreeBefore(scan, first) ? first : undefined;
}

/** Eleven digits in one run, free behind. */
export function tellMobile(scan: Scan, first: number, digits: string): void {
  const start = startOf(scan, first);
  if (isMobilePrefix(digits) && start !== undefined) scan.tell("mobile", start, first + 11);
}

/** Three, four and four digits whose first three begin at `first`. @returns where the number ends */
export function tellGroupedMobile(scan: Scan, first: number): number | undefined {
  const text = textOf(scan, first, first + 13);
  const end = first + 13;
  if (!/^\d{3}([ -])\d{4}\1\d{4}$/.test(text) || !isMobilePrefix(text) || !isFreeBehind(scan, end)) return undefined;
  const start = startOf(scan, first);
  if (start === undefined) return undefined;
  scan.tell("mobile", start, end);
  return end;
}

const landlineRun = /^(?:010|02\d|0[3-9]\d{2})[2-8]\d{6,7}$/;
const landlineTail = /^(?:010|02\d|0[3-9]\d{2})-$/;

export function tellLandlineRun(scan: Scan, start: number, digits: string): void {
  if (landlineRun.test(digits)) scan.tell("landline", start, start + digits.length);
}

/** Seven or eight digits that may stand behind an area code and a hyphen. */
export function tellLandlineTail(scan: Scan, tail: number, end: number): void {
  if (!/[2-8]/.test(textOf(scan, tail, tail + 1))) return;
  for (const length of [5, 4]) {
    const start = tail - length;
    if (start >= 0 && landlineTail.test(textOf(scan, start, tail)) && isFreeBefore(scan, start))
      scan.tell("landline", start, end);
  }
}
