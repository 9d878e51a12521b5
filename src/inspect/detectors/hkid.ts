import { passesHongKongId } from "../checksums/hong-kong-id.ts";
import type { Detector } from "../detector.ts";

const shape = /^([A-Z]{1,2})(\d{6})(?:\(([0-9A])\)|([0-9A]))$/;

/** Identity card of Hong Kong SAR: one or two letters, six digits and a check character, in brackets or not. */
export const hkid: Detector = {
  id: "hkid",
  chance: 1 / 11,
  needs: "context",
  context: ["香港身份证", "香港身份證", "身份證", "hkid", "hong kong id", "hk id", "identity card"],
  person: true,
  weigh(cell) {
    if (cell.length < 8 || cell.length > 11) return "no";
    const found = shape.exec(cell);
    if (found === null) return /^[A-Z]{1,2}\d{0,4}\*{2,6}\d{0,2}\([0-9A*]\)$/.test(cell) ? "masked" : "no";
    const [, letters = "", digits = "", bracketed, bare = ""] = found;
    return passesHongKongId(letters, digits, bracketed ?? bare) ? "valid" : "shape";
  },
  canonical: (cell) => cell.replace(/[()]/g, ""),
};
