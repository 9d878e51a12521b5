import type { ContentObject } from "../../model/index.ts";

/** Strata that are told apart; what comes later counts for one that has no name. */
export const mostStrata = 4_096;

/**
 * What objects of a store are likely to have in common: the folder they lie in (two deep, numbers and dates alike), the ending of
 * their names, their size within a factor of 16.
 */
export function stratumOf({ path, size }: Pick<ContentObject, "path" | "size">): string {
  const parts = path.split("/");
  const name = parts.pop() ?? "";
  const folder = parts.slice(0, 2).map(alike).join("/");
  const ending = /\.([A-Za-z][A-Za-z0-9]{0,7})(?:\.(?:gz|zst|bz2|xz))?$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const magnitude = size === undefined ? "" : size === 0 ? "0" : String(Math.floor(Math.log2(size) / 4));
  return `${folder}\0${ending}\0${magnitude}`;
}

/** `2026-11-22`, `dt=20261122`, `part-00017` and a UUID differ from their neighbours in number only. */
function alike(part: string): string {
  return part.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/gi, "#").slice(0, 64);
}
