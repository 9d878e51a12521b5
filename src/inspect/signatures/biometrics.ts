import { type Head, type Signature, startsWith } from "./head.ts";

/** ISO/IEC 19794 (2005 and 2011 editions) and 39794: an identifier of the format, and a version in digits behind it. */
const formats = [
  ["FMR\0", "minutiae of fingers"],
  ["FIR\0", "images of fingers"],
  ["FSP\0", "patterns of fingers"],
  ["FAC\0", "images of faces"],
  ["IIR\0", "images of irises"],
  ["VIR\0", "images of veins"],
  ["HND\0", "geometry of hands"],
  ["SDI\0", "signatures in time"],
  ["VDI\0", "records of voices"],
] as const;

/** Each of a person, under a number. */
const ofPersons = ["biometric", "account"] as const;

export const biometricSignatures: readonly Signature[] = [
  ...formats.map(([magic, what]): Signature => {
    const is: Signature["is"] = (head) =>
      startsWith(head, magic) && /^[ 0]\d0\0$/.test(String.fromCharCode(...head.bytes.subarray(4, 8)));
    return { shows: ofPersons, detail: `ISO/IEC 19794: ${what}`, is };
  }),
  {
    shows: ofPersons,
    detail: "WSQ: an image of a fingerprint",
    is: ({ bytes }) =>
      bytes[0] === 0xff && bytes[1] === 0xa0 && bytes[2] === 0xff && (bytes[3] ?? 0) >= 0xa4 && (bytes[3] ?? 0) <= 0xa8,
  },
  {
    shows: ofPersons,
    detail: "ANSI/NIST-ITL: fingerprints or faces as authorities exchange them",
    is: isAnsiNist,
  },
];

/** A first record of tagged fields: its length, then the version of the standard, apart by group separators. */
function isAnsiNist({ text }: Head): boolean {
  const [length = "", version = ""] = text.slice(0, 64).split(String.fromCharCode(0x1d));
  return /^1\.0*1:\d{1,8}$/.test(length) && /^1\.0*2:0[2-6]0\d$/.test(version);
}
