import type { Gap, GapReason, JingneiError, Scope } from "../model/index.ts";

/** `not-reached`: nothing was there to ask it about, so that nobody knows. */
export const checkResults = ["granted", "not-reached", "failed", "denied"] as const;
export type CheckResult = (typeof checkResults)[number];

/** What became of one call. */
export interface Check {
  readonly scope: Scope;
  /** Resource type, or `connect` for what comes before types. */
  readonly type: string;
  /** Region as asked; `null` for an account-wide call. */
  readonly region: string | null;
  readonly operation: string;
  /** As it is declared; `null` for a call that nothing declares. */
  readonly permission: string | null;
  readonly result: CheckResult;
  /** Why it is not granted; `null` where it is, and where it was not reached. */
  readonly reason: GapReason | null;
  /** Error code and scrubbed message, or why it was not reached. */
  readonly detail: string | null;
  /** What it was asked about; `null` for a list. */
  readonly resource: string | null;
}

/** An account that was entered. */
export interface EnteredAccount {
  readonly scope: Scope;
  readonly regions: readonly string[];
  readonly notEnabled: readonly string[];
  /** Enabled regions that the region table lacks: what lies there cannot be placed. */
  readonly unlisted: readonly string[];
  /** Where the types that are read per region were tried; `null` = in none. */
  readonly region: string | null;
}

/** A source that could not be tried: its user has something to put right first. */
export interface RefusedSource {
  readonly label: string;
  readonly error: JingneiError;
}

export interface Preflight {
  readonly accounts: readonly EnteredAccount[];
  readonly checks: readonly Check[];
  readonly refused: readonly RefusedSource[];
  /** Hosts that were contacted, sorted. */
  readonly endpoints: readonly string[];
  readonly interrupted: boolean;
}

/** What a gap means for the right to ask. A region or service that is not switched on is nobody's refusal. */
function resultOf(reason: GapReason): CheckResult {
  if (reason === "denied") return "denied";
  return reason === "not-enabled" || reason === "skipped" ? "not-reached" : "failed";
}

export function checkOf(gap: Gap, type: string, permission: string | null): Check {
  const { scope, region, operation, reason, detail, resource } = gap;
  return { scope, type, region, operation, permission, result: resultOf(reason), reason, detail, resource };
}
