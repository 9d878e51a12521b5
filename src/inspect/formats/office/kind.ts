import { asBuffer } from "../bytes.ts";

export type OfficeKind = "docx" | "odf" | "pptx" | "xlsx";

const folders: Readonly<Record<string, OfficeKind>> = { "xl/": "xlsx", "word/": "docx", "ppt/": "pptx" };
const member = Buffer.from("PK\x03\x04", "latin1");

/** What kind of document a ZIP archive is, by the names of its first members; the name of the file only where these are of any. */
export function officeKind(head: Uint8Array, path: string): OfficeKind | undefined {
  const buffer = asBuffer(head);
  if (!buffer.subarray(0, 4).equals(member)) return undefined;
  if (buffer.toString("latin1", 30, 73) === "mimetypeapplication/vnd.oasis.opendocument.") return "odf";
  let isPackage = false;
  for (let at = 0; at !== -1 && at + 30 <= buffer.length; at = buffer.indexOf(member, at + 4)) {
    const name = buffer.toString("latin1", at + 30, at + 30 + buffer.readUInt16LE(at + 26)).replaceAll("\\", "/");
    for (const [folder, kind] of Object.entries(folders)) if (name.startsWith(folder)) return kind;
    isPackage ||= name === "[Content_Types].xml" || name.startsWith("_rels/") || name.startsWith("docProps/");
  }
  const extension = /\.(docx|pptx|xlsx)$/i.exec(path)?.[1]?.toLowerCase();
  if (!isPackage) return undefined;
  return extension === "docx" || extension === "pptx" || extension === "xlsx" ? extension : undefined;
}
