import { z } from "zod";

/** From the strictest regime down: the highest class of a store is the first that it holds. */
export const dataClasses = [
  "state-secret",
  "core",
  "important",
  "suspected-important",
  "sensitive-personal",
  "personal",
  "general",
  "unclassified",
] as const;
export const DataClass = z.enum(dataClasses);
export type DataClass = z.infer<typeof DataClass>;

export const origins = ["mainland", "elsewhere", "unknown"] as const;
export const Origin = z.enum(origins);
/** Where the data was collected or generated (在境内运营中收集和产生, CSL 39, PIPL 40), not where it is. */
export type Origin = z.infer<typeof Origin>;

/** Below this a class is a hint (a name), and what rests on it is `review`. */
export const certainConfidence = 0.8;

export const ClassEvidence = z.object({
  kind: z.enum(["tag", "name", "content", "import", "inherited", "config"]),
  detail: z.string(),
});
export type ClassEvidence = z.infer<typeof ClassEvidence>;

/** One statement about a resource's data, before statements are put together. */
export interface ClassFact {
  readonly about: "class" | "origin" | "mainland-copy" | "kind" | "mlps";
  /** A data class, an origin, `yes` / `no` for a mainland copy, a kind of data, or a graded-protection level (`1` to `5`). */
  readonly value: string;
  /** 0 to 1; `certainConfidence` and above is certain. */
  readonly confidence: number;
  readonly evidence: ClassEvidence;
}

export const DataClassification = z.object({
  class: DataClass,
  classes: z.array(DataClass),
  origin: Origin,
  confidence: z.number(),
  evidence: z.array(ClassEvidence),
});
export type DataClassification = z.infer<typeof DataClassification>;

export function highestClass(classes: Iterable<DataClass>): DataClass {
  const held = new Set(classes);
  return dataClasses.find((candidate) => held.has(candidate)) ?? "unclassified";
}
