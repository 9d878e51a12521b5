import type { Detector, Reading } from "../detector.ts";
import { termDetector } from "./term-detector.ts";

/** Geometries as text: WKT, EWKT, GeoJSON. */
const geometry = /^(?:SRID=\d{4,6};)?(?:MULTI)?(?:POINT|LINESTRING|POLYGON)(?: ?ZM?)? ?\(/i;
const geoJson = /^\{\s*"type"\s*:\s*"(?:Multi)?(?:Point|LineString|Polygon)"/;

/**
 * Words of surveying and precise maps, and geometries, in columns: news and contracts name them in passing. Files of geodata are known
 * by their signatures (`signatures.ts`).
 */
export const geodata: Detector = {
  ...termDetector(
    "geodata",
    0.05,
    ["坐标", "测绘", "高程", "geometry", "geom", "wkt", "epsg"],
    (cell): Reading => (geometry.test(cell) || geoJson.test(cell) ? "shape" : "no"),
  ),
  needs: "column",
  // Papers of surveyors are full of them.
  hintFrom: 5,
};
