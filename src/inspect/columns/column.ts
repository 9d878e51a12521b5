import type { DetectorId } from "../../model/index.ts";
import type { Detector } from "../detector.ts";
import { createDistinct, type DistinctCounter } from "../distinct.ts";
import type { Hasher } from "../hash.ts";
import type { NamedHints } from "./hints.ts";
import { isPlaceholder } from "./placeholders.ts";
import { createStepWatch, type StepWatch } from "./steps.ts";

/** What one detector said of the sampled cells of a column. */
export interface Votes {
  valid: number;
  /** Of the right shape, not valid. */
  shape: number;
  masked: number;
  /** Lines of running text in which something stands beside it that is known for what it is. */
  beside: number;
  /** Of numbers in running text. */
  readonly steps: StepWatch;
  readonly distinct: DistinctCounter;
}

/** What the kernel counted of one detector in a column, over everything that was read. */
export interface Count {
  matches: number;
  /** Matches with a word of context nearby. */
  inContext: number;
  /** Matches among credits, see `Detector`. */
  credited: number;
  /** Lines of running text that hold somebody's identifier as well, see `ofPersons`. */
  beside: number;
  readonly distinct: DistinctCounter;
}

/** One column, key, or the running text of an object while it is read. */
export interface Column {
  readonly table: string;
  readonly name: string;
  /** Running text: there is no cell that could have another shape. */
  readonly isText: boolean;
  /** Cells that were weighed: those that hold something. */
  cells: number;
  readonly votes: Map<DetectorId, Votes>;
  readonly counts: Map<DetectorId, Count>;
  /** What tokens within longer cells were, as those of running text vote. */
  readonly within: Map<DetectorId, Votes>;
  /** A field of forms in running text, and what its label says; the label itself is content, and not kept. */
  readonly field?: NamedHints;
  readonly steps: StepWatch;
  /** Numbers with four decimals or more within the box of the mainland: what a coordinate is made of. */
  readonly degrees: { longitude: number; latitude: number; least: number; most: number };
}

export function createColumn(table: string, name: string, isText: boolean, field?: NamedHints): Column {
  const degrees = { longitude: 0, latitude: 0, least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY };
  return {
    table,
    name,
    isText,
    cells: 0,
    votes: new Map(),
    counts: new Map(),
    within: new Map(),
    ...(field === undefined ? {} : { field }),
    steps: createStepWatch(),
    degrees,
  };
}

/** Longest cell that is weighed as one value, in characters; longer ones are running text. */
export const longestValue = 1_024;

/** Lets every detector weigh a sampled cell. */
export function weighCell(column: Column, cell: string, detectors: readonly Detector[], hasher: Hasher): void {
  if (isPlaceholder(cell)) return;
  column.cells += 1;
  column.steps.add(cell);
  watchDegrees(column, cell);
  for (const detector of detectors) {
    const reading = detector.weigh(cell);
    if (reading === "no") continue;
    const votes = votesOf(column, detector.id);
    votes[reading] += 1;
    if (reading !== "valid") continue;
    hasher.hash(detector.canonical(cell));
    votes.distinct.add(hasher.high, hasher.low);
  }
}

export function votesOf({ votes }: Pick<Column, "votes">, id: DetectorId): Votes {
  const known = votes.get(id);
  if (known !== undefined) return known;
  const made: Votes = {
    valid: 0,
    shape: 0,
    masked: 0,
    beside: 0,
    steps: createStepWatch(),
    distinct: createDistinct(),
  };
  votes.set(id, made);
  return made;
}

export function countOf({ counts }: Column, id: DetectorId): Count {
  const known = counts.get(id);
  if (known !== undefined) return known;
  const made: Count = { matches: 0, inContext: 0, credited: 0, beside: 0, distinct: createDistinct() };
  counts.set(id, made);
  return made;
}

/** The box that the national coordinate shift applies to: 72.004 to 137.8347 east, 0.8293 to 55.8271 north. */
function watchDegrees({ degrees }: Column, cell: string): void {
  if (cell.length > 24 || !/^\d{1,3}\.\d{4,}$/.test(cell)) return;
  const value = Number(cell);
  if (value >= 72.004 && value <= 137.8347) degrees.longitude += 1;
  if (value >= 0.8293 && value <= 55.8271) degrees.latitude += 1;
  degrees.least = Math.min(degrees.least, value);
  degrees.most = Math.max(degrees.most, value);
}
