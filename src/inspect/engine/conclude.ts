import type { ContentEvidence, DetectorId, HeaderTopic } from "../../model/index.ts";
import type { EvidenceGroup } from "../class-of.ts";
import type { Column } from "../columns/column.ts";
import { judgePair } from "../columns/coordinates.ts";
import { type HeaderHints, noHints } from "../columns/hints.ts";
import { judgeColumn, judgeText, type Verdict, withContext } from "../columns/vote.ts";
import { createDistinct } from "../distinct.ts";
import type { ColumnResult, DetectorResult } from "../result.ts";
import type { Inspection, Tools } from "./inspection.ts";

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
  const tables = new Map<string, Gathered>();
  const named = inspection.columns().map((column) => ({ column, hints: headerHints(column.name) }));

  for (const [index, { column, hints }] of named.entries()) {
    const group = gatheredOf(tables, column.table);
    for (const topic of column.cells > 0 ? hints.topics : []) {
      group.add(topic, withContext);
      const names = topics.get(topic) ?? [];
      topics.set(topic, names.includes(column.name) ? names : [...names, column.name]);
    }
    const pairs = [named[index - 1], named[index + 1]].flatMap((other) =>
      other?.column.table === column.table ? (judgePair([column, other.column], [hints, other.hints]) ?? []) : [],
    );
    for (const verdict of [...verdictsOf(column, hints, tools), ...pairs.slice(0, 1)]) {
      group.add(verdict.detector, verdict.confidence, peopleOf(column, verdict.detector, tools));
      addTo(detectors, column, verdict);
      const { detector, share, confidence } = verdict;
      columns.push({ table: column.table, name: column.name, detector, share, confidence });
    }
  }
  const text = gatheredOf(tables, "\0text");
  for (const verdict of judgeText(inspection.text, noHints, tools.byId)) {
    text.add(verdict.detector, verdict.confidence, peopleOf(inspection.text, verdict.detector, tools));
    addTo(detectors, inspection.text, verdict);
  }
  for (const { detector } of inspection.marks) text.add(detector, withContext);
  return { detectors, columns, topics, groups: [...tables.values()].filter(({ evidence }) => evidence.size > 0) };
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
  const within = [...column.counts].filter(([id]) => (column.votes.get(id)?.valid ?? 0) === 0);
  const unjudged: Column = { ...column, counts: new Map(within), votes: new Map() };
  const sprinkled = judgeText(unjudged, hints, byId);
  return [...voted, ...sprinkled.filter(({ detector }) => !voted.some((one) => one.detector === detector))];
}

function addTo(detectors: Map<DetectorId, DetectorResult>, column: Column, { detector, confidence }: Verdict): void {
  const count = column.counts.get(detector);
  const votes = column.votes.get(detector);
  const earlier = detectors.get(detector);
  const distinct = createDistinct();
  for (const one of [earlier?.distinct, count?.distinct, votes?.distinct]) if (one !== undefined) distinct.merge(one);
  const voted = (votes?.valid ?? 0) + (votes?.masked ?? 0);
  const matches = Math.max(count?.matches ?? 0, voted, detector === "coordinate" ? column.cells : 0);
  detectors.set(detector, {
    matches: (earlier?.matches ?? 0) + matches,
    distinct,
    confidence: Math.max(earlier?.confidence ?? 0, confidence),
  });
}
