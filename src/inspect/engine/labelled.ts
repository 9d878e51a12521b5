import { weighCell } from "../columns/column.ts";
import { fold } from "../fold.ts";
import type { FormWatch, Pair } from "./form-watch.ts";
import type { Inspection, Tools } from "./inspection.ts";

/** Rows at the beginning of a table that are looked at, and those after which one without a label is none. */
const mostRows = 64;
const triedRows = 12;
/** Share of the cells of a form that are labels which names of columns have, and their values. */
const leastShare = 0.5;
const longestValue = 120;

/** Whether another row has to be looked at. */
export function isWatched({ rows, pairs }: FormWatch): boolean {
  return rows < (pairs === 0 ? triedRows : mostRows);
}

/** Takes one row, in the order of its cells. Fields of a form count as those of running text do. */
export function readLabels(row: Iterable<string>, watch: FormWatch, inspection: Inspection, tools: Tools): void {
  watch.rows += 1;
  let before: Omit<Pair, "value"> | undefined;
  for (const cell of row) {
    if (cell === "") continue;
    watch.cells += 1;
    const label = cell.trim();
    const hints = tools.fields.hintsOfCell(label);
    if (hints !== undefined) {
      before = { label, hints };
      continue;
    }
    if (before !== undefined && cell.length <= longestValue) take({ ...before, value: fold(cell) }, watch, tools);
    before = undefined;
  }
  watch.isForm ||= watch.labels.size >= 2 && watch.hits > 0 && (2 * watch.pairs) / watch.cells >= leastShare;
  if (!watch.isForm) return;
  for (const { label, hints, value } of watch.held.splice(0)) {
    weighCell(inspection.fieldOf(inspection.text, label, hints), value, tools.detectors, tools.hasher);
  }
}

function take(pair: Pair, watch: FormWatch, { byId }: Tools): void {
  watch.pairs += 1;
  watch.labels.add(pair.label);
  watch.held.push(pair);
  for (const id of pair.hints.strong) {
    const reading = byId.get(id)?.weigh(pair.value) ?? "no";
    if (reading !== "valid" && reading !== "masked") continue;
    watch.hits += 1;
    return;
  }
}
