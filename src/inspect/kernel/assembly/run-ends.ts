import { eitherAt } from "./bits";
import { at, digitsIn, endsFree, isWord, startsFree } from "./bytes";
import { isResident, weighDigits } from "./digits";
import { tell } from "./hits";
import { id18 } from "./kinds";
import { weighLetters } from "./letters";

/** Longest run of digits or capitals that is an identifier. */
const longest: usize = 20;

/**
 * By length: bits of the first characters with which some identifier begins, those of digits and one for all capitals. The greater
 * part of all numbers ends here.
 */
const worth: usize = memory.data<u16>([
  0, 0, 0, 0, 0, 0, 0,
  0b10111111100, // 7: tail of a landline, identity card
  0b11111111111, // 8: the same, organisation code
  0b10000000000, // 9: passport
  0b10000000001, // 10: landline, id of Taiwan (China)
  0b10000000011, // 11: mobile, landline, permit
  0b00000000001, // 12: landline
  0b00100010000, // 13: card, 86 + mobile
  0b00000001000, // 14: card
  0b01111111111, // 15: ids, card, devices, 0086 + mobile
  0b01101111100, // 16: card
  0b11111111111, // 17: card, vehicle, id with a small x
  0b11111111111, // 18: ids, card, credit code
  0b01101111000, // 19: card, SIM card
  0b00100000000, // 20: SIM card
  0,
]);

/** Length of the run that ends before the byte at `bit` of the tile; more than the longest where it is longer. */
// @ts-ignore: decorator
@inline
export function runLength(bit: usize): usize {
  const window = load<u64>(eitherAt + (bit >> 3) - 7) << (8 - (bit & 7));
  return min(<usize>clz(~window), longest + 1);
}

/** Whether a run may be anything, by what is seen at once. */
// @ts-ignore: decorator
@inline
export function isWorth(start: usize, length: usize): bool {
  if (((<u32>load<u16>(worth + (length << 1)) >> min(at(start) - 48, 10)) & 1) == 0) return false;
  return (isWord(at(start - 1)) | (isWord(at(start + length)) & u32(length != 17))) == 0;
}

/** A run of 7 to 20 digits or capitals; the bytes before and behind it are neither. */
export function weighRun(start: usize, length: u32, lastYear: u32): void {
  const digits =
    <u32>i8x16.bitmask(digitsIn(v128.load(start))) | (<u32>i8x16.bitmask(digitsIn(v128.load(start, 16))) << 16);
  const leading = ctz(~digits);
  if (!endsFree(start + length)) {
    // A small x is the one lower-case letter in any id.
    const small = leading == 17 && length == 17 && at(start + 17) == 120 && endsFree(start + 18);
    if (small && startsFree(start) && isResident(start, lastYear)) tell(id18, start, start + 18);
    return;
  }
  if (leading == length) weighDigits(start, length, lastYear);
  else weighLetters(start, length, digits & ((1 << length) - 1), lastYear);
}
