import type { DetectorId } from "../../model/index.ts";
import type { Detector } from "../detector.ts";
import { type HitKind, hitKinds } from "../kernel/finder.ts";
import { bankCard } from "./bank-card.ts";
import { cnForeignPr } from "./cn-foreign-pr.ts";
import { cnHmPermit } from "./cn-hm-permit.ts";
import { cnLandline } from "./cn-landline.ts";
import { cnMobile } from "./cn-mobile.ts";
import { cnOrgCode } from "./cn-org-code.ts";
import { cnPassport } from "./cn-passport.ts";
import { cnPlate } from "./cn-plate.ts";
import { cnResidencePermit } from "./cn-residence-permit.ts";
import { cnResidentId } from "./cn-resident-id.ts";
import { cnUscc } from "./cn-uscc.ts";
import { email } from "./email.ts";
import { hkid } from "./hkid.ts";
import { iccid } from "./iccid.ts";
import { imei } from "./imei.ts";
import { imsi } from "./imsi.ts";
import { ipAddress } from "./ip-address.ts";
import { macAddress } from "./mac-address.ts";
import { twId } from "./tw-id.ts";
import { vin } from "./vin.ts";

interface Identified {
  readonly detector: DetectorId;
  readonly isValid: boolean;
  readonly canonical: string;
}

/**
 * Whose a hit of the kernel may be, in the order in which they are asked. The kernel knows no regions: 18 characters with a date and
 * a check that name no place are asked for as a card.
 */
const detectorsOf: Readonly<Record<HitKind, readonly Detector[]>> = {
  "id-18": [cnResidentId, cnResidencePermit, cnForeignPr, bankCard],
  "id-15": [cnResidentId, bankCard],
  mobile: [cnMobile],
  card: [bankCard],
  uscc: [cnUscc],
  "org-code": [cnOrgCode],
  imei: [imei],
  imsi: [imsi],
  iccid: [iccid],
  vin: [vin],
  passport: [cnHmPermit, cnPassport],
  hkid: [hkid],
  "tw-id": [twId],
  plate: [cnPlate],
  landline: [cnLandline],
  email: [email],
  ipv4: [ipAddress],
  mac: [macAddress],
};
const byNumber = hitKinds.map((kind) => detectorsOf[kind]);
/** Nothing checks the 15 digits of an old resident id: they count in columns only, which are weighed cell by cell. */
const unchecked = hitKinds.indexOf("id-15");
const plate = hitKinds.indexOf("plate");
const landline = hitKinds.indexOf("landline");
const dash = 45;

/** Maps what the kernel found (an index into `hitKinds`) to a detector; `undefined` where it is nobody's. */
export function identifyHit(kind: number, bytes: Buffer, start: number, end: number): Identified | undefined {
  // The last twelve characters of a UUID, by chance all digits and a nought first.
  if (kind === landline && bytes[start - 1] === dash && end - start === 12) return undefined;
  const value = bytes.toString(kind === plate ? "utf8" : "latin1", start, end);
  let shape: Detector | undefined;
  for (const detector of byNumber[kind] ?? []) {
    const reading = detector.weigh(value);
    if (reading === "valid") {
      const isValid = kind !== unchecked || detector !== cnResidentId;
      return { detector: detector.id, isValid, canonical: detector.canonical(value) };
    }
    if (reading === "shape") shape ??= detector;
  }
  return shape === undefined ? undefined : { detector: shape.id, isValid: false, canonical: shape.canonical(value) };
}
