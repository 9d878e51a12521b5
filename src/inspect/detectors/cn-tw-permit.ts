import type { Detector } from "../detector.ts";
import { isDay } from "../values/calendar.ts";
import { isOneCharacter } from "../values/digits.ts";

/**
 * Mainland travel permit for residents of Taiwan: eight digits, or the older ten with a letter. Eight digits can be anything, so only a
 * column with a name counts; what is a date is none.
 */
export const cnTwPermit: Detector = {
  id: "cn-tw-permit",
  chance: 1,
  needs: "column",
  context: ["台胞证", "臺胞證", "台湾居民", "来往大陆", "taiwan", "tbz", "taibaozheng"],
  person: true,
  weigh(cell) {
    if (/^\d{8}$/.test(cell)) return isDate(cell) || isOneCharacter(cell) ? "no" : "valid";
    return /^\d{10}(?:[A-Z]|\([A-Z]\))$/.test(cell) ? "valid" : "no";
  },
  canonical: (cell) => cell.slice(0, cell.length > 8 ? 10 : 8),
};

function isDate(cell: string): boolean {
  const year = Number(cell.slice(0, 4));
  return year >= 1900 && year < 2100 && isDay(year, Number(cell.slice(4, 6)), Number(cell.slice(6)));
}
