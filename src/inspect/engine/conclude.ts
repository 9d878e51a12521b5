import type { ContentEvidence, DetectorId, HeaderTopic } from "../../model/index.ts";
import type { EvidenceGroup } from "../class-of.ts";
import type { Column } from "../columns/column.ts";
import { judgePair } from "../columns/coordinates.ts";
import { type HeaderHints, noHints } from "../columns/hints.ts";
import { hint, isContradicted, judgeColumn, judgeText, type Verdict, withContext } from "../columns/vote.ts";
import { secrecyMarksIn } from "../detectors/secrecy-mark.ts";
import { createDistinct } from "../distinct.ts";
import type { ColumnResult, DetectorResult } from "../result.ts";
import { type Inspection, type Tools, textTable } from "./inspection.ts";
import { shownNames } from "./shown-names.ts";

export interface Conclusion {
  readonly detectors: ReadonlyMap<DetectorId, DetectorResult>;
  readonly columns: readonly ColumnResult[];
  readonly topics: ReadonlyMap<HeaderTopic, readonly string[]>;
  readonly groups: readonly EvidenceGroup[];
}

type Hints = HeaderHints & { readonly topics: ReadonlySet<HeaderTopic> };

/** Says what an object holds, from the votes of its columns and the matches in its running text. */
export function conclude(inspection: Inspection, tools: Tools, headerHints: (name: string) => Hints): Conclusion {
  const detectors = new Map<DetectorId, DetectorResult>();
  const columns: ColumnResult[] = [];
  const topics = new Map<HeaderTopic, string[]>();
  const told: { readonly column: Column; readonly verdict: Verdict }[] = [];
  const spoken: { readonly column: Column; readonly topic: HeaderTopic }[] = [];
  const tables = new Map<string, Gathered>();
  const named = inspection.columns().map((column) => ({ column, hints: column.field ?? headerHints(column.name) }));

  const namesakes = Map.groupBy(inspection.columns(), ({ name }) => name);
  const counted = new Set([inspection.text, ...inspection.columns()].flatMap(({ counts }) => [...counts.keys()]));

  for (const [index, { column, hints }] of named.entries()) {
    const group = gatheredOf(tables, column.table);
    for (const topic of column.cells > 0 ? hints.topics : []) {
      group.add(topic, withContext);
      spoken.push({ column, topic });
    }
    const pairs = [named[index - 1], named[index + 1]].flatMap((other) =>
      other?.column.table === column.table ? (judgePair([column, other.column], [hints, other.hints]) ?? []) : [],
    );
    const siblings = namesakes.get(column.name) ?? [];
    for (const verdict of [...verdictsOf(column, hints, tools), ...pairs.slice(0, 1)]) {
      const detector = tools.byId.get(verdict.detector);
      const isSure = hints.strong.has(verdict.detector) || siblings.length < 2 || detector === undefined;
      if (!isSure && isContradicted(detector, siblings)) continue;
      group.add(verdict.detector, verdict.confidence, peopleOf(column, verdict.detector, tools));
      addTo(detectors, column, verdict, counted.has(verdict.detector));
      told.push({ column, verdict });
    }
  }
  const foundIn = Map.groupBy(told, ({ column }) => column);
  const found = (column: Column) => (foundIn.get(column) ?? []).map(({ verdict }) => verdict.detector);
  const isHeader = (name: string) => {
    const { strong, weak, topics: spokenOf } = headerHints(name);
    return strong.size + weak.size + spokenOf.size > 0;
  };
  const nameOf = shownNames(inspection.columns(), { found, hintsOf: headerHints, isHeader }, tools);
  for (const { column, topic } of spoken) {
    topics.set(topic, [...new Set([...(topics.get(topic) ?? []), nameOf(column)])]);
  }
  for (const { column, verdict } of told) {
    const { detector, share, confidence } = verdict;
    const table = column.table === textTable ? "" : column.table;
    columns.push({ table, name: nameOf(column), detector, share, confidence });
  }
  const text = gatheredOf(tables, textTable);
  for (const verdict of judgeText(inspection.text, noHints, tools.byId)) {
    const isLinked =
      tools.byId.get(verdict.detector)?.ofPersons !== true || isBeside(inspection.text, verdict.detector);
    const confidence = isLinked ? verdict.confidence : Math.min(hint, verdict.confidence);
    text.add(verdict.detector, confidence, peopleOf(inspection.text, verdict.detector, tools));
    addTo(detectors, inspection.text, verdict);
  }
  countFields(detectors, told);
  if (named.some(({ column }) => isMarked(column.name) || isMarked(column.table))) {
    inspection.marks.push({ detector: "secrecy-mark", detail: "a mark in the name of a column or a table" });
  }
  for (const { detector, confidence } of inspection.marks) text.add(detector, confidence ?? withContext);
  return { detectors, columns, topics, groups: [...tables.values()].filter(({ evidence }) => evidence.size > 0) };
}

