import type { ClassFact, Tags } from "../model/index.ts";
import { declaredConfidence } from "./confidence.ts";
import { evidenceText, fold, tagLine, tagsWith } from "./words.ts";

const levelKeys = new Set(["mlps-level", "mlps", "等级保护级别", "网络安全等级保护级别"].map(fold));

/** `3`, `level 3`, `L3`, `S3A3G3`, 第三级: one to five, and nothing else. */
const levelWord = /^(?:(?:level|l|第)?([1-5一二三四五])级?|s([1-5])a[1-5]g[1-5])$/;
const chineseDigits = "一二三四五";

/** The graded-protection level of the system that tags declare; the highest where they state several. */
export function mlpsByTag(tags: Tags): ClassFact | undefined {
  let highest: ClassFact | undefined;
  for (const [key, value] of tagsWith(tags, (key) => levelKeys.has(fold(key)))) {
    const level = levelOf(fold(value));
    if (level === undefined || level <= Number(highest?.value ?? 0)) continue;
    const evidence = { kind: "tag", detail: evidenceText(tagLine(key, value)) } as const;
    highest = { about: "mlps", value: String(level), confidence: declaredConfidence, evidence };
  }
  return highest;
}

function levelOf(word: string): number | undefined {
  const [, plain, graded] = levelWord.exec(word) ?? [];
  const digit = plain ?? graded;
  if (digit === undefined) return undefined;
  const chinese = chineseDigits.indexOf(digit);
  return chinese < 0 ? Number(digit) : chinese + 1;
}
