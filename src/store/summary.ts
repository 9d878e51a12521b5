import type { CountedSummary, InventoryRow, Summary } from "../model/index.ts";
import { countFindings } from "./findings.ts";
import type { RunStore } from "./open.ts";

/** Exact totals of a run, whatever a report shows in detail. */
export function readSummary(store: RunStore, findings = countFindings(store)): CountedSummary {
  return {
    resources: count(store, "resource"),
    edges: count(store, "edge"),
    findings,
    matrix: [
      ...store.rows<Summary["matrix"][number]>(`
        SELECT s.class, r.jurisdiction, count(*) AS count FROM resource r JOIN standing s ON s.resource = r.n
        WHERE r.role IN ('store', 'copy') GROUP BY s.class, r.jurisdiction ORDER BY s.class, r.jurisdiction`),
    ].map((row) => ({ ...row })),
    flows: [
      ...store.rows<Summary["flows"][number]>(`
        SELECT e.kind, r.jurisdiction AS "from", e.jurisdiction AS "to", s.class, count(*) AS count
        FROM edge e JOIN resource r ON r.n = e.from_n JOIN standing s ON s.resource = r.n
        WHERE e.kind <> 'stored-in' GROUP BY e.kind, r.jurisdiction, e.jurisdiction, s.class
        ORDER BY e.kind, r.jurisdiction, e.jurisdiction, s.class`),
    ].map((row) => ({ ...row })),
    inventory: [
      ...store.rows<InventoryRow>(`
        SELECT provider, partition, account, jurisdiction, count(*) AS count FROM resource
        GROUP BY provider, partition, account, jurisdiction ORDER BY provider, partition, account, jurisdiction`),
    ].map((row) => ({ ...row })),
  };
}

function count(store: RunStore, table: "resource" | "edge"): number {
  return Number(store.db.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.["n"]);
}
