import { passesLuhn } from "../checksums/luhn.ts";
import type { Detector } from "../detector.ts";
import { isOneCharacter, ungrouped } from "../values/digits.ts";

/** Number of a SIM card of the mainland: 89 86, 19 or 20 digits, Luhn (ITU-T E.118). */
export const iccid: Detector = {
  id: "iccid",
  chance: 0.1,
  needs: "context",
  context: ["iccid", "sim卡", "sim 卡", "sim card", "sim_no", "simno"],
  person: true,
  weigh(cell) {
    if (cell.length < 19 || cell.length > 25) return "no";
    const number = ungrouped(cell);
    if (!/^8986\d{15,16}$/.test(number)) return "no";
    return passesLuhn(number) && !isOneCharacter(number, 8) ? "valid" : "shape";
  },
  canonical: ungrouped,
};
