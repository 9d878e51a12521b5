import type { CompiledPolicy } from "../../policies/index.ts";
import type { Basis, DataClass, Outcome, Severity, Verdict } from "../model/index.ts";
import type { RouteStanding } from "./approvals.ts";

/** A finding in the making: what it says is settled, its words are not. */
export interface Draft {
  readonly policy: CompiledPolicy;
  readonly family: string;
  readonly verdict: Verdict;
  readonly severity: Severity;
  readonly basis: readonly Basis[];
  readonly missing: readonly string[];
  readonly related: readonly string[];
  readonly route: RouteStanding;
  /** Whether the route that is on record stands in for what the rule asks. */
  readonly routeCounts: boolean | undefined;
  /** The rule could still fire; nothing more is known. */
  readonly undecided: boolean;
  /** The class rests on a hint. */
  readonly weakClass: boolean;
  /** Classes that the rule is about and that the data holds. */
  readonly about: readonly DataClass[];
  /** Undeclared operator: the other outcome, with its words. */
  readonly ifDesignated?: Draft;
  readonly ifNotDesignated?: Draft;
}

export function outcomeOf({ policy, severity, verdict }: Draft): Outcome {
  return { policy: policy.policy.id, severity, verdict };
}
