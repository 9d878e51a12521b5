import { at, digitAt, startsFree } from "./bytes";
import { isCard, isScheme } from "./cards";
import { luhn, residentCheck } from "./checksums";
import { isDate6, isDate8 } from "./dates";
import { tell } from "./hits";
import { card, iccid, id15, id18, imei, imsi } from "./kinds";
import { tellCreditOfDigits, tellOrganisation } from "./organisations";
import { tellLandlineRun, tellLandlineTail, tellMobile } from "./phones";

/** By length: bits of the first digits with which some kind begins. The greater part of all numbers ends here. */
const worth: usize = memory.data<u16>([
  0, 0, 0, 0, 0, 0, 0,
  0b0111111100, // 7: tail of a landline
  0b1111111111, // 8: the same, organisation code
  0,
  0b0000000001, // 10: landline
  0b0000000011, // 11: mobile, landline
  0b0000000001, // 12: landline
  0b0100010000, // 13: card, 86 + mobile
  0b0000001000, // 14: card
  0b1111111111, // 15: ids, card, devices, 0086 + mobile
  0b1101111100, // 16: card
  0b1101111000, // 17: card
  0b1111111110, // 18: ids, card, credit code
  0b1101111000, // 19: card, SIM card
  0b0100000000, // 20: SIM card
]);

export function isResident(start: usize, lastYear: u32): bool {
  return at(start) != 48 && isDate8(start + 6, lastYear) && residentCheck(start);
}

/** A run of digits that ends freely, but may have something before it. */
export function weighDigits(start: usize, length: u32, lastYear: u32): void {
  if (length > 20 || ((<u32>load<u16>(worth + (length << 1)) >> digitAt(start)) & 1) == 0) return;
  if (!startsFree(start)) return;
  const first = at(start);
  switch (length) {
    case 8:
      if (at(start + 8) == 45) tellOrganisation(start);
    case 7:
      if (at(start - 1) == 45) tellLandlineTail(start, length);
      return;
    case 11:
      if (first == 49) {
        tellMobile(start);
        return;
      }
    case 10:
    case 12:
      tellLandlineRun(start, length);
      return;
    case 13:
      if (first == 56) {
        if (at(start + 1) == 54) tellMobile(start + 2);
        return;
      }
      break;
    case 15:
      weigh15(start);
      return;
    case 18:
      if (isResident(start, lastYear)) {
        tell(id18, start, start + 18);
        tellCreditOfDigits(start);
        return;
      }
      tellCreditOfDigits(start);
      break;
    case 19:
    case 20:
      if (first == 56 && at(start + 1) == 57 && at(start + 2) == 56 && at(start + 3) == 54) {
        if (luhn(start, length)) tell(iccid, start, start + length);
        return;
      }
      break;
  }
  if (isCard(start, length)) tell(card, start, start + length);
}

/** Fifteen digits: old id, card, device, subscriber, or a mobile number behind 0086. */
function weigh15(start: usize): void {
  const end = start + 15;
  if (at(start) == 48 && at(start + 1) == 48) {
    if (at(start + 2) == 56 && at(start + 3) == 54) tellMobile(start + 4);
    return;
  }
  const resident = at(start) != 48 && isDate6(start + 6);
  if (resident) tell(id15, start, end);
  const first4 = digitAt(start) * 1000 + digitAt(start + 1) * 100 + digitAt(start + 2) * 10 + digitAt(start + 3);
  if (isScheme(first4, 15)) {
    if (!resident && luhn(start, 15)) tell(card, start, end);
  } else if (first4 / 10 == 460 && isNetwork(digitAt(start + 3) * 10 + digitAt(start + 4))) {
    tell(imsi, start, end);
  } else if (isAllocation(first4 / 1000) && luhn(start, 15)) {
    tell(imei, start, end);
  }
}

/** Mobile network codes of 460 (ITU operational bulletins). */
function isNetwork(code: u32): bool {
  return code < 10 || code == 11 || code == 15 || code == 20;
}

/** First digits of bodies that give out device numbers: none begins with 1, 2, 6 or 7, as times and counters do. */
function isAllocation(first: u32): bool {
  return ((0b1100111001 >> first) & 1) == 1;
}