/** An article on diseases and, far below, its author's address are no health data: words and person stand in one line. */
function isBeside({ counts }: Column, id: DetectorId): boolean {
  return (counts.get(id)?.beside ?? 0) > 0;
}

/** Fields whose values were counted where they stand, in columns or text that did not answer to the detector. */
function countFields(
  detectors: Map<DetectorId, DetectorResult>,
  told: readonly { readonly column: Column; readonly verdict: Verdict }[],
): void {
  for (const { column, verdict } of told) {
    const result = detectors.get(verdict.detector);
    if (column.field === undefined || result === undefined || result.matches > 0) continue;
    const votes = column.votes.get(verdict.detector);
    detectors.set(verdict.detector, { ...result, matches: (votes?.valid ?? 0) + (votes?.masked ?? 0) });
  }
}

/** A title above a table is taken for the name of its first column, and a sheet may be named for its grade. */
function isMarked(name: string): boolean {
  for (const { strength } of secrecyMarksIn(name)) if (strength === "marked") return true;
  return false;
}

interface Gathered extends EvidenceGroup {
  add(evidence: ContentEvidence, confidence: number, people?: number): void;
}

function gatheredOf(tables: Map<string, Gathered>, table: string): Gathered {
  const known = tables.get(table);
  if (known !== undefined) return known;
  const evidence = new Map<ContentEvidence, number>();
  let most = 0;
  const made: Gathered = {
    evidence,
    get people() {
      return most;
    },
    add(one, confidence, people = 0) {
      evidence.set(one, Math.max(confidence, evidence.get(one) ?? 0));
      most = Math.max(most, people);
    },
  };
  tables.set(table, made);
  return made;
}

function peopleOf({ counts, votes }: Column, id: DetectorId, { byId }: Tools): number {
  if (byId.get(id)?.person !== true) return 0;
  return Math.max(counts.get(id)?.distinct.count() ?? 0, votes.get(id)?.distinct.count() ?? 0);
}

/** Whole cells first; what was found only within longer cells, or beyond the sampled lines, is judged as running text. */
function verdictsOf(column: Column, hints: HeaderHints, { byId }: Tools): readonly Verdict[] {
  const voted = column.cells === 0 ? [] : judgeColumn(column, hints, byId);
  const isNew = ([id]: readonly [DetectorId, unknown]): boolean => (column.votes.get(id)?.valid ?? 0) === 0;
  const counts = new Map([...column.counts].filter(isNew));
  const unjudged: Column = { ...column, counts, votes: new Map([...column.within].filter(isNew)) };
  const sprinkled = judgeText(unjudged, hints, byId);
  return [...voted, ...sprinkled.filter(({ detector }) => !voted.some((one) => one.detector === detector))];
}

function addTo(
  detectors: Map<DetectorId, DetectorResult>,
  column: Column,
  { detector, confidence }: Verdict,
  isCounted = false,
): void {
  const count = column.counts.get(detector);
  const votes = column.votes.get(detector);
  const earlier = detectors.get(detector);
  const distinct = createDistinct();
  for (const one of [earlier?.distinct, count?.distinct, votes?.distinct]) if (one !== undefined) distinct.merge(one);
  const voted = (votes?.valid ?? 0) + (votes?.masked ?? 0);
  const found = Math.max(count?.matches ?? 0, voted, detector === "coordinate" ? column.cells : 0);
  // What stands in a field stands in the text around it too, and was counted there.
  const matches = column.field !== undefined && isCounted ? 0 : found;
  detectors.set(detector, {
    matches: (earlier?.matches ?? 0) + matches,
    masked: (earlier?.masked ?? 0) + (votes?.masked ?? 0),
    distinct,
    confidence: Math.max(earlier?.confidence ?? 0, confidence),
  });
}
