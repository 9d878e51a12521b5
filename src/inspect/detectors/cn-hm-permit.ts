import type { Detector } from "../detector.ts";

/**
 * Mainland travel permit for residents of Hong Kong SAR and Macao SAR: H or M and eight digits; two more for how often it was issued.
 * No check character.
 */
export const cnHmPermit: Detector = {
  id: "cn-hm-permit",
  chance: 1,
  needs: "context",
  context: [
    "回乡证",
    "回鄉證",
    "來往內地",
    "通行證",
    "来往内地",
    "港澳通行证",
    "港澳居民",
    "通行证",
    "home return",
    "mainland travel permit",
    "hxz",
    "gatxz",
    "txz",
  ],
  person: true,
  weigh(cell) {
    if (/^[HM]\d{8}(?:\d{2})?$/.test(cell)) return "valid";
    return /^[HM]\d{0,4}\*{3,8}\d{1,4}$/.test(cell) ? "masked" : "no";
  },
  /** The person's number, without how often the permit was issued. */
  canonical: (cell) => cell.slice(0, 9),
};
