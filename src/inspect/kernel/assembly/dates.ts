import { digitAt } from "./bytes";

const days: usize = memory.data<u8>([0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);

/** Four digits `mmdd` of a year. */
function isDayOf(year: u32, p: usize): bool {
  const month = digitAt(p) * 10 + digitAt(p + 1);
  const day = digitAt(p + 2) * 10 + digitAt(p + 3);
  if (month - 1 > 11 || day - 1 >= <u32>load<u8>(days + month)) return false;
  if (month != 2 || day != 29) return true;
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/** Eight digits `yyyymmdd` from 1900 to the last year. */
export function isDate8(p: usize, lastYear: u32): bool {
  const year = digitAt(p) * 1000 + digitAt(p + 1) * 100 + digitAt(p + 2) * 10 + digitAt(p + 3);
  return year >= 1900 && year <= lastYear && isDayOf(year, p + 4);
}

/** Six digits `yymmdd` of the twentieth century. */
export function isDate6(p: usize): bool {
  return isDayOf(1900 + digitAt(p) * 10 + digitAt(p + 1), p + 2);
}
