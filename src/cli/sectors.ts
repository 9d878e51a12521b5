import type { PolicyBook } from "../../policies/index.ts";

/** Sectors that some rule of the book speaks of, by its conditions. */
export function sectorsOf({ policies }: Pick<PolicyBook, "policies">): readonly string[] {
  const conditions = policies.flatMap(({ policy }) => [
    policy.when,
    policy.acceptedWhen ?? "",
    ...policy.adjust.map(({ when }) => when),
    ...policy.basis.map(({ when = "" }) => when),
  ]);
  const words = conditions.flatMap((text) =>
    [...text.matchAll(/"([^"]+)"\s+in\s+operator\.sectors/g)].map(([, word = ""]) => word),
  );
  return [...new Set(words)].sort();
}
