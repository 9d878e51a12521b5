import { z } from "zod";
import { Ground, Mechanism } from "./approval.ts";
import { DataClass } from "./data-class.ts";
import { EdgeKind } from "./edge.ts";
import { Place } from "./place.ts";
import { Severity, Verdict } from "./severity.ts";
import { Text } from "./text.ts";

export const Basis = z.object({
  instrument: z.string(),
  /** Full name of the instrument: readers of Chinese cite 《中华人民共和国网络安全法》, not CSL. */
  name: Text.optional(),
  article: z.string(),
  title: Text,
  inForce: z.string().nullable(),
  status: z.string(),
  source: z.string(),
  confidence: z.enum(["A", "B", "C"]),
});
export type Basis = z.infer<typeof Basis>;

export const Outcome = z.object({ policy: z.string(), severity: Severity, verdict: Verdict });
export type Outcome = z.infer<typeof Outcome>;

export const FindingApproval = z.object({
  id: z.string(),
  mechanism: Mechanism,
  ground: Ground.optional(),
  expires: z.string().optional(),
});

export const Finding = z.object({
  /** Fingerprint of policy, resource, edge kind and other end; the same in the next scan. */
  id: z.string(),
  policy: z.string(),
  severity: Severity,
  verdict: Verdict,
  resource: z.string().nullable(),
  subject: z.object({ kind: z.string(), id: z.string() }).nullable(),
  /** Resources folded into this finding. */
  members: z.array(z.string()),
  edge: z.object({ kind: EdgeKind, to: z.string().nullable(), party: z.string().nullable() }).nullable(),
  place: Place,
  dataClass: DataClass,
  missing: z.array(z.string()),
  related: z.array(z.string()),
  approval: FindingApproval.nullable(),
  /** Undeclared operator only: what a designation as CIIO would make of it, and what holds without one. */
  ifDesignated: Outcome.optional(),
  ifNotDesignated: Outcome.optional(),
  status: z.enum(["new", "open"]),
  location: z.object({ file: z.string(), line: z.number().int() }).optional(),
  message: Text,
  remediation: Text,
  basis: z.array(Basis),
  evidence: z.array(z.string()),
});
export type Finding = z.infer<typeof Finding>;
