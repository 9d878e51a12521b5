import type { RunStore } from "../store/open.ts";

/** A condition in SQL on the resource whose number the given column holds. */
export type Condition = (n: string) => string;

/** What spreads, from where, and through whom. */
export interface Journey {
  /** What the fact is about: `class`, `origin`, `fed`, `mainland-copy`. */
  readonly about: string;
  /** Query of `(resource, value, confidence)`: where the fact starts. */
  readonly seeds: string;
  /** Table of `(from_n, to_n, kind)`, indexed both ways: the ways it can take. */
  readonly ways: "carrying" | "copying";
  /** Walks the ways from `to_n` to `from_n`. */
  readonly backwards?: boolean;
  /** Who takes the fact in. Left out = everybody. */
  readonly receives?: Condition;
  /** Who hands it on. Left out = everybody who has it. */
  readonly passesOn?: Condition;
}

const always: Condition = () => "1";

/**
 * Spreads a fact until nothing changes. Of several ways to a resource the best confidence wins, then the fewest steps, then
 * the source that sorts first, so that the outcome does not depend on the order in which records arrived.
 * Ends because a label only ever improves and takes finitely many values, on cycles too.
 */
export function travel(store: RunStore, journey: Journey): void {
  const { db } = store;
  const { about, seeds, ways, receives = always, passesOn = always } = journey;
  const [start, end] = journey.backwards === true ? ["to_n", "from_n"] : ["from_n", "to_n"];
  db.exec("BEGIN");
  db.exec(`
    CREATE TEMP TABLE front AS SELECT resource, value, max(confidence) AS confidence FROM (${seeds}) GROUP BY resource, value;
    CREATE TEMP TABLE reached (resource INTEGER, value TEXT, confidence REAL, detail TEXT);`);
  // In the words of `from` in the model's evidence frames.
  const advance = db.prepare(`
    INSERT INTO reached
    SELECT to_n, value, confidence, min(kind || ' from ' || id) FROM (
      SELECT w.${end} AS to_n, f.value, f.confidence, s.id, w.kind, max(f.confidence) OVER (PARTITION BY w.${end}, f.value) AS best
      FROM front f JOIN ${ways} w ON w.${start} = f.resource JOIN resource s ON s.n = f.resource
    ) WHERE confidence = best GROUP BY to_n, value`);
  // Parameters stand without numbers: node:sqlite of Node 22.18 takes `?1` for a name and refuses it.
  // A resource that holds the value by its own evidence with at least this confidence learns nothing new from afar.
  const settle = db.prepare(`
    INSERT INTO fact (resource, about, value, kind, confidence, depth, detail)
    SELECT resource, ?, value, 'inherited', confidence, ?, detail FROM reached
    WHERE (${receives("reached.resource")})
      AND NOT EXISTS (SELECT 1 FROM fact o WHERE o.resource = reached.resource AND o.about = ? AND o.value = reached.value
        AND o.kind <> 'inherited' AND o.confidence >= reached.confidence)
    ON CONFLICT DO UPDATE SET confidence = excluded.confidence, depth = excluded.depth, detail = excluded.detail
    WHERE excluded.confidence > confidence`);
  const renew = db.prepare(`
    INSERT INTO front
    SELECT f.resource, f.value, f.confidence FROM fact f JOIN reached r ON r.resource = f.resource AND r.value = f.value
    WHERE f.about = ? AND f.kind = 'inherited' AND f.depth = ?
      AND (${passesOn("f.resource")})`);
  for (let depth = 1; ; depth++) {
    advance.run();
    settle.run(about, depth, about);
    db.exec("DELETE FROM front");
    const moved = renew.run(about, depth).changes;
    db.exec("DELETE FROM reached");
    if (Number(moved) === 0) break;
  }
  db.exec("DROP TABLE front; DROP TABLE reached; COMMIT");
}
