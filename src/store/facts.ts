import type { DatabaseSync } from "node:sqlite";
import type { ClassFact } from "../model/index.ts";

/**
 * Adds what is said of a resource itself. The same said twice is one fact, with the surer confidence and the smaller detail, in
 * whatever order they come.
 */
export function factWriter(db: DatabaseSync): (resource: number, fact: ClassFact) => void {
  const add = db.prepare(`INSERT INTO fact VALUES (?, ?, ?, ?, ?, 0, ?)
    ON CONFLICT DO UPDATE SET detail = min(detail, excluded.detail), confidence = max(confidence, excluded.confidence)`);
  return (resource, { about, value, evidence, confidence }) => {
    add.run(resource, about, value, evidence.kind, confidence, evidence.detail);
  };
}
