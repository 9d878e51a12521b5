import type { EdgeFacts } from "./edge-facts.ts";

const names: Readonly<Record<string, string>> = {
  "operator.tier": "operator.exported",
  "operator.personalTier": "operator.exported",
  "resource.mainland": "resource.jurisdiction",
  "place.country": "place.jurisdiction",
  "place.region": "place.jurisdiction",
  "place.outside": "place.jurisdiction",
  "data.classes": "data.class",
  "data.stateSecret": "data.class",
  "data.core": "data.class",
  "data.important": "data.class",
  "data.suspectedImportant": "data.class",
  "data.personal": "data.class",
  "data.sensitive": "data.class",
  "data.certain": "data.class",
  "approval.daysLeft": "approval.expires",
  "approval.termDays": "approval.expires",
  "approval.pipiaLead": "approval.pipia",
  "approval.pipiaAge": "approval.pipia",
};

/** What accounts, platforms and the estate hold is unknown for want of their stores' classes. */
const holders = ["estate.", "account.", "platform."];

/** The facts that somebody would have to supply, for facts that follow from them; sorted, each once. */
export function whatToSupply(missing: Iterable<string>, facts: Pick<EdgeFacts, "place">): readonly string[] {
  const supplied = [...missing].map((path) => {
    if (holders.some((group) => path.startsWith(group))) return "data.class";
    if (path !== "edge.leaves") return names[path] ?? path;
    return facts.place["located"] === true ? "resource.jurisdiction" : "place.jurisdiction";
  });
  return [...new Set(supplied)].sort();
}
