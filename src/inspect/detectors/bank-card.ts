import { passesLuhn } from "../checksums/luhn.ts";
import type { Detector } from "../detector.ts";
import { areDigits, isOneCharacter, ungrouped } from "../values/digits.ts";
import { maskOf } from "../values/mask.ts";
import { cnResidencePermit } from "./cn-residence-permit.ts";
import { cnResidentId } from "./cn-resident-id.ts";

/** Numbers that payment providers publish for tests. */
const samples = new Set(
  (
    "4242424242424242 4000056655665556 4111111111111111 4012888888881881 4222222222222 5555555555554444 5105105105105100 5200828282828210 " +
    "2223003122003222 378282246310005 371449635398431 6011111111111117 6011000990139424 30569309025904 38520000023237 3530111333300000 " +
    "3566002020360505 6200000000000005 6200000000000047 6205500000000000004 6212345678901232 6212345678901265"
  ).split(" "),
);

/**
 * Payment card: first digits and length of a scheme, Luhn (ISO/IEC 7812-1). Gansu's resident ids begin with 62 like UnionPay's cards,
 * and one in ten passes Luhn: what is valid as a resident id is no card.
 */
export const bankCard: Detector = {
  id: "bank-card",
  chance: 0.1,
  needs: "context",
  context: [
    "银行卡",
    "卡号",
    "账号",
    "銀行卡",
    "卡號",
    "帳號",
    "賬號",
    "帳戶",
    "賬戶",
    "銀聯",
    "帐号",
    "账户",
    "储蓄卡",
    "信用卡",
    "银联",
    "收款",
    "開戶",
    "开户",
    "bank",
    "card",
    "account",
    "acct",
    "unionpay",
    "visa",
    "mastercard",
    "yhk",
  ],
  person: true,
  weigh(cell) {
    if (cell.length < 13 || cell.length > 24) return "no";
    const number = ungrouped(cell);
    if (number.length >= 13 && number.length <= 19 && areDigits(number)) {
      if (!isOfScheme(number, number.length)) return "no";
      if (!passesLuhn(number)) return "shape";
      if (isId(number)) return "no";
      return samples.has(number) || isOneCharacter(number, 4) ? "shape" : "valid";
    }
    return isMasked(cell) ? "masked" : "no";
  },
  canonical: ungrouped,
};

function isId(number: string): boolean {
  return cnResidentId.weigh(number) === "valid" || cnResidencePermit.weigh(number) === "valid";
}

/**
 * UnionPay 62 and 81, older cards of mainland banks under 60, 68, 69 and 9558, Visa, Mastercard, American Express, JCB, Diners Club,
 * Discover. Ranges as the schemes publish them (2026).
 */
function isOfScheme(start: string, length: number): boolean {
  const [two, four] = [Number(start.slice(0, 2)), Number(start.slice(0, 4))];
  if (two === 62 || two === 81 || four === 9558) return length >= 16;
  if (two === 60 || two === 65 || two === 68 || two === 69) return length >= 16;
  if (start.startsWith("4")) return length === 13 || length === 16 || length === 19;
  if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) return length === 16;
  if (two === 34 || two === 37) return length === 15;
  if (four >= 3528 && four <= 3589) return length >= 16;
  return two === 36 || two === 38 ? length === 14 || length >= 16 : four >= 3000 && four <= 3059 && length >= 14;
}

/** `622202******8909`, `6222 **** **** 8909`, `**** **** **** 8909`; also with the hidden part shortened. */
function isMasked(cell: string): boolean {
  const mask = maskOf(cell);
  if (mask === undefined || mask.length < 13 || mask.length > 19) return false;
  if (!areDigits(mask.head) || !areDigits(mask.tail) || mask.tail.length > 6) return false;
  if (mask.head.length === 0) return mask.tail.length === 4 && mask.length >= 15;
  return mask.head.length >= 4 && isOfScheme(mask.head, mask.length);
}
