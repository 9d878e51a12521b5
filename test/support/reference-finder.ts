import { type HitKind, hitKinds } from "../../src/inspect/kernel/finder.ts";
import {
  creditCheck,
  hongKongCheck,
  luhnCheck,
  organisationCheck,
  residentCheck,
  taiwanCheck,
  vehicleCheck,
} from "./check-characters.ts";
import { identifierShapes } from "./identifier-shapes.ts";

export interface ReferenceHit {
  readonly kind: HitKind;
  readonly start: number;
  readonly end: number;
}

/** No word and no decimal goes on before or behind. */
const freeBefore = "(?<![0-9A-Za-z_]|[0-9]\\.)";
const freeBehind = "(?![0-9A-Za-z_]|\\.[0-9])";
const shaped = (kind: HitKind): RegExp => new RegExp(`${freeBefore}(?=(${identifierShapes[kind]})${freeBehind})`, "g");

/** What the finder is to find, by one regular expression and one check for each kind: slow, and easy to read. */
export function referenceHits(bytes: Uint8Array, lastYear: number): readonly ReferenceHit[] {
  const text = Buffer.from(bytes).toString("latin1");
  const hits = hitKinds.flatMap((kind) => finders[kind](text, kind, lastYear));
  const order = (hit: ReferenceHit): number => hitKinds.indexOf(hit.kind);
  return [...hits, ...groupedHits(text)].toSorted((a, b) => a.start - b.start || order(a) - order(b));
}

type Find = (text: string, kind: HitKind, lastYear: number) => readonly ReferenceHit[];

/** Everything of a shape that passes a check. Two identifiers of a kind may share characters: the pattern consumes none. */
function checked(accepts: (value: string, lastYear: number) => boolean, patternOf = shaped): Find {
  return (text, kind, lastYear) => {
    const hits: ReferenceHit[] = [];
    for (const { index, 1: value = "" } of text.matchAll(patternOf(kind))) {
      if (accepts(value, lastYear)) hits.push({ kind, start: index, end: index + value.length });
    }
    return hits;
  };
}

const finders: Readonly<Record<HitKind, Find>> = {
  "id-18": checked(isResident),
  "id-15": checked(isOldId),
  mobile: mobileHits,
  card: checked((value, lastYear) => {
    if (/\D/.test(value) || isResident(value, lastYear)) return false;
    return isCard(value) && !(value.length === 15 && isOldId(value));
  }),
  uscc: checked((value) => {
    const isOrganisation = organisationCheck(value.slice(8, 16)) === value.charAt(16);
    return !/[IOSVZ]/.test(value) && isOrganisation && creditCheck(value.slice(0, 17)) === value.charAt(17);
  }),
  "org-code": checked((value) => organisationCheck(value.slice(0, 8)) === value.charAt(9)),
  imei: checked((value) => {
    const isOther = value.startsWith("00") || isOfScheme(value) || /^460(?:0|11|15|20)/.test(value);
    return !isOther && passesLuhn(value);
  }),
  imsi: checked(() => true),
  iccid: checked(passesLuhn),
  vin: checked((value) => /[A-Z]/.test(value) && vehicleCheck(value) === value.charAt(8)),
  passport: checked(() => true),
  hkid: checked((value) => {
    const [, body = "", check] = /^([A-Z]+\d{6})\(?(.)/.exec(value) ?? [];
    return hongKongCheck(body) === check;
  }),
  "tw-id": checked((value) => taiwanCheck(value.slice(0, 9)) === value.charAt(9)),
  plate: checked(isPlate, (kind) => new RegExp(`(?=(${identifierShapes[kind]})${freeBehind})`, "g")),
  landline: checked(() => true),
  email: emailHits,
  ipv4: checked(
    (value) => !isPrivate(value),
    (kind) => new RegExp(`(?<![0-9A-Za-z_.])(?=(${identifierShapes[kind]})${freeBehind})`, "g"),
  ),
  mac: macHits,
};

function isResident(value: string, lastYear: number): boolean {
  if (!/^[1-9]\d{16}[\dXx]$/.test(value) || residentCheck(value.slice(0, 17)) !== value.charAt(17).toUpperCase())
    return false;
  const year = Number(value.slice(6, 10));
  return year >= 1900 && year <= lastYear && isDay(value.slice(6, 14));
}

function isOldId(value: string): boolean {
  return !value.startsWith("0") && isDay(`19${value.slice(6, 12)}`);
}

/** Eight digits. */
function isDay(date: string): boolean {
  const iso = date.replace(/^(....)(..)(..)$/, "$1-$2-$3");
  const day = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso);
}

function passesLuhn(value: string): boolean {
  return luhnCheck(value.slice(0, -1)) === value.at(-1);
}

