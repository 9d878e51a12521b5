import { passesMod31 } from "../../checksums/mod-31.ts";
import { passesOrganisationCode } from "../../checksums/organisation-code.ts";
import { isFreeBehind, type Scan, textOf } from "./scan.ts";

/** Registering authority, category, region (GB 32100-2015). */
const creditCode =
  /^(?:1[1239]|2[19]|3[1-59]|4[19]|5[1239]|6[129]|7[129]|8[19]|9[123]|A[19]|N[1239]|Y1)\d{6}[0-9A-Z]{8}[0-9X][0-9A-Z]$/;

/** 18 digits or capitals, free on both sides. */
export function tellCreditCode(scan: Scan, start: number, code: string): void {
  if (!creditCode.test(code) || !passesMod31(code) || !passesOrganisationCode(code.slice(8, 17))) return;
  scan.tell("uscc", start, start + 18);
}

/** Eight digits or capitals that may have a hyphen and a check character behind them. */
export function tellOrganisationCode(scan: Scan, start: number): void {
  const code = textOf(scan, start, start + 10);
  if (!/^[0-9A-Z]{8}-[0-9X]$/.test(code) || !isFreeBehind(scan, start + 10)) return;
  if (passesOrganisationCode(code.replace("-", ""))) scan.tell("org-code", start, start + 10);
}
