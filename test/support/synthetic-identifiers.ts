import type { HitKind } from "../../src/inspect/kernel/finder.ts";
import {
  creditAlphabet,
  creditCheck,
  hongKongCheck,
  luhnCheck,
  organisationCheck,
  residentCheck,
  taiwanCheck,
  vehicleCheck,
} from "./check-characters.ts";
import type { Random } from "./seeded-random.ts";

/** Invented numbers that pass their checks, written from the standards and not with the product's code. */
export const synthetic: Readonly<Record<HitKind, (random: Random) => string>> = {
  "id-18": (random) => {
    const body = `${random.pick(regions)}${date(random, 1935, 2018)}${random.digits(3)}`;
    return body + residentCheck(body);
  },
  "id-15": (random) => `${random.pick(regions)}${date(random, 1935, 1984).slice(2)}${random.digits(3)}`,
  mobile: (random) => mobile(random),
  card: (random) => card(random),
  uscc: (random) => creditCode(random),
  "org-code": (random) => {
    const body = organisation(random);
    return `${body}-${organisationCheck(body)}`;
  },
  imei: (random) => luhnEnd(`${random.pick(["35", "86", "01", "99"])}${random.digits(12)}`),
  imsi: (random) => `460${random.pick(["00", "01", "02", "07", "11", "15", "20"])}${random.digits(10)}`,
  iccid: (random) => luhnEnd(`8986${random.digits(random.pick([14, 15]))}`),
  vin: (random) => vehicle(random),
  passport: (random) =>
    random.pick([
      () => `${random.pick(["E", "G", "H", "C", "M", "P"])}${random.digits(8)}`,
      () => `E${random.text(1, "ABCDEFGHJKLMNPQRSTUVWXYZ")}${random.digits(7)}`,
      () => `${random.pick(["DE", "SE", "PE", "CA", "HA", "MA"])}${random.digits(7)}`,
      () => `${random.pick(["H", "M"])}${random.digits(10)}`,
    ])(),
  hkid: (random) => hongKong(random),
  "tw-id": (random) => taiwan(random),
  plate: (random) => plate(random),
  landline: (random) => {
    const area = random.pick(["010", "020", "021", "028", "0755", "0571", "0512", "0991"]);
    return `${area}${random.pick(["-", "-", ""])}${2 + random.below(7)}${random.digits(random.pick([6, 7]))}`;
  },
  email: (random) =>
    `${random.text(3 + random.below(9), "abcdefghijklmnopqrstuvwxyz0123456789")}@${random.pick(["qq.com", "163.com", "example.cn", "mail.example.com"])}`,
  ipv4: (random) => `${128 + random.below(44)}.${random.below(256)}.${random.below(256)}.${1 + random.below(254)}`,
  mac: (random) => {
    const pairs = Array.from({ length: 6 }, () => random.text(2, "0123456789abcdef"));
    const joined = pairs.join(random.pick([":", "-"]));
    return random.chance(0.5) ? joined : joined.toUpperCase();
  },
};

const regions = ["110101", "310104", "440305", "510107", "330106", "620102", "420106", "810000"];
const provinces = [..."京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"];

function date(random: Random, from: number, to: number): string {
  const day = new Date(Date.UTC(from, 0, 1) + random.below((to - from) * 365) * 86_400_000);
  return day.toISOString().slice(0, 10).replaceAll("-", "");
}

function mobile(random: Random): string {
  const prefix = random.pick([
    "130",
    "135",
    "138",
    "139",
    "147",
    "150",
    "158",
    "166",
    "177",
    "186",
    "188",
    "191",
    "199",
  ]);
  const rest = random.digits(8);
  return random.pick([
    () => prefix + rest,
    () => prefix + rest,
    () => `+86${prefix}${rest}`,
    () => `+86 ${prefix}-${rest.slice(0, 4)}-${rest.slice(4)}`,
    () => `${prefix} ${rest.slice(0, 4)} ${rest.slice(4)}`,
    () => `86-${prefix}${rest}`,
    () => `0086${prefix}${rest}`,
  ])();
}

function card(random: Random): string {
  const [prefix, length] = random.pick([
    ["622202", 19],
    ["621700", 19],
    ["622588", 16],
    ["4", 16],
    ["53", 16],
    ["2221", 16],
    // No date stands in it, so that it is no old resident id.
    ["3714493577", 15],
    ["3530", 16],
    ["36", 14],
    ["955880", 19],
    ["60", 17],
    ["62", 18],
  ] as const);
  const number = luhnEnd(prefix + random.digits(length - prefix.length - 1));
  if (number.length < 16 || random.chance(0.7)) return number;
  const separator = random.pick([" ", "-"]);
  return number.replaceAll(/(\d{4})(?=\d)/g, `$1${separator}`);
}

const luhnEnd = (body: string): string => body + luhnCheck(body);

function organisation(random: Random): string {
  return random.chance(0.5) ? random.digits(8) : `MA${random.text(6, creditAlphabet)}`;
}

function creditCode(random: Random): string {
  const kind = random.pick(["91", "92", "11", "12", "51", "53", "93", "N1", "Y1"]);
  const code = organisation(random);
  const body = `${kind}${random.pick(regions)}${code}${organisationCheck(code)}`;
  return body + creditCheck(body);
}

function vehicle(random: Random): string {
  const alphabet = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
  const body = `L${random.text(7, alphabet)}0${random.text(4, alphabet)}${random.digits(4)}`;
  return `${body.slice(0, 8)}${vehicleCheck(body)}${body.slice(9)}`;
}

function hongKong(random: Random): string {
  const prefix = random.text(random.pick([1, 1, 2]), "ABCDEFGHKMPRSTVWYZ");
  const body = `${prefix}${random.digits(6)}`;
  const check = hongKongCheck(body);
  return random.chance(0.5) ? `${body}(${check})` : `${body}${check}`;
}

function taiwan(random: Random): string {
  const body = `${random.text(1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")}${random.pick(["1", "2", "8", "9"])}${random.digits(7)}`;
  return body + taiwanCheck(body);
}

function plate(random: Random): string {
  const letter = random.text(1, "ABCDEFGHJKLMNPQRSTUVWXYZ");
  const tail = random.pick([
    () => random.digits(5),
    () => `${random.text(1, "ABCDEFGHJKLMNPQRSTUVWXYZ")}${random.digits(4)}`,
    () => `${random.pick(["D", "F"])}${random.digits(5)}`,
    () => `${random.digits(5)}${random.pick(["D", "F"])}`,
    () => `${random.digits(4)}${random.pick(["学", "港", "澳", "警"])}`,
  ])();
  return `${random.pick(provinces)}${letter}${tail}`;
}
