import { z } from "zod";

/**
 * Kinds of data that sector rules, and the rule on minors, speak of. Declared by the tag `data-kind`; never inferred, since each
 * is a legal term that a column or a name cannot settle.
 */
export const dataKinds = [
  "population-health",
  "genetic",
  "map",
  "credit",
  "financial",
  "insurance",
  "ride-hailing",
  "minors",
] as const;
export const DataKind = z.enum(dataKinds);
export type DataKind = z.infer<typeof DataKind>;
