import type { ContentEvidence } from "./content-class.ts";
import type { DataClass } from "./data-class.ts";

/** What another service found out about the data of one resource. Counts and kinds; a value is never read from its results. */
export interface ImportedResult {
  readonly subject: ImportSubject;
  /** Kinds that the service named, in our own words, with how often each was found. */
  readonly evidence: ReadonlyMap<ContentEvidence, number>;
  /** Classes that the service states itself. */
  readonly classes: readonly DataClass[];
  /** The service's own words for what it found, for the report: kinds, never values. */
  readonly words: readonly string[];
  /** Whether it is sure: a result of its own detectors is, a risk level without a kind is not. */
  readonly certain: boolean;
}

/** Which resource a result speaks of: by its id, or by what services call it instead. */
export type ImportSubject =
  | { readonly id: string }
  | { readonly type: string; readonly name: string }
  | { readonly type: string; readonly idEnd: string };

/** Reads the results of one service. */
export interface ResultImport {
  /** As `classification.imports` names it. */
  readonly format: string;
  /**
   * @param document one JSON value of the file (a file of JSON lines holds several).
   * @throws JingneiError `input` for what is no result of that service. The message names the field, never a value.
   */
  read(document: unknown): Iterable<ImportedResult>;
}
