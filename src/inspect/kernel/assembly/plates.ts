import { at, endsFree, isDigit, isUpper } from "./bytes";
import { tell } from "./hits";
import { plate } from "./kinds";

/** UTF-8 of the 31 province characters, first byte highest: 京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼. */
const provinces: usize = memory.data<u32>([
  0xe4baac, 0xe6b4a5, 0xe6b2aa, 0xe6b89d, 0xe58680, 0xe8b1ab, 0xe4ba91, 0xe8bebd, 0xe9bb91, 0xe6b998, 0xe79a96,
  0xe9b281, 0xe696b0, 0xe88b8f, 0xe6b599, 0xe8b5a3, 0xe98482, 0xe6a182, 0xe79498, 0xe6998b, 0xe89299, 0xe99995,
  0xe59089, 0xe997bd, 0xe8b4b5, 0xe7b2a4, 0xe99d92, 0xe8978f, 0xe5b79d, 0xe5ae81, 0xe790bc,
]);
/** 学警港澳挂领试 */
const suffixes: usize = memory.data<u32>([
  0xe5ada6, 0xe8ada6, 0xe6b8af, 0xe6beb3, 0xe68c82, 0xe9a286, 0xe8af95,
]);

function isOneOf(table: usize, count: usize, p: usize): bool {
  const character = (at(p) << 16) | (at(p + 1) << 8) | at(p + 2);
  for (let i: usize = 0; i < count; i++) if (load<u32>(table + (i << 2)) == character) return true;
  return false;
}

/** A digit or capital, at least four more behind it, a byte beyond ASCII before it (GA 36-2018). */
export function weighPlate(letter: usize): void {
  if (!isUpper(at(letter)) || !isOneOf(provinces, 31, letter - 3)) return;
  let length: u32 = 0;
  let digits: u32 = 0;
  for (; length < 8; length++) {
    const byte = at(letter + length);
    if (isDigit(byte)) digits |= 1 << length;
    else if (!isUpper(byte)) break;
    else if (byte == 73 || byte == 79) return;
  }
  const end = letter + length;
  if (length == 5) {
    if (popcnt(digits) >= 2 && isOneOf(suffixes, 7, end) && endsFree(end + 3)) tell(plate, letter - 3, end + 3);
  } else if (length == 6 ? popcnt(digits) >= 3 : length == 7 && isNewEnergy(letter, digits)) {
    if (endsFree(end)) tell(plate, letter - 3, end);
  }
}

/** Six characters behind the letter: a kind letter A to K first and four digits last, or five digits and a kind letter. */
function isNewEnergy(letter: usize, digits: u32): bool {
  if ((digits & 0x78) == 0x78) return isKind(at(letter + 1));
  return (digits & 0x7e) == 0x3e && isKind(at(letter + 6));
}

function isKind(byte: u32): bool {
  return byte - 65 < 11;
}
