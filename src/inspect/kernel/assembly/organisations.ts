import { at, digitAt, digitsStand, endsFree, isDigit } from "./bytes";
import { creditCheck, creditCheckOfDigits, organisationCheck } from "./checksums";
import { tell } from "./hits";
import { orgCode, uscc } from "./kinds";

/** Eight characters, a dash at +8. */
export function tellOrganisation(start: usize): void {
  const check = at(start + 9);
  if (check != 88 && !isDigit(check)) return;
  if (endsFree(start + 10) && organisationCheck(start, check)) tell(orgCode, start, start + 10);
}

/** By the authority 1 to 9: bits of the categories it registers (GB 32100-2015). */
const categories: usize = memory.data<u16>([
  0,
  0b1000001110, // 1: 1 2 3 9
  0b1000000010, // 2: 1 9
  0b1000111110, // 3: 1-5 9
  0b1000000010, // 4: 1 9
  0b1000001110, // 5: 1 2 3 9
  0b1000000110, // 6: 1 2 9
  0b1000000110, // 7: 1 2 9
  0b1000000010, // 8: 1 9
  0b0000001110, // 9: 1 2 3
]);

function registers(authority: u32, category: u32): bool {
  if (category > 9) return false;
  if (isDigit(authority)) return ((<u32>load<u16>(categories + ((authority - 48) << 1)) >> category) & 1) == 1;
  if (authority == 65) return category == 1 || category == 9;
  if (authority == 78) return category == 9 || category - 1 < 3;
  return authority == 89 && category == 1;
}

/** Eighteen characters of `0-9A-Z`: category, region, organisation code with its own check, check. */
export function tellCredit(start: usize): void {
  if (registers(at(start), digitAt(start + 1)) && digitsStand(start + 2, 6) && creditCheck(start)) tellChecked(start);
}

/** The same of 18 digits. */
export function tellCreditOfDigits(start: usize): void {
  if (registers(at(start), digitAt(start + 1)) && creditCheckOfDigits(start)) tellChecked(start);
}

function tellChecked(start: usize): void {
  if (organisationCheck(start + 8, at(start + 16))) tell(uscc, start, start + 18);
}
