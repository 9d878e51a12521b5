import { z } from "zod";

export const jurisdictions = ["mainland", "hong-kong", "macao", "taiwan", "foreign", "unknown"] as const;
export const Jurisdiction = z.enum(jurisdictions);
/** Only `mainland` is 境内 (within the territory); everything else but `unknown` is 境外 (outside the mainland). */
export type Jurisdiction = z.infer<typeof Jurisdiction>;

export const Place = z.object({
  /** Canonical region id, or the words as stated when the region is not in the table; `null` when nothing was stated. */
  region: z.string().nullable(),
  /** ISO 3166-1 alpha-2; HK, MO and TW stand apart from CN. */
  country: z.string().nullable(),
  jurisdiction: Jurisdiction,
});
/** A region with its country and jurisdiction, as resolved through the provider's own table. */
export type Place = z.infer<typeof Place>;

/** Where something is, in the provider's words. A zone is given where it can lie in another country than its region. */
export interface PlaceRef {
  readonly region: string;
  readonly zone?: string;
}

export interface RegionFact {
  /** Canonical id: what `place.region` shows. */
  readonly id: string;
  /** Other spellings the provider's APIs use: `oss-cn-hzfinance`, "China East 2". Compared without case and spaces. */
  readonly aliases?: readonly string[];
  readonly name: string;
  /** ISO 3166-1 alpha-2, or `null` where the id names no single place (`global`): resolved as unknown, never guessed. */
  readonly country: string | null;
  readonly city: string | null;
  readonly partition: string;
  readonly kind: "region" | "zone" | "edge" | "logical" | "multi-region";
  readonly status: "active" | "restricted" | "closed";
  /** Region that geo-redundant storage of this one writes to, where the provider fixes it. */
  readonly pair?: string;
  /** The region a zone belongs to. */
  readonly parent?: string;
  readonly operator: string;
  readonly source: string;
  /** ISO date on which the source was read. */
  readonly asOf: string;
  readonly note?: string;
}
