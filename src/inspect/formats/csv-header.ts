import { mostColumns } from "../piece.ts";
import type { Dialect } from "./csv-dialect.ts";
import { columnEvidence, isNeverName, nameEvidence } from "./header-evidence.ts";
import { isLikeData } from "./names.ts";

/** What speaks for a header has to outweigh what speaks against it by so much: one sure sign, or two weak ones. */
const enough = 2;

/**
 * Names of the columns: the first record, where something says that it is none of the data. Without such evidence the columns are
 * numbered: a value must not be taken for a name, as names are printed.
 */
export function headerOf({ records, width }: Pick<Dialect, "records" | "width">): {
  readonly columns: string[];
  readonly isStated: boolean;
} {
  const [first = [], ...rest] = records;
  const isStated = isHeader(first, rest);
  const count = Math.min(mostColumns, Math.max(width, first.length));
  const columns = Array.from({ length: count }, (_, index) => {
    const name = isStated ? (first[index] ?? "").replaceAll(/\s+/g, " ").slice(0, 100) : "";
    return name === "" || isLikeData(name) ? `column ${index + 1}` : name;
  });
  return { columns, isStated };
}

function isHeader(first: readonly string[], rest: readonly (readonly string[])[]): boolean {
  const named = first.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (named.length === 0 || named.length < first.length / 2) return false;
  if (new Set(named).size < named.length * 0.8) return false;
  if (named.some((cell) => isNeverName(cell))) return false;
  let evidence = nameEvidence(named);
  for (const [index, cell] of first.entries()) {
    const name = cell.trim();
    if (name === "") continue;
    const below = rest.map((row) => (row[index] ?? "").trim()).filter((value) => value !== "");
    evidence += columnEvidence(name, below);
  }
  return evidence >= enough;
}
