import type { Detector } from "../detector.ts";
import { areDigits } from "../values/digits.ts";
import { maskOf } from "../values/mask.ts";

/**
 * First three digits given out to mobile networks of the mainland: numbering plan of the MIIT (2017) and later grants. 56 of the 100
 * that begin with 1, so that they prove little: a column or a word has to speak for them.
 */
const assigned = new Set(
  (
    "130 131 132 133 134 135 136 137 138 139 145 146 147 148 149 150 151 152 153 155 156 157 158 159 162 165 166 167 " +
    "170 171 172 173 174 175 176 177 178 180 181 182 183 184 185 186 187 188 189 190 191 192 193 195 196 197 198 199"
  )
    .split(" ")
    .map(Number),
);

/** First four digits of satellite and machine numbers (MIIT, 2017). */
const machines = new Set([1349, 1740, 1741, 1742, 1743, 1744, 1745]);

/** Numbers that documentation and test data are full of. */
const samples = new Set([13800138000, 13800000000, 13900000000, 13012345678, 18888888888, 18812345678]);

/**
 * Mobile number of the mainland: eleven digits, `+86`, `0086` or `86` before them, grouped 3-4-4 or not. `shape` is any eleven digits
 * that begin with 1.
 */
export const cnMobile: Detector = {
  id: "cn-mobile",
  chance: 0.56,
  prior: 5.3,
  needs: "context",
  context: [
    "手机",
    "手機",
    "电话",
    "電話",
    "联系方式",
    "聯繫方式",
    "聯絡電話",
    "联系人",
    "来电",
    "來電",
    "致电",
    "拨打",
    "回拨",
    "机主",
    "短信",
    "微信",
    "用户",
    "mobile",
    "phone",
    "cell",
    "tel",
    "msisdn",
    "sjh",
    "shouji",
    "dianhua",
    "+86",
  ],
  person: true,
  weigh(cell) {
    if (cell.length < 11 || cell.length > 20) return "no";
    const number = elevenDigits(cell);
    if (number !== undefined) return weighMobile(Number(number));
    const mask = maskOf(cell.replace(/^(?:\+|00)86[ -]?/, ""));
    if (mask?.length !== 11 || !/^1[3-9]/.test(mask.head)) return "no";
    return areDigits(mask.head) && areDigits(mask.tail) ? "masked" : "no";
  },
  canonical: (cell) => elevenDigits(cell) ?? cell,
};

/** Eleven digits as a number. */
export function weighMobile(number: number): "shape" | "valid" {
  const isGivenOut = assigned.has(Math.floor(number / 100_000_000)) && !machines.has(Math.floor(number / 10_000_000));
  const isSample = samples.has(number) || (number % 100_000_000) % 11_111_111 === 0;
  return isGivenOut && !isSample ? "valid" : "shape";
}

function elevenDigits(cell: string): string | undefined {
  if (cell.length === 11) return cell.charCodeAt(0) === 49 && areDigits(cell) ? cell : undefined;
  const found = /^(?:(?:\+|00)86[ -]?|\((?:\+|00)?86\) ?|86-?)?(1\d{2})([ -]?)(\d{4})\2(\d{4})$/.exec(cell);
  return found === null ? undefined : `${found[1]}${found[3]}${found[4]}`;
}
