import type { Detector } from "../detector.ts";

/** Provinces in the order of their codes; 使 and the rest of the old white and black plates have forms of their own and are left out. */
const provinces = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新";
const shape = new RegExp(`^[${provinces}][A-HJ-NP-Z][·• -]?(?=[0-9A-Z])([0-9A-HJ-NP-Z]{4,6}[学警港澳挂领试超]?)$`);

/** Five characters, of which at most two are letters that stand together at an end or one at each end (GA 36-2018). */
const ordinary =
  /^(?:[A-Z]\d{4}|\d{4}[A-Z]|[A-Z]\d{3}[A-Z]|\d[A-Z]\d{3}|\d{2}[A-Z]\d{2}|\d{3}[A-Z]\d|[A-Z]{2}\d{3}|\d{3}[A-Z]{2}|\d{5})$/;
/** New energy: six characters, the kind of drive at the beginning for small cars and at the end for large ones. */
const newEnergy = /^(?:[A-HJK][A-Z0-9]\d{4}|\d{5}[A-HJK])$/;
/** Training, police, the two crossings, trailers, consulates, trials: the character takes the place of a fifth. */
const special = /^(?:[A-Z]?\d{3,4}|\d{2}[A-Z]\d|\d[A-Z]\d{2}|\d{3}[A-Z])[学警港澳挂领试超]$/;

/**
 * Number plate of the mainland (GA 36-2018). Letters and digits thrown together behind a province and a letter pass in one case of
 * twenty; `chance` is stated higher for article numbers, which are mostly digits.
 */
export const cnPlate: Detector = {
  id: "cn-plate",
  chance: 0.2,
  needs: "alone",
  context: ["车牌", "车辆", "車牌", "車輛", "號牌", "牌照", "号牌", "车号", "plate", "cph", "chepai"],
  person: true,
  weigh(cell) {
    if (cell.length < 7 || cell.length > 9 || cell.charCodeAt(0) < 0x4e00) return "no";
    const body = shape.exec(cell)?.[1];
    if (body !== undefined) {
      if (body.length < 5) return "no";
      return ordinary.test(body) || newEnergy.test(body) || special.test(body) ? "valid" : "shape";
    }
    return masked.test(cell) ? "masked" : "no";
  },
  canonical: (cell) => cell.replace(/[·• -]/, ""),
};

const masked = new RegExp(`^[${provinces}][A-HJ-NP-Z][·• -]?[0-9A-Z]{0,3}\\*{2,5}[0-9A-Z]{0,3}$`);
