import type { Basis } from "./finding.ts";
import type { Text } from "./text.ts";

/** "Cybersecurity Law (CSL) art. 39", 《中华人民共和国网络安全法》第三十九条; the key alone where the full name is not known. */
export function citationOf({ instrument, name, article }: Pick<Basis, "instrument" | "name" | "article">): Text {
  const isNumber = /^[1-9]\d{0,2}$/.test(article);
  if (article === wholeInstrument && name !== undefined)
    return { en: `${name.en} (${instrument})`, zh: inMarks(name.zh) };
  const en = isNumber ? `art. ${article}` : article;
  const zh = isNumber ? `第${chineseNumber(Number(article))}条` : ` ${article}`;
  if (name === undefined) return { en: `${instrument} ${en}`, zh: `${instrument} ${zh.trim()}` };
  return { en: `${name.en} (${instrument}) ${en}`, zh: `${inMarks(name.zh)}${zh}` };
}

/** Cites an instrument as such, where its articles were not read. */
const wholeInstrument = "whole";

function inMarks(title: string): string {
  return title.startsWith("《") ? title : `《${title}》`;
}

const figures = "零一二三四五六七八九";

/** 1 to 999 as statutes count their articles: 十, 二十一, 一百零二, 一百一十. */
function chineseNumber(value: number): string {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor(value / 10) % 10;
  const ones = value % 10;
  const end = ones === 0 ? "" : figures.charAt(ones);
  if (hundreds === 0 && tens < 2) return tens === 0 ? end : `十${end}`;
  const start = hundreds === 0 ? "" : `${figures.charAt(hundreds)}百`;
  if (tens === 0) return ones === 0 ? start : `${start}零${end}`;
  return `${start}${figures.charAt(tens)}十${end}`;
}
