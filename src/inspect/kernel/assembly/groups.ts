import { at, digitsStand, endsFree, isDigit, startsFree } from "./bytes";
import { isCard } from "./cards";
import { tell } from "./hits";
import { card, mobile } from "./kinds";
import { isMobile, mobileStart } from "./phones";

/** Digits of a grouped number, without its separators. */
const joined: usize = memory.data(24);
/** End of the last grouped hit: groups are told once. */
let taken: usize = 0;

export function forgetGroups(): void {
  taken = 0;
}

/**
 * Three groups of digits or capitals with one byte between them, the second of four, the third of at least four with its fourth at `last`:
 * the end of a mobile number, or the first three groups of a card.
 */
export function weighGroups(last: usize): void {
  const between = at(last - 4);
  if ((between != 32 && between != 45) || at(last - 9) != between) return;
  if (!digitsStand(last - 8, 4) || !digitsStand(last - 3, 4)) return;
  weighCard(last - 13, between);
  weighMobile(last - 12);
}

/** Groups of three, four and four. */
function weighMobile(first: usize): void {
  const end = first + 13;
  if (!digitsStand(first, 3) || !isMobile(first) || !endsFree(end)) return;
  const start: usize = first < taken ? 0 : mobileStart(first);
  if (start == 0) return;
  tell(mobile, start, end);
  taken = end;
}

/** Four groups of four, of which the second and the third are known, and perhaps one of one to three digits. */
function weighCard(p: usize, between: u32): void {
  if (p < taken || !startsFree(p) || at(p + 14) != between) return;
  if (!digitsStand(p, 4) || !digitsStand(p + 15, 4)) return;
  for (let i: usize = 0; i < 4; i++) store<u32>(joined + i * 4, load<u32>(p + i * 5));
  const end = p + 19;
  if (at(end) == between && isDigit(at(end + 1))) {
    store<u32>(joined + 16, load<u32>(end + 1));
    const more: u32 = !isDigit(at(end + 2)) ? 1 : !isDigit(at(end + 3)) ? 2 : 3;
    const longEnd = end + 1 + more;
    if (endsFree(longEnd) && isCard(joined, 16 + more)) return tellCard(p, longEnd);
  }
  if (endsFree(end) && isCard(joined, 16)) tellCard(p, end);
}

function tellCard(start: usize, end: usize): void {
  tell(card, start, end);
  taken = end;
}
