import { z } from "zod";
import { DataClass } from "./data-class.ts";

export const mechanisms = [
  "security-assessment",
  "standard-contract",
  "certification",
  "gba-contract",
  "ftz-negative-list",
  "state-organ-assessment",
  "exemption",
] as const;
export const Mechanism = z.enum(mechanisms);
export type Mechanism = z.infer<typeof Mechanism>;

export const grounds = ["contract", "hr", "emergency", "statutory-duty", "transit", "auto-guide-2026"] as const;
export const Ground = z.enum(grounds);
export type Ground = z.infer<typeof Ground>;

/** What makes an export lawful: declared by the operator, never verified by the tool. */
export const Approval = z.strictObject({
  id: z.string().min(1),
  mechanism: Mechanism,
  /** The ground of an exemption (Provisions art. 4 and 5, NDSMR 35, the automotive export guide of 2026). */
  ground: Ground.optional(),
  classes: z.array(DataClass).min(1),
  /** A jurisdiction, an ISO country, or `provider:region-glob`. */
  destinations: z.array(z.string().min(1)).min(1),
  /** Globs on the edge's source, or on what it was copied from. */
  resources: z.array(z.string().min(1)).min(1),
  people: z.number().int().nonnegative().optional(),
  issued: z.iso.date(),
  /** Last valid day, Asia/Shanghai. */
  expires: z.iso.date().optional(),
  reviewBy: z.iso.date().optional(),
  owner: z.string().optional(),
  reference: z.string().optional(),
  pipia: z.strictObject({ id: z.string().min(1), date: z.iso.date() }).optional(),
});
export type Approval = z.infer<typeof Approval>;

/** An approval that a finding rests on or fell short of, as the report shows it. */
export interface ApprovalRef {
  readonly id: string;
  readonly mechanism: Mechanism;
  readonly ground?: Ground;
  readonly expires?: string;
}
