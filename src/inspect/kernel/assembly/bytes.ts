// @ts-ignore: decorator
@inline
export function at(p: usize): u32 {
  return load<u8>(p);
}

// @ts-ignore: decorator
@inline
export function digitAt(p: usize): u32 {
  return <u32>load<u8>(p) - 48;
}

// @ts-ignore: decorator
@inline
export function isDigit(byte: u32): bool {
  return byte - 48 < 10;
}

// @ts-ignore: decorator
@inline
export function isUpper(byte: u32): bool {
  return byte - 65 < 26;
}

// @ts-ignore: decorator
@inline
export function isAlphanumeric(byte: u32): bool {
  return (byte | 32) - 97 < 26 || byte - 48 < 10;
}

/** A bit for each ASCII letter, digit and the underscore: what no identifier may touch. */
const words: usize = memory.data<u64>([0x03ff000000000000, 0x07fffffe87fffffe, 0, 0]);

/** 1 or 0, without a branch: a wrong guess costs more. */
// @ts-ignore: decorator
@inline
export function isWord(byte: u32): u32 {
  return <u32>(load<u64>(words + ((byte >> 6) << 3)) >> (byte & 63)) & 1;
}

/** Nothing before it that makes it part of a longer word or of a decimal. */
export function startsFree(start: usize): bool {
  const before = at(start - 1);
  if (isWord(before)) return false;
  return before != 46 || !isDigit(at(start - 2));
}

export function endsFree(end: usize): bool {
  const behind = at(end);
  if (isWord(behind)) return false;
  return behind != 46 || !isDigit(at(end + 1));
}

/** Whether `count` digits stand from `p` on. */
export function digitsStand(p: usize, count: u32): bool {
  for (let i: u32 = 0; i < count; i++) if (!isDigit(at(p + i))) return false;
  return true;
}

/** Lanes that hold 0 to 9. The sum makes them the smallest signed numbers: one compare instead of two. */
// @ts-ignore: decorator
@inline
export function digitsIn(v: v128): v128 {
  return i8x16.lt_s(i8x16.add(v, i8x16.splat(0x50)), i8x16.splat(-118));
}
