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

/** What no identifier may touch: ASCII letters, digits, underscore. */
// @ts-ignore: decorator
@inline
export function isWord(byte: u32): bool {
  return (byte | 32) - 97 < 26 || byte - 48 < 10 || byte == 95;
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
