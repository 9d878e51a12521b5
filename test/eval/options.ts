import { parseArgs } from "node:util";

export interface Options {
  readonly seed: number;
  readonly tables: number;
  readonly texts: number;
  readonly files: number;
  readonly negativeBytes: number;
  readonly markdown: boolean;
  /** Mistakes of each part that are listed. */
  readonly mistakes: number;
}

const units: Readonly<Record<string, number>> = { KB: 1e3, MB: 1e6, GB: 1e9 };

/** Reads the command line; a run without any is the one that the goals speak of. */
export function optionsOf(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: "string", default: "1" },
      tables: { type: "string", default: "40" },
      texts: { type: "string", default: "40" },
      files: { type: "string", default: "600" },
      negatives: { type: "string", default: "1GB" },
      mistakes: { type: "string", default: "20" },
      markdown: { type: "boolean", default: false },
    },
  });
  return {
    seed: wholeNumber(values.seed, "--seed"),
    tables: wholeNumber(values.tables, "--tables"),
    texts: wholeNumber(values.texts, "--texts"),
    files: wholeNumber(values.files, "--files"),
    negativeBytes: bytesOf(values.negatives),
    markdown: values.markdown,
    mistakes: wholeNumber(values.mistakes, "--mistakes"),
  };
}

function wholeNumber(text: string, flag: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${flag} takes a whole number, not ${text}`);
  return value;
}

function bytesOf(text: string): number {
  const [, count = "", unit = ""] = /^(\d+)(KB|MB|GB)?$/i.exec(text) ?? [];
  if (count === "") throw new RangeError(`--negatives takes a size such as 1GB, not ${text}`);
  return Number(count) * (units[unit.toUpperCase()] ?? 1);
}
