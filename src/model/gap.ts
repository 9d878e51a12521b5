import { z } from "zod";
import type { Scope } from "./scope.ts";

export const gapReasons = [
  "denied",
  "throttled",
  "timeout",
  "unsupported",
  "not-enabled",
  "malformed",
  "unlisted-region",
  "failed",
  "skipped",
] as const;
export const GapReason = z.enum(gapReasons);
export type GapReason = z.infer<typeof GapReason>;

/** Gaps that do not make coverage incomplete: a region nobody opted in to, and what the user left out on purpose. */
export function leavesCoverageComplete(reason: GapReason): boolean {
  return reason === "not-enabled" || reason === "skipped";
}

/** Something asked and not answered. A gap is data: counted, reported, part of the verdict and of the exit code. */
export interface Gap {
  readonly kind: "gap";
  readonly scope: Scope;
  /** Resource type, or `identity`, `regions`, `accounts` for what comes before types. */
  readonly type: string;
  /** Region as asked; `null` for a global call. */
  readonly region: string | null;
  /** The API's own operation name, such as `GetBucketTagging`. */
  readonly operation: string;
  readonly reason: GapReason;
  /** Error code and scrubbed message. Never a request id, a time, a credential or a signed URL. */
  readonly detail: string;
  /** The resource whose detail is missing; `null` when a whole list is. */
  readonly resource: string | null;
}
