import { z } from "zod";
import { Place } from "./place.ts";

export const edgeKinds = [
  "stored-in",
  "replicates-to",
  "backs-up-to",
  "copied-to",
  "logs-to",
  "streams-to",
  "fails-over-to",
  "served-from",
  "key-held-in",
  "shared-with",
  "reachable-from",
] as const;
export const EdgeKind = z.enum(edgeKinds);
export type EdgeKind = z.infer<typeof EdgeKind>;

/** Along these edges data arrives at the other end, so class and origin travel along them. */
export const carryingKinds: readonly EdgeKind[] = [
  "replicates-to",
  "backs-up-to",
  "copied-to",
  "logs-to",
  "streams-to",
  "fails-over-to",
];

/** Along these edges the whole store arrives, so that one end can serve as the other's copy. Logs and streams are extracts. */
export const copyingKinds: readonly EdgeKind[] = ["replicates-to", "backs-up-to", "copied-to", "fails-over-to"];

export const Evidence = z.object({
  /** API call (`s3:GetBucketReplication`) or file. */
  source: z.string(),
  /** Path of the field in the answer. */
  field: z.string(),
  /** What the field said. Never content, a credential or a signed URL. */
  value: z.string(),
});
export type Evidence = z.infer<typeof Evidence>;

export const Edge = z.object({
  from: z.string(),
  kind: EdgeKind,
  to: z.string().nullable(),
  party: z.string().nullable(),
  place: Place,
  evidence: Evidence,
});
/** Data of `from` is stored in, copied to, shared with or reachable from the other end. */
export type Edge = z.infer<typeof Edge>;
