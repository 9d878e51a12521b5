import type { NamedHints } from "../columns/hints.ts";

/** What is known of a table that may be a form: labels, each with its value in the cell beside it (登记表, 申请表). */
export interface FormWatch {
  rows: number;
  cells: number;
  /** Values that are what their label says. */
  hits: number;
  readonly labels: Set<string>;
  /** Held until the table is known for a form. */
  readonly held: Pair[];
  pairs: number;
  isForm: boolean;
}

export interface Pair {
  readonly label: string;
  readonly hints: NamedHints;
  readonly value: string;
}

export function createFormWatch(): FormWatch {
  return { rows: 0, cells: 0, hits: 0, labels: new Set(), held: [], pairs: 0, isForm: false };
}
