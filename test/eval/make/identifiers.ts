import type { Random } from "../../support/seeded-random.ts";
import { regions, retiredRegions } from "../lists/regions.ts";
import {
  creditCheck,
  hongKongCheck,
  luhnCheck,
  organisationCheck,
  residentCheck,
  taiwanCheck,
  vinCheck,
} from "./checks.ts";
import { compactDate } from "./dates.ts";

/** Invented identifiers that pass their checks. */

function regionCode(random: Random): string {
  return random.chance(0.04) ? random.pick(retiredRegions) : random.pick(regions)[0];
}

export function residentId(random: Random, region = regionCode(random)): string {
  const body = `${region}${compactDate(random, 1940, 2016)}${random.digits(3)}`;
  const check = residentCheck(body);
  return body + (check === "X" && random.chance(0.15) ? "x" : check);
}

/** Cards from before 1999: no century, no check. */
export function oldResidentId(random: Random): string {
  return `${random.pick(regions)[0]}${compactDate(random, 1935, 1984).slice(2)}${random.digits(3)}`;
}

export function residencePermit(random: Random): string {
  return residentId(random, random.pick(["810000", "820000", "830000"]));
}

const states = ["840", "826", "392", "410", "250", "276", "124", "036", "643", "356"];

/** As issued since December 2023; before, three letters of the state and twelve digits. */
export function foreignResident(random: Random): string {
  if (random.chance(0.3)) {
    return `${random.pick(["USA", "GBR", "JPN", "KOR", "FRA", "DEU", "CAN", "AUS"])}${random.pick(regions)[0].slice(0, 4)}${compactDate(random, 1950, 2000).slice(2)}${random.digits(2)}`;
  }
  const body = `9${random.pick(regions)[0].slice(0, 2)}${random.pick(states)}${compactDate(random, 1950, 2005)}${random.digits(3)}`;
  return body + residentCheck(body);
}

const mobilePrefixes = (
  "130 131 132 133 135 136 137 138 139 147 150 151 152 153 155 156 157 158 159 166 170 171 173 175 176 177 178 180 181 182 183 184 185 186 187 " +
  "188 189 190 191 193 195 198 199"
).split(" ");

export function mobile(random: Random): string {
  return random.pick(mobilePrefixes) + random.digits(8);
}

const banks: readonly (readonly [prefix: string, length: number])[] = [
  ["622202", 19],
  ["621700", 19],
  ["622848", 19],
  ["621661", 19],
  ["622588", 16],
  ["622575", 16],
  ["625900", 16],
  ["621483", 16],
  ["622155", 17],
  ["622920", 18],
  ["955880", 19],
  ["438088", 16],
  ["518710", 16],
  ["356889", 16],
];

/** Cards of one bank each column, as banks hold them, or of many. */
export function bankCard(random: Random, [prefix, length]: readonly [string, number] = random.pick(banks)): string {
  const body = prefix + random.digits(length - prefix.length - 1);
  return body + luhnCheck(body);
}

function organisationBody(random: Random): string {
  return random.chance(0.4)
    ? `MA${random.text(6, "0123456789ABCDEFGHJKLMNPQRTUWXY")}`
    : `${1 + random.below(7)}${random.digits(7)}`;
}

export function creditCode(random: Random): string {
  const organisation = organisationBody(random);
  const body = `${random.pick(["91", "91", "91", "92", "11", "12", "51", "52", "93"])}${random.pick(regions)[0]}${organisation}${organisationCheck(organisation)}`;
  return body + creditCheck(body);
}

export function organisationCode(random: Random): string {
  const body = organisationBody(random);
  return `${body}-${organisationCheck(body)}`;
}

const passportLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ";

export function passport(random: Random): string {
  if (random.chance(0.25)) return `E${random.text(1, passportLetters)}${random.digits(7)}`;
  return `${random.pick(["E", "E", "G"])}${random.digits(8)}`;
}

export function homeReturnPermit(random: Random): string {
  return `${random.pick(["H", "H", "M"])}${random.digits(8)}`;
}

/** Eight digits that are no date: those that are could be anything. */
export function taiwanPermit(random: Random): string {
  return `0${1 + random.below(9)}${random.digits(6)}`;
}

export function hongKongId(random: Random, isBracketed = random.chance(0.7)): string {
  const letters = random.chance(0.05) ? random.text(2, "ABCDEFGMWX") : random.text(1, "ABCDEFGHKMPRSVYZ");
  const digits = random.digits(6);
  const check = hongKongCheck(letters, digits);
  return isBracketed ? `${letters}${digits}(${check})` : `${letters}${digits}${check}`;
}

export function taiwanId(random: Random): string {
  const body = `${random.text(1, "ABCDEFGHJKMNPQTUVXWZIO")}${random.pick(["1", "2", "1", "2", "8", "9"])}${random.digits(7)}`;
  return body + taiwanCheck(body);
}

const provinces = [..."京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"];
const plateLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ";

export function plate(random: Random): string {
  const head = `${random.pick(provinces)}${random.text(1, "ABCDEFGHJK")}`;
  const pattern = random.below(10);
  if (pattern < 4) return head + random.digits(5);
  if (pattern < 6) return `${head}${random.text(1, plateLetters)}${random.digits(4)}`;
  if (pattern < 8) return `${head}${random.digits(3)}${random.text(2, plateLetters)}`;
  if (pattern < 9) return `${head}${random.pick(["D", "F"])}${random.digits(5)}`;
  return `${head}${random.digits(4)}${random.pick(["学", "警", "挂"])}`;
}

const areaCodes = [
  "010",
  "020",
  "021",
  "022",
  "023",
  "024",
  "025",
  "027",
  "028",
  "029",
  "0755",
  "0571",
  "0512",
  "0532",
  "0592",
  "0731",
  "0991",
  "0411",
];

export function landline(random: Random): string {
  const area = random.pick(areaCodes);
  const isShort = area.length === 4 && random.chance(0.3);
  return `${area}-${2 + random.below(7)}${random.digits(isShort ? 6 : 7)}`;
}

export function imei(random: Random): string {
  const body = `${random.pick(["35", "86", "86", "01", "99"])}${random.digits(12)}`;
  return body + luhnCheck(body);
}

export function imsi(random: Random): string {
  return `460${random.pick(["00", "01", "02", "03", "07", "11", "15"])}${random.digits(10)}`;
}

export function iccid(random: Random): string {
  const body = `8986${random.pick(["00", "01", "03", "06", "11"])}${random.digits(13)}`;
  return body + luhnCheck(body);
}

export function vehicle(random: Random): string {
  const maker = random.pick(["LSV", "LFV", "LGB", "LVS", "LHG", "LSG", "WBA", "WDD", "JTH", "5YJ"]);
  const characters = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
  const body = `${maker}${random.text(5, characters)}0${random.text(1, "BCDEFGHJKLMNPRST")}${random.text(1, characters)}${random.digits(6)}`;
  return `${body.slice(0, 8)}${vinCheck(body)}${body.slice(9)}`;
}

export function wechat(random: Random): string {
  return `wxid_${random.text(14, "abcdefghijklmnopqrstuvwxyz0123456789")}`;
}
