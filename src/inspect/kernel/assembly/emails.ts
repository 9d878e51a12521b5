import { at, isAlphanumeric, isWord } from "./bytes";
import { tell } from "./hits";
import { email } from "./kinds";

/** RFC 5321 bounds; everything else stays a practical subset. */
const longestLocal: usize = 64;
const longestDomain: usize = 255;

function isLocal(byte: u32): bool {
  return isWord(byte) || byte == 46 || byte == 45 || byte == 43 || byte == 37;
}

/** An address around the `@`. */
export function weighEmail(sign: usize): void {
  let start = sign;
  while (isLocal(at(start - 1))) {
    start--;
    if (sign - start > longestLocal) return;
  }
  while (start < sign && !isWord(at(start))) start++;
  if (start == sign || at(sign - 1) == 46) return;
  const end = domainEnd(sign + 1);
  if (end == 0) return;
  // The address of a repository: git@host:path.
  if (at(end) == 58 && sign - start == 3 && (load<u32>(start) & 0xffffff) == 0x746967) return;
  tell(email, start, end);
}

/** End of a domain with at least two labels, the last one of 2 to 24 letters; 0 for none. */
function domainEnd(domain: usize): usize {
  if (!isAlphanumeric(at(domain))) return 0;
  let end = domain;
  for (; ; end++) {
    const byte = at(end);
    if (!isAlphanumeric(byte) && byte != 45 && byte != 46) break;
    if (end - domain == longestDomain) return 0;
  }
  if (at(end) == 95) return 0;
  while (at(end - 1) == 45 || at(end - 1) == 46) end--;
  let top = end;
  while (top > domain && at(top - 1) != 46) {
    top--;
    if ((at(top) | 32) - 97 > 25) return 0;
  }
  if (top == domain || end - top - 2 > 22) return 0;
  for (let p = domain; p < top; p++) if (at(p) == 46 && at(p + 1) == 46) return 0;
  return end;
}
