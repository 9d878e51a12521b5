import { regionCodeTable } from "./region-code-table.ts";

/**
 * What six digits of a resident id say of a place (GB/T 2260):
 * - `county`: a county or district with this code exists or existed;
 * - `fits`: none is listed, but the numbering of the standard has room for it where counties were retired before 2002;
 * - `province`: only the first two digits are a province;
 * - `none`.
 */
export type RegionStanding = "county" | "fits" | "province" | "none";

const first = 110_000;
const last = 659_999;

/** One code per bit: a lookup is one read. 69 KB. */
const listed = bitmapOf(regionCodeTable);
/** Prefectures (four digits) that have a listed county. */
const prefectures = new Set(codesOf(regionCodeTable).map((code) => Math.floor(code / 100)));

const provinces = new Set([
  11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63,
  64, 65,
]);
/** Municipalities and Hainan never had prefectures of the old kind. */
const withoutPrefectures = new Set([11, 12, 31, 46, 50]);
/** Chongqing as a city of Sichuan, until 1997. */
const formerChongqing = 5102;

/** Province of a region code by its first two digits, mainland only; `undefined` for what is none. */
export function provinceOf(code: number): number | undefined {
  const province = Math.floor(code / 10_000);
  return provinces.has(province) ? province : undefined;
}

/** Standing of a code of six digits, as a number. */
export function standingOf(code: number): RegionStanding {
  const province = provinceOf(code);
  if (province === undefined) return "none";
  if (isListed(code)) return "county";
  return fits(code, province) ? "fits" : "province";
}

function isListed(code: number): boolean {
  if (code < first || code > last) return false;
  const at = code - first;
  return (((listed[at >> 3] ?? 0) >> (at & 7)) & 1) === 1;
}

/**
 * The rules of GB/T 2260-2007, 4: the third and fourth digit are 01-20 and 51-70 for cities, 21-50 for prefectures and leagues, 90 for
 * counties under the province itself; the fifth and sixth are 01-20 for districts, 21-80 for counties, 81-99 for county-level cities.
 * Ids keep the code of the year they were given out in, and the listed sources begin in 2002. Narrowed to the numbers that were ever
 * common: of the 6,468 codes in the yearly lists of the ministry and the bureau from 1980 to 2021, 4,178 are `county`, 2,215 `fits`
 * and 75 neither (counted 2026-11-22); of all numbers of six digits, 0.4 % are `county` and 1.9 % `fits`. Cities
 * and provinces with their own code (00 at the end) fit too.
 */
function fits(code: number, province: number): boolean {
  const prefecture = Math.floor(code / 100);
  const middle = prefecture % 100;
  const county = code % 100;
  // Cities without districts give out ids under their own code (441900 Dongguan, 442000 Zhongshan); so does test data under any.
  if (county === 0) return middle === 0 || prefectures.has(prefecture);
  if (prefecture === formerChongqing) return county <= 35;
  if (prefectures.has(prefecture)) return county <= 35 || (county >= 81 && county <= 84);
  if (withoutPrefectures.has(province)) return false;
  if (middle === 90) return county <= 30;
  return middle >= 21 && middle <= 32 && (county <= 12 || (county >= 21 && county <= 38));
}

function codesOf(table: string): readonly number[] {
  const codes: number[] = [];
  let code = first;
  let difference = 0;
  let shift = 0;
  for (const byte of Buffer.from(table, "base64")) {
    difference |= (byte & 127) << shift;
    shift += 7;
    if (byte >= 128) continue;
    code += difference;
    codes.push(code);
    difference = 0;
    shift = 0;
  }
  return codes;
}

function bitmapOf(table: string): Uint8Array {
  const bits = new Uint8Array((last - first + 8) >> 3);
  for (const code of codesOf(table)) {
    const at = code - first;
    bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
  }
  return bits;
}
