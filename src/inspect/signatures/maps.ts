import { type Head, numberAt, type Signature, startsWith } from "./head.ts";

/** Maps, point clouds and imagery of the earth; tracks and places as text. */
export const mapSignatures: readonly Signature[] = [
  { shows: ["geodata"], detail: "GeoTIFF: an image of the earth with its coordinates", is: isGeoTiff },
  {
    shows: ["geodata"],
    detail: "NITF: an image of reconnaissance",
    is: (head) => startsWith(head, "NITF0") || startsWith(head, "NSIF0"),
  },
  { shows: ["geodata"], detail: "LAS or LAZ: a point cloud of a laser scan", is: (head) => startsWith(head, "LASF") },
  { shows: ["geodata"], detail: "E57: a point cloud", is: (head) => startsWith(head, "ASTM-E57") },
  { shows: ["geodata"], detail: "PCD: a point cloud", is: ({ text }) => /^# \.PCD v/.test(text) },
  {
    shows: ["geodata"],
    detail: "shapefile: a vector map",
    is: (head) => numberAt(head, 0, 4, false) === 9_994 && numberAt(head, 28, 4, true) === 1_000,
  },
  {
    shows: ["geodata"],
    detail: "GeoPackage: a vector map",
    is: (head) =>
      startsWith(head, "SQLite format 3\0") && (startsWith(head, "GPKG", 68) || startsWith(head, "GP1", 68)),
  },
  {
    shows: ["geodata"],
    detail: "OpenStreetMap extract",
    is: (head) => startsWith(head, "OSMHeader", 6) || /<osm\b[^>]*\bversion=/.test(head.text.slice(0, 1_024)),
  },
  { shows: ["geodata"], detail: "DTED: a terrain model", is: (head) => startsWith(head, "UHL1") },
  {
    shows: ["geodata"],
    detail: "OpenDRIVE: a road map for automated driving",
    is: ({ text }) => /<OpenDRIVE\b/.test(text.slice(0, 2_048)),
  },
  {
    shows: ["geodata"],
    detail: "rosbag or MCAP: recordings of a vehicle's or robot's sensors",
    is: (head) => startsWith(head, "#ROSBAG V") || startsWith(head, "\x89MCAP0\r\n"),
  },
  {
    shows: ["geodata"],
    detail: "S-57: a nautical chart",
    is: (head) => /^\d{5}[23]L[E ]1 0\d{6}/.test(head.text.slice(0, 24)) && /DSID|DSSI/.test(head.text),
  },
  {
    shows: ["geodata"],
    detail: "GML: a vector map",
    is: ({ text }) => /<[\w:]+\b[^>]*"http:\/\/www\.opengis\.net\/(?:gml|citygml)/.test(text.slice(0, 4_096)),
  },
  {
    shows: ["coordinate"],
    detail: "GPX: tracks with positions",
    is: ({ text }) => /<gpx\b/.test(text.slice(0, 1_024)),
  },
  {
    shows: ["whereabouts"],
    detail: "GPX: tracks with positions and times",
    is: ({ text }) => /<gpx\b/.test(text.slice(0, 1_024)) && /<trkpt\b[\s\S]{0,400}<time>/.test(text),
  },
  { shows: ["coordinate"], detail: "KML: places on a map", is: ({ text }) => /<kml\b/.test(text.slice(0, 1_024)) },
  { shows: ["coordinate"], detail: "GeoJSON: places on a map", is: isGeoJson },
];

/** TIFF 6.0 and BigTIFF with the tag of the GeoKey directory (34735), where the first directory lies within the head. */
function isGeoTiff(head: Head): boolean {
  const isLittle = startsWith(head, "II");
  if (!isLittle && !startsWith(head, "MM")) return false;
  const version = numberAt(head, 2, 2, isLittle);
  if (version !== 42 && version !== 43) return false;
  const isBig = version === 43;
  const at = numberAt(head, isBig ? (isLittle ? 8 : 12) : 4, 4, isLittle);
  const entries = numberAt(head, isBig && !isLittle ? at + 6 : at, 2, isLittle);
  for (let entry = 0; entry < Math.min(entries, 500); entry++) {
    if (numberAt(head, at + (isBig ? 8 + entry * 20 : 2 + entry * 12), 2, isLittle) === 34_735) return true;
  }
  return false;
}

function isGeoJson({ text }: Head): boolean {
  if (!text.startsWith("{") && !text.startsWith("[")) return false;
  if (!/"type"\s*:\s*"(?:FeatureCollection|Feature|GeometryCollection)"/.test(text)) return false;
  return /"(?:geometry|features|geometries|coordinates)"\s*:/.test(text);
}
