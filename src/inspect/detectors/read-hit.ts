import type { Detector } from "../detector.ts";
import type { Hasher } from "../hash.ts";
import { type HitKind, hitKinds } from "../kernel/finder.ts";
import { isBirthday } from "../values/calendar.ts";
import { cnMobile, weighMobile } from "./cn-mobile.ts";
import { cnResidentId, isPlace } from "./cn-resident-id.ts";
import { detectors } from "./index.ts";
import { ipAddress, weighGroups } from "./ip-address.ts";
import { identifyHit } from "./of-hit.ts";

/** Leaves the hash of the canonical form in the hasher. `undefined` = not valid as it stands, or not so easily seen. */
type QuickReader = (bytes: Uint8Array, start: number, end: number, hasher: Hasher) => Detector | undefined;

const quickReaders: Partial<Record<HitKind, QuickReader>> = {
  "id-18": readResidentId,
  mobile: readMobile,
  ipv4: readAddress,
};
const quickByNumber = hitKinds.map((kind) => quickReaders[kind]);
const byId = new Map(detectors.map((detector) => [detector.id, detector]));

/**
 * Whose a hit of the kernel is (an index into `hitKinds`), with the hash of its canonical form left in the hasher; `undefined` where it is
 * nobody's, or not valid. Says the same as `identifyHit`, but of what hits are most often no text is made: there may be one in every line.
 */
export function readHit(kind: number, bytes: Buffer, start: number, end: number, hasher: Hasher): Detector | undefined {
  const quick = quickByNumber[kind]?.(bytes, start, end, hasher);
  if (quick !== undefined) return quick;
  const found = identifyHit(kind, bytes, start, end);
  if (found === undefined || !found.isValid) return undefined;
  hasher.hash(found.canonical);
  return byId.get(found.detector);
}

/** The check was the kernel's. A small x counts as a large one, and is left to others. */
function readResidentId(bytes: Uint8Array, start: number, end: number, hasher: Hasher): Detector | undefined {
  if (bytes[end - 1] === 120 || !isPlace(numberAt(bytes, start, start + 6))) return undefined;
  const year = numberAt(bytes, start + 6, start + 10);
  const month = numberAt(bytes, start + 10, start + 12);
  if (!isBirthday(year, month, numberAt(bytes, start + 12, start + 14))) return undefined;
  hasher.hashBytes(bytes, start, end);
  return cnResidentId;
}

/** Eleven digits in one run or grouped 3-4-4, with a country code before them or not. */
function readMobile(bytes: Uint8Array, _start: number, end: number, hasher: Hasher): Detector | undefined {
  const first = isDigit(bytes[end - 5]) ? end - 11 : end - 13;
  if (weighMobile(numberAt(bytes, first, end)) !== "valid") return undefined;
  hasher.hashBytes(bytes, first, end);
  return cnMobile;
}

function readAddress(bytes: Uint8Array, start: number, end: number, hasher: Hasher): Detector | undefined {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 46) [a, b, c, d] = [b, c, d, 0];
    else d = d * 10 + byte - 48;
  }
  if (weighGroups(a, b, c, d) !== "valid") return undefined;
  hasher.hashBytes(bytes, start, end);
  return ipAddress;
}

/** The digits in `[from, to)` as a number; what stands between them is passed over. */
function numberAt(bytes: Uint8Array, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) if (isDigit(bytes[at])) number = number * 10 + (bytes[at] ?? 0) - 48;
  return number;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57;
}
