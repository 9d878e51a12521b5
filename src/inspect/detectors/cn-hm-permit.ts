import type { Detector } from "../detector.ts";

/** H or M and eight digits; two more for how often it was issued. */
const permit = /^(?:[HM]\d{8}(?:\d{2})?|[CWLT]\d{8}|C[A-HJ-NP-Z]\d{7})$/i;

/**
 * Mainland travel permit for residents of Hong Kong SAR and Macao SAR, and, as they go by the same word, the permits with which
 * mainland residents travel there (C, W) and to Taiwan (L, T). No check character.
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
    "往来港澳",
    "往來港澳",
    "往来台湾",
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
    if (cell.length < 9 || cell.length > 12) return "no";
    if (permit.test(cell)) return "valid";
    return /^[HM]\d{0,4}\*{3,8}\d{1,4}$/.test(cell) ? "masked" : "no";
  },
  /** The person's number, without how often the permit was issued. */
  canonical: (cell) => cell.slice(0, 9).toUpperCase(),
};
