import type { DetectorId, GapReason, HeaderTopic, Language, Text } from "../model/index.ts";

/** What identifiers and terms are called to people. */
export const detectorTerms: Readonly<Record<DetectorId, Text>> = {
  "cn-resident-id": { en: "resident id numbers", zh: "居民身份证号" },
  "cn-residence-permit": { en: "residence permits of Hong Kong, Macao and Taiwan residents", zh: "港澳台居民居住证号" },
  "cn-foreign-pr": { en: "foreigners' permanent residence ids", zh: "外国人永久居留身份证号" },
  "cn-mobile": { en: "mobile numbers", zh: "手机号" },
  "bank-card": { en: "bank cards", zh: "银行卡号" },
  "cn-uscc": { en: "unified social credit codes", zh: "统一社会信用代码" },
  "cn-org-code": { en: "organisation codes", zh: "组织机构代码" },
  "cn-passport": { en: "passports", zh: "护照号" },
  "cn-hm-permit": { en: "Hong Kong and Macao travel permits", zh: "港澳通行证号" },
  "cn-tw-permit": { en: "Taiwan travel permits", zh: "台湾通行证号" },
  hkid: { en: "Hong Kong identity cards", zh: "香港身份证号" },
  "tw-id": { en: "Taiwan identity numbers", zh: "台湾身份证号" },
  "cn-plate": { en: "licence plates", zh: "车牌号" },
  "cn-landline": { en: "landline numbers", zh: "固定电话号码" },
  email: { en: "e-mail addresses", zh: "电子邮箱" },
  imei: { en: "device numbers (IMEI)", zh: "设备号（IMEI）" },
  imsi: { en: "subscriber numbers (IMSI)", zh: "用户识别码（IMSI）" },
  iccid: { en: "SIM card numbers (ICCID)", zh: "SIM 卡号（ICCID）" },
  "ip-address": { en: "IP addresses", zh: "IP 地址" },
  "mac-address": { en: "MAC addresses", zh: "MAC 地址" },
  coordinate: { en: "coordinates", zh: "经纬度坐标" },
  "wechat-id": { en: "WeChat ids", zh: "微信号" },
  "cn-address": { en: "postal addresses", zh: "住址" },
  "cn-name": { en: "personal names", zh: "姓名" },
  "birth-date": { en: "dates of birth", zh: "出生日期" },
  vin: { en: "vehicle numbers (VIN)", zh: "车辆识别代号（VIN）" },
  "medical-term": { en: "medical terms", zh: "医疗健康用语" },
  "financial-term": { en: "financial terms", zh: "金融用语" },
  "secrecy-mark": { en: "marks of secrecy", zh: "密级标志" },
  genome: { en: "genome sequences", zh: "基因序列" },
  geodata: { en: "survey and map data", zh: "测绘地理信息" },
};

/** What names of columns speak of. */
export const topicTerms: Readonly<Record<HeaderTopic, Text>> = {
  biometric: { en: "biometrics", zh: "生物识别" },
  minors: { en: "minors", zh: "未成年人" },
  religion: { en: "religion", zh: "宗教信仰" },
  "specific-identity": { en: "specific identities", zh: "特定身份" },
  intimate: { en: "sexual life", zh: "性取向、性生活" },
  health: { en: "health", zh: "医疗健康" },
  finance: { en: "money", zh: "收入与财产" },
  "credit-record": { en: "credit records", zh: "征信" },
  whereabouts: { en: "whereabouts", zh: "行踪轨迹" },
  credential: { en: "passwords and codes", zh: "鉴别信息" },
  account: { en: "numbers of persons", zh: "用户标识" },
  device: { en: "devices", zh: "设备标识" },
  time: { en: "times", zh: "时间" },
  demographic: { en: "attributes of persons", zh: "个人属性" },
  occupation: { en: "occupations", zh: "职业" },
  derived: { en: "hashes of personal information", zh: "个人信息的哈希值或者密文" },
};

/** The table's own words. */
export interface InspectWords {
  readonly head: readonly string[];
  nothing(count: number): string;
  readonly unread: string;
  more(count: number): string;
  gap(path: string, reason: GapReason, detail: string): string;
  within(names: string): string;
  counted(count: number, what: string): string;
  members(count: number): string;
  readonly part: string;
  /** Behind a class that only a hint speaks for. */
  readonly hint: string;
  spoken(topic: string, names: string): string;
}

/** Reasons that files have; what holds of calls of a cloud is said in the reports. */
const reasonsInChinese: Readonly<Partial<Record<GapReason, string>>> = {
  denied: "无读取权限",
  failed: "读取失败",
  malformed: "内容损坏或者格式有误",
  unsupported: "不支持",
};

export const inspectWords: Readonly<Record<Language, InspectWords>> = {
  en: {
    head: ["object", "format", "holds", "found"],
    nothing: (count) => `${count} more: nothing found`,
    unread: "Could not be read in full:",
    more: (count) => `and ${count} more`,
    gap: (path, reason, detail) => `  ${path}: ${reason}, ${detail}`,
    within: (names) => ` in ${names}`,
    counted: (count, what) => `${count} ${what}`,
    members: (count) => ` (${count} files within)`,
    part: ", in part",
    hint: ", to be confirmed",
    spoken: (topic, names) => `names speak of ${topic} (${names})`,
  },
  zh: {
    head: ["对象", "格式", "数据类别", "发现内容"],
    nothing: (count) => `另有 ${count} 个对象未发现相关内容`,
    unread: "未能完整读取：",
    more: (count) => `其余 ${count} 项从略`,
    gap: (path, reason, detail) => `  ${path}：${reasonsInChinese[reason] ?? reason}（${detail}）`,
    within: (names) => `（${names}）`,
    counted: (count, what) => `${what} ${count} 处`,
    members: (count) => `（内含 ${count} 个文件）`,
    part: "，仅部分",
    hint: "（待确认）",
    spoken: (topic, names) => `名称涉及${topic}（${names}）`,
  },
};
