import type { Label } from "./label.ts";
import type { NearMiss } from "./near-miss.ts";
import { numberMisses } from "./near-numbers.ts";
import { tokenMisses } from "./near-tokens.ts";
import { wordMisses } from "./near-words.ts";

/** Every kind of near miss: at least three for each label, see the unit test. */
export const nearMisses: readonly NearMiss[] = [...numberMisses, ...tokenMisses, ...wordMisses];

export function missesOf(label: Label): readonly NearMiss[] {
  return nearMisses.filter(({ of }) => of.includes(label));
}
