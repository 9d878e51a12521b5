import type { DetectorId } from "../../model/index.ts";
import type { Column } from "../columns/column.ts";
import type { HeaderHints } from "../columns/hints.ts";
import { fold } from "../fold.ts";
import { type HitKind, hitKinds } from "../kernel/finder.ts";
import type { Tools } from "./inspection.ts";

/** Kinds that a name of a column is never made of by accident. */
const telling = new Set(
  (
    [
      "id-18",
      "mobile",
      "card",
      "uscc",
      "hkid",
      "tw-id",
      "plate",
      "landline",
      "email",
      "imei",
      "imsi",
      "iccid",
      "passport",
    ] satisfies HitKind[]
  ).map((kind) => hitKinds.indexOf(kind)),
);
/** Names longer than this are cut: they are somebody's text. */
const longest = 128;

export interface NameHints {
  /** What was found in a column: a name that is such a value itself is one. */
  readonly found: (column: Column) => Iterable<DetectorId>;
  readonly hintsOf: (name: string) => HeaderHints;
  /** Whether a name is known to stand above columns. */
  readonly isHeader: (name: string) => boolean;
}

/** Keys seen in this many records or fewer, and so many of them in one table, are no schema: they are data. */
const fewCells = 2;
const manyKeys = 16;
/** Words that are values where they are no header: as running text, names and addresses only. */
const worded: readonly DetectorId[] = ["cn-name", "cn-address"];

/**
 * Names of columns as a report may show them. A name can hold a value: a key of JSON that is somebody's number, a first row that is
 * no header. What is a value in a name is left out of it; where that leaves nothing, no name of its table is shown but its position.
 */
export function shownNames(
  columns: readonly Column[],
  { found, hintsOf, isHeader }: NameHints,
  tools: Tools,
): (column: Column) => string {
  const names = new Map<Column, string>();
  const isData = new Set<string>();
  for (const column of columns) {
    const name = withoutWords(withoutValues(column.name, tools), isHeader, tools);
    const { strong, weak } = hintsOf(column.name);
    // 诊断结果 and 信用卡 are words of their trades, and names of columns all the same.
    const isNamed = (id: DetectorId): boolean => strong.has(id) || weak.has(id);
    const isValue = [...found(column)].some(
      (id) => !isNamed(id) && tools.byId.get(id)?.weigh(fold(column.name)) === "valid",
    );
    names.set(column, name);
    if (isValue || (name.replaceAll(/[*.[\]/]/g, "") === "" && column.name !== name)) isData.add(column.table);
  }
  for (const [table, keys] of Map.groupBy(columns, (column) => column.table)) {
    const rare = keys.filter(({ cells, name }) => cells <= fewCells && !isHeader(name));
    if (rare.length > manyKeys) isData.add(table);
  }
  const positions = new Map<Column, number>();
  const counted = new Map<string, number>();
  for (const column of columns) {
    const position = (counted.get(column.table) ?? 0) + 1;
    counted.set(column.table, position);
    positions.set(column, position);
  }
  return (column) =>
    isData.has(column.table)
      ? `column ${positions.get(column) ?? ""}`.trim()
      : (names.get(column) ?? "").slice(0, longest);
}

/** Every number of a telling kind as `*`. */
function withoutValues(name: string, { finder }: Tools): string {
  const bytes = Buffer.from(name.slice(0, 4 * longest));
  const hits = finder.find(bytes);
  let shown = "";
  let at = 0;
  for (let index = 0; index < hits.length; index++) {
    const [kind = -1, start = 0, end = 0] = [hits.kinds[index], hits.starts[index], hits.ends[index]];
    if (!telling.has(kind) || start < at) continue;
    shown += `${bytes.toString("utf8", at, start)}*`;
    at = end;
  }
  return at === 0 ? name : shown + bytes.toString("utf8", at);
}

/** Parts of a path that are somebody's name or address as `*`, unless they are known as headers. */
function withoutWords(name: string, isHeader: NameHints["isHeader"], { byId }: Tools): string {
  if (isHeader(name)) return name;
  return name.replaceAll(/[^.[\]/]+/g, (part) => {
    const isValue = worded.some((id) => byId.get(id)?.weigh(fold(part)) === "valid");
    return isValue && !isHeader(part) ? "*" : part;
  });
}
