import { didYouMean, JingneiError } from "../model/index.ts";
import type { Flags } from "./context.ts";

/** What the user asked for: a flag beats its environment variable, and both are checked the same way. */
export interface Asked {
  text(name: string): string | undefined;
  isSet(name: string): boolean;
  choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined;
  /** Words of a comma-separated or repeated flag, each once. */
  list(name: string): readonly string[] | undefined;
  choices<Choice extends string>(name: string, choices: readonly Choice[]): readonly Choice[] | undefined;
  count(name: string, least: number, most: number): number | undefined;
  /** A day that exists, `YYYY-MM-DD`. */
  day(name: string): string | undefined;
}

interface Given {
  readonly value: string;
  /** The flag or variable, as the user knows it. */
  readonly source: string;
}

export function askedBy(flags: Flags, environment: Readonly<Record<string, string | undefined>>): Asked {
  function given(name: string): Given | undefined {
    const flag = flags[camelCase(name)];
    if (typeof flag === "string") return { value: flag, source: `--${name}` };
    if (Array.isArray(flag)) return { value: flag.join(","), source: `--${name}` };
    const variable = variableOf(name);
    const value = environment[variable];
    return value === undefined || value === "" ? undefined : { value, source: variable };
  }

  function list(name: string): readonly string[] | undefined {
    const found = given(name);
    if (found === undefined) return undefined;
    const words = found.value.split(",").map((word) => word.trim());
    if (words.includes("")) throw wrong(found, "has an empty entry", "Give words with a comma between them.");
    return [...new Set(words)];
  }

  return {
    list,
    text(name) {
      const found = given(name);
      if (found?.value === "") throw wrong(found, "is empty", "Give a value, or leave it out.");
      return found?.value;
    },
    isSet(name) {
      const flag = flags[camelCase(name)];
      if (typeof flag === "boolean") return flag;
      const found = given(name);
      return found !== undefined && truth(found);
    },
    choice(name, choices) {
      const found = given(name);
      return found === undefined ? undefined : oneOf(found, found.value, choices);
    },
    choices(name, choices) {
      const found = given(name);
      return found === undefined ? undefined : list(name)?.map((word) => oneOf(found, word, choices));
    },
    count(name, least, most) {
      const found = given(name);
      if (found === undefined) return undefined;
      const value = /^\d{1,9}$/.test(found.value) ? Number(found.value) : Number.NaN;
      if (value >= least && value <= most) return value;
      throw wrong(
        found,
        `must be a whole number from ${least} to ${most}, not "${found.value}"`,
        "Give such a number.",
      );
    },
    day(name) {
      const found = given(name);
      if (found === undefined || isDay(found.value)) return found?.value;
      throw wrong(found, `"${found.value}" is no date`, "Write YYYY-MM-DD, such as 2027-01-31.");
    },
  };
}

/** `JINGNEI_FAIL_ON` for `fail-on`. */
export function variableOf(name: string): string {
  return `JINGNEI_${name.toUpperCase().replaceAll("-", "_")}`;
}

function oneOf<Choice extends string>(found: Given, word: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((candidate) => candidate === word);
  if (choice !== undefined) return choice;
  throw wrong(found, `"${word}" is not known.${didYouMean(word, choices)}`, `Give one of ${choices.join(", ")}.`);
}

function truth(found: Given): boolean {
  const word = found.value.toLowerCase();
  if (["1", "true", "yes", "on"].includes(word)) return true;
  if (["0", "false", "no", "off"].includes(word)) return false;
  throw wrong(found, `"${found.value}" is neither true nor false`, "Give 1 or 0.");
}

function isDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

function wrong(found: Given, what: string, remedy: string): JingneiError {
  return new JingneiError("usage", `${found.source} ${what}`, remedy);
}

function camelCase(name: string): string {
  return name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
