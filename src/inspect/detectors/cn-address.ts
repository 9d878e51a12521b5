import type { Detector, Found, Reading } from "../detector.ts";
import { type PlaceName, placesByStart } from "../dictionaries/places.ts";

/** What was read of an address that begins somewhere in a text. */
interface Parsed {
  readonly end: number;
  /** Provinces, cities and counties in their order. */
  readonly areas: number;
  /** Town, street, road, village. */
  readonly streets: number;
  /** House, building, unit, room: a number with its word. */
  readonly numbers: number;
}

/** Longest part of a name before its suffix (`香榭丽舍花园`), and longest address, in characters. */
const longestPart = 14;
const longestAddress = 120;

const starts = firstCharacters();
/** Words that end a road, town, village or estate. */
const streetEnds = new Set("路街巷弄道村镇乡里坊园苑庄屯寨胡同");
const streetWords = [
  "街道",
  "大道",
  "大街",
  "胡同",
  "小区",
  "花园",
  "社区",
  "公寓",
  "大厦",
  "广场",
  "中心",
  "科技园",
  "工业园",
  "产业园",
  "开发区",
  "高新区",
  "经开区",
  "工业园区",
  "保税区",
  "家园",
  "新村",
  "山庄",
  "嘉园",
  "国际",
  "商城",
];
const numberWords = [
  "号楼",
  "号院",
  "单元",
  "号",
  "栋",
  "幢",
  "弄",
  "室",
  "楼",
  "层",
  "组",
  "座",
  "房",
  "户",
  "队",
  "期",
  "区",
  "#",
];
const organisations = /公司|有限|集团|银行|事务所|医院|大学|学院|法院|政府|委员会|派出所/;
const space = /[\s,，、\-－]/;

/**
 * Postal addresses of the mainland, and of Hong Kong SAR, Macao SAR and Taiwan (China) in simplified characters. `valid`: two or more
 * levels of administration and a street or number, or one level, a street and a number. `shape`: levels alone, as in tables of regions,
 * a street with its number, or the address of an organisation. Names as of 2023 (place-names.ts).
 */
export const cnAddress: Detector = {
  id: "cn-address",
  // A name of a place at a random spot of Chinese text is followed by another or a number with its word about this often.
  chance: 0.02,
  needs: "context",
  context: ["地址", "住址", "现住", "户籍", "籍贯", "收货", "邮寄", "住所", "address", "dizhi", "zhuzhi"],
  person: false,
  weigh,
  canonical: (cell) => cell.replaceAll(/[\s,，、\-－]/g, ""),
  findIn,
};

function weigh(cell: string): Reading {
  if (cell.length < 4 || cell.length > 300 || !/[\u3400-\u9fff]/.test(cell)) return "no";
  const parsed = firstAddress(cell);
  const isOrganisation = organisations.test(cell);
  if (parsed === undefined) {
    const bare = parseTail(cell, 0);
    return bare.streets > 0 && bare.numbers > 0 && !isOrganisation ? "shape" : "no";
  }
  if (isOrganisation) return parsed.numbers > 0 && parsed.streets > 0 ? "shape" : "no";
  return isValid(parsed) ? "valid" : "shape";
}

/** The address at the beginning of a cell, a label or a postal code before it allowed. */
function firstAddress(cell: string): Parsed | undefined {
  const most = Math.min(cell.length, 12);
  for (let at = 0; at < most; at++) {
    const parsed = parseAt(cell, at);
    if (parsed !== undefined && (parsed.areas > 1 || parsed.numbers > 0)) return parsed;
    if (parsed !== undefined) at = parsed.end;
  }
  return undefined;
}

function isValid({ areas, streets, numbers }: Parsed): boolean {
  return (areas > 1 && streets + numbers > 0) || (areas > 0 && streets > 0 && numbers > 0);
}

function* findIn(text: string): Generator<Found> {
  for (let at = 0; at < text.length; at++) {
    if (starts[text.charCodeAt(at)] === 0) continue;
    const parsed = parseAt(text, at);
    if (parsed === undefined) continue;
    const organisation = organisations.test(text.slice(at, Math.min(text.length, parsed.end + longestPart)));
    if (isValid(parsed) && !organisation) yield { start: at, end: parsed.end, reading: "valid" };
    at = parsed.end - 1;
  }
}

