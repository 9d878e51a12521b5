import { at, endsFree, startsFree } from "./bytes";
import { isResident, weighDigits } from "./digits";
import { weighEmail } from "./emails";
import { forgetGroups, weighGroups } from "./groups";
import { forget, tell, told } from "./hits";
import { id18 } from "./kinds";
import { weighLetters } from "./letters";
import { weighIpv4, weighMac } from "./networks";
import { weighPlate } from "./plates";

// @ts-ignore: decorator
@inline
function bits(a: v128, b: v128, c: v128, d: v128): u64 {
  return (
    (<u64>(<u32>i8x16.bitmask(a) | (<u32>i8x16.bitmask(b) << 16))) |
    ((<u64>(<u32>i8x16.bitmask(c) | (<u32>i8x16.bitmask(d) << 16))) << 32)
  );
}

/** Lanes that hold 0 to 9. The sum makes them the smallest signed numbers: one compare instead of two. */
// @ts-ignore: decorator
@inline
function digits(v: v128): v128 {
  return i8x16.lt_s(i8x16.add(v, i8x16.splat(0x50)), i8x16.splat(-118));
}

// @ts-ignore: decorator
@inline
function capitals(v: v128): v128 {
  return i8x16.lt_s(i8x16.add(v, i8x16.splat(0x3f)), i8x16.splat(-102));
}

// @ts-ignore: decorator
@inline
function same(v: v128, byte: i8): v128 {
  return i8x16.eq(v, i8x16.splat(byte));
}

/** Colon or dash. */
// @ts-ignore: decorator
@inline
function isMark(v: v128): v128 {
  return v128.or(same(v, 58), same(v, 45));
}

/** Bits moved `by` places to later bytes, with those that the block before moves in. */
// @ts-ignore: decorator
@inline
function later(now: u64, before: u64, by: u64): u64 {
  return (now << by) | (before >> (64 - by));
}

/** A run of at least seven digits or capitals begins at `start`; the byte before it is neither. */
function weighRun(start: usize, lastYear: u32): void {
  const a = v128.load(start);
  const b = v128.load(start, 16);
  const isDigit = <u32>i8x16.bitmask(digits(a)) | (<u32>i8x16.bitmask(digits(b)) << 16);
  const isEither = isDigit | <u32>i8x16.bitmask(capitals(a)) | (<u32>i8x16.bitmask(capitals(b)) << 16);
  const length = ctz(~isEither);
  const leading = ctz(~isDigit);
  if (length > 20) return;
  if (!endsFree(start + length)) {
    // A small x is the one lower-case letter in any id.
    const small = leading == 17 && length == 17 && at(start + 17) == 120 && endsFree(start + 18);
    if (small && startsFree(start) && isResident(start, lastYear)) tell(id18, start, start + 18);
    return;
  }
  if (leading == length) weighDigits(start, length, lastYear);
  else weighLetters(start, length, isDigit & ((1 << length) - 1), lastYear);
}

/**
 * Finds what begins in `[begin, begin + length)`; zeroes stand on both sides. Goes over 64 bytes at a time with one bit for each byte of
 * a class; a pattern shows at its last bit, so that what the blocks before hold is all that is needed. Only where a pattern shows are
 * bytes looked at one by one.
 */
export function find(begin: usize, length: usize, lastYear: u32): i32 {
  forget(begin);
  forgetGroups();
  const end = begin + length;
  let either0: u64 = 0;
  let either2: u64 = 0;
  let either4: u64 = 0;
  let either7: u64 = 0;
  let digit0: u64 = 0;
  let digit2: u64 = 0;
  let digit4: u64 = 0;
  let capital0: u64 = 0;
  let high0: u64 = 0;
  let dot0: u64 = 0;
  let dots0: u64 = 0;
  let mark0: u64 = 0;
  let mark2: u64 = 0;
  // Patterns may end in the padding.
  for (let p = begin; p < end + 16; p += 64) {
    const a = v128.load(p);
    const b = v128.load(p, 16);
    const c = v128.load(p, 32);
    const d = v128.load(p, 48);
    const digit = bits(digits(a), digits(b), digits(c), digits(d));
    const capital = bits(capitals(a), capitals(b), capitals(c), capitals(d));
    const high = bits(a, b, c, d);
    const dot = bits(same(a, 46), same(b, 46), same(c, 46), same(d, 46));
    const mark = bits(isMark(a), isMark(b), isMark(c), isMark(d));
    const signA = same(a, 64);
    const signB = same(b, 64);
    const signC = same(c, 64);
    const signD = same(d, 64);

    // Runs of at least 2, 4, 5, 7 digits or capitals that end here.
    const either = digit | capital;
    const runs2 = either & later(either, either0, 1);
    const runs4 = runs2 & later(runs2, either2, 2);
    const runs7 = runs4 & later(runs4, either4, 3);
    let longRuns = runs7 & ~later(runs7, either7, 1);
    // Behind a byte beyond ASCII a capital and four more.
    const capitals1 = capital & later(high, high0, 1);
    // Four digits, one byte, four digits.
    const digits2 = digit & later(digit, digit0, 1);
    const digits4 = digits2 & later(digits2, digit2, 2);
    let groups = digits4 & later(digits4, digit4, 5) & ~later(digit, digit0, 4);
    // A third dot behind digits, with two to four bytes from dot to dot.
    const dots = dot & later(digit, digit0, 1);
    const dots2 = dots & (later(dots, dot0, 2) | later(dots, dot0, 3) | later(dots, dot0, 4));
    // A fifth colon or dash, with two bytes between them.
    const marks2 = mark & later(mark, mark0, 3);
    const marks4 = marks2 & later(marks2, mark2, 6);

    for (; longRuns != 0; longRuns &= longRuns - 1) weighRun(p + <usize>ctz(longRuns) - 6, lastYear);
    // Beginnings of the others are rare: the rest is worked out where there is one.
    if ((capitals1 | capital0 | groups | dots2 | marks4) != 0) {
      let plates = runs4 & later(capitals1, capital0, 4);
      let addresses = dots2 & (later(dots2, dots0, 2) | later(dots2, dots0, 3) | later(dots2, dots0, 4));
      let devices = marks4 & later(mark, mark0, 12) & ~later(mark, mark0, 1);
      for (; plates != 0; plates &= plates - 1) weighPlate(p + <usize>ctz(plates) - 4);
      for (; groups != 0; groups &= groups - 1) weighGroups(p + <usize>ctz(groups) - 8);
      for (; addresses != 0; addresses &= addresses - 1) weighIpv4(p + <usize>ctz(addresses));
      for (; devices != 0; devices &= devices - 1) weighMac(p + <usize>ctz(devices));
    }
    if (v128.any_true(v128.or(v128.or(signA, signB), v128.or(signC, signD)))) {
      for (let signs = bits(signA, signB, signC, signD); signs != 0; signs &= signs - 1) weighEmail(p + <usize>ctz(signs));
    }
    either0 = either;
    either2 = runs2;
    either4 = runs4;
    either7 = runs7;
    digit0 = digit;
    digit2 = digits2;
    digit4 = digits4;
    capital0 = capitals1;
    high0 = high;
    dot0 = dots;
    dots0 = dots2;
    mark0 = mark;
    mark2 = marks2;
  }
  return told();
}
