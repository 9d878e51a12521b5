import { didYouMean, type OperatorStatus, operatorStatuses, type Text } from "../model/index.ts";

/** A typed line as a value, or what is wrong with it. */
export type Read<Value> = { readonly value: Value } | { readonly complaint: Text };
export type Reader<Value> = (line: string) => Read<Value>;

/** Words with commas between them, of any width. */
function wordsOf(line: string): readonly string[] {
  return [...new Set(line.split(/[,，、]/).map((word) => word.trim()))].filter((word) => word !== "");
}

/** Account ids; `taken` were named before. */
export function readAccounts(taken: readonly string[]): Reader<readonly string[]> {
  return (line) => {
    const accounts = wordsOf(line);
    const spaced = accounts.find((account) => /\s/.test(account));
    if (spaced !== undefined) {
      return complain(
        `"${spaced}" holds a space: write ids with commas between them`,
        `「${spaced}」含有空格，请以逗号分隔标识`,
      );
    }
    const twice = accounts.find((account) => taken.includes(account));
    return twice === undefined
      ? { value: accounts }
      : complain(
          `${twice} was named before: an account is one or the other`,
          `账号 ${twice} 已在上一项中列出，只能属于其中一项`,
        );
  };
}

/** Some of these words. */
export function readWords<Word extends string>(choices: readonly Word[]): Reader<readonly Word[]> {
  return (line) => {
    const words = wordsOf(line).map((word) => word.toLowerCase());
    const wrong = words.find((word) => !choices.some((choice) => choice === word));
    if (wrong === undefined) return { value: choices.filter((choice) => words.includes(choice)) };
    return complain(
      `"${wrong}" is none of ${choices.join(", ")}.${didYouMean(wrong, choices)}`,
      `「${wrong}」不在可选项之内：${choices.join("、")}`,
    );
  };
}

export function readOne<Word extends string>(choices: readonly Word[]): Reader<Word> {
  const readSome = readWords(choices);
  return (line) => {
    const read = readSome(line);
    if ("complaint" in read) return read;
    const [first, ...others] = read.value;
    return first !== undefined && others.length === 0
      ? { value: first }
      : complain("Give one of them.", "请只填写一项。");
  };
}

/** A body can be a state organ and a CIIO at once; the other words stand alone. */
export const readStatus: Reader<readonly OperatorStatus[]> = (line) => {
  const read = readWords(operatorStatuses)(line);
  if ("complaint" in read) return read;
  const { value } = read;
  const stands = value.length === 1 || (value.includes("ciio") && value.includes("state-organ") && value.length === 2);
  return stands
    ? read
    : complain("Only ciio and state-organ can be declared together.", "只有 ciio 与 state-organ 可以同时申明。");
};

/** People: `3000000`, `3,000,000` or `300万`. */
export const readCount: Reader<number> = (line) => {
  const found = /^(\d[\d,，_ ]*)(万?)$/.exec(line);
  const digits = (found?.[1] ?? "").replaceAll(/\D/g, "");
  if (digits === "" || digits.length > 10) {
    return complain(`"${line}" is no number of people`, `「${line}」不是自然人数量`);
  }
  return { value: Number(digits) * (found?.[2] === "万" ? 10_000 : 1) };
};

function complain(en: string, zh: string): { readonly complaint: Text } {
  return { complaint: { en, zh } };
}
