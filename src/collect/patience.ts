import type { GapReason } from "../model/index.ts";

/** Unanswered calls in a row after which an operation is no longer retried. */
const retriesUntil = 10;
/** … and after which only one call in `probeEvery` is sent at all. */
const callsUntil = 50;
const probeEvery = 20;

/**
 * How long one operation is still worth waiting for. Without this an operation that hangs for each of 10,000 buckets holds
 * a scan for hours. A single answer restores full patience.
 */
export interface Patience {
  /** Attempts that the next call of this operation may take; 0 = do not send. */
  attempts(operation: string, most: number): number;
  answered(operation: string): void;
  unanswered(operation: string, reason: GapReason): void;
  streak(operation: string): { readonly length: number; readonly reason: GapReason };
}

export function createPatience(): Patience {
  const streaks = new Map<string, { length: number; reason: GapReason; skipped: number }>();
  return {
    attempts(operation, most) {
      const streak = streaks.get(operation);
      if (streak === undefined || streak.length < retriesUntil) return most;
      if (streak.length < callsUntil) return 1;
      streak.skipped = (streak.skipped + 1) % probeEvery;
      return streak.skipped === 0 ? 1 : 0;
    },
    answered(operation) {
      streaks.delete(operation);
    },
    unanswered(operation, reason) {
      const streak = streaks.get(operation) ?? { length: 0, reason, skipped: 0 };
      streak.length++;
      streak.reason = reason;
      streaks.set(operation, streak);
    },
    streak(operation) {
      return streaks.get(operation) ?? { length: 0, reason: "failed" };
    },
  };
}
