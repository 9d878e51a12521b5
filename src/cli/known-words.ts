import type { PolicyBook } from "../../policies/index.ts";
import type { KnownWords } from "../config/notices.ts";
import { usualSectors } from "./likelihood.ts";

/** Words of jingnei.yaml that some rule asks for; nothing where rules are disabled, since a word may be for one of those. */
export function knownWords(book: Pick<PolicyBook, "policies" | "disabled">): KnownWords | undefined {
  if (book.disabled.length > 0) return undefined;
  const attestations = book.policies.flatMap(({ policy: { attestation } }) => attestation ?? []);
  return { sectors: knownSectors(book), attestations: [...new Set(attestations)].sort() };
}

/** Sectors that some rule speaks of, and those in which designations as CIIO are usual. */
export function knownSectors(book: Pick<PolicyBook, "policies">): readonly string[] {
  return [...new Set([...sectorsOf(book), ...usualSectors])].sort();
}

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
