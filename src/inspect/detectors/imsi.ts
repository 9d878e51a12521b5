import type { Detector } from "../detector.ts";
import { isOneCharacter } from "../values/digits.ts";

/**
 * Subscriber identity on a network of the mainland: country 460, network (ITU-T E.212; 00 to 09, 11, 15, 20), ten digits. No check: 13
 * in 100 pass by chance, and all numbers of a series do, so that `chance` is stated higher.
 */
export const imsi: Detector = {
  id: "imsi",
  chance: 0.21,
  needs: "context",
  context: ["imsi", "用户识别码", "国际移动用户"],
  person: true,
  weigh(cell) {
    if (cell.length !== 15 || !/^460\d{12}$/.test(cell)) return "no";
    return /^460(?:0\d|1[15]|20)/.test(cell) && !isOneCharacter(cell, 5) ? "valid" : "shape";
  },
  canonical: (cell) => cell,
};
