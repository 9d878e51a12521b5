import { passesMod11dash2 } from "../checksums/mod-11-2.ts";
import type { Detector, Reading } from "../detector.ts";
import { provinceOf, standingOf } from "../dictionaries/region-codes.ts";
import { isBirthday } from "../values/calendar.ts";
import { areDigits, numberAt, ungrouped } from "../values/digits.ts";
import { maskOf } from "../values/mask.ts";

/**
 * Resident id of the mainland: 18 characters of GB 11643-1999 (region of GB/T 2260, birthday, serial, MOD 11-2), or the 15 digits in
 * use until then, without century and check character. `shape` is a province and a birthday; what the check leaves to chance is
 * measured against that, so that business numbers made of region, date and serial are seen through.
 */
export const cnResidentId: Detector = {
  id: "cn-resident-id",
  chance: 1 / 11,
  // Only numbers that are made of a region, a day and a serial leave that much to chance; of others 3 in ten million pass.
  prior: 4.6,
  needs: "alone",
  context: [
    "身份证",
    "身分证",
    "身份證",
    "身分證",
    "公民身份號碼",
    "證件號",
    "公民身份号码",
    "证件号",
    "证件号码",
    "驾驶证",
    "駕駛證",
    "驾照",
    "idcard",
    "id card",
    "id_card",
    "id no",
    "id_no",
    "identity",
    "sfz",
    "shenfenzheng",
  ],
  person: true,
  weigh(cell) {
    if (cell.length < 15 || cell.length > 24) return "no";
    const id = ungrouped(cell);
    if (id.length === 18 && areDigits(id, 0, 17)) return weigh18(id);
    if (id.length === 15 && areDigits(id)) return weigh15(id);
    return isMasked(cell) ? "masked" : "no";
  },
  /** In 18 characters, so that both forms of one person's id count once. */
  canonical(cell) {
    const id = ungrouped(cell).toUpperCase();
    return id.length === 15 ? withCentury(id) : id;
  },
};

function weigh18(id: string): Reading {
  const region = numberAt(id, 0, 6);
  if (provinceOf(region) === undefined || !hasBirthday(id) || !(areDigits(id, 17) || /[Xx]$/.test(id))) return "no";
  if (!passesMod11dash2(id)) return "shape";
  return isPlace(region) ? "valid" : "shape";
}

/** Two digits of a year below this are the present century in a business number rather than somebody over 95. */
const eldest = 30;

/**
 * There is no check character: a known county and a day of the calendar are all there is (one in three hundred by chance where the
 * province fits). Enough for a column; `of-hit.ts` lets it count as `shape` only where it stands in running text.
 */
function weigh15(id: string): Reading {
  const region = numberAt(id, 0, 6);
  if (provinceOf(region) === undefined) return "no";
  const year = numberAt(id, 6, 8);
  const isDated = year >= eldest && isBirthday(1900 + year, numberAt(id, 8, 10), numberAt(id, 10, 12));
  return isDated && isPlace(region) && !id.endsWith("000") ? "valid" : "shape";
}

/** A region of six digits that ids are given out in: of today or of any year since 1980. */
export function isPlace(region: number): boolean {
  const standing = standingOf(region);
  return standing === "county" || standing === "fits";
}

/** Whether digits 7 to 14 are a day somebody can be born on. */
export function hasBirthday(id: string): boolean {
  return isBirthday(numberAt(id, 6, 10), numberAt(id, 10, 12), numberAt(id, 12, 14));
}

/** `110105********002X`, `1****************X`: the region is seen at least in part, the birthday is not. */
function isMasked(cell: string): boolean {
  const mask = maskOf(cell);
  if (mask === undefined || (mask.length !== 18 && mask.length !== 15)) return false;
  if (!areDigits(mask.head) || !/^\d*[\dXx]?$/.test(mask.tail) || mask.tail.length > 6) return false;
  if (mask.head.length < 2) return mask.head.length === 1 ? /^[1-6]/.test(mask.head) : /[Xx]$/.test(mask.tail);
  return provinceOf(Number(mask.head.slice(0, 2)) * 10_000) !== undefined;
}

function withCentury(id: string): string {
  const body = `${id.slice(0, 6)}19${id.slice(6)}`;
  for (const check of "0123456789X") if (passesMod11dash2(body + check)) return body + check;
  return body;
}
