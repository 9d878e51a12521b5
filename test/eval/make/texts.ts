import type { Random } from "../../support/seeded-random.ts";
import { chineseSentences, sentences, services } from "../lists/words.ts";
import { moment } from "./dates.ts";
import type { Label } from "./label.ts";
import { missesOf, nearMisses } from "./near-misses.ts";
import { makers } from "./values.ts";

/** A text with the truth about it. */
export interface TextCase {
  readonly label: Label | undefined;
  readonly kind: string;
  /** A word that names the values stands before each of them. */
  readonly inContext: boolean;
  readonly text: string;
}

/** How people introduce such a value. What is missing here is not looked for in running text. */
const words: Readonly<Partial<Record<Label, readonly string[]>>> = {
  "cn-resident-id": ["身份证号：", "身份证号码为", "id card no: "],
  "cn-residence-permit": ["居住证号码：", "港澳台居民居住证 "],
  "cn-foreign-pr": ["永久居留身份证号：", "永久居留证 "],
  "cn-mobile": ["手机：", "联系电话 ", "phone: ", "mobile="],
  "bank-card": ["银行卡号：", "卡号 ", "card no. "],
  "cn-uscc": ["统一社会信用代码：", "信用代码 "],
  "cn-org-code": ["组织机构代码：", "机构代码 "],
  "cn-passport": ["护照号码：", "passport no. "],
  "cn-hm-permit": ["回乡证号：", "港澳居民来往内地通行证 "],
  hkid: ["香港身份证：", "HKID "],
  "tw-id": ["台湾身份证字号：", "身份证统一编号 "],
  "cn-plate": ["车牌号：", "车辆 "],
  "cn-landline": ["固定电话：", "电话 "],
  email: ["邮箱：", "email: ", "请联系 "],
  imei: ["IMEI: ", "设备IMEI "],
  imsi: ["IMSI: ", "imsi="],
  iccid: ["ICCID: ", "iccid="],
  "ip-address": ["登录IP：", "client ip "],
  "mac-address": ["MAC地址：", "mac "],
  "wechat-id": ["微信号：", "wxid: "],
  "cn-address": ["住址：", "收货地址："],
  vin: ["车架号：", "VIN "],
  "medical-term": ["诊断：", "主诉及诊断为"],
  "financial-term": ["征信情况：", "信贷记录："],
  "secrecy-mark": ["密级：", ""],
};

/** Checks so strict, or a shape so rare, that several values in a text need no word beside them. */
export const tellWithoutWords: readonly Label[] = [
  "cn-resident-id",
  "cn-residence-permit",
  "bank-card",
  "cn-uscc",
  "iccid",
  "email",
  "cn-plate",
];

export const labelsInText: readonly Label[] = Object.keys(words).filter((one): one is Label => one in words);

export function positiveText(random: Random, label: Label, inContext: boolean): TextCase {
  const make = makers[label](random);
  const introductions = words[label] ?? [""];
  const values = Array.from({ length: inContext ? 3 + random.below(10) : 12 }, () => make(random));
  const lines = values.map((value) => {
    const introduced = inContext ? random.pick(introductions) + value : value;
    return random.pick([
      `${introduced}。`,
      `${random.pick(chineseSentences)}${introduced}，已登记。`,
      `${moment(random)} INFO ${random.pick(services)} - ${introduced}`,
    ]);
  });
  return { label, kind: label, inContext, text: mixed(random, lines) };
}

/** Prose, logs and notes with tokens of a near miss among them. */
export function negativeText(random: Random, label: Label | undefined): TextCase {
  const miss = random.pick(label === undefined ? nearMisses : missesOf(label));
  const make = miss.make(random);
  const lines = Array.from({ length: 12 }, () => {
    const value = make(random);
    return random.pick([
      `${random.pick(chineseSentences)} ${value}`,
      `${moment(random)} INFO ${random.pick(services)} - done ${value} in 12ms`,
      `item ${value} accepted`,
    ]);
  });
  return { label: undefined, kind: miss.kind, inContext: false, text: mixed(random, lines) };
}

function mixed(random: Random, lines: readonly string[]): string {
  const out: string[] = [];
  for (const line of lines) {
    out.push(line);
    if (random.chance(0.5)) out.push(random.pick([...chineseSentences, ...sentences]));
  }
  return `${out.join("\n")}\n`;
}
