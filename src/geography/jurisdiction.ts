import type { Jurisdiction } from "../model/index.ts";

/** Only CN is the mainland (境内). HK, MO and TW carry their own ISO 3166-1 codes and are outside it, without being foreign. */
const apart: Readonly<Record<string, Jurisdiction>> = {
  CN: "mainland",
  HK: "hong-kong",
  MO: "macao",
  TW: "taiwan",
};

/** `null` = no single country: unknown, never guessed. */
export function jurisdictionOf(country: string | null): Jurisdiction {
  if (country === null) return "unknown";
  return apart[country] ?? "foreign";
}
