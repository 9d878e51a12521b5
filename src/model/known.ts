import type { GapReason } from "./gap.ts";

/** A fact that is known, or unknown with the reason. There is no third state and no default. */
export type Known<T> = { readonly known: true; readonly value: T } | { readonly known: false; readonly why: GapReason };

export function known<T>(value: T): Known<T> {
  return { known: true, value };
}

export function unknown(why: GapReason): { readonly known: false; readonly why: GapReason } {
  return { known: false, why };
}

/** The value where it is known, else `undefined`: for optional details only, never for a fact that a verdict rests on. */
export function valueIfKnown<T>(fact: Known<T>): T | undefined {
  return fact.known ? fact.value : undefined;
}
