import type { HitKind } from "../../src/inspect/kernel/finder.ts";

/** Characters of UTF-8 as a pattern for its bytes, each byte a character. */
const bytesOf = (characters: string): string =>
  `(?:${[...characters].map((one) => Buffer.from(one).toString("latin1")).join("|")})`;

const provinces = bytesOf("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼");
const suffixes = bytesOf("学警港澳挂领试");
const day = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])";
const octet = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
const pair = "[0-9A-Fa-f]{2}";
const letter = "[A-HJ-NP-Z]";
const either = "[0-9A-HJ-NP-Z]";

/**
 * What identifiers look like, as a team that greps for them would write it down: ASCII classes, no look-arounds, so that JavaScript and
 * ripgrep take the same pattern. What touches them is left to who uses them.
 */
export const identifierShapes: Readonly<Record<HitKind, string>> = {
  "id-18": `[1-9][0-9]{5}(?:19|20)[0-9]{2}${day}[0-9]{3}[0-9Xx]`,
  "id-15": `[1-9][0-9]{7}${day}[0-9]{3}`,
  mobile:
    "(?:(?:00)?86[ -]?)?1(?:3[0-9]|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8[0-9]|9[0-35-9])(?:[0-9]{8}| [0-9]{4} [0-9]{4}|-[0-9]{4}-[0-9]{4})",
  card: "(?:[2-689][0-9]{12,18}|[2-689][0-9]{3}(?:(?: [0-9]{4}){3}(?: [0-9]{1,3})?|(?:-[0-9]{4}){3}(?:-[0-9]{1,3})?))",
  uscc: "(?:1[1239]|2[19]|3[1-59]|4[19]|5[1239]|6[129]|7[129]|8[19]|9[123]|A[19]|N[1239]|Y1)[0-9]{6}[0-9A-Z]{8}[0-9X][0-9A-Z]",
  "org-code": "[0-9A-Z]{8}-[0-9X]",
  imei: "[034589][0-9]{14}",
  imsi: "460(?:0[0-9]|11|15|20)[0-9]{10}",
  iccid: "8986[0-9]{15,16}",
  vin: "[0-9A-HJ-NPR-Z]{13}[0-9]{4}",
  passport: "(?:[CDEGHKLMPSTW][0-9]{8}|(?:E[A-HJ-NP-Z]|[CHM][A-Z]|[DPS]E)[0-9]{7}|[HM][0-9]{10})",
  hkid: "[A-Z]{1,2}[0-9]{6}(?:[0-9A]|\\([0-9A]\\))",
  "tw-id": "[A-Z][1289][0-9]{8}",
  plate: `${provinces}${letter}(?:${either}{5}|${either}{4}${suffixes}|[A-HJK]${either}[0-9]{4}|[0-9]{5}[A-HJK])`,
  landline: "(?:010|02[0-9]|0[3-9][0-9]{2})-?[2-8][0-9]{6,7}",
  email: "[0-9A-Za-z_.%+-]{1,64}@[0-9A-Za-z](?:[0-9A-Za-z-]*\\.)+[A-Za-z]{2,24}",
  ipv4: `${octet}(?:\\.${octet}){3}`,
  mac: `${pair}(?:(?::${pair}){5}|(?:-${pair}){5})`,
};
