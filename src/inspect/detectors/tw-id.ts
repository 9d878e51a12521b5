import { passesTaiwanId } from "../checksums/taiwan-id.ts";
import type { Detector } from "../detector.ts";

/** Taiwan's national ids (1 and 2) and residence certificates in their form of 2021 (8 and 9). */
export const twId: Detector = {
  id: "tw-id",
  chance: 0.1,
  needs: "context",
  context: ["台湾", "臺灣", "身分證", "身份证", "統一編號", "居留證", "taiwan", "national id", "arc"],
  person: true,
  weigh(cell) {
    if (cell.length !== 10) return "no";
    if (/^[A-Z][1289]\d{8}$/.test(cell)) return passesTaiwanId(cell) ? "valid" : "shape";
    return /^[A-Z][1289]\d{0,4}\*{3,7}\d{0,4}$/.test(cell) ? "masked" : "no";
  },
  canonical: (cell) => cell,
};