function parseAt(text: string, from: number): Parsed | undefined {
  let at = from;
  let below = 0;
  let areas = 0;
  for (let place = placeAt(text, at, below); place !== undefined; place = placeAt(text, at, below)) {
    at = skipSpace(text, at + place.name.length);
    // The highest level that is left; a municipality stands for province and city.
    below = lowestBit(place.levels & ~levelsUpTo(below));
    areas += 1;
  }
  if (areas === 0) return undefined;
  const tail = parseTail(text, at, from + longestAddress);
  return { areas, streets: tail.streets, numbers: tail.numbers, end: Math.max(at, tail.end) };
}

/** The longest place at `at` of a level below the one before. */
function placeAt(text: string, at: number, below: number): PlaceName | undefined {
  if (starts[text.charCodeAt(at)] === 0 || at + 1 >= text.length) return undefined;
  const used = levelsUpTo(below);
  return placesByStart
    .get(text.slice(at, at + 2))
    ?.find(({ name, levels }) => (levels & ~used) !== 0 && text.startsWith(name, at));
}

/** All levels down to a level. */
function levelsUpTo(level: number): number {
  return level === 0 ? 0 : level * 2 - 1;
}

function lowestBit(bits: number): number {
  return bits & -bits;
}

/** Streets and numbers from `from` on, until something that is neither. */
function parseTail(text: string, from: number, most = from + longestAddress): Omit<Parsed, "areas"> {
  let [at, streets, numbers] = [from, 0, 0];
  const end = Math.min(text.length, most);
  while (at < end) {
    const number = numberEnd(text, at);
    if (number > at) numbers += 1;
    const street = number > at ? at : streetEnd(text, at, end);
    if (street > at) streets += 1;
    const next = Math.max(number, street);
    if (next === at) break;
    at = skipSpace(text, isSection(text, next) ? next + 2 : next);
  }
  return { streets, numbers, end: at };
}

/** Part of a long road: 天府大道北段, 人民南路四段. */
function isSection(text: string, at: number): boolean {
  return text.charAt(at + 1) === "段" && "东南西北中東一二三四五六七八九十".includes(text.charAt(at));
}

/** Behind `90号`, `3栋`, `502室`, `乙3-2号`, and behind a last bare room number of three or four digits; `from` where there is none. */
function numberEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from < 8 && isNumberCharacter(text.charCodeAt(at))) at++;
  if (at === from) return from;
  const word = numberWords.find((candidate) => text.startsWith(candidate, at));
  if (word !== undefined) return at + word.length;
  // What stands between two numbers, as in 3-502, belongs to them.
  return at === text.length && at - from >= 3 && from > 0 ? at : from;
}

function isNumberCharacter(code: number): boolean {
  if (code >= 0x30 && code <= 0x39) return true;
  if (code >= 0x41 && code <= 0x5a) return true;
  // - and hanzi figures.
  return code === 0x2d || "一二三四五六七八九十甲乙丙丁".includes(String.fromCharCode(code));
}

/** Behind the nearest word that ends a street or estate; `from` where none is near. */
function streetEnd(text: string, from: number, most: number): number {
  const end = Math.min(most, from + longestPart);
  for (let at = from + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x30 || (code > 0x7a && code < 0x3400) || code > 0xfa00) return from;
    const word = streetWords.find((candidate) => text.startsWith(candidate, at));
    if (word !== undefined) {
      const behind = at + word.length;
      // 科技园路 is a road, not an estate.
      return streetEnds.has(text.charAt(behind)) ? behind + 1 : behind;
    }
    if (streetEnds.has(text.charAt(at))) return at + 1;
  }
  return from;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from < 3 && space.test(text.charAt(at))) at++;
  return at;
}

/** 1 for characters that a name of a place begins with. */
function firstCharacters(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const start of placesByStart.keys()) table[start.charCodeAt(0)] = 1;
  return table;
}
