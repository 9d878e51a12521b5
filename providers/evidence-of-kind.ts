import type { ContentEvidence } from "../src/model/index.ts";

/**
 * Names that classification services give to kinds of data, by the words they are made of; the first that fits. Those of Macie and
 * Purview were read on 2026-11-22. Kinds of other countries (social security numbers, driving licences) are papers of identity too.
 */
const kinds: readonly (readonly [words: RegExp, evidence: ContentEvidence])[] = [
  [/CHINA.*RESIDENT|RESIDENT_?ID|身份证/, "cn-resident-id"],
  [/TAIWAN.*(?:RESIDENT|NATIONAL|ID)/, "tw-id"],
  [/HONG_?KONG.*ID/, "hkid"],
  [/PASSPORT|护照/, "cn-passport"],
  [
    /SOCIAL_SECURITY|NATIONAL_?ID|IDENTITY_?CARD|IDENTIFICATION_NUMBER|DRIVERS?_?LICEN[CS]E|TAX_?(?:ID|FILE|NUMBER)|INSURANCE_NUMBER|NATIONAL_INSURANCE/,
    "cn-passport",
  ],
  [/CREDIT_?CARD|DEBIT_?CARD|银行卡/, "bank-card"],
  [/BANK_?ACCOUNT|IBAN|SWIFT|ABA_?ROUTING|FINANCIAL_ACCOUNT|银行账/, "financial-term"],
  [/PHONE|MOBILE|手机|电话/, "cn-mobile"],
  [/E_?MAIL|邮箱|电子邮件/, "email"],
  [/IP_?ADDRESS/, "ip-address"],
  [/LATITUDE|LONGITUDE|GEO_?LOCATION|经纬度/, "coordinate"],
  [/ADDRESS|地址/, "cn-address"],
  [/DATE_OF_BIRTH|BIRTH_?DATE|BIRTHDAY|出生/, "birth-date"],
  [/VEHICLE_IDENTIFICATION|\bVIN\b/, "vin"],
  [/LICEN[CS]E_?PLATE|车牌/, "cn-plate"],
  [/HEALTH|MEDICAL|DISEASE|DRUG|ICD|HCPCS|MEDICARE|医疗|病/, "medical-term"],
  [/CREDENTIAL|PRIVATE_KEY|PASSWORD|ACCESS_KEY|SECRET_KEY|API_KEY|JSON_WEB_TOKEN|密码|密钥/, "credential"],
  [/(?:^|[_. ])(?:FULL_?|PERSON_?|FIRST_?|LAST_?)?NAMES?$|姓名/, "cn-name"],
];

/** What a service's name of a kind stands for; `undefined` where it is none that is known. */
export function evidenceOfKind(name: string): ContentEvidence | undefined {
  const folded = name.toUpperCase().replaceAll(/[ .-]/g, "_");
  return kinds.find(([words]) => words.test(folded))?.[1];
}
