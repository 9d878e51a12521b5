import type { Random } from "../../support/seeded-random.ts";

const dayMilliseconds = 86_400_000;

/** Some day of the years `[from, to]`, as `yyyymmdd`. */
export function compactDate(random: Random, from: number, to: number): string {
  return isoDate(random, from, to).replaceAll("-", "");
}

export function isoDate(random: Random, from: number, to: number): string {
  return new Date(Date.UTC(from, 0, 1) + random.below((to - from + 1) * 365) * dayMilliseconds)
    .toISOString()
    .slice(0, 10);
}

/** `yyyy-mm-dd hh:mm:ss` of the last years. */
export function moment(random: Random): string {
  return new Date(1_577_836_800_000 + random.below(180_000_000) * 1_000).toISOString().slice(0, 19).replace("T", " ");
}

export const two = (value: number): string => String(value).padStart(2, "0");
