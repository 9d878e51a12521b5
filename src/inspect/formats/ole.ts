import type { Reader, ReaderInput } from "../reader.ts";
import { gapPiece } from "./binary/gap.ts";
import { asBuffer } from "./bytes.ts";

const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Names of streams that tell what a compound file is, MS-CFB. */
const kinds: readonly (readonly [stream: string, what: string])[] = [
  ["EncryptedPackage", "is encrypted with a password: not read"],
  ["WordDocument", "is a letter of old Word (.doc), which this version does not read: save it as .docx"],
  ["Workbook", "is a workbook of old Excel (.xls), which this version does not read: save it as .xlsx"],
  ["Book", "is a workbook of old Excel (.xls), which this version does not read: save it as .xlsx"],
  ["PowerPoint Document", "are slides of old PowerPoint (.ppt), which this version does not read: save them as .pptx"],
  ["__properties_version1.0", "is a message of Outlook (.msg), which this version does not read"],
];

/** Compound files: what Office wrote before 2007, and documents of today with a password. Recognised, not read. */
export const ole: Reader = {
  format: "ole",
  recognises: (head) => (magic.every((byte, index) => head[index] === byte) ? 3 : 0),
  async *read(input) {
    const names = await streamNames(input);
    const known = kinds.find(([stream]) => names.has(stream));
    yield gapPiece("unsupported", known?.[1] ?? "is a compound file, which this version does not read");
  },
};

/** Names in the first sector of the directory. */
async function streamNames({ object, head, signal }: ReaderInput): Promise<ReadonlySet<string>> {
  const header = asBuffer(head);
  const names = new Set<string>();
  if (header.length < 512) return names;
  const at = (header.readUInt32LE(48) + 1) * 2 ** Math.min(header.readUInt16LE(30), 20);
  const isBehind = at + 4_096 > header.length && object.read !== undefined;
  const sector = isBehind
    ? asBuffer((await object.read?.(at, 4_096, signal)) ?? head)
    : header.subarray(at, at + 4_096);
  for (let entry = 0; entry + 128 <= sector.length; entry += 128) {
    const length = Math.min(64, sector.readUInt16LE(entry + 64));
    if (length >= 2) names.add(sector.toString("utf16le", entry, entry + length - 2));
  }
  return names;
}
