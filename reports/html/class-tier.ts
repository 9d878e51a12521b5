/** Colour of a data class, by the regime it falls under. */
export type ClassTier = "tier-state" | "tier-sensitive" | "tier-personal" | "tier-general" | "tier-unclassified";

export const classTiers: readonly ClassTier[] = [
  "tier-state",
  "tier-sensitive",
  "tier-personal",
  "tier-general",
  "tier-unclassified",
];

export function classTier(dataClass: string): ClassTier {
  switch (dataClass) {
    case "state-secret":
    case "core":
    case "important":
    case "suspected-important":
      return "tier-state";
    case "sensitive-personal":
      return "tier-sensitive";
    case "personal":
      return "tier-personal";
    case "general":
      return "tier-general";
    default:
      return "tier-unclassified";
  }
}
