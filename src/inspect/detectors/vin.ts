import { passesVin } from "../checksums/vin.ts";
import type { Detector } from "../detector.ts";

/** No I, O, Q; four digits at the end (GB 16735-2019, 4.3). */
const shape = /^[0-9A-HJ-NPR-Z]{13}\d{4}$/;

/** Vehicle identification number: 17 characters, the ninth is the check. Makers outside China and North America may leave the check out. */
export const vin: Detector = {
  id: "vin",
  chance: 1 / 11,
  needs: "context",
  context: ["车架号", "車架號", "车辆识别", "車輛識別", "识别代号", "vin", "frame_no", "chassis", "cjh"],
  person: true,
  weigh(cell) {
    // Of digits alone there is none.
    if (cell.length !== 17) return "no";
    const number = cell.toUpperCase();
    if (!shape.test(number) || !/[A-Z]/.test(number)) return "no";
    return passesVin(number) ? "valid" : "shape";
  },
  canonical: (cell) => cell.toUpperCase(),
};
