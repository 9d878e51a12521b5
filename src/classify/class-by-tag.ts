import { type ClassFact, type DataClass, evidenceLine, matchesGlob, type TagRule, type Tags } from "../model/index.ts";
import { classOfWord, isClassKey } from "./class-words.ts";
import { declaredConfidence, hintConfidence } from "./confidence.ts";
import { evidenceText, listed, tagLine, tagsWith } from "./words.ts";

/**
 * Classes that tags declare. The operator's rules outrank the built-in conventions: a tag that a rule speaks of is read by the
 * rule alone, and a rule that says `general` and nothing more silences the conventions altogether. Otherwise both add up.
 */
export function classesByTag(tags: Tags, rules: readonly TagRule[]): readonly ClassFact[] {
  const facts = new Map<DataClass, ClassFact>();
  const ruled = new Set<string>();
  for (const [key, value] of rules.length === 0 ? [] : tagsWith(tags, () => true)) {
    const rule = rules.find((candidate) => ruleMatches(candidate, key, value));
    if (rule === undefined) continue;
    ruled.add(key);
    add(
      facts,
      rule.class,
      declaredConfidence,
      evidenceLine("tag", { tag: `${key}=${value}`, rule: `${rule.key}=${rule.value}` }),
    );
  }
  if (facts.size === 1 && facts.has("general")) return [...facts.values()];

  for (const [key, value] of tagsWith(tags, (key) => isClassKey(key) && !ruled.has(key))) {
    for (const word of listed(value)) {
      const found = classOfWord(word);
      if (found === undefined) continue;
      add(facts, found.held, found.certain ? declaredConfidence : hintConfidence, tagLine(key, value));
    }
  }
  return [...facts.values()];
}

/** Keys compare exactly but for case, values as globs without case. */
function ruleMatches(rule: TagRule, key: string, value: string): boolean {
  if (rule.key.toLowerCase() !== key.toLowerCase()) return false;
  return matchesGlob(rule.value.toLowerCase(), value.toLowerCase());
}

/** One fact per class, the surest. */
function add(facts: Map<DataClass, ClassFact>, held: DataClass, confidence: number, detail: string): void {
  const earlier = facts.get(held);
  if (earlier !== undefined && earlier.confidence >= confidence) return;
  const evidence = { kind: "tag", detail: evidenceText(detail) } as const;
  facts.set(held, { about: "class", value: held, confidence, evidence });
}
