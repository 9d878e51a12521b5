import { copyingKinds } from "../model/index.ts";
import type { RunStore } from "../store/open.ts";
import { travel } from "./travel.ts";

const kinds = copyingKinds.map((kind) => `'${kind}'`).join(", ");

/** Stores and copies in a mainland region that take part in copying; all others have nothing to tell and nothing to learn. */
const located = (end: "from_n" | "to_n"): string => `
  SELECT r.n AS resource, r.region AS value, 1.0 AS confidence FROM resource r
  WHERE r.jurisdiction = 'mainland' AND r.region IS NOT NULL AND r.role IN ('store', 'copy') AND r.n IN (SELECT ${end} FROM copying)`;

/** Copies that were configured and not observed as resources: a geo-redundant pair, a backup rule with its destination. */
const placed = `
  SELECT from_n AS resource, region AS value, 1.0 AS confidence FROM edge
  WHERE from_n IS NOT NULL AND to_n IS NULL AND jurisdiction = 'mainland' AND region IS NOT NULL AND kind IN (${kinds})`;

/** What a resource is told: regions of what it was copied from, and of what it is copied to. Apart, so that neither stops the other. */
export const copyRegionFacts: readonly string[] = ["copied-from-region", "copied-to-region"];

/** Tells each resource the mainland regions in which a whole copy of its data was seen, along chains. Needs the table `copying`. */
export function spreadCopyRegions(store: RunStore): void {
  travel(store, { about: "copied-from-region", seeds: located("from_n"), ways: "copying" });
  travel(store, {
    about: "copied-to-region",
    seeds: `${located("to_n")} UNION ALL ${placed}`,
    ways: "copying",
    backwards: true,
  });
  store.db.exec(`
    INSERT INTO fact (resource, about, value, kind, confidence, depth, detail)
    SELECT resource, 'copied-to-region', value, 'inherited', confidence, 1, '' FROM (${placed}) WHERE 1 GROUP BY resource, value
    ON CONFLICT DO NOTHING`);
}
