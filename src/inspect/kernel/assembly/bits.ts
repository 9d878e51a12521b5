/**
 * Sixteen equal bytes each, kept in memory: as literals V8 makes them anew wherever they are used, of three instructions each, which
 * takes longer than what they are compared for (Node 24, x64).
 */
const sixteens: usize = memory.data<u64>(
  [
    0x5050505050505050, 0x5050505050505050, 0x8a8a8a8a8a8a8a8a, 0x8a8a8a8a8a8a8a8a, 0x3f3f3f3f3f3f3f3f, 0x3f3f3f3f3f3f3f3f,
    0x9a9a9a9a9a9a9a9a, 0x9a9a9a9a9a9a9a9a, 0x5353535353535353, 0x5353535353535353, 0x8e8e8e8e8e8e8e8e, 0x8e8e8e8e8e8e8e8e,
    0x2e2e2e2e2e2e2e2e, 0x2e2e2e2e2e2e2e2e, 0x4040404040404040, 0x4040404040404040,
  ],
  16,
);

/** Bytes that are gone over at a time, so that what is noted of them stays in the fastest cache. */
export const tile: usize = 2048;

/** Bits of bytes that are digits or capitals; before them those of the last 128 bytes of the tile before. */
export const eitherAt: usize = memory.data(16 + 256, 16) + 16;
export const highAt: usize = memory.data(256, 16);
export const dotsAt: usize = memory.data(256, 16);
/** Bits of `- . / :` and of digits. */
export const marksAt: usize = memory.data(256, 16);
/** Sixteen bits for 64 bytes: not 0 where an `@` stands among them. */
export const signsAt: usize = memory.data(64, 16);

/** Nothing stands before the first tile. */
export function forgetBits(): void {
  v128.store(eitherAt - 16, i64x2.splat(0));
}

export function keepBits(size: usize): void {
  v128.store(eitherAt - 16, v128.load(eitherAt + (size >> 3) - 16));
}

/** Lanes of a range of bytes. The sum makes them the smallest signed numbers: one compare instead of two. */
// @ts-ignore: decorator
@inline
function areBetween(v: v128, shift: v128, bound: v128): v128 {
  return i8x16.lt_s(i8x16.add(v, shift), bound);
}

// @ts-ignore: decorator
@inline
function note(bits: v128, at: usize): void {
  store<u16>(at, <u16>i8x16.bitmask(bits));
}

/** Notes of what class every byte of a tile is. `size` is a multiple of 64. */
// @ts-ignore: decorator
@inline
export function noteBits(begin: usize, size: usize): void {
  const digitShift = v128.load(sixteens);
  const digitBound = v128.load(sixteens, 16);
  const capitalShift = v128.load(sixteens, 32);
  const capitalBound = v128.load(sixteens, 48);
  const markShift = v128.load(sixteens, 64);
  const markBound = v128.load(sixteens, 80);
  const dot = v128.load(sixteens, 96);
  const sign = v128.load(sixteens, 112);
  for (let from: usize = 0; from < size; from += 64) {
    const at = from >> 3;
    const a = v128.load(begin + from);
    const b = v128.load(begin + from, 16);
    const c = v128.load(begin + from, 32);
    const d = v128.load(begin + from, 48);
    note(v128.or(areBetween(a, digitShift, digitBound), areBetween(a, capitalShift, capitalBound)), eitherAt + at);
    note(v128.or(areBetween(b, digitShift, digitBound), areBetween(b, capitalShift, capitalBound)), eitherAt + at + 2);
    note(v128.or(areBetween(c, digitShift, digitBound), areBetween(c, capitalShift, capitalBound)), eitherAt + at + 4);
    note(v128.or(areBetween(d, digitShift, digitBound), areBetween(d, capitalShift, capitalBound)), eitherAt + at + 6);
    note(a, highAt + at);
    note(b, highAt + at + 2);
    note(c, highAt + at + 4);
    note(d, highAt + at + 6);
    note(i8x16.eq(a, dot), dotsAt + at);
    note(i8x16.eq(b, dot), dotsAt + at + 2);
    note(i8x16.eq(c, dot), dotsAt + at + 4);
    note(i8x16.eq(d, dot), dotsAt + at + 6);
    note(areBetween(a, markShift, markBound), marksAt + at);
    note(areBetween(b, markShift, markBound), marksAt + at + 2);
    note(areBetween(c, markShift, markBound), marksAt + at + 4);
    note(areBetween(d, markShift, markBound), marksAt + at + 6);
    const signs = v128.or(i8x16.eq(a, sign), i8x16.eq(b, sign));
    note(v128.or(signs, v128.or(i8x16.eq(c, sign), i8x16.eq(d, sign))), signsAt + (from >> 5));
  }
}
