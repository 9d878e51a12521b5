import { passesLuhn } from "../checksums/luhn.ts";
import type { Detector } from "../detector.ts";
import { areDigits, isOneCharacter, ungrouped } from "../values/digits.ts";
import { maskOf } from "../values/mask.ts";

/** Bodies that give out type allocation codes, as the first two digits (GSMA TS.06; those no longer active are kept). */
const reportingBodies = /^(?:01|30|33|35|44|45|49|5[0-4]|86|91|98|99)/;

/** Device identity of a telephone: 15 digits, Luhn (3GPP TS 23.003, 6). */
export const imei: Detector = {
  id: "imei",
  chance: 0.1,
  needs: "context",
  context: ["imei", "设备号", "設備號", "设备识别码", "串号", "device_id", "deviceid", "device id", "sbh", "手机串号"],
  person: true,
  weigh(cell) {
    if (cell.length < 15 || cell.length > 18) return "no";
    const number = ungrouped(cell);
    if (number.length !== 15 || !reportingBodies.test(number)) return "no";
    if (areDigits(number)) return passesLuhn(number) && !isOneCharacter(number, 8, 14) ? "valid" : "shape";
    const mask = maskOf(cell);
    return mask !== undefined && mask.head.length >= 6 && areDigits(mask.head) && areDigits(mask.tail)
      ? "masked"
      : "no";
  },
  canonical: ungrouped,
};