const schemes: readonly (readonly [first: RegExp, length: RegExp])[] = [
  [/^4/, /^(?:13|16|19)$/],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, /^16$/],
  [/^3[47]/, /^15$/],
  [/^(?:352[89]|35[3-8]|6[02589]|64[4-9]|81|9558)/, /^1[6-9]$/],
  [/^(?:36|38|30[0-5])/, /^1[4-9]$/],
];

function isOfScheme(value: string): boolean {
  return schemes.some(([first, length]) => first.test(value) && length.test(String(value.length)));
}

function isCard(value: string): boolean {
  return isOfScheme(value) && passesLuhn(value);
}

function isPrivate(address: string): boolean {
  const [first, second = 0] = address.split(".").map(Number);
  if (first === 192) return second === 168;
  return first === 172 ? second >= 16 && second <= 31 : first === 10 || first === 127;
}

function isPlate(value: string): boolean {
  const ascii = value.replaceAll(/[^0-9A-Z]/g, "");
  const count = ascii.replaceAll(/\D/g, "").length;
  return ascii.length === 7 || count >= (ascii.length === 6 ? 3 : 2);
}

/** What may stand before a mobile number, caught. */
const countryCode = `(?<=(\\+86[ -]?|${freeBefore}0086[ -]?|${freeBefore}86-?|${freeBefore}))`;
const isMobile = (value: string): boolean => new RegExp(`^${identifierShapes.mobile}$`).test(value);

function mobileHits(text: string, kind: HitKind): readonly ReferenceHit[] {
  const hits: ReferenceHit[] = [];
  const pattern = new RegExp(`${countryCode}(?=(1\\d{10})${freeBehind})`, "g");
  for (const { index, 1: code = "", 2: value = "" } of text.matchAll(pattern)) {
    if (isMobile(value)) hits.push({ kind, start: index - code.length, end: index + 11 });
  }
  return hits;
}

function macHits(text: string, kind: HitKind): readonly ReferenceHit[] {
  const hits: ReferenceHit[] = [];
  const pattern = /(?<![0-9A-Za-z_])(?=[0-9A-Fa-f]{2}([:-])[0-9A-Fa-f]{2}(?:\1[0-9A-Fa-f]{2}){4}(?!\1|[0-9A-Za-z_]))/g;
  for (const { index, 1: separator } of text.matchAll(pattern)) {
    if (text[index - 1] !== separator) hits.push({ kind, start: index, end: index + 17 });
  }
  return hits;
}

function emailHits(text: string, kind: HitKind): readonly ReferenceHit[] {
  const pattern =
    /(?<=(?<![0-9A-Za-z_.%+-])([0-9A-Za-z_.%+-]{0,63}[0-9A-Za-z_%+-]))@(?=([0-9A-Za-z][0-9A-Za-z.-]{0,254})(?![0-9A-Za-z._-]))/g;
  const hits: ReferenceHit[] = [];
  for (const { index, 1: local = "", 2: stretch = "" } of text.matchAll(pattern)) {
    const name = local.replace(/^[.%+-]+/, "");
    const [host = ""] = /^.*[^.-](?=[.-]*$)/.exec(stretch) ?? [];
    if (name === "" || !/^(?:[^.]+\.)+[A-Za-z]{2,24}$/.test(host)) continue;
    const end = index + 1 + host.length;
    if (name !== "git" || text[end] !== ":") hits.push({ kind, start: index - name.length, end });
  }
  return hits;
}

/** Grouped numbers from the left to the right; the groups of one belong to no other. */
function groupedHits(text: string): readonly ReferenceHit[] {
  const hits: ReferenceHit[] = [];
  const groups = new RegExp(
    `${countryCode}(?=(1\\d\\d([ -])\\d{4}\\3\\d{4})${freeBehind})|${freeBefore}(?=(\\d{4}([ -])\\d{4}\\5\\d{4}\\5\\d{4})(\\5\\d{1,3})?)`,
    "g",
  );
  let taken = 0;
  for (const { index, 1: code = "", 2: mobile, 4: card = "", 6: more = "" } of text.matchAll(groups)) {
    if (index < taken) continue;
    if (mobile !== undefined) {
      if (!isMobile(mobile)) continue;
      taken = index + mobile.length;
      hits.push({ kind: "mobile", start: index - code.length, end: taken });
      continue;
    }
    for (const value of more === "" ? [card] : [card + more, card]) {
      const end = index + value.length;
      const isFree = new RegExp(`^${freeBehind}`).test(text.slice(end, end + 2));
      if (!isFree || !isCard(value.replaceAll(/\D/g, ""))) continue;
      taken = end;
      hits.push({ kind: "card", start: index, end });
      break;
    }
  }
  return hits;
}
