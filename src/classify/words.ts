import { evidenceLine, type Tags } from "../model/index.ts";

/** Longest evidence, in characters: tags and names are other people's text. */
const longestEvidence = 120;

/** Words compared without case, width, spaces, `-`, `_` and quotes. */
export function fold(words: string): string {
  return words
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[-_\s"']/g, "");
}

/** A tag's value as the list it may be: `personal, important`. */
export function listed(value: string): readonly string[] {
  const parts = value.normalize("NFKC").split(/[,;/+|&、]/);
  return parts.map(fold).filter((part) => part !== "");
}

/** On one line and not too long. */
export function evidenceText(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, " ");
  if (line.length <= longestEvidence) return line;
  return `${line
    .slice(0, longestEvidence - 1)
    .toWellFormed()
    .replace(/\ufffd$/u, "")}…`;
}

/** That a tag says so. */
export function tagLine(key: string, value: string): string {
  return evidenceLine("tag", { tag: `${key}=${value}`, rule: undefined });
}

/** The tags whose key is wanted, in the order of their keys. */
export function tagsWith(tags: Tags, wanted: (key: string) => boolean): readonly (readonly [string, string])[] {
  return Object.entries(tags)
    .filter(([key]) => wanted(key))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
