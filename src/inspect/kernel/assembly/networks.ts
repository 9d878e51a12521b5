import { at, digitsIn, endsFree, isWord } from "./bytes";
import { tell } from "./hits";
import { ipv4, mac } from "./kinds";

/** One to three digits that end before `end`, a byte for each, so that they compare as the number does. */
// @ts-ignore: decorator
@inline
function octet(end: usize, length: u32): u32 {
  return ((at(end - 3) << 16) | (at(end - 2) << 8) | at(end - 1)) & (0x0f0f0f >> ((3 - length) << 3));
}

/** One to three digits up to 255, no leading zero. */
// @ts-ignore: decorator
@inline
function isOctet(digits: u32, length: u32): u32 {
  const least = <u32>(1 << ((length - 1) << 3)) & ~1;
  return u32(length - 1 < 3) & u32(digits >= least) & u32(digits <= 0x020505);
}

/** An address of 10/8, 127/8, 192.168/16 or 172.16/12, by its first two groups. */
// @ts-ignore: decorator
@inline
function isPrivate(one: u32, two: u32): u32 {
  const isSmall = u32(one == 0x010902) & u32(two == 0x010608);
  const isMiddle = u32(one == 0x010702) & u32((two >> 8) * 10 + (two & 15) - 16 < 16);
  return u32(one == 0x0100) | u32(one == 0x010207) | isSmall | isMiddle;
}

/**
 * The third dot of an address. Longer chains of dots are versions. Lengths differ from group to group: all is worked out without a
 * branch, as guesses would be wrong.
 */
export function weighIpv4(thirdDot: usize): void {
  const base = thirdDot - 12;
  const v = v128.load(base);
  const dots = <u32>i8x16.bitmask(i8x16.eq(v, i8x16.splat(46)));
  const digits = <u32>i8x16.bitmask(digitsIn(v));
  const second = 31 - clz((dots & 0xfff) | 2);
  const first = 31 - clz((dots & ((1 << second) - 1)) | 1);
  const begin = 32 - clz(~digits & ((1 << first) - 1));
  const lastLength = ctz(~(digits >> 13));
  const start = base + begin;
  const end = thirdDot + 1 + lastLength;
  const one = octet(base + first, first - begin);
  const two = octet(base + second, second - first - 1);
  const isWhole = u32(((digits | dots) & 0x1fff) >> begin == <u32>0x1fff >> begin);
  const isAddress =
    isOctet(one, first - begin) &
    isOctet(two, second - first - 1) &
    isOctet(octet(thirdDot, 11 - second), 11 - second) &
    isOctet(octet(end, lastLength), lastLength);
  const before = at(start - 1);
  const touches = isWord(before) | u32(before == 46) | isWord(at(end));
  if ((isWhole & isAddress & ~touches & ~isPrivate(one, two)) == 0 || !endsFree(end)) return;
  tell(ipv4, start, end);
}

function isHex(byte: u32): bool {
  return byte - 48 < 10 || (byte | 32) - 97 < 6;
}

/** The fifth separator of six pairs. */
export function weighMac(fifth: usize): void {
  const start = fifth - 14;
  const end = fifth + 3;
  const between = at(fifth);
  if (between != 58 && between != 45) return;
  for (let i: usize = 0; i < 17; i += 3) {
    if (!isHex(at(start + i)) || !isHex(at(start + i + 1))) return;
    if (i < 15 && at(start + i + 2) != between) return;
  }
  const before = at(start - 1);
  const behind = at(end);
  if (isWord(before) || isWord(behind) || before == between || behind == between) return;
  tell(mac, start, end);
}
