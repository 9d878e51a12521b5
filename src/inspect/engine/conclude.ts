import type { DetectorId } from "../../model/index.ts";
import type { Column } from "../columns/column.ts";
import { judgePair } from "../columns/coordinates.ts";
import { type HeaderHints, noHints } from "../columns/hints.ts";
import { judgeColumn, judgeText, type Verdict } from "../columns/vote.ts";
import { createDistinct } from "../distinct.ts";
import type { ColumnResult, DetectorResult } from "../result.ts";
import type { Inspection, Tools } from "./inspection.ts";

export interface Conclusion {
  readonly detectors: ReadonlyMap<DetectorId, DetectorResult>;
  readonly columns: readonly ColumnResult[];
  readonly topics: ReadonlyMap<string, readonly string[]>;
}

/** Says what an object holds, from the votes of its columns and the matches in its running text. */
export function conclude(
  inspection: Inspection,
  tools: Tools,
  headerHints: (name: string) => HeaderHints & { readonly topics: ReadonlySet<string> },
): Conclusion {
  const detectors = new Map<DetectorId, DetectorResult>();
  const columns: ColumnResult[] = [];
  const topics = new Map<string, string[]>();
  const named = inspection.columns().map((column) => ({ column, hints: headerHints(column.name) }));

  for (const [index, { column, hints }] of named.entries()) {
    for (const topic of column.cells > 0 ? hints.topics : []) {
      const names = topics.get(topic) ?? [];
      if (!names.includes(column.name)) names.push(column.name);
      topics.set(topic, names);
    }
    const neighbours = [named[index - 1], named[index + 1]];
    const pairs = neighbours.flatMap((other) =>
      other === undefined || other.column.table !== column.table
        ? []
        : (judgePair([column, other.column], [hints, other.hints]) ?? []),
    );
    const verdicts = [...verdictsOf(column, hints, tools), ...pairs.slice(0, 1)];
    for (const verdict of verdicts) {
      addTo(detectors, column, verdict);
      const { detector, share, confidence } = verdict;
      columns.push({ table: column.table, name: column.name, detector, share, confidence });
    }
  }
  for (const verdict of judgeText(inspection.text, noHints, tools.byId)) addTo(detectors, inspection.text, verdict);
  return { detectors, columns, topics };
}

/** Whole cells first; what was found only within longer cells, or beyond the sampled lines, is judged as running text. */
function verdictsOf(column: Column, hints: HeaderHints, { byId }: Tools): readonly Verdict[] {
  const voted = column.cells === 0 ? [] : judgeColumn(column, hints, byId);
  const within = [...column.counts].filter(([id]) => (column.votes.get(id)?.valid ?? 0) === 0);
  const unjudged: Column = { ...column, counts: new Map(within), votes: new Map() };
  return [...voted, ...judgeText(unjudged, hints, byId).filter(({ detector }) => !isKnown(voted, detector))];
}

function isKnown(verdicts: readonly Verdict[], id: DetectorId): boolean {
  return verdicts.some(({ detector }) => detector === id);
}

function addTo(detectors: Map<DetectorId, DetectorResult>, column: Column, { detector, confidence }: Verdict): void {
  const count = column.counts.get(detector);
  const votes = column.votes.get(detector);
  const earlier = detectors.get(detector);
  const distinct = createDistinct();
  for (const one of [earlier?.distinct, count?.distinct, votes?.distinct]) if (one !== undefined) distinct.merge(one);
  const matches = Math.max(
    count?.matches ?? 0,
    (votes?.valid ?? 0) + (votes?.masked ?? 0),
    detector === "coordinate" ? column.cells : 0,
  );
  detectors.set(detector, {
    matches: (earlier?.matches ?? 0) + matches,
    distinct,
    confidence: Math.max(earlier?.confidence ?? 0, confidence),
  });
}
