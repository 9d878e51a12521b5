import { z } from "zod";

export const operatorStatuses = ["ciio", "state-organ", "non-ciio", "undeclared"] as const;
export const OperatorStatus = z.enum(operatorStatuses);
/** Declared, never inferred: designation is made and notified by the protection department (CII Regulations 9-10). */
export type OperatorStatus = z.infer<typeof OperatorStatus>;

const count = z.number().int().nonnegative();

export const Exported = z.strictObject({
  /** Day of the counts; counts of another year than the run's are unknown. */
  asOf: z.iso.date(),
  /** Distinct people whose non-sensitive personal information was provided outside since 1 January; left out = unknown. */
  personal: count.optional(),
  sensitivePersonal: count.optional(),
});

export const Operator = z.strictObject({
  /** A body can be a state organ and a CIIO at once. */
  status: z
    .union([OperatorStatus, z.array(OperatorStatus).min(1)])
    .transform((status): readonly OperatorStatus[] => (typeof status === "string" ? [status] : status))
    .default(["undeclared"]),
  sectors: z.array(z.string().min(1)).default([]),
  handled: count.optional(),
  exported: Exported.optional(),
});
export type Operator = z.infer<typeof Operator>;
