import { type DataClass, dataClasses } from "../model/index.ts";
import { fold } from "./words.ts";

/** Tag keys that state a class, as the contract lists them and in their obvious spellings. Compared folded. */
const classKeys: readonly string[] = [
  "data-class",
  "data-classes",
  "data-classification",
  "data-level",
  "数据分级",
  "数据分类",
  "数据分类分级",
  "数据类别",
  "数据级别",
];

/**
 * What the values mean. Words of secrecy towards competitors (confidential, internal, 机密) are left out on purpose: they say
 * nothing about whose data it is, and a business secret is not a state secret.
 */
const classValues: Readonly<Partial<Record<DataClass, readonly string[]>>> = {
  "state-secret": ["state-secret", "state-secrets", "涉密", "涉密数据", "国家秘密"],
  core: ["core", "core-data", "national-core-data", "核心", "核心数据", "国家核心数据"],
  important: ["important", "important-data", "重要", "重要数据"],
  "suspected-important": [
    "suspected-important",
    "suspected-important-data",
    "疑似重要",
    "疑似重要数据",
    "疑似重要数据（待识别申报）",
  ],
  "sensitive-personal": [
    "sensitive-personal",
    "sensitive-personal-information",
    "sensitive-personal-data",
    "sensitive-pi",
    "sensitive-pii",
    "spi",
    "phi",
    "敏感个人信息",
    // The order of words in GB/T 35273-2020, still common in tags.
    "个人敏感信息",
    "敏感个人数据",
  ],
  personal: ["personal", "personal-information", "personal-data", "pi", "pii", "个人信息", "个人数据"],
  general: ["general", "general-data", "一般", "一般数据"],
};

/** Say that something is sensitive, not what: a hint at sensitive personal information, never a declaration of it. */
const vagueValues: readonly string[] = ["sensitive", "sensitive-data", "敏感", "敏感数据"];

const keys = new Set(classKeys.map(fold));
const vague = new Set(vagueValues.map(fold));
const meanings = new Map<string, DataClass>(
  dataClasses.flatMap((held) => (classValues[held] ?? []).map((word) => [fold(word), held] as const)),
);

export function isClassKey(key: string): boolean {
  return keys.has(fold(key));
}

/** The class a folded word means; `certain` is false where it leaves open what is meant. */
export function classOfWord(word: string): { readonly held: DataClass; readonly certain: boolean } | undefined {
  const held = meanings.get(word);
  if (held !== undefined) return { held, certain: true };
  return vague.has(word) ? { held: "sensitive-personal", certain: false } : undefined;
}
