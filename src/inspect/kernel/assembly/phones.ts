import { at, digitAt, digitsStand, endsFree, isDigit, startsFree } from "./bytes";
import { tell } from "./hits";
import { landline, mobile } from "./kinds";

/** By the second digit 3 to 9: bits of the third digits given out (MIIT numbering plan 2017 and later grants). */
const granted: usize = memory.data<u16>([
  0b1111111111, // 130-139
  0b1111100000, // 145-149
  0b1111101111, // 150-153 155-159
  0b0011100100, // 162 165-167
  0b0111111111, // 170-178
  0b1111111111, // 180-189
  0b1111101111, // 190-193 195-199
]);

/** Whether the three digits begin a mobile number. */
export function isMobile(p: usize): bool {
  const second = digitAt(p + 1) - 3;
  if (at(p) != 49 || second > 6) return false;
  return ((<u32>load<u16>(granted + (second << 1)) >> digitAt(p + 2)) & 1) == 1;
}

/** Where a mobile number begins with its country code, if any; 0 where something else touches it. */
export function mobileStart(p: usize): usize {
  const before = at(p - 1);
  const code = before == 32 || before == 45 ? p - 3 : p - 2;
  if (at(code) == 56 && at(code + 1) == 54) {
    if (at(code - 1) == 43) return code - 1;
    if (at(code - 1) == 48 && at(code - 2) == 48 && startsFree(code - 2)) return code - 2;
    if (before != 32 && startsFree(code)) return code;
  }
  return startsFree(p) ? p : 0;
}

/** Eleven digits from `p`, which end freely. */
export function tellMobile(p: usize): bool {
  if (!isMobile(p)) return false;
  const start = mobileStart(p);
  if (start == 0) return false;
  tell(mobile, start, p + 11);
  return true;
}

/** Length of the area code at `p` with its zero: 3, 4 or 0 for none. */
function areaCode(p: usize): u32 {
  if (at(p) != 48) return 0;
  const first = digitAt(p + 1);
  if (first == 1) return at(p + 2) == 48 ? 3 : 0;
  if (first == 2) return 3;
  return first >= 3 ? 4 : 0;
}

/** A landline in one run of 10 to 12 digits. */
export function tellLandlineRun(start: usize, length: u32): void {
  const area = areaCode(start);
  if (area == 0 || length - area - 7 > 1 || digitAt(start + area) - 2 > 6) return;
  tell(landline, start, start + length);
}

/** Seven or eight digits behind a dash. */
export function tellLandlineTail(tail: usize, length: u32): void {
  if (digitAt(tail) - 2 > 6) return;
  const area: u32 = isDigit(at(tail - 5)) ? 4 : 3;
  const start = tail - 1 - area;
  if (!digitsStand(start, area) || areaCode(start) != area || !startsFree(start)) return;
  tell(landline, start, tail + length);
}
