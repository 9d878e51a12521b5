import type { Detector } from "../detector.ts";
import { bankCard } from "./bank-card.ts";
import { birthDate } from "./birth-date.ts";
import { cnAddress } from "./cn-address.ts";
import { cnForeignPr } from "./cn-foreign-pr.ts";
import { cnHmPermit } from "./cn-hm-permit.ts";
import { cnLandline } from "./cn-landline.ts";
import { cnMobile } from "./cn-mobile.ts";
import { cnName } from "./cn-name.ts";
import { cnOrgCode } from "./cn-org-code.ts";
import { cnPassport } from "./cn-passport.ts";
import { cnPlate } from "./cn-plate.ts";
import { cnResidencePermit } from "./cn-residence-permit.ts";
import { cnResidentId } from "./cn-resident-id.ts";
import { cnTwPermit } from "./cn-tw-permit.ts";
import { cnUscc } from "./cn-uscc.ts";
import { coordinate } from "./coordinate.ts";
import { email } from "./email.ts";
import { financialTerm } from "./financial-term.ts";
import { genome } from "./genome.ts";
import { geodata } from "./geodata.ts";
import { hkid } from "./hkid.ts";
import { iccid } from "./iccid.ts";
import { imei } from "./imei.ts";
import { imsi } from "./imsi.ts";
import { ipAddress } from "./ip-address.ts";
import { macAddress } from "./mac-address.ts";
import { medicalTerm } from "./medical-term.ts";
import { secrecyMark } from "./secrecy-mark.ts";
import { twId } from "./tw-id.ts";
import { vin } from "./vin.ts";
import { wechatId } from "./wechat-id.ts";

/** One line per detector, in the order of the contract's ids. */
export const detectors: readonly Detector[] = [
  cnResidentId,
  cnResidencePermit,
  cnForeignPr,
  cnMobile,
  bankCard,
  cnUscc,
  cnOrgCode,
  cnPassport,
  cnHmPermit,
  cnTwPermit,
  hkid,
  twId,
  cnPlate,
  cnLandline,
  email,
  imei,
  imsi,
  iccid,
  ipAddress,
  macAddress,
  coordinate,
  wechatId,
  cnAddress,
  cnName,
  birthDate,
  vin,
  medicalTerm,
  financialTerm,
  secrecyMark,
  genome,
  geodata,
];
