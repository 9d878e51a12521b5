import { passesHongKongId } from "../../checksums/hong-kong-id.ts";
import { passesTaiwanId } from "../../checksums/taiwan-id.ts";
import { passesVin } from "../../checksums/vin.ts";
import { isResident } from "./numbers.ts";
import { tellCreditCode } from "./organisations.ts";
import { isFreeBehind, type Scan, textOf } from "./scan.ts";

/** Passports and permits: one letter and eight digits, two letters and seven, or a permit with its number of issue. */
const passport = /^(?:[CDEGHKLMPSTW]\d{8}|E[A-HJ-NP-Z]\d{7}|[CHM][A-Z]\d{7}|[DPS]E\d{7}|[HM]\d{10})$/;
const hongKong = /^([A-Z]{1,2})(\d{6})(?:\(([0-9A])\)|([0-9A])$)/;

/** A word of digits and at least one capital, free on both sides. */
export function weighLetters(scan: Scan, start: number, end: number): void {
  const word = textOf(scan, start, end);
  if (passport.test(word)) scan.tell("passport", start, end);
  if (word.length === 10 && /^[A-Z][1289]\d{8}$/.test(word) && passesTaiwanId(word)) scan.tell("tw-id", start, end);
  if (word.length === 17 && /^[0-9A-Z]{13}\d{4}$/.test(word) && passesVin(word)) scan.tell("vin", start, end);
  if (word.length === 18) {
    if (isResident(word, scan.lastYear)) scan.tell("id-18", start, end);
    tellCreditCode(scan, start, word);
  }
  if (word.length >= 7 && word.length <= 9) weighHongKong(scan, start, word);
}

/** `A123456(3)` or `A1234563`. */
function weighHongKong(scan: Scan, start: number, word: string): void {
  const match = hongKong.exec(word + textOf(scan, start + word.length, start + word.length + 3));
  const [text = "", letters = "", digits = "", bracketed, plain] = match ?? hongKong.exec(word) ?? [];
  const check = bracketed ?? plain;
  if (check === undefined || (bracketed === undefined && text !== word)) return;
  if (!isFreeBehind(scan, start + text.length) || !passesHongKongId(letters, digits, check)) return;
  scan.tell("hkid", start, start + text.length);
}
