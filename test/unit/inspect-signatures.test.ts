import { describe, expect, it } from "vitest";
import { signaturesOf } from "../../src/inspect/signatures.ts";

function bytesOf(
  parts: readonly (readonly [at: number, content: string | readonly number[]])[],
  size = 600,
): Uint8Array {
  const bytes = Buffer.alloc(size);
  for (const [at, content] of parts) {
    Buffer.from(typeof content === "string" ? Buffer.from(content, "latin1") : content).copy(bytes, at);
  }
  return bytes;
}

function seen(content: Uint8Array | string, path = "data"): readonly string[] {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return [...signaturesOf(bytes, path)].map(({ detector }) => detector);
}

const bases = "ACGTTGCAAC".repeat(8);
const dicom: readonly (readonly [number, string | number[]])[] = [
  [128, "DICM"],
  [132, [2, 0, 0, 0, 0x55, 0x4c, 4, 0]],
];

describe("formats whose presence says what the data is", () => {
  it.each<readonly [string, string, Uint8Array | string]>([
    ["DICOM", "medical-term", bytesOf(dicom)],
    [
      "NIfTI-1",
      "medical-term",
      bytesOf([
        [0, [0x5c, 1, 0, 0]],
        [344, "n+1\0"],
      ]),
    ],
    [
      "NIfTI-2",
      "medical-term",
      bytesOf([
        [0, [0x1c, 2, 0, 0]],
        [4, "n+2\0\r\n\x1a\n"],
      ]),
    ],
    [
      "EDF",
      "health account",
      bytesOf([
        [0, "0       "],
        [168, "01.02.2410.30.00768     "],
      ]),
    ],
    ["HL7 v2", "health account", "MSH|^~\\&|HIS|A|LAB|B|20240101||ADT^A01|1|P|2.5"],
    ["FHIR", "health account", '{ "resourceType": "Patient", "id": "a" }'],
    ["CDA", "health account", '<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3">'],
    ["VCF", "genome", "##fileformat=VCFv4.2\n#CHROM\tPOS"],
    ["BAM", "genome", "BAM\x01aaaa"],
    ["CRAM", "genome", "CRAM\x03\0"],
    ["FASTA", "genome", `>chr1 test\n${bases}\n${bases}\n`],
    ["FASTQ", "genome", `@r1\n${bases}\n+\n${"I".repeat(80)}\n@r2\n`],
    ["BED", "genome", "chr1\t100\t200\nchr2\t5\t9\nchrX\t1\t2\n"],
    ["consumer test", "genome", "# a\n# rsid\tchromosome\tposition\tgenotype\nrs1\t1\t5\tAA\n"],
    [
      "GeoTIFF",
      "geodata",
      bytesOf([
        [0, "II*\0"],
        [4, [8, 0, 0, 0]],
        [8, [2, 0]],
        [10, [0, 1, 3, 0]],
        [22, [0xaf, 0x87, 3, 0]],
      ]),
    ],
    ["LAS", "geodata", "LASF\0\0"],
    [
      "shapefile",
      "geodata",
      bytesOf([
        [0, [0, 0, 0x27, 0x0a]],
        [28, [0xe8, 3, 0, 0]],
      ]),
    ],
    [
      "GeoPackage",
      "geodata",
      bytesOf([
        [0, "SQLite format 3\0"],
        [68, "GPKG"],
      ]),
    ],
    ["NITF", "geodata", "NITF02.10"],
    [
      "OSM PBF",
      "geodata",
      bytesOf([
        [0, [0, 0, 0, 13, 10, 9]],
        [6, "OSMHeader"],
      ]),
    ],
    ["rosbag", "geodata", "#ROSBAG V2.0\n"],
    ["KML", "coordinate", '<?xml version="1.0"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">'],
    ["GPX", "coordinate", '<gpx version="1.1"><trk>'],
    ["GeoJSON", "coordinate", '{"type":"FeatureCollection","features":[]}'],
    ["ISO 19794-2", "biometric account", "FMR\0 20\0"],
    ["ISO 19794-5", "biometric account", "FAC\x00030\x00"],
    ["WSQ", "biometric account", bytesOf([[0, [0xff, 0xa0, 0xff, 0xa4]]])],
  ])("%s is %s", (_, detector, content) => {
    expect(seen(content)).toEqual(detector.split(" "));
  });

  it("tells a GPX track with times from places", () => {
    expect(seen('<gpx><trk><trkpt lat="1" lon="2"><time>2024-01-01T00:00:00Z</time>')).toContain("whereabouts");
  });

  it("tells whether a medical image names its patient", () => {
    const detail = (name: string): string | undefined => {
      const element = [0x10, 0, 0x10, 0, 0x50, 0x4e, name.length, 0, ...Buffer.from(name)];
      return [...signaturesOf(bytesOf([...dicom, [200, element]]), "a")][0]?.detail;
    };
    expect(detail("WANG^WEI")).toContain("name or number of a patient");
    expect(detail("ANONYMIZED")).not.toContain("patient");
  });

  it("sees text with a byte order mark, and in UTF-16", () => {
    expect(seen("\ufeff##fileformat=VCFv4.3\n")).toEqual(["genome"]);
    expect(seen(Buffer.from('\ufeff{"resourceType":"Patient"}', "utf16le"))).toEqual(["health", "account"]);
  });

  it("counts a mark of secrecy in the name with its star, and takes a grade alone for a hint", () => {
    const confidences = (path: string) => [...signaturesOf(Buffer.from("a"), path)].map(({ confidence }) => confidence);
    expect(confidences("文件/绝密★10年 方案.txt")).toEqual([undefined]);
    expect(confidences("机密.docx")).toEqual([0.7]);
    for (const path of ["商业秘密★.txt", "保密协议.pdf", "confidential.txt", "秘密花园.epub"])
      expect(confidences(path)).toEqual([]);
  });

  it.each([
    ["a quoted mail", "> hello\n> again\n"],
    ["a protein", ">sp|P1\nMKTAYIAKQRQISFVKSHFSRQLEERLGLIEVQAPILSRVGDGTQDNLSGAEKAVQVKVKALPDAQFEVV\n"],
    ["a handle", "@user\nhello\n+1\nhello\n"],
    ["a table", "id\tfrom\tto\n1\t2\t3\n2\t3\t4\n"],
    ["three columns of numbers", "1\t100\t200\n2\t5\t9\n3\t1\t2\n4\t1\t2\n"],
    ["JSON with a type", '{"type":"Feature request","title":"a"}'],
    ["a code system", '{"resourceType":"CodeSystem","url":"x"}'],
    [
      "a plain TIFF",
      bytesOf([
        [0, "II*\0"],
        [4, [8, 0, 0, 0]],
        [8, [1, 0]],
        [10, [0, 1, 3, 0]],
      ]),
    ],
    ["a plain SQLite", bytesOf([[0, "SQLite format 3\0"]])],
    ["zeros", new Uint8Array(4_096)],
    ["nothing", new Uint8Array(0)],
    ["HTML", "<!doctype html><html><body>FMR</body></html>"],
    [
      "a TIFF of lies",
      bytesOf([
        [0, "II*\0"],
        [4, [0xff, 0xff, 0xff, 0xff]],
      ]),
    ],
  ] as const)("%s is nothing of the kind", (_, content) => {
    expect(seen(content)).toEqual([]);
  });
});
