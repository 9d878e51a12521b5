import type { ContentEvidence, ContentGap, DetectorId } from "../../model/index.ts";
import { type Column, createColumn } from "../columns/column.ts";
import type { NamedHints } from "../columns/hints.ts";
import type { Detector } from "../detector.ts";
import type { Hasher } from "../hash.ts";
import type { Finder } from "../kernel/finder.ts";
import type { Layout } from "../piece.ts";
import { mostColumns } from "../piece.ts";
import { createFormWatch, type FormWatch } from "./form-watch.ts";
import type { FieldReader } from "./forms.ts";
import { type LineSampling, startSampling } from "./sampled-lines.ts";

/** What does not change from object to object. One per thread. */
export interface Tools {
  readonly finder: Finder;
  readonly detectors: readonly Detector[];
  /** Those that weigh single words of running text, and those that read it as a whole. */
  readonly ofWords: readonly Detector[];
  readonly ofText: readonly Detector[];
  readonly byId: ReadonlyMap<DetectorId, Detector>;
  readonly hasher: Hasher;
  readonly fields: FieldReader;
  /**
   * Maps what the kernel found to a detector, with the hash of its canonical form left in the hasher; `undefined` where it is nobody's, or
   * not valid.
   */
  readonly readHit: (kind: number, bytes: Buffer, start: number, end: number, hasher: Hasher) => Detector | undefined;
}

/** What the format, a title or the name says of the data. */
export interface Mark {
  readonly detector: ContentEvidence;
  /** In words for evidence, never a value. */
  readonly detail: string;
  /** Left out = certain. */
  readonly confidence?: number;
}

/** What is known so far of the object that is being read. */
export interface Inspection {
  readonly text: Column;
  /** Running text within cells and keys counts for their own column; this one holds the rest. */
  readonly columns: () => readonly Column[];
  columnOf(table: string, name: string, index: number): Column;
  ofLayout(layout: Layout, index: number): Column;
  /** The column of a field in running text, or in the cells of `within`. */
  fieldOf(within: Column, label: string, hints: NamedHints): Column;
  formOf(table: string): FormWatch;
  readonly marks: Mark[];
  readonly gaps: ContentGap[];
  readonly sampling: LineSampling;
  inspectedBytes: number;
  isPart: boolean;
}

/** Labels of forms that are told apart. */
const mostFields = 200;
/** Where the evidence of running text and of the fields in it is gathered. */
export const textTable = "\0text";

export function createInspection(): Inspection {
  const text = createColumn("", "", true);
  const columns = new Map<string, Column>();
  const fields = new Map<string, Column>();
  const layouts = new WeakMap<Layout, Column[]>();
  const forms = new Map<string, FormWatch>();

  function columnOf(table: string, name: string, index: number): Column {
    const key = `${table}\0${index}\0${name}`;
    const known = columns.get(key);
    if (known !== undefined) return known;
    if (columns.size >= mostColumns) return text;
    const made = createColumn(table, name, false);
    columns.set(key, made);
    return made;
  }

  return {
    text,
    columns: () => [...columns.values(), ...fields.values()],
    columnOf,
    formOf(table) {
      const known = forms.get(table) ?? createFormWatch();
      if (forms.size < mostFields) forms.set(table, known);
      return known;
    },
    fieldOf(within, label, hints) {
      const key = `${within.table}\0${within.name}\0${label}`;
      const known = fields.get(key);
      if (known !== undefined) return known;
      if (fields.size >= mostFields) return text;
      const about = [...hints.strong, ...hints.weak, ...hints.topics][0] ?? "unknown";
      const made = createColumn(within.isText ? textTable : within.table, `field ${about}`, false, hints);
      fields.set(key, made);
      return made;
    },
    ofLayout(layout, index) {
      if (index < 0) return text;
      let known = layouts.get(layout);
      if (known === undefined) {
        known = [];
        layouts.set(layout, known);
      }
      const column = known[index];
      if (column !== undefined) return column;
      const made = columnOf(layout.table, layout.columns[index] ?? `column ${index + 1}`, index);
      known[index] = made;
      return made;
    },
    marks: [],
    gaps: [],
    sampling: startSampling(),
    inspectedBytes: 0,
    isPart: false,
  };
}
