import type { Detector } from "../detector.ts";
import { isOneCharacter } from "../values/digits.ts";

/** Area codes of four digits with their 0, as ranges (numbering plan of the MIIT; those merged since 1998 are kept). */
const areas =
  "0310-0319 0335 0349-0359 0370-0379 0391-0398 0410-0419 0421 0427 0429 0431-0440 0451-0459 0464 0467-0469 0470-0479 0482-0483 0510-0519 " +
  "0523 0527 0530-0539 0543 0546 0550-0566 0570-0580 0591-0599 0631-0635 0660 0662-0663 0668 0691-0692 0701 0710-0719 0722 0724 0728 " +
  "0730-0739 0743-0746 0750-0769 0770-0779 0790-0799 0812-0813 0816-0818 0825-0839 0851-0859 0870-0879 0883 0886-0888 0891-0898 " +
  "0899 0901-0903 0906 0908-0919 0930-0939 0941 0943 0951-0955 0970-0979 0990-0999";
const known = new Set(areas.split(" ").flatMap(unfold));

const line =
  /^(?:(?:\+|00)86[ -]?)?\(?(0?)(10|2\d|[3-9]\d{2})\)?[ -]?([2-8]\d{6,7})(?:(?:-| ?转 ?| ?ext\.? ?)\d{1,6})?$/;
/** Three or four digits, a dash, seven or eight; or 10 to 12 digits that begin with 0. */
const shape = /^(?:\d{3,4}-\d{7,8}|0\d{9,11})$/;

/** Fixed line of the mainland with its area code. Numbers of services (400, 800, 95xxx) have none and are nobody's. */
export const cnLandline: Detector = {
  id: "cn-landline",
  chance: 0.31,
  prior: 2.3,
  needs: "context",
  context: [
    "电话",
    "電話",
    "座机",
    "座機",
    "固話",
    "傳真",
    "固话",
    "传真",
    "联系方式",
    "tel",
    "phone",
    "fax",
    "landline",
    "dianhua",
    "lxdh",
  ],
  person: false,
  weigh(cell) {
    if (cell.length < 10 || cell.length > 28) return "no";
    const found = line.exec(cell);
    if (found === null) return shape.test(cell) ? "shape" : isMasked(cell) ? "masked" : "no";
    const [, zero = "", area = "", number = ""] = found;
    if (zero === "" && !/^(?:\+|00)86/.test(cell)) return shape.test(cell) ? "shape" : "no";
    if (isOneCharacter(number)) return "shape";
    // Three digits of area go with eight of number.
    if (area.length === 2) return area !== "26" && number.length === 8 ? "valid" : "shape";
    return known.has(Number(area)) ? "valid" : "shape";
  },
  canonical(cell) {
    const [, , area = "", number = ""] = line.exec(cell) ?? [];
    return `0${area}${number}`;
  },
};

function isMasked(cell: string): boolean {
  return /^0(?:10|2\d|[3-9]\d{2})-\d{0,4}\*{2,6}\d{0,4}$/.test(cell);
}

function unfold(range: string): readonly number[] {
  const [from = "", to = from] = range.split("-");
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index);
}
