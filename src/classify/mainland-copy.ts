import {
  type ClassFact,
  type Classification,
  evidenceLine,
  type Place,
  type ResourceRecord,
  type Tags,
} from "../model/index.ts";
import { declaredConfidence } from "./confidence.ts";
import { firstMatch } from "./first-match.ts";
import { describeSelector, matchSelector, type SelectorOptions } from "./selector.ts";
import { evidenceText, fold, tagLine, tagsWith } from "./words.ts";

const copyKeys = new Set(["mainland-copy", "境内副本"].map(fold));
const yesWords = new Set(["yes", "true", "1", "是", "有"]);
const noWords = new Set(["no", "false", "0", "否", "无"]);

/** Whether somebody declares that a whole copy is kept in the mainland, or that none is. A scan can show the first only. */
export function mainlandCopyOf(
  record: ResourceRecord,
  place: Place,
  { mainlandCopies }: Classification,
  options: SelectorOptions,
): readonly ClassFact[] {
  const tagged = record.tags.known ? copyByTag(record.tags.value) : undefined;
  if (tagged !== undefined) return [tagged];
  const verdict = firstMatch(
    mainlandCopies,
    (rule) => matchSelector(rule, record, place, options),
    (a, b) => a.copy === b.copy,
  );
  if (verdict.kind !== "entry") return [];
  const { entry, index } = verdict;
  return [
    fact(entry.copy, "config", evidenceLine("copies", { index: String(index), selector: describeSelector(entry) })),
  ];
}

/** Tags that say both say nothing. */
function copyByTag(tags: Tags): ClassFact | undefined {
  const said = new Map<boolean, ClassFact>();
  for (const [key, value] of tagsWith(tags, (key) => copyKeys.has(fold(key)))) {
    const word = fold(value);
    if (!yesWords.has(word) && !noWords.has(word)) continue;
    const copy = yesWords.has(word);
    said.set(copy, fact(copy, "tag", tagLine(key, value)));
  }
  return said.size === 1 ? [...said.values()][0] : undefined;
}

function fact(copy: boolean, kind: "tag" | "config", detail: string): ClassFact {
  const evidence = { kind, detail: evidenceText(detail) };
  return { about: "mainland-copy", value: copy ? "yes" : "no", confidence: declaredConfidence, evidence };
}
