import { setTimeout as wait } from "node:timers/promises";
import type { ErrorFacts } from "../model/index.ts";
import { InterruptedError } from "./errors.ts";

const baseMs = 200;
/** Throttled calls start higher: a token bucket needs time to fill. */
const throttledBaseMs = 500;
const longestBackOffMs = 20_000;
/** Longest wait that a server may ask for. */
const longestRetryAfterMs = 60_000;

/** Milliseconds before the next attempt: exponential with full jitter, and never sooner than the server asked for. */
export function backOffMs(facts: ErrorFacts, attempt: number, random: () => number): number {
  const base = facts.reason === "throttled" ? throttledBaseMs : baseMs;
  const jittered = random() * Math.min(longestBackOffMs, base * 2 ** (attempt - 1));
  if (facts.retryAfterMs === undefined || !(facts.retryAfterMs > 0)) return jittered;
  return Math.min(longestRetryAfterMs, facts.retryAfterMs) + random() * base;
}

export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

export async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await wait(ms, undefined, { signal });
  } catch (error) {
    throw signal.aborted ? new InterruptedError() : error;
  }
}
