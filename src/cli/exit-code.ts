import { isAtLeast, type Severity } from "../model/index.ts";
import { failure } from "./failure.ts";

/** `never` switches code 1 off, not code 3. */
export type FailOn = Exclude<Severity, "info"> | "never";

export interface Outcome {
  /** Worst severity among the findings that count: open, and new where there is a baseline. */
  readonly worstOpen: Severity | undefined;
  readonly failOn: FailOn;
  /** Every question was answered. */
  readonly complete: boolean;
  readonly allowIncomplete: boolean;
  readonly interrupted: boolean;
  /** Files that could not be read, of how many. */
  readonly unread?: { readonly count: number; readonly of: number };
}

export const interrupted = 130;

/** The contract's table. A finding outranks incomplete coverage; a count is never an exit code. */
export function exitCodeOf(outcome: Outcome): 0 | 1 | 2 | 3 | 130 {
  if (outcome.interrupted) return interrupted;
  if (outcome.unread !== undefined && outcome.unread.count > 0) return failure;
  const { failOn, worstOpen } = outcome;
  if (failOn !== "never" && worstOpen !== undefined && isAtLeast(worstOpen, failOn)) return 1;
  return outcome.complete || outcome.allowIncomplete ? 0 : 3;
}
