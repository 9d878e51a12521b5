import { dotsAt, eitherAt, highAt, marksAt } from "./bits";

/** Bits of the bytes behind runs of at least seven digits or capitals. */
export const endsAt: usize = memory.data(256, 16);
/** Fifth character of a run that begins behind a byte beyond ASCII. */
export const platesAt: usize = memory.data(256, 16);
/** Fourth character of the third group of a number in groups. */
export const groupsAt: usize = memory.data(256, 16);
/** Third dot of an address. */
export const addressesAt: usize = memory.data(256, 16);
/** Fifth mark of a hardware address, or the fourth. */
export const devicesAt: usize = memory.data(256, 16);
/** All of these but the ends. */
export const othersAt: usize = memory.data(256, 16);

/** What the patterns know of the last 128 bytes of the tile before. */
const knownAt: usize = memory.data(160, 16);

export function forgetPatterns(): void {
  memory.fill(knownAt, 0, 160);
}

/** The 64 bits before each half of `now`. */
// @ts-ignore: decorator
@inline
function ahead(now: v128, before: v128): v128 {
  return i8x16.shuffle(before, now, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23);
}

/** Bits moved `by` places to later bytes. */
// @ts-ignore: decorator
@inline
function later(now: v128, before: v128, by: i32): v128 {
  return v128.or(i64x2.shl(now, by), i64x2.shr_u(before, 64 - by));
}

/** Bits two to four places behind another. */
// @ts-ignore: decorator
@inline
function chained(now: v128, before: v128): v128 {
  return v128.and(now, v128.or(later(now, before, 2), v128.or(later(now, before, 3), later(now, before, 4))));
}

/**
 * Finds where something may be, 128 bytes at a time. A pattern shows at its last byte or behind it, so that what is known of the bytes
 * before is all that is needed. Each is as much of its identifier as is cheap: whoever weighs the bytes there decides.
 */
// @ts-ignore: decorator
@inline
export function findPatterns(size: usize): void {
  let either0 = v128.load(knownAt, 0);
  let twos0 = v128.load(knownAt, 16);
  let fours0 = v128.load(knownAt, 32);
  let sevens0 = v128.load(knownAt, 48);
  let high0 = v128.load(knownAt, 64);
  let letters0 = v128.load(knownAt, 80);
  let dots0 = v128.load(knownAt, 96);
  let pairs0 = v128.load(knownAt, 112);
  let marks0 = v128.load(knownAt, 128);
  let steps0 = v128.load(knownAt, 144);
  for (let at: usize = 0; at < size >> 3; at += 16) {
    const either = v128.load(eitherAt + at);
    const eitherB = ahead(either, either0);
    const either1 = later(either, eitherB, 1);
    const twos = v128.and(either, either1);
    const twosB = ahead(twos, twos0);
    const fours = v128.and(twos, later(twos, twosB, 2));
    const foursB = ahead(fours, fours0);
    const sevens = v128.and(fours, later(fours, foursB, 3));
    v128.store(endsAt + at, v128.andnot(later(sevens, ahead(sevens, sevens0), 1), either));

    // At least three, exactly four, at least four, with one byte between them.
    const first = v128.and(later(twos, twosB, 10), later(twos, twosB, 11));
    const between = v128.or(later(either, eitherB, 4), later(either, eitherB, 9));
    const groups = v128.and(v128.and(fours, later(fours, foursB, 5)), v128.andnot(first, between));
    v128.store(groupsAt + at, groups);

    const high = v128.load(highAt + at);
    const letters = v128.and(either, later(high, ahead(high, high0), 1));
    const plates = v128.and(fours, later(letters, ahead(letters, letters0), 4));
    v128.store(platesAt + at, plates);

    // Dots behind digits, with two to four bytes from one to the next.
    const dot = v128.load(dotsAt + at);
    const dots = v128.and(dot, either1);
    const pairs = chained(dots, ahead(dots, dots0));
    const addresses = chained(pairs, ahead(pairs, pairs0));
    v128.store(addressesAt + at, addresses);

    // Four marks with two bytes between them.
    const marks = v128.andnot(v128.load(marksAt + at), v128.or(dot, either));
    const steps = v128.and(marks, later(marks, ahead(marks, marks0), 3));
    const devices = v128.and(steps, later(steps, ahead(steps, steps0), 6));
    v128.store(devicesAt + at, devices);

    v128.store(othersAt + at, v128.or(v128.or(groups, plates), v128.or(addresses, devices)));
    either0 = either;
    twos0 = twos;
    fours0 = fours;
    sevens0 = sevens;
    high0 = high;
    letters0 = letters;
    dots0 = dots;
    pairs0 = pairs;
    marks0 = marks;
    steps0 = steps;
  }
  v128.store(knownAt, either0, 0);
  v128.store(knownAt, twos0, 16);
  v128.store(knownAt, fours0, 32);
  v128.store(knownAt, sevens0, 48);
  v128.store(knownAt, high0, 64);
  v128.store(knownAt, letters0, 80);
  v128.store(knownAt, dots0, 96);
  v128.store(knownAt, pairs0, 112);
  v128.store(knownAt, marks0, 128);
  v128.store(knownAt, steps0, 144);
}
