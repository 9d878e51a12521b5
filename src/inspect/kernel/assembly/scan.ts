import { forgetBits, keepBits, noteBits, signsAt, tile } from "./bits";
import { weighEmail } from "./emails";
import { forgetGroups, weighGroups } from "./groups";
import { forget, told } from "./hits";
import { weighIpv4, weighMac } from "./networks";
import { addressesAt, devicesAt, endsAt, findPatterns, forgetPatterns, groupsAt, othersAt, platesAt } from "./patterns";
import { weighPlate } from "./plates";
import { isWorth, runLength, weighRun } from "./run-ends";

/** Where something may be, in order: behind a run, or with the highest bit 64 bytes with something else among them. */
const candidatesAt: usize = memory.data(4 * (256 + 32 + 4), 16);
const isOther: usize = 0x80000000;

/** Gathers them without a branch that depends on the content: a wrong guess costs more than 64 bytes do. */
// @ts-ignore: decorator
@inline
function gather(begin: usize, size: usize): usize {
  let to = candidatesAt;
  for (let word: usize = 0; word < size >> 3; word += 8) {
    const p = <u32>(begin + (word << 3));
    store<u32>(to, p | <u32>isOther);
    to += <usize>((load<u64>(othersAt + word) | <u64>load<u16>(signsAt + (word >> 2))) != 0) << 2;
    let ends = load<u64>(endsAt + word);
    const next = to + (<usize>popcnt(ends) << 2);
    store<u32>(to, p + <u32>ctz(ends));
    ends &= ends - 1;
    store<u32>(to, p + <u32>ctz(ends), 4);
    for (ends &= ends - 1; ends != 0; ends &= ends - 1) {
      store<u32>(to, p + <u32>ctz(ends), 8);
      to += 4;
    }
    to = next;
  }
  return to;
}

function weighSigns(p: usize): void {
  for (let q = p; q < p + 64; q += 16) {
    for (let bits = i8x16.bitmask(i8x16.eq(v128.load(q), i8x16.splat(64))); bits != 0; bits &= bits - 1) weighEmail(q + <usize>ctz(bits));
  }
}

function weighOthers(p: usize, word: usize): void {
  for (let bits = load<u64>(platesAt + word); bits != 0; bits &= bits - 1) weighPlate(p + <usize>ctz(bits) - 4);
  for (let bits = load<u64>(groupsAt + word); bits != 0; bits &= bits - 1) weighGroups(p + <usize>ctz(bits));
  for (let bits = load<u64>(addressesAt + word); bits != 0; bits &= bits - 1) weighIpv4(p + <usize>ctz(bits));
  for (let bits = load<u64>(devicesAt + word); bits != 0; bits &= bits - 1) weighMac(p + <usize>ctz(bits));
  if (load<u16>(signsAt + (word >> 2)) != 0) weighSigns(p);
}

/**
 * Finds what begins in `[begin, begin + length)`; zeroes stand on both sides. First every byte of a tile becomes a bit of its classes, then
 * patterns are looked for in the bits, and only where one shows are bytes looked at one by one.
 */
export function find(begin: usize, length: usize, lastYear: u32): i32 {
  forget(begin);
  forgetGroups();
  forgetBits();
  forgetPatterns();
  // A run that ends with the content shows at the zero behind it.
  const end = begin + (length >> 7 << 7) + 128;
  for (let from = begin; from < end; from += tile) {
    const size = min(tile, end - from);
    noteBits(from, size);
    findPatterns(size);
    const to = gather(from, size);
    for (let candidate = candidatesAt; candidate < to; candidate += 4) {
      const p = <usize>load<u32>(candidate);
      if (p >= isOther) weighOthers(p - isOther, (p - isOther - from) >> 3);
      else {
        const length = runLength(p - from);
        if (isWorth(p - length, length)) weighRun(p - length, <u32>length, lastYear);
      }
    }
    keepBits(size);
  }
  return told();
}
