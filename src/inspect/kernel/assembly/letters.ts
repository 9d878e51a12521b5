import { at, digitAt, endsFree, isDigit, startsFree } from "./bytes";
import { hongKongCheck, taiwanCheck, vehicleCheck } from "./checksums";
import { isResident } from "./digits";
import { tell } from "./hits";
import { hkid, id18, passport, twId, vin } from "./kinds";
import { tellCredit, tellOrganisation } from "./organisations";

/** Letters with which passports and permits of one letter and eight digits begin: C D E G H K L M P S T W. */
const oneLetter: u32 = 0b10011001001110011011100;

/**
 * A run of digits and capitals with at least one capital, that ends freely.
 * @param digits bits of the digits in it, from the first character on
 */
export function weighLetters(start: usize, length: u32, digits: u32, lastYear: u32): void {
  if (length > 18 || !startsFree(start)) return;
  switch (length) {
    case 8:
      if (at(start + 8) == 45) tellOrganisation(start);
    case 7:
    case 9:
      weighShort(start, length, digits);
      return;
    case 10:
      if (digits == 0x3fe && isTaiwanese(start)) tell(twId, start, start + 10);
      return;
    case 11:
      if (digits == 0x7fe && (at(start) == 72 || at(start) == 77)) tell(passport, start, start + 11);
      return;
    case 17:
      // The last four are digits by the standard; there is no such number without a letter.
      if (digits >>> 13 == 15 && vehicleCheck(start)) tell(vin, start, start + 17);
      return;
    case 18:
      if (digits == 0x1ffff && at(start + 17) == 88 && isResident(start, lastYear)) tell(id18, start, start + 18);
      tellCredit(start);
      return;
  }
}

function isTaiwanese(start: usize): bool {
  const sex = digitAt(start + 1);
  return (sex == 1 || sex == 2 || sex == 8 || sex == 9) && taiwanCheck(start);
}

/** Seven to nine characters: identity cards of Hong Kong with brackets or without, passports and permits. */
function weighShort(start: usize, length: u32, digits: u32): void {
  if ((digits & 1) == 1) return;
  const letters = ctz(digits | 512);
  if (letters > 2) return;
  if (length == 9 && (digits | 3) == 0x1ff && isPassport(start, letters)) tell(passport, start, start + 9);
  const body = letters + 6;
  if (length < body || ((digits >>> letters) & 0x3f) != 0x3f) return;
  if (length == body) {
    const check = at(start + body + 1);
    if (at(start + body) != 40 || at(start + body + 2) != 41 || (check != 65 && !isDigit(check))) return;
    if (endsFree(start + body + 3) && hongKongCheck(start, letters, check)) tell(hkid, start, start + body + 3);
  } else if (length == body + 1) {
    const check = at(start + body);
    if ((check == 65 || isDigit(check)) && hongKongCheck(start, letters, check)) tell(hkid, start, start + length);
  }
}

/** One letter and eight digits, or two letters and seven digits. */
function isPassport(start: usize, letters: u32): bool {
  const first = at(start);
  if (letters == 1) return ((oneLetter >> (first - 65)) & 1) == 1;
  const second = at(start + 1);
  switch (first) {
    case 67: // C
    case 72: // H
    case 77: // M
      return true;
    case 69: // E, never with I or O
      return second != 73 && second != 79;
    case 68: // DE PE SE
    case 80:
    case 83:
      return second == 69;
  }
  return false;
}
