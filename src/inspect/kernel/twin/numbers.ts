import { passesLuhn } from "../../checksums/luhn.ts";
import { passesMod11dash2 } from "../../checksums/mod-11-2.ts";
import { isDay } from "../../values/calendar.ts";
import { isOfScheme } from "./card-schemes.ts";
import { tellCreditCode } from "./organisations.ts";
import { isMobilePrefix, tellLandlineRun, tellMobile } from "./phones.ts";
import { byteAt, type Scan, textOf } from "./scan.ts";

/** Whether 18 characters are a resident id or a permit of its form. */
export function isResident(id: string, lastYear: number): boolean {
  if (!/^[1-9]\d{16}[\dXx]$/.test(id)) return false;
  const year = Number(id.slice(6, 10));
  if (year < 1900 || year > lastYear) return false;
  return isDay(year, Number(id.slice(10, 12)), Number(id.slice(12, 14))) && passesMod11dash2(id);
}

/** First digits of many numbers that count or tell the time, and the lengths in which they may be something. */
const seldom = /[017]/;
const seldomLengths = new Set([10, 11, 12, 15, 18]);

/** A word of nine digits or more, free on both sides. */
export function weighNumber(scan: Scan, start: number, end: number): void {
  if (!seldomLengths.has(end - start) && seldom.test(String.fromCharCode(byteAt(scan, start)))) return;
  const number = textOf(scan, start, end);
  const { length } = number;
  if (length >= 10 && length <= 12 && number.startsWith("0")) tellLandlineRun(scan, start, number);
  else if (length === 11) tellMobile(scan, start, number);
  else if (length === 13 && number.startsWith("86")) tellMobile(scan, start + 2, number.slice(2));
  else if (length === 15) weighFifteen(scan, start, number);
  else if (length === 18) weighEighteen(scan, start, number);
  else if (length >= 19 && number.startsWith("8986")) {
    if (passesLuhn(number)) scan.tell("iccid", start, end);
  } else if (isOfScheme(number) && passesLuhn(number)) scan.tell("card", start, end);
}

function weighEighteen(scan: Scan, start: number, number: string): void {
  const end = start + 18;
  if (isResident(number, scan.lastYear)) scan.tell("id-18", start, end);
  else if (isOfScheme(number) && passesLuhn(number)) scan.tell("card", start, end);
  tellCreditCode(scan, start, number);
}

/** Networks of 460, by the ITU's operational bulletins. */
const subscriber = /^460(?:0\d|11|15|20)/;
/** No body that gives out device numbers begins them with 1, 2, 6 or 7, as times and counters do. */
const device = /^[034589]/;

function weighFifteen(scan: Scan, start: number, number: string): void {
  const end = start + 15;
  if (number.startsWith("00")) {
    if (number.startsWith("0086") && isMobilePrefix(number.slice(4))) scan.tell("mobile", start, end);
    return;
  }
  const [year, month, day] = [6, 8, 10].map((at) => Number(number.slice(at, at + 2)));
  const isId = !number.startsWith("0") && isDay(1900 + (year ?? 0), month ?? 0, day ?? 0);
  if (isId) scan.tell("id-15", start, end);
  if (isOfScheme(number)) {
    if (!isId && passesLuhn(number)) scan.tell("card", start, end);
  } else if (subscriber.test(number)) scan.tell("imsi", start, end);
  else if (device.test(number) && passesLuhn(number)) scan.tell("imei", start, end);
}
