import { carryingKinds } from "../model/index.ts";
import { inTransaction } from "../store/batch.ts";
import type { RunStore } from "../store/open.ts";

/**
 * Turns links into edges. The other end is looked up by id, then by alias; an observed end's own place wins over what the link
 * says. A grant to an account that this run scanned opens the data where it lies; any other party's place is unknown.
 */
export function linkRecords(store: RunStore): void {
  const { db } = store;
  inTransaction(db, () => {
    db.exec("DELETE FROM edge; DELETE FROM part;");
    db.exec(resolvedLinks);
    db.exec(outwardEdges);
    db.exec(inwardEdges);
    db.exec(storedIn);
    db.exec(parts);
    db.exec("DROP TABLE resolved;");
    db.exec("ANALYZE;");
  });
}

const resolvedLinks = `
CREATE TEMP TABLE resolved AS
SELECT l.n, l.kind, l.outward, r.n AS here_n, r.id AS here_id, r.region AS here_region, r.country AS here_country,
  r.jurisdiction AS here_jurisdiction, coalesce(t.n, a.n) AS there_n, coalesce(t.id, a.id, l.target) AS there_id,
  l.party, l.region AS stated_region, l.country AS stated_country, l.jurisdiction AS stated_jurisdiction,
  coalesce(t.region, a.region) AS there_region, coalesce(t.country, a.country) AS there_country,
  coalesce(t.jurisdiction, a.jurisdiction) AS there_jurisdiction,
  l.party IS NOT NULL AND l.party IN (SELECT account FROM task WHERE provider = r.provider AND partition = r.partition) AS own_party,
  l.source, l.field, l.value
FROM link l JOIN resource r ON r.n = l.resource
LEFT JOIN resource t ON t.key = l.target_key
LEFT JOIN alias x ON t.n IS NULL AND x.provider = r.provider AND x.alias = l.target_key
LEFT JOIN resource a ON a.n = x.resource;`;

/** Both ends may state the same edge; one stays, with the evidence that sorts first. */
const keepFirstEvidence = `
ON CONFLICT DO UPDATE SET source = excluded.source, field = excluded.field, value = excluded.value
WHERE (excluded.source, excluded.field, excluded.value) < (source, field, value)`;

const outwardEdges = `
INSERT INTO edge (from_n, from_id, kind, to_n, to_id, party, region, country, jurisdiction, source, field, value)
SELECT here_n, here_id, kind, there_n, there_id, party,
  CASE WHEN there_n IS NOT NULL THEN there_region WHEN stated_jurisdiction IS NOT NULL THEN stated_region WHEN own_party THEN here_region END,
  CASE WHEN there_n IS NOT NULL THEN there_country WHEN stated_jurisdiction IS NOT NULL THEN stated_country WHEN own_party THEN here_country END,
  CASE WHEN there_n IS NOT NULL THEN there_jurisdiction WHEN stated_jurisdiction IS NOT NULL THEN stated_jurisdiction
    WHEN own_party THEN here_jurisdiction ELSE 'unknown' END,
  source, field, value
FROM resolved WHERE outward AND kind <> 'part-of' ORDER BY source, field, value ${keepFirstEvidence};`;

/**
 * The record was made from the target: the edge goes from the target to the record. A source nobody names is no end of an edge.
 * Between two accounts the source names the other one as its party: what the copy says besides is the same edge.
 */
const inwardEdges = `
INSERT INTO edge (from_n, from_id, kind, to_n, to_id, party, region, country, jurisdiction, source, field, value)
SELECT there_n, there_id, kind, here_n, here_id, NULL, here_region, here_country, here_jurisdiction, source, field, value
FROM resolved WHERE NOT outward AND kind <> 'part-of' AND there_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM edge e WHERE e.from_id = there_id AND e.kind = resolved.kind AND e.to_id = here_id AND e.party IS NOT NULL)
ORDER BY source, field, value ${keepFirstEvidence};`;

/** A flow holds nothing itself, so it is stored nowhere. A record that does not say what placed it is placed by its type's word. */
const storedIn = `
INSERT INTO edge (from_n, from_id, kind, to_n, to_id, party, region, country, jurisdiction, source, field, value)
SELECT n, id, 'stored-in', NULL, NULL, NULL, region, country, jurisdiction,
  ifnull(place_source, type), ifnull(place_field, 'region'), coalesce(place_value, region, '')
FROM resource WHERE role <> 'flow';`;

const parts = `
INSERT INTO part SELECT DISTINCT CASE WHEN outward THEN here_n ELSE there_n END, CASE WHEN outward THEN there_n ELSE here_n END
FROM resolved WHERE kind = 'part-of' AND there_n IS NOT NULL;`;

/** Pairs along which data arrives, as a query: edges that carry, and wholes with their parts. */
export const carryingPairs = `
SELECT from_n, to_n, kind FROM edge WHERE kind IN (${carryingKinds.map((kind) => `'${kind}'`).join(", ")}) AND from_n IS NOT NULL AND to_n IS NOT NULL
UNION ALL SELECT whole, part, 'part-of' FROM part`;
