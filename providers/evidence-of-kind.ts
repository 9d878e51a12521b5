import type { ContentEvidence } from "../src/model/index.ts";

/**
 * Names that classification services give to kinds of data, by the words they are made of; the first that fits. Those of Macie and
 * Purview were read on 2026-11-22. Kinds of other countries (social security numbers, driving licences) are papers of identity too.
 */
const kinds: readonly (readonly [words: RegExp, evidence: ContentEvidence])[] = [
  [/CHINA.*RESIDENT|RESIDENT_?ID|身份证/, "cn-resident-id"],
  [/TAIWAN.*(?:RESIDENT|NATIONAL|ID)/, "tw-id"],
  [/HONG_?KONG.*ID/, "hkid"],
  [/港澳.*居住证|台湾.*居住证|港澳台居民/, "cn-residence-permit"],
  [/永久居留|永居证|PERMANENT_RESIDENCE/, "cn-foreign-pr"],
  [/台胞证|来往大陆/, "cn-tw-permit"],
  [/回乡证|通行证|TRAVEL_PERMIT/, "cn-hm-permit"],
  [/PASSPORT|护照|军官证|士官证|士兵证|驾驶证|社会保障|社保号/, "cn-passport"],
  [/统一社会信用代码|社会信用代码/, "cn-uscc"],
  [/组织机构代码/, "cn-org-code"],
  [
    /SOCIAL_SECURITY|NATIONAL_?ID|IDENTITY_?CARD|IDENTIFICATION_NUMBER|DRIVERS?_?LICEN[CS]E|TAX_?(?:ID|FILE|NUMBER)|INSURANCE_NUMBER|NATIONAL_INSURANCE/,
    "cn-passport",
  ],
  [/CREDIT_?CARD|DEBIT_?CARD|银行卡|信用卡|借记卡|储蓄卡/, "bank-card"],
  [/BANK_?ACCOUNT|IBAN|SWIFT|ABA_?ROUTING|FINANCIAL_ACCOUNT|银行账/, "financial-term"],
  [/LANDLINE|固定电话|座机|固话/, "cn-landline"],
  [/PHONE|MOBILE|手机|电话/, "cn-mobile"],
  [/E_?MAIL|邮箱|电子邮件/, "email"],
  [/IP_?ADDRESS|IP_?地址/, "ip-address"],
  [/MAC_?ADDRESS|MAC_?地址/, "mac-address"],
  [/LATITUDE|LONGITUDE|GEO_?LOCATION|经纬度|GPS/, "coordinate"],
  [/轨迹|行踪|行程/, "whereabouts"],
  [/ADDRESS|地址|住址/, "cn-address"],
  [/DATE_OF_BIRTH|BIRTH_?DATE|BIRTHDAY|出生|生日/, "birth-date"],
  [/VEHICLE_IDENTIFICATION|\bVIN\b|车架号|车辆识别/, "vin"],
  [/LICEN[CS]E_?PLATE|车牌/, "cn-plate"],
  [/HEALTH|MEDICAL|DISEASE|DRUG|ICD|HCPCS|MEDICARE|医疗|病|诊断|处方|医嘱|检验报告|手术/, "medical-term"],
  [/FINGERPRINT|BIOMETRIC|(?:^|_)FACE_|FACIAL|IRIS|VOICEPRINT|人脸|指纹|声纹|虹膜/, "biometric"],
  [/RELIGIO|宗教/, "religion"],
  [/CREDIT_(?:SCORE|REPORT|RECORD)|征信|信贷记录/, "credit-record"],
  [/SALARY|INCOME|工资|收入|薪资|贷款|余额|公积金/, "financial-term"],
  [/IMEI/, "imei"],
  [/IMSI/, "imsi"],
  [/WECHAT|微信/, "wechat-id"],
  [/ETHNIC|GENDER|MARITAL|民族|性别|婚姻/, "demographic"],
  [/CREDENTIAL|PRIVATE_KEY|PASSWORD|ACCESS_KEY|SECRET_KEY|API_KEY|JSON_WEB_TOKEN|密码|密钥/, "credential"],
  [/(?:^|[_. ])(?:FULL_?|PERSON_?|FIRST_?|LAST_?)?NAMES?$|姓名/, "cn-name"],
];

/** What a service's name of a kind stands for; `undefined` where it is none that is known. */
export function evidenceOfKind(name: string): ContentEvidence | undefined {
  const folded = name.toUpperCase().replaceAll(/[ .-]/g, "_");
  return kinds.find(([words]) => words.test(folded))?.[1];
}
