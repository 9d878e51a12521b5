import type { Detector, Found } from "../detector.ts";

/** Two numbers of four decimals and more: about ten metres. */
const pairIn = /(?<![\w.])(\d{1,3}\.\d{4,15})(?:[,;] ?| )(\d{1,3}\.\d{4,15})(?![\w.]|,\d)/g;
/** Two such numbers anywhere, which both need: most lines of text end here. */
const mayBeIn = /\d\.\d{4}[\s\S]*?\d\.\d{4}/;
/** Named numbers, either first, up to a few words apart. */
const [east, north] = ["(?:longitude|lng|lon|经度|經度)", "(?:latitude|lat|纬度|緯度)"];
const value = "[^\\w-]{1,4}(\\d{1,3}\\.\\d{4,15})";
const namedIn = new RegExp(`${east}${value}\\D{1,24}?${north}${value}|${north}${value}\\D{1,24}?${east}${value}`, "gi");
const pair = new RegExp(`^(?:POINT ?)?[([]?${pairIn.source}[)\\]]?$`);

/**
 * Longitude and latitude in one value, either first. `valid` lies within the box that the national coordinate shift applies to (72.004
 * to 137.8347 east, 0.8293 to 55.8271 north): three in ten of pairs without a sign, as prices and
 * ratios are too. Neighbouring columns of single numbers
 * are read in `columns/coordinates.ts`.
 */
export const coordinate: Detector = {
  id: "coordinate",
  chance: 0.3,
  needs: "context",
  context: [
    "经度",
    "纬度",
    "经纬度",
    "經度",
    "緯度",
    "座標",
    "坐标",
    "定位",
    "位置",
    "longitude",
    "latitude",
    "lng",
    "lon",
    "lat",
    "gps",
    "location",
    "position",
    "wgs",
    "gcj",
    "jwd",
  ],
  person: false,
  weigh(cell) {
    if (cell.length < 13 || cell.length > 50) return "no";
    const found = pair.exec(cell);
    return found === null ? "no" : weighPair(Number(found[1]), Number(found[2]));
  },
  canonical(cell) {
    const [first = "", second = ""] = cell.match(/\d{1,3}\.\d{4,15}/g) ?? [];
    return `${first},${second}`;
  },
  *findIn(text): Iterable<Found> {
    if (!mayBeIn.test(text)) return;
    for (const { index, 0: found, 1: first, 2: second } of text.matchAll(pairIn)) {
      if (weighPair(Number(first), Number(second)) === "valid") {
        yield { start: index, end: index + found.length, reading: "valid" };
      }
    }
    for (const { index, 0: found, 1: lng, 2: lat, 3: latFirst, 4: lngSecond } of text.matchAll(namedIn)) {
      if (isInBox(Number(lng ?? lngSecond), Number(lat ?? latFirst))) {
        yield { start: index, end: index + found.length, reading: "valid" };
      }
    }
  },
};

function weighPair(first: number, second: number): "no" | "shape" | "valid" {
  if (Math.max(first, second) > 180 || Math.min(first, second) > 90) return "no";
  return isInBox(first, second) || isInBox(second, first) ? "valid" : "shape";
}

function isInBox(east: number, north: number): boolean {
  return east >= 72.004 && east <= 137.8347 && north >= 0.8293 && north <= 55.8271;
}
