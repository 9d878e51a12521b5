import type { Link } from "../../src/model/index.ts";
import { pairOf } from "./regions.ts";

interface Paired {
  readonly kind: "replicates-to" | "backs-up-to";
  /** Where the data is. */
  readonly location: unknown;
  readonly source: string;
  readonly field: string;
  /** What makes the copy: the setting as told, or `provider default: …`. */
  readonly rule: string;
}

/** A copy in the region that the vendor fixes as the pair of this one, else in one that is not known. */
export function pairLink({ kind, location, source, field, rule }: Paired): Link {
  const pair = typeof location === "string" ? pairOf(location) : undefined;
  return {
    kind,
    direction: "to",
    target: pair === undefined ? {} : { place: { region: pair } },
    evidence: { source, field, value: pair === undefined ? rule : `${rule}, paired with ${pair}` },
  };
}
