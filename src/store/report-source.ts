import {
  type ClassEvidence,
  DataClass,
  Edge,
  Jurisdiction,
  Origin,
  ReportResource,
  type ReportSource,
  RunInfo,
  ToolInfo,
} from "../model/index.ts";
import { evidenceOf, streamEvidence } from "./class-evidence.ts";
import { readCoverage } from "./coverage.ts";
import { storedFindings } from "./finding-shelf.ts";
import { readInspections } from "./inspections.ts";
import type { RunStore } from "./open.ts";
import { readSummary } from "./summary.ts";
import { readWhatIf } from "./what-if.ts";

interface ResourceRow {
  readonly n: number;
  readonly id: string;
  readonly type: string;
  readonly role: string;
  readonly name: string;
  readonly provider: string;
  readonly partition: string;
  readonly account: string;
  readonly region: string | null;
  readonly country: string | null;
  readonly jurisdiction: string;
  readonly tags: string | null;
  readonly attributes: string;
  readonly classes: string;
  readonly class: string;
  readonly confidence: number;
  readonly origin: string;
  readonly scope: string;
}

interface EdgeRow {
  readonly from_id: string;
  readonly kind: string;
  readonly to_id: string | null;
  readonly party: string | null;
  readonly region: string | null;
  readonly country: string | null;
  readonly jurisdiction: string;
  readonly source: string;
  readonly field: string;
  readonly value: string;
}

const resourceQuery = `
SELECT r.n, r.id, r.type, r.role, r.name, r.provider, r.partition, r.account, r.region, r.country, r.jurisdiction, r.tags, r.attributes,
  s.classes, s.class, s.confidence, s.origin, s.scope
FROM resource r JOIN standing s ON s.resource = r.n`;

/** What nearly every row says, so that it is not parsed a million times. */
const nothingHeld = "[]";

/** A finished run, read row by row. */
export function readRun(store: RunStore, findings = storedFindings(store)): ReportSource {
  const { db } = store;
  const oneResource = db.prepare(`${resourceQuery} WHERE r.id = ?`);

  function toResource(row: ResourceRow, evidence: ClassEvidence[]): ReportResource {
    const { region, country } = row;
    const classes: [string, number][] = row.classes === nothingHeld ? [] : JSON.parse(row.classes);
    return {
      id: row.id,
      type: row.type,
      role: ReportResource.shape.role.parse(row.role),
      name: row.name,
      provider: row.provider,
      partition: row.partition,
      account: row.account,
      tags: row.tags === null ? null : JSON.parse(row.tags),
      place: { region, country, jurisdiction: Jurisdiction.parse(row.jurisdiction) },
      dataClass: {
        class: DataClass.parse(row.class),
        classes: classes.map(([held]) => DataClass.parse(held)),
        origin: Origin.parse(row.origin),
        confidence: row.confidence,
        evidence,
      },
      scope: ReportResource.shape.scope.parse(row.scope),
      attributes: JSON.parse(row.attributes),
    };
  }

  return {
    tool: ToolInfo.parse(JSON.parse(store.meta("tool") ?? "null")),
    run: RunInfo.parse(JSON.parse(store.meta("run") ?? "null")),
    coverage: readCoverage(store),
    ...readWhatIf(store),
    ...readInspections(store),
    summary: readSummary(store, findings.counts()),
    *resources() {
      const evidence = streamEvidence(store);
      try {
        const rows = store.rows<ResourceRow>(`${resourceQuery} ORDER BY r.id`);
        for (const row of rows) yield toResource(row, evidence.take(row.n));
      } finally {
        evidence.close();
      }
    },
    *edges() {
      const rows = store.rows<EdgeRow>(`
        SELECT from_id, kind, to_id, party, region, country, jurisdiction, source, field, value FROM edge
        ORDER BY from_id, kind, ifnull(to_id, ''), ifnull(party, ''), ifnull(region, '')`);
      for (const { from_id, kind, to_id, party, region, country, jurisdiction, source, field, value } of rows) {
        yield {
          from: from_id,
          kind: Edge.shape.kind.parse(kind),
          to: to_id,
          party,
          place: { region, country, jurisdiction: Jurisdiction.parse(jurisdiction) },
          evidence: { source, field, value },
        };
      }
    },
    findings: () => findings.read(),
    members: (finding) => findings.members(finding),
    resource(id) {
      const row = oneResource.get(id) as ResourceRow | undefined;
      return row === undefined ? undefined : toResource(row, evidenceOf(store, row.n));
    },
  };
}
