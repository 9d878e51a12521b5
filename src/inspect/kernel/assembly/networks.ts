import { at, digitAt, isDigit, isWord } from "./bytes";
import { tell } from "./hits";
import { ipv4, mac } from "./kinds";

/** The third dot of an address. Longer chains of dots are versions. */
export function weighIpv4(thirdDot: usize): void {
  let start = thirdDot;
  for (let group = 0; group < 3; group++) {
    if (group > 0) {
      start--;
      if (at(start) != 46) return;
    }
    const end = start;
    while (end - start < 3 && isDigit(at(start - 1))) start--;
    if (!isOctet(start, end)) return;
  }
  const before = at(start - 1);
  if (isWord(before) || before == 46) return;
  let end = thirdDot + 1;
  while (end - thirdDot < 4 && isDigit(at(end))) end++;
  if (!isOctet(thirdDot + 1, end)) return;
  const behind = at(end);
  if (isWord(behind) || (behind == 46 && isDigit(at(end + 1))) || isPrivate(start)) return;
  tell(ipv4, start, end);
}

/** An address of 10/8, 127/8, 172.16/12 or 192.168/16. */
function isPrivate(start: usize): bool {
  const head = load<u32>(start);
  if ((head & 0xffffff) == 0x2e3031) return true; // 10.
  if (head == 0x2e373231) return true; // 127.
  const next = load<u32>(start + 4);
  if (head == 0x2e323931) return next == 0x2e383631; // 192.168.
  if (head != 0x2e323731 || ((next >> 16) & 0xff) != 46) return false; // 172.
  const second = ((next & 0xff) - 48) * 10 + ((next >> 8) & 0xff) - 48;
  return second - 16 < 16;
}

/** One to three digits up to 255, no leading zero. */
function isOctet(start: usize, end: usize): bool {
  const length = end - start;
  if (length == 0) return false;
  if (length == 1) return true;
  if (at(start) == 48) return false;
  if (length == 2) return true;
  return digitAt(start) * 100 + digitAt(start + 1) * 10 + digitAt(start + 2) < 256;
}

function isHex(byte: u32): bool {
  return byte - 48 < 10 || (byte | 32) - 97 < 6;
}

/** The fifth separator of six pairs. */
export function weighMac(fifth: usize): void {
  const start = fifth - 14;
  const end = fifth + 3;
  const between = at(fifth);
  for (let i: usize = 0; i < 17; i += 3) {
    if (!isHex(at(start + i)) || !isHex(at(start + i + 1))) return;
    if (i < 15 && at(start + i + 2) != between) return;
  }
  const before = at(start - 1);
  const behind = at(end);
  if (isWord(before) || isWord(behind) || before == between || behind == between) return;
  tell(mac, start, end);
}
