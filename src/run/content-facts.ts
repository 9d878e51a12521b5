import type { SampledStore } from "../inspect/sampling/inspect-sample.ts";
import { type ClassFact, dataClasses, evidenceLine } from "../model/index.ts";

/** Detectors and topics that a line of evidence names. */
const mostNamed = 5;

/** What a sample says of the class of a store's data. That nothing was found says nothing: it makes no class. */
export function contentFacts({ summary, holders }: SampledStore): readonly ClassFact[] {
  return dataClasses.flatMap((held) => {
    const found = holders.get(held);
    if (found === undefined) return [];
    const by = [...found.by].sort();
    const named = by.slice(0, mostNamed).join(", ") + (by.length > mostNamed ? ", …" : "");
    const detail = evidenceLine("content", {
      found: named,
      objects: String(found.objects),
      inspected: String(summary.inspected),
      all: String(summary.objects),
    });
    return [{ about: "class", value: held, confidence: found.confidence, evidence: { kind: "content", detail } }];
  });
}
