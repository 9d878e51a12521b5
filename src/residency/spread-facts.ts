import { carryingKinds, copyingKinds, type EdgeKind } from "../model/index.ts";
import type { RunStore } from "../store/open.ts";
import { carryingPairs } from "./link.ts";
import { spreadCopyRegions } from "./second-region.ts";
import { type Condition, travel } from "./travel.ts";

/** Tags and configuration speak with at least this confidence; what is presumed from a place speaks with less. */
export const declared = 0.8;
/** What `defaultOrigin` says is weaker than any presumption and does not travel: every resource has it by itself. */
export const presumed = 0.6;

function sqlList(kinds: readonly EdgeKind[]): string {
  return kinds.map((kind) => `'${kind}'`).join(", ");
}

const copyingPairs = `
SELECT from_n, to_n, kind FROM edge WHERE kind IN (${sqlList(copyingKinds)}) AND from_n IS NOT NULL AND to_n IS NOT NULL`;

const hasDeclaredOrigin: Condition = (n) =>
  `EXISTS (SELECT 1 FROM fact d WHERE d.resource = ${n} AND d.about = 'origin' AND d.kind <> 'inherited' AND d.confidence >= ${declared})`;
const hasInheritedOrigin: Condition = (n) =>
  `EXISTS (SELECT 1 FROM fact d WHERE d.resource = ${n} AND d.about = 'origin' AND d.kind = 'inherited')`;

/** Lets class, kind, graded-protection level, origin, feeding, mainland copies and their regions travel along the edges. */
export function spreadFacts(store: RunStore): void {
  store.db.exec("DELETE FROM fact WHERE kind = 'inherited'");
  noteUnseenSources(store);
  store.db.exec(`
    CREATE TEMP TABLE carrying AS ${carryingPairs};
    CREATE INDEX carrying_from ON carrying (from_n);
    CREATE TEMP TABLE copying AS ${copyingPairs};
    CREATE INDEX copying_from ON copying (from_n);
    CREATE INDEX copying_to ON copying (to_n);`);

  travel(store, {
    about: "class",
    seeds: "SELECT resource, value, confidence FROM fact WHERE about = 'class' AND kind <> 'inherited'",
    ways: "carrying",
  });

  // What a store is for goes with its data: a snapshot of a level-three system's disk is that system's.
  for (const about of ["kind", "mlps"]) {
    const seeds = `SELECT resource, value, confidence FROM fact WHERE about = '${about}' AND kind <> 'inherited'`;
    travel(store, { about, seeds, ways: "carrying" });
  }

  // Origin in two journeys: what is declared first. A resource that declares its own takes note of what arrives (to see a
  // contradiction) but hands on its own only.
  travel(store, {
    about: "origin",
    seeds: `SELECT resource, value, confidence FROM fact WHERE about = 'origin' AND kind <> 'inherited' AND confidence >= ${declared}`,
    ways: "carrying",
    passesOn: (n) => `NOT ${hasDeclaredOrigin(n)}`,
  });
  // Then what is presumed from a place in the mainland, also that of a source which is no longer there to be seen.
  travel(store, {
    about: "origin",
    seeds: `
      SELECT resource, value, confidence FROM fact f WHERE about = 'origin' AND kind <> 'inherited'
        AND confidence < ${declared} AND confidence >= ${presumed} AND NOT ${hasInheritedOrigin("f.resource")}
      UNION ALL SELECT resource, value, confidence FROM fact WHERE about = 'origin' AND kind = 'inherited' AND detail LIKE 'source in %'`,
    ways: "carrying",
    receives: (n) =>
      `NOT EXISTS (SELECT 1 FROM fact d WHERE d.resource = ${n} AND d.about = 'origin' AND d.kind = 'inherited' AND d.confidence >= ${declared})`,
    passesOn: (n) => `NOT ${hasDeclaredOrigin(n)}`,
  });

  // Resources in the mainland start both of the next journeys, so they need not be told.
  const outside: Condition = (n) =>
    `EXISTS (SELECT 1 FROM resource o WHERE o.n = ${n} AND o.jurisdiction <> 'mainland')`;

  // What lies in the mainland feeds what it is copied to, wherever its data was collected.
  travel(store, {
    about: "fed",
    seeds:
      "SELECT n AS resource, 'yes' AS value, 1.0 AS confidence FROM resource WHERE jurisdiction = 'mainland' AND role <> 'flow'",
    ways: "carrying",
    receives: outside,
  });

  // A mainland copy: what the data came from lies in the mainland, or what it goes to does.
  const inMainland = `
    SELECT n AS resource, 'yes' AS value, 1.0 AS confidence FROM resource WHERE jurisdiction = 'mainland' AND role IN ('store', 'copy')`;
  travel(store, { about: "mainland-copy", seeds: inMainland, ways: "copying", receives: outside });
  // A copy of which only the place was told is nobody's record: its source takes note of it here.
  const toldOf = `
    SELECT from_n AS resource, 'yes' AS value, 1.0 AS confidence FROM edge
    WHERE from_n IS NOT NULL AND to_n IS NULL AND jurisdiction = 'mainland' AND kind IN (${sqlList(copyingKinds)})`;
  travel(store, {
    about: "mainland-copy",
    seeds: `${inMainland} UNION ALL ${toldOf}`,
    ways: "copying",
    backwards: true,
    receives: outside,
  });
  store.db.exec(`
    INSERT INTO fact (resource, about, value, kind, confidence, depth, detail)
    SELECT DISTINCT resource, 'mainland-copy', value, 'inherited', confidence, 1, '' FROM (${toldOf}) WHERE ${outside("resource")}
    ON CONFLICT DO NOTHING`);
  spreadCopyRegions(store);
  store.db.exec("DROP TABLE carrying; DROP TABLE copying;");
}

/** Sources that are named with a mainland place but were not observed (deleted, another account) still tell where data was. */
function noteUnseenSources(store: RunStore): void {
  store.db.exec(`
    INSERT INTO fact (resource, about, value, kind, confidence, depth, detail)
    SELECT l.resource, 'origin', 'mainland', 'inherited', 0.7, 1, 'source in ' || min(l.region)
    FROM link l LEFT JOIN edge e ON e.to_n = l.resource AND e.from_id = l.target
    WHERE NOT l.outward AND l.jurisdiction = 'mainland' AND l.kind IN (${sqlList(carryingKinds)}) AND e.from_n IS NULL
    GROUP BY l.resource
    ON CONFLICT DO NOTHING`);
}
