import {
  type ContentEvidence,
  type ContentProfile,
  type ContentReading,
  type ContentRules,
  certainConfidence,
  type DataClass,
  type DataKind,
  dataClasses,
} from "../model/index.ts";

/** Evidence of one table or one text, with how sure each is, and how many people it speaks of. */
export interface EvidenceGroup {
  readonly evidence: ReadonlyMap<ContentEvidence, number>;
  /** Distinct people, by the identifier that counts most of them. */
  readonly people: number;
}

/** What content shows, and by what. */
export interface ContentClass {
  /** The highest that is certain; where nothing is, the highest hint. `unclassified` where nothing was found. */
  readonly class: DataClass;
  readonly confidence: number;
  /** Every class that was found, from the strictest down, each by its surest evidence. */
  readonly found: readonly FoundClass[];
  readonly kinds: readonly DataKind[];
}

export interface FoundClass {
  readonly class: DataClass;
  readonly confidence: number;
  /** Detectors, topics, or the id of a combination with its parts. */
  readonly by: readonly string[];
  readonly reading: ContentReading;
}

/** Reads evidence by the rules of `policies/detectors.yaml`. Pure. */
export function classOfContent(
  groups: readonly EvidenceGroup[],
  rules: ContentRules,
  profile: ContentProfile,
): ContentClass {
  const found = new Map<DataClass, FoundClass>();
  const kinds = new Set<DataKind>();
  const add = (reading: ContentReading, confidence: number, by: readonly string[]): void => {
    if (reading.kind !== undefined && confidence >= certainConfidence) kinds.add(reading.kind);
    if (reading.class === "unclassified") return;
    const earlier = found.get(reading.class);
    if (earlier === undefined || earlier.confidence < confidence) {
      found.set(reading.class, { class: reading.class, confidence, by, reading });
    } else if (earlier.confidence === confidence && !by.every((one) => earlier.by.includes(one))) {
      found.set(reading.class, { ...earlier, by: [...new Set([...earlier.by, ...by])].sort() });
    }
  };
  for (const group of groups) {
    for (const [evidence, confidence] of group.evidence) {
      const rule = rules.evidence[evidence];
      if (rule !== undefined) add(profile === "strict" ? (rule.strict ?? rule) : rule, confidence, [evidence]);
    }
    for (const { id, groups: parts, atLeast, people, profiles, shows } of rules.combinations) {
      if (profiles !== undefined && !profiles.includes(profile)) continue;
      if (people !== undefined && group.people < people) continue;
      const met = parts.flatMap((part) => surest(part, group.evidence) ?? []);
      if (met.length < (atLeast ?? parts.length)) continue;
      met.sort((a, b) => b.confidence - a.confidence);
      const needed = met.slice(0, atLeast ?? parts.length);
      const confidence = needed.at(-1)?.confidence ?? 0;
      add(shows, confidence, [id, ...needed.map((one) => one.evidence)]);
    }
  }
  const ordered = dataClasses.flatMap((held) => found.get(held) ?? []);
  const chosen = ordered.find(({ confidence }) => confidence >= certainConfidence) ?? ordered[0];
  return {
    class: chosen?.class ?? "unclassified",
    confidence: chosen?.confidence ?? 0,
    found: ordered,
    kinds: [...kinds].sort(),
  };
}

function surest(
  part: readonly ContentEvidence[],
  evidence: ReadonlyMap<ContentEvidence, number>,
): { readonly evidence: ContentEvidence; readonly confidence: number } | undefined {
  let best: { evidence: ContentEvidence; confidence: number } | undefined;
  for (const one of part) {
    const confidence = evidence.get(one);
    if (confidence !== undefined && confidence > (best?.confidence ?? 0)) best = { evidence: one, confidence };
  }
  return best;
}
