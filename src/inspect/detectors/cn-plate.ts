import type { Detector, Found, Reading } from "../detector.ts";

/** Provinces in the order of their codes; 使 and the rest of the old white and black plates have forms of their own and are left out. */
const provinces = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新";
const shape = new RegExp(`^[${provinces}][A-HJ-NP-Z][·• -]?(?=[0-9A-Z])([0-9A-HJ-NP-Z]{4,6}[学警港澳挂领试超]?)$`);

/** With the dot that plates bear, or what is written for it: the kernel finds those without. */
const dottedIn = new RegExp(`[${provinces}][A-HJ-NP-Z][·•-][0-9A-HJ-NP-Z]{4,6}[学警港澳挂领试超]?(?![0-9A-Za-z])`, "g");

/** Five characters, of which at most two are letters that stand together or one at each end (GA 36-2018). */
const ordinary =
  /^(?:\d{5}|[A-Z]{1,2}\d{3,4}|\d{3,4}[A-Z]{1,2}|\d[A-Z]{1,2}\d{2,3}|\d{2}[A-Z]{1,2}\d{1,2}|\d{3}[A-Z]\d|[A-Z]\d{3}[A-Z])$/;
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
  context: [
    "车牌",
    "驾驶",
    "车主",
    "轿车",
    "货车",
    "车辆",
    "車牌",
    "車輛",
    "號牌",
    "牌照",
    "号牌",
    "车号",
    "plate",
    "cph",
    "chepai",
  ],
  person: true,
  weigh,
  canonical: (cell) => cell.replace(/[·• -]/, "").toUpperCase(),
  *findIn(text): Iterable<Found> {
    if (!/[·•-]/.test(text)) return;
    for (const { index, 0: found } of text.matchAll(dottedIn)) {
      if (weigh(found) === "valid") yield { start: index, end: index + found.length, reading: "valid" };
    }
  },
};

function weigh(cell: string): Reading {
  if (cell.length < 7 || cell.length > 9 || cell.charCodeAt(0) < 0x4e00) return "no";
  const plate = cell.toUpperCase();
  const body = shape.exec(plate)?.[1];
  if (body === undefined) return masked.test(plate) ? "masked" : "no";
  if (body.length < 5) return "no";
  const isOrdinary = body.length === 5 && ordinary.test(body);
  return isOrdinary || newEnergy.test(body) || special.test(body) ? "valid" : "shape";
}

const masked = new RegExp(`^[${provinces}][A-HJ-NP-Z][·• -]?[0-9A-Z]{0,3}\\*{2,5}[0-9A-Z]{0,3}$`);
