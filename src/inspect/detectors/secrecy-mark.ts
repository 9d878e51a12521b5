import type { Detector, Found, Reading } from "../detector.ts";

/** `marked`: a grade with its star, as the rules on marking demand it; `word`: a grade alone, which counts in titles and names only. */
export interface SecrecyMark {
  readonly start: number;
  readonly end: number;
  readonly strength: "marked" | "word";
}

const grades = new Set(["绝", "机", "秘", "絕", "機", "祕"]);
/** Papers set the two characters apart: 秘　密★5年. */
const mostBlanks = 3;
/** ★ (U+2605) as prescribed; ☆, * and full-width forms are what scanners and keyboards make of it. */
const stars = /[★☆✭⭐*＊]/;
const term =
  /^\s{0,3}(?:长期|長期|\d{1,3}\s?(?:年|个月|個月|月|天)|[一二三四五六七八九十]{1,3}年|\d{4}年\d{1,2}月(?:\d{1,2}日)?)/;
/** Examination papers carry the star until they are used, and copies of old ones for ever after: 绝密★启用前. */
const examination = /^\s{0,3}(?:启用前|启封前|考试结束前|考试启用前|使用前)/;
/** Secrets of companies, and secrets in everyday speech. */
const business = /(?:商业|商業|商|企业|企業|公司|技术|技術|客户|客戶|内部|內部)$/;
/** Rules on marking show what a mark looks like: 应当标注为“机密★10年”. */
const shown = /(?:如|标注|标明|标示|标志|格式|样式|写作)为?[：:]?\s?[“"「『]?$/;
const hanzi = /[\u3400-\u9fff]/;
/** What may stand before and behind a grade that is a mark: 密级：机密, 机密级. */
const label = /(?:密级|涉密等级|保密等级|定密|秘密等级)\s{0,2}[:：=]?\s{0,2}$/;
const tail = /^(?:级(?![\u3400-\u9fff])|级?(?:文件(?![夹名])|资料)|件)/;
/** Laws and rules name one grade beside the other, or in quotes: 绝密、机密、秘密三级, 定为“机密”. */
const namedBefore = /(?:[绝機机秘絕祕]\s?密级?[、,，/和或及与與至]?(?:者)?|[“"「『‘'])$/;
const namedBehind = /^级?(?:[、,，/和或及与與至](?:者)?[绝機机秘絕祕]\s?密|[”"」』’'])/;

/**
 * Marks of state secrets. `valid`: grade and star, with or without a term (秘密★10年), by the measures on marking state secrets; `shape`: a grade alone or an
 * examination paper's mark, which count in titles, headings and names only. Companies' own words (商业秘密, 内部资料, confidential) are neither.
 */
export const secrecyMark: Detector = {
  id: "secrecy-mark",
  chance: 1e-6,
  needs: "alone",
  context: ["密级", "涉密", "定密", "保密期限"],
  person: false,
  weigh,
  canonical: (cell) => cell.replaceAll(/\s/g, ""),
  findIn,
};

function weigh(cell: string): Reading {
  let reading: Reading = "no";
  for (const { strength } of secrecyMarksIn(cell)) {
    if (strength === "marked") return "valid";
    // A column of grades holds grades and nothing else.
    if (cell.length <= 4) reading = "shape";
  }
  return reading;
}

function* findIn(text: string): Generator<Found> {
  for (const { start, end, strength } of secrecyMarksIn(text)) {
    yield { start, end, reading: strength === "marked" ? "valid" : "shape" };
  }
}

/** All marks in a text, a title, a header or a name of a file. */
export function* secrecyMarksIn(text: string): Generator<SecrecyMark> {
  // All three grades end in the same character.
  for (let at = text.indexOf("密"); at !== -1; at = text.indexOf("密", at + 1)) {
    const start = gradeStart(text, at);
    if (start === undefined) continue;
    const before = text.slice(Math.max(0, start - 8), start);
    if (business.test(before) || shown.test(before)) continue;
    const end = starEnd(text, at + 1);
    if (end === undefined) {
      if (isBareMark(before, text.slice(at + 1, at + 5))) yield { start, end: at + 1, strength: "word" };
      continue;
    }
    const behind = text.slice(end, end + 16);
    const star = text.slice(at + 1, end).trim();
    const isTerm = term.exec(behind);
    const stop = end + (isTerm?.[0].length ?? 0);
    // A typed asterisk needs its term: 机密** is what a form shows of a masked word.
    const isMarked = !examination.test(behind) && (isTerm !== null || star === "★");
    yield { start, end: stop, strength: isMarked ? "marked" : "word" };
  }
}

/** Where the grade begins whose second character stands at `at`. */
function gradeStart(text: string, at: number): number | undefined {
  for (let start = at - 1; start >= 0 && start >= at - 1 - mostBlanks; start--) {
    if (grades.has(text.charAt(start))) return start;
    if (!/[^\S\n]/.test(text.charAt(start))) return undefined;
  }
  return undefined;
}

/** Behind the star, at most three blanks away. */
function starEnd(text: string, from: number): number | undefined {
  for (let at = from; at < text.length && at <= from + 3; at++) {
    const character = text.charAt(at);
    if (stars.test(character)) return at + 1;
    if (!/\s/.test(character)) return undefined;
  }
  return undefined;
}

/** Alone, in brackets, behind its label, or with 级 or 件: not within a sentence (保守秘密, 机密信息). */
function isBareMark(before: string, behind: string): boolean {
  if (namedBefore.test(before) || namedBehind.test(behind)) return false;
  const startsAlone = before === "" || !hanzi.test(before.charAt(before.length - 1)) || label.test(before);
  const endsAlone = behind === "" || !hanzi.test(behind.charAt(0)) || tail.test(behind);
  return startsAlone && endsAlone;
}
