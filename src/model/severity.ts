import { z } from "zod";

/** Handling priority (处置优先级), worst first. Not legal gravity. */
export const severities = ["critical", "high", "medium", "low", "info"] as const;
export const Severity = z.enum(severities);
export type Severity = z.infer<typeof Severity>;

/** Worst first. `not-met` = a requirement is not met on the facts observed; `review` = a fact is missing, never silence. */
export const verdicts = ["not-met", "review", "accepted", "permitted", "suppressed"] as const;
export const Verdict = z.enum(verdicts);
export type Verdict = z.infer<typeof Verdict>;

export function isOpen(verdict: Verdict): boolean {
  return verdict === "not-met" || verdict === "review";
}

export function isAtLeast(severity: Severity, floor: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(floor);
}

export function oneStepLower(severity: Severity): Severity {
  return severities[severities.indexOf(severity) + 1] ?? "info";
}

export function worst(a: Severity, b: Severity): Severity {
  return isAtLeast(a, b) ? a : b;
}
