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

/** Two groups of four digits, the first at `p`, one byte between them, no digit behind them: part of a mobile number or a card? */
export function weighGroups(p: usize): void {
  const between = at(p + 4);
  if (between != 32 && between != 45) return;
  if (!weighMobile(p, between)) weighCard(p, between);
}

function weighMobile(p: usize, between: u32): bool {
  const first = p - 4;
  if (at(p - 1) != between || at(first) != 49 || !digitsStand(first, 3) || !isMobile(first) || !endsFree(p + 9)) return false;
  const start = first < taken ? 0 : mobileStart(first);
  if (start == 0) return false;
  tell(mobile, start, p + 9);
  taken = p + 9;
  return true;
}

/** Four groups of four, and perhaps one of one to three digits. */
function weighCard(p: usize, between: u32): void {
  if (p < taken || !startsFree(p) || at(p + 9) != between || at(p + 14) != between) return;
  if (!digitsStand(p + 10, 4) || !digitsStand(p + 15, 4)) return;
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
