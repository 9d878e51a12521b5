import type { Detector, Reading } from "../detector.ts";
import { grammar, notNames, thingEndings } from "../dictionaries/not-names.ts";
import { pinyinSyllables } from "../dictionaries/pinyin.ts";
import { areaNames } from "../dictionaries/places.ts";
import {
  compoundSurnames,
  pinyinSurnames,
  surnames,
  traditionalSurnames,
  wordlikeSurnames,
} from "../dictionaries/surnames.ts";

const common = new Set(surnames + traditionalSurnames);
const wordlike = new Set(wordlikeSurnames);
const compound = new Set(compoundSurnames);
const endings = new Set(thingEndings);
const particles = new Set(grammar);
const latinSurnames = new Set(pinyinSurnames);

const han = /^[\u3400-\u9fff\uf900-\ufaff]{2,6}$/;
/** Names of many ethnic groups, their parts apart by a dot: 阿依古丽·买买提. */
const dotted = /^[\u3400-\u9fff]{1,10}(?:[·•・‧][\u3400-\u9fff]{1,10}){1,3}$/;
const latin = /^[A-Za-z]{2,12}(?:(?:, ?| )[A-Za-z]{1,12}(?:[-'’][A-Za-z]{1,8})?){1,2}$/;
const masked = /^[\u3400-\u9fff]{1,2}(?:[*＊]{1,3}|某{1,2})[\u3400-\u9fff]?$/;

/**
 * Chinese names of persons. No name can be told from a word by itself: this counts in columns only, where most cells have to be
 * names and not words. `valid`: a surname and a given name of one or two characters, in hanzi or pinyin; `shape`: other words of two to four
 * hanzi.
 */
export const cnName: Detector = {
  id: "cn-name",
  // Share of dictionary words of two to four characters that begin with a surname and are in no list here; measured on words of tables.
  chance: 0.25,
  needs: "column",
  context: ["姓名", "联系人", "收件人", "name", "xingming"],
  person: true,
  weigh,
  canonical: (cell) => cell.replaceAll(/[\s,·•・‧]/g, "").toUpperCase(),
};

function weigh(cell: string): Reading {
  if (cell.length < 2 || cell.length > 40) return "no";
  if (masked.test(cell)) return common.has(cell.charAt(0)) || wordlike.has(cell.charAt(0)) ? "masked" : "no";
  if (han.test(cell)) return weighHan(cell);
  if (dotted.test(cell)) return "valid";
  return latin.test(cell) && isPinyinName(cell) ? "valid" : "no";
}

function weighHan(cell: string): Reading {
  const surname = surnameOf(cell);
  if (cell.length > 4) return surname.length > 2 && cell.length - surname.length <= 2 ? "valid" : "no";
  const given = cell.slice(surname.length);
  if (surname === "" || given.length < 1 || given.length > 2) return "shape";
  if (wordlike.has(surname) && given.length === 1) return "shape";
  if (notNames.has(cell) || notNames.has(cell.slice(0, 2)) || areaNames.has(cell)) return "shape";
  if (endings.has(cell.charAt(cell.length - 1))) return "shape";
  for (const character of given) if (particles.has(character)) return "shape";
  return "valid";
}

function surnameOf(cell: string): string {
  for (const length of [4, 3, 2]) {
    const start = cell.slice(0, length);
    if (cell.length > length && compound.has(start)) return start;
  }
  const first = cell.charAt(0);
  return common.has(first) || wordlike.has(first) ? first : "";
}

/** `Wang Xiaoming`, `WANG, Xiao-Ming`, `Xiaoming Wang`. */
function isPinyinName(cell: string): boolean {
  const parts = cell
    .toLowerCase()
    .split(/,? /)
    .map((part) => part.replaceAll(/[-'’]/g, ""));
  const [first = "", ...rest] = parts;
  const last = parts.at(-1) ?? "";
  if (latinSurnames.has(first) && isGiven(rest.join(""))) return true;
  return latinSurnames.has(last) && isGiven(parts.slice(0, -1).join(""));
}

/** One or two syllables. */
function isGiven(letters: string): boolean {
  if (pinyinSyllables.has(letters)) return true;
  for (let at = 1; at < letters.length && at <= 6; at++) {
    if (pinyinSyllables.has(letters.slice(0, at)) && pinyinSyllables.has(letters.slice(at))) return true;
  }
  return false;
}
