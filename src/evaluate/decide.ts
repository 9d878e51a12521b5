import type { CompiledPolicy, Decision, Firing } from "../../policies/index.ts";
import type { Facts } from "../model/index.ts";
import { whatToSupply } from "./missing-facts.ts";

/** A rule that fires on the facts, before anybody's approvals are looked at. */
export interface Fired {
  readonly policy: CompiledPolicy;
  readonly firing: Firing;
  /** Facts to supply whose want this rule reports. */
  readonly missing: readonly string[];
}

/** A rule that could still fire, and the facts to supply before that can be told. */
export interface Undecided {
  readonly policy: CompiledPolicy;
  readonly firing: Firing;
  readonly missing: readonly string[];
}

/** All that the facts of one edge decide, for one status of the operator. */
export interface Decisions {
  readonly fired: readonly Fired[];
  readonly undecided: readonly Undecided[];
  /** The rule that speaks where a recorded approval is exceeded. */
  readonly onExceeded: Fired | undefined;
}

/** Asks every rule once. Depends on nothing but the facts, so that the answer can be kept for the next edge with the same. */
export function decide(policies: readonly CompiledPolicy[], facts: Facts): Decisions {
  const fired: Fired[] = [];
  const open: (readonly [CompiledPolicy, Decision])[] = [];
  let onExceeded: Fired | undefined;
  for (const policy of policies) {
    const decision = policy.decide(facts);
    if (decision.state === "passes") continue;
    if (policy.policy.trigger !== undefined) {
      if (decision.state === "fires") onExceeded ??= { policy, firing: policy.outcome(facts), missing: [] };
    } else if (decision.state === "fires") {
      fired.push({ policy, firing: policy.outcome(facts), missing: reported(policy, facts) });
    } else {
      open.push([policy, decision]);
    }
  }
  const owned = new Set(fired.flatMap(({ policy }) => whatToSupply(policy.policy.owns, facts)));
  const undecided = open.flatMap(([policy, decision]): readonly Undecided[] => {
    const missing = whatToSupply(decision.missing, facts);
    return isWorthAReview(policy, missing, owned, facts) ? [{ policy, firing: policy.outcome(facts), missing }] : [];
  });
  return { fired, undecided, onExceeded };
}

function reported(policy: CompiledPolicy, facts: Facts): readonly string[] {
  const absent = policy.policy.owns.filter((path) => {
    const [group = "", name = ""] = path.split(".");
    return isGroup(group) && facts[group][name] === undefined;
  });
  return whatToSupply(absent, facts);
}

function isGroup(name: string): name is Exclude<keyof Facts, "parameters"> {
  return ["operator", "resource", "edge", "place", "data"].includes(name);
}

/** Facts of the resource itself: where it rests outside, its own `stored-in` says that they are missing. */
const ownFacts: readonly string[] = [
  "data.class",
  "data.origin",
  "data.mainlandCopy",
  "resource.jurisdiction",
  "resource.inScope",
];

function isWorthAReview(
  { policy }: CompiledPolicy,
  missing: readonly string[],
  owned: ReadonlySet<string>,
  { resource, edge }: Facts,
): boolean {
  // What could come out is an exemption: nothing would be open.
  if (policy.verdict === "permitted") return false;
  // Another rule reports these facts on this edge.
  if (missing.some((fact) => owned.has(fact))) return false;
  // Machines and flows are not judged for being unclassified.
  const works = resource["role"] === "compute" || resource["role"] === "flow";
  if (works && missing.includes("data.class")) return false;
  const saidAtRest = edge["rests"] !== true && resource["mainland"] !== true;
  return !(saidAtRest && missing.some((fact) => ownFacts.includes(fact)));
}
