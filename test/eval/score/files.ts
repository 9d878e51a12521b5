import { labelledFiles } from "../make/files.ts";
import type { Product } from "./look.ts";

export interface FileScores {
  readonly files: number;
  readonly right: number;
  readonly formats: ReadonlyMap<string, { n: number; right: number }>;
  readonly encodings: ReadonlyMap<string, { n: number; right: number }>;
  /** True class, then the class that was told. */
  readonly confusion: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly mistakes: ReadonlyMap<string, number>;
}

export async function scoreFiles(product: Product, seed: number, count: number): Promise<FileScores> {
  const formats = new Map<string, { n: number; right: number }>();
  const encodings = new Map<string, { n: number; right: number }>();
  const confusion = new Map<string, Map<string, number>>();
  const mistakes = new Map<string, number>();
  let [files, right] = [0, 0];
  for (const file of labelledFiles(count, seed + 2)) {
    const { class: said, result } = await product.classOf(file.bytes, file.path);
    const isRight = said === file.class;
    files += 1;
    if (isRight) right += 1;
    for (const [by, key] of [[formats, file.format] as const, [encodings, file.encoding] as const]) {
      const tally = by.get(key) ?? { n: 0, right: 0 };
      by.set(key, { n: tally.n + 1, right: tally.right + (isRight ? 1 : 0) });
    }
    const row = confusion.get(file.class) ?? new Map<string, number>();
    confusion.set(file.class, row.set(said, (row.get(said) ?? 0) + 1));
    if (isRight) continue;
    const gaps = result.gaps.map(({ detail }) => detail).join("; ");
    const what = `${file.recipe} as ${file.format} in ${file.encoding} (read as ${result.format}): ${said} instead of ${file.class}${gaps === "" ? "" : ` [${gaps}]`}`;
    mistakes.set(what, (mistakes.get(what) ?? 0) + 1);
  }
  return { files, right, formats, encodings, confusion, mistakes };
}
