import { at, digitAt, isDigit } from "./bytes";

/** ISO/IEC 7812-1, over `count` digits. */
export function luhn(start: usize, count: u32): bool {
  let sum: u32 = 0;
  let p = start + count;
  let doubled = false;
  while (p > start) {
    p--;
    let digit = digitAt(p);
    if (doubled) {
      digit += digit;
      if (digit > 9) digit -= 9;
    }
    sum += digit;
    doubled = !doubled;
  }
  return sum % 10 == 0;
}

const residentWeights: usize = memory.data<u16>([7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2], 16);
const residentChecks: usize = memory.data<u8>([49, 48, 88, 57, 56, 55, 54, 53, 52, 51, 50]);

/** Sum of 17 digits by their weights, 16 of them at once. */
function weighted17(start: usize, weights: usize): u32 {
  const digits = i8x16.sub(v128.load(start), i8x16.splat(48));
  const eights = i32x4.add(
    i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(digits), v128.load(weights)),
    i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(digits), v128.load(weights, 16)),
  );
  const pairs = i32x4.add(eights, i64x2.shr_u(eights, 32));
  const sum = <u32>(i64x2.extract_lane(pairs, 0) + i64x2.extract_lane(pairs, 1));
  return sum + digitAt(start + 16) * <u32>load<u16>(weights, 32);
}

/** GB 11643-1999, ISO 7064 MOD 11-2, over 18 characters, 17 digits first; a lower-case x is taken for X. */
export function residentCheck(start: usize): bool {
  let check = at(start + 17);
  if (check == 120) check = 88;
  return <u32>load<u8>(residentChecks + (weighted17(start, residentWeights) % 11)) == check;
}

/** Value of a character in GB 32100-2015 (no I, O, S, V, Z), 255 for none. From "0" on. */
const creditValues: usize = memory.data<u8>([
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 255, 255, 255, 255, 255, 255, 255, 10, 11, 12, 13, 14, 15, 16, 17, 255, 18, 19, 20, 21,
  22, 255, 23, 24, 25, 255, 26, 27, 255, 28, 29, 30, 255,
]);
const creditWeights: usize = memory.data<u16>([1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28], 16);

/** GB 32100-2015 over 18 characters of `0-9A-Z`. */
export function creditCheck(start: usize): bool {
  let sum: u32 = 0;
  for (let i: usize = 0; i < 17; i++) {
    const value = <u32>load<u8>(creditValues + at(start + i) - 48);
    if (value == 255) return false;
    sum += value * <u32>load<u16>(creditWeights + (i << 1));
  }
  return (31 - (sum % 31)) % 31 == <u32>load<u8>(creditValues + at(start + 17) - 48);
}

/** The same of 18 digits. */
export function creditCheckOfDigits(start: usize): bool {
  return (31 - (weighted17(start, creditWeights) % 31)) % 31 == digitAt(start + 17);
}

const organisationWeights: usize = memory.data<u8>([3, 7, 9, 10, 5, 8, 4, 2]);

/** GB 11714-1997 over eight characters of `0-9A-Z` and a check character that may stand apart. */
export function organisationCheck(start: usize, check: u32): bool {
  let sum: u32 = 0;
  for (let i: usize = 0; i < 8; i++) {
    const byte = at(start + i);
    sum += (isDigit(byte) ? byte - 48 : byte - 55) * <u32>load<u8>(organisationWeights + i);
  }
  const expected = 11 - (sum % 11);
  return check == (expected == 10 ? 88 : expected == 11 ? 48 : expected + 48);
}

/** Transliteration of ISO 3779, from "A" on; 0 for I, O, Q, which never stand. */
const vehicleValues: usize = memory.data<u8>([
  1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9,
]);
const vehicleWeights: usize = memory.data<u8>([8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]);

/** GB 16735-2019 over 17 characters of `0-9A-Z`. */
export function vehicleCheck(start: usize): bool {
  let sum: u32 = 0;
  for (let i: usize = 0; i < 17; i++) {
    const byte = at(start + i);
    let value = byte - 48;
    if (value > 9) {
      value = <u32>load<u8>(vehicleValues + byte - 65);
      if (value == 0) return false;
    }
    sum += value * <u32>load<u8>(vehicleWeights + i);
  }
  const rest = sum % 11;
  return at(start + 8) == (rest == 10 ? 88 : rest + 48);
}

/** Hong Kong identity card: one or two letters, six digits, check character. */
export function hongKongCheck(start: usize, letters: u32, check: u32): bool {
  let sum: u32 = letters == 2 ? (at(start) - 55) * 9 + (at(start + 1) - 55) * 8 : 36 * 9 + (at(start) - 55) * 8;
  for (let i: u32 = 0; i < 6; i++) sum += digitAt(start + letters + i) * (7 - i);
  sum += check == 65 ? 10 : check - 48;
  return sum % 11 == 0;
}

/** Numbers of the letters A to Z in ids of Taiwan (China). */
const taiwanValues: usize = memory.data<u8>([
  10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33,
]);

/** A letter and nine digits. */
export function taiwanCheck(start: usize): bool {
  const letter = <u32>load<u8>(taiwanValues + at(start) - 65);
  let sum = letter / 10 + (letter % 10) * 9 + digitAt(start + 9);
  for (let i: u32 = 1; i < 9; i++) sum += digitAt(start + i) * (9 - i);
  return sum % 10 == 0;
}
