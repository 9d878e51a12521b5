import {
  type ClassFact,
  type Classification,
  evidenceLine,
  type Place,
  type ResourceRecord,
  type Tags,
} from "../model/index.ts";
import { declaredConfidence, defaultConfidence, presumedConfidence } from "./confidence.ts";
import { firstMatch } from "./first-match.ts";
import { describeSelector, matchSelector, type SelectorOptions } from "./selector.ts";
import { evidenceText, fold, listed, tagLine, tagsWith } from "./words.ts";

const originKeys = new Set(["data-origin", "数据来源地"].map(fold));
const mainlandWords = new Set(
  ["mainland", "mainland-china", "chinese-mainland", "cn", "境内", "内地", "中国内地", "境内收集", "境内收集产生"].map(
    fold,
  ),
);
const elsewhereWords = new Set(
  ["elsewhere", "outside-mainland", "outside-the-mainland", "境外", "境外收集", "境外收集产生"].map(fold),
);

/** Where the data of this record was collected, by the first that speaks: tag, configuration, place, default. */
export function originOf(
  record: ResourceRecord,
  place: Place,
  classification: Classification,
  options: SelectorOptions,
): readonly ClassFact[] {
  const tagged = record.tags.known ? originByTag(record.tags.value) : undefined;
  if (tagged !== undefined) return [tagged];

  const { origins, defaultOrigin } = classification;
  const verdict = firstMatch(
    origins,
    (rule) => matchSelector(rule, record, place, options),
    (a, b) => a.origin === b.origin,
  );
  if (verdict.kind === "entry") {
    const { entry, index } = verdict;
    const detail = evidenceLine("origins", {
      index: String(index),
      selector: describeSelector(entry),
      origin: entry.origin,
    });
    return [fact(entry.origin, declaredConfidence, "config", detail)];
  }
  // Presumed for every role: logs and streams of a mainland region are generated there too.
  if (place.jurisdiction === "mainland") {
    return [
      fact("mainland", presumedConfidence, "config", evidenceLine("mainlandPlace", { region: place.region ?? "" })),
    ];
  }
  // An entry that might apply, had its tags been readable, speaks against a default that says otherwise.
  if (verdict.kind === "open" && verdict.possible.some((rule) => rule.origin !== defaultOrigin)) return [];
  if (defaultOrigin === "unknown") return [];
  return [fact(defaultOrigin, defaultConfidence, "config", evidenceLine("defaultOrigin", { origin: defaultOrigin }))];
}

/** Where tags say both, mainland counts: a mixed store holds mainland data. */
function originByTag(tags: Tags): ClassFact | undefined {
  let elsewhere: ClassFact | undefined;
  for (const [key, value] of tagsWith(tags, (key) => originKeys.has(fold(key)))) {
    const words = listed(value);
    if (words.some((word) => mainlandWords.has(word))) {
      return fact("mainland", declaredConfidence, "tag", tagLine(key, value));
    }
    if (words.length > 0 && words.every((word) => elsewhereWords.has(word))) {
      elsewhere ??= fact("elsewhere", declaredConfidence, "tag", tagLine(key, value));
    }
  }
  return elsewhere;
}

function fact(value: string, confidence: number, kind: "tag" | "config", detail: string): ClassFact {
  return { about: "origin", value, confidence, evidence: { kind, detail: evidenceText(detail) } };
}
