import type { Document, Finding, InventoryRow, ReportSource, StreamedFinding } from "../../src/model/index.ts";

/** A document that is held in memory, as reporters read it. */
export function documentSource(document: Document): ReportSource {
  const resources = new Map(document.resources.map((resource) => [resource.id, resource]));
  const findings = new Map(document.findings.map((finding) => [finding.id, finding]));
  return {
    tool: document.tool,
    run: document.run,
    coverage: document.coverage,
    summary: { ...document.summary, inventory: document.summary.inventory ?? countInventory(document) },
    resources: () => document.resources,
    edges: () => document.edges,
    findings: () => streamed(document.findings),
    members: (id) => findings.get(id)?.members ?? [],
    resource: (id) => resources.get(id),
    ...(document.whatIf === undefined ? {} : { whatIf: document.whatIf }),
    ...(document.inspections === undefined ? {} : { inspections: document.inspections }),
  };
}

function* streamed(findings: readonly Finding[]): Generator<StreamedFinding> {
  for (const { members, ...finding } of findings) yield { ...finding, memberCount: members.length };
}

/** What a document from before there was an inventory would say. */
function countInventory({ resources }: Document): InventoryRow[] {
  const rows = new Map<string, InventoryRow>();
  for (const { provider, partition, account, place } of resources) {
    const { jurisdiction } = place;
    const key = JSON.stringify([provider, partition, account, jurisdiction]);
    rows.set(key, { provider, partition, account, jurisdiction, count: (rows.get(key)?.count ?? 0) + 1 });
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
