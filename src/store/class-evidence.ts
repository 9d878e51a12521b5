import { ClassEvidence } from "../model/index.ts";
import type { RunStore } from "./open.ts";

interface FactRow {
  readonly resource: number;
  readonly about: string;
  readonly value: string;
  readonly kind: string;
  readonly confidence: number;
  readonly detail: string;
}

const columns = "f.resource, f.about, f.value, f.kind, f.confidence, f.detail";
const shown = "f.about IN ('class', 'origin', 'mainland-copy', 'kind', 'mlps') AND f.detail <> ''";

/** Why the data of one resource is what it is said to be. */
export function evidenceOf(store: RunStore, resource: number): ClassEvidence[] {
  return inWords([...store.rows<FactRow>(`SELECT ${columns} FROM fact f WHERE f.resource = ? AND ${shown}`, resource)]);
}

/** The same for all resources in the order of their ids: one query instead of a million. */
export interface EvidenceStream {
  /** Evidence of the next resource, by its number. Every resource has to be taken, in the order of ids. */
  take(resource: number): ClassEvidence[];
  close(): void;
}

export function streamEvidence(store: RunStore): EvidenceStream {
  // CROSS JOIN keeps the order of the tables: resources by id, each with its facts.
  const rows = store
    .rows<FactRow>(`SELECT ${columns} FROM resource r CROSS JOIN fact f ON f.resource = r.n AND ${shown} ORDER BY r.id`)
    [Symbol.iterator]();
  let next = rows.next();
  return {
    take(resource) {
      const facts: FactRow[] = [];
      while (next.done !== true && next.value.resource === resource) {
        facts.push(next.value);
        next = rows.next();
      }
      return inWords(facts);
    },
    close: () => void rows.return?.(),
  };
}

function inWords(facts: FactRow[]): ClassEvidence[] {
  return facts.sort(byWeight).map(({ about, value, kind, detail }) => ({
    kind: ClassEvidence.shape.kind.parse(kind),
    detail: `${about} ${value}: ${detail}`,
  }));
}

/** Certain facts first. No two facts of a resource agree in all that is compared. */
function byWeight(a: FactRow, b: FactRow): number {
  if (a.about !== b.about) return a.about < b.about ? -1 : 1;
  if (a.confidence !== b.confidence) return b.confidence - a.confidence;
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1;
  return a.value < b.value ? -1 : 1;
}
