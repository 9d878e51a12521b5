import type { Random } from "../../support/seeded-random.ts";
import { credit, diagnoses, operations, prescriptions, secrets, survey } from "../lists/terms.ts";
import { isoDate } from "./dates.ts";
import * as id from "./identifiers.ts";
import type { Label } from "./label.ts";
import { chineseName, homeAddress, pinyinName, traditionalName } from "./people.ts";

export type Value = (random: Random) => string;

const mailDomains = [
  "qq.com",
  "qq.com",
  "163.com",
  "126.com",
  "sina.com",
  "foxmail.com",
  "gmail.com",
  "outlook.com",
  "139.com",
  "aliyun.com",
  "acme-tech.cn",
  "hotmail.com",
];

function email(random: Random): string {
  const local = random.pick([
    () => random.digits(6 + random.below(5)).replace(/^0/, "1"),
    () =>
      `${pinyinName(random)
        .toLowerCase()
        .replace(" ", random.pick(["", ".", "_"]))}${random.digits(random.below(4))}`,
    () => random.text(5 + random.below(6), "abcdefghijklmnopqrstuvwxyz"),
  ])();
  return `${local}@${random.pick(mailDomains)}`;
}

function publicIp(random: Random): string {
  const first = random.pick([
    36, 42, 58, 60, 101, 106, 111, 114, 117, 119, 121, 123, 180, 183, 202, 210, 218, 221, 222,
  ]);
  return `${first}.${random.below(256)}.${random.below(256)}.${1 + random.below(254)}`;
}

function mac(random: Random, separator = random.pick([":", "-"]), upper = random.chance(0.5)): string {
  const vendor = random.pick(["00:1a:2b", "3c:5a:b4", "f4:5c:89", "a4:83:e7", "ac:bc:32", "d8:bb:2c"]);
  const own = Array.from({ length: 3 }, () => random.text(2, "0123456789abcdef")).join(":");
  const joined = `${vendor}:${own}`.replaceAll(":", separator);
  return upper ? joined.toUpperCase() : joined;
}

/** `lng,lat` as maps send it. */
function position(random: Random): string {
  return `${longitude(random)},${latitude(random)}`;
}

export function longitude(random: Random): string {
  return (103 + random.below(18_000_000) / 1_000_000).toFixed(6);
}

export function latitude(random: Random): string {
  return (22 + random.below(19_000_000) / 1_000_000).toFixed(6);
}

function genome(random: Random): string {
  return random.text(60 + random.below(60), "ACGT");
}

function point(random: Random): string {
  return `${random.pick(survey)}${random.pick(["", "-"])}${random.text(1, "ABCD")}${random.digits(3)}`;
}

/** A column's way of writing: one for the whole column, as columns are. */
export const makers: Readonly<Record<Label, (random: Random) => Value>> = {
  "cn-resident-id": (column) => {
    // Registers from before 1999 still hold some of the old numbers.
    const oldShare = column.chance(0.12) ? 0.1 : 0;
    return (random) => (random.chance(oldShare) ? id.oldResidentId(random) : id.residentId(random));
  },
  "cn-residence-permit": () => id.residencePermit,
  "cn-foreign-pr": () => id.foreignResident,
  "cn-mobile": (column) => {
    const style = column.below(8);
    return (random) => {
      const number = id.mobile(random);
      if (style === 0) return `+86${number}`;
      if (style === 1) return `${number.slice(0, 3)}-${number.slice(3, 7)}-${number.slice(7)}`;
      if (style === 2) return `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`;
      return number;
    };
  },
  "bank-card": (column) => {
    const isGrouped = column.chance(0.15);
    return (random) => {
      const number = id.bankCard(random);
      return isGrouped ? number.replaceAll(/(\d{4})(?=\d)/g, "$1 ") : number;
    };
  },
  "cn-uscc": () => id.creditCode,
  "cn-org-code": () => id.organisationCode,
  "cn-passport": () => id.passport,
  "cn-hm-permit": () => id.homeReturnPermit,
  "cn-tw-permit": () => id.taiwanPermit,
  hkid: (column) => {
    const isBracketed = column.chance(0.7);
    return (random) => id.hongKongId(random, isBracketed);
  },
  "tw-id": () => id.taiwanId,
  "cn-plate": () => id.plate,
  "cn-landline": () => id.landline,
  email: () => email,
  imei: () => id.imei,
  imsi: () => id.imsi,
  iccid: () => id.iccid,
  "ip-address": () => publicIp,
  "mac-address": (column) => {
    const separator = column.pick([":", "-"]);
    const upper = column.chance(0.5);
    return (random) => mac(random, separator, upper);
  },
  coordinate: () => position,
  "wechat-id": () => id.wechat,
  "cn-address": () => homeAddress,
  "cn-name": (column) => {
    const style = column.below(10);
    return style === 0 ? pinyinName : style === 1 ? traditionalName : chineseName;
  },
  "birth-date": (column) => {
    const isCompact = column.chance(0.3);
    return (random) => {
      const day = isoDate(random, 1940, 2012);
      return isCompact ? day.replaceAll("-", "") : day;
    };
  },
  vin: () => id.vehicle,
  "medical-term": (column) => {
    const from = column.pick([diagnoses, diagnoses, [...diagnoses, ...operations], prescriptions]);
    return (random) => random.pick(from);
  },
  "financial-term": () => (random) => random.pick(credit),
  "secrecy-mark": () => (random) => random.pick(secrets),
  genome: () => genome,
  geodata: () => point,
};
