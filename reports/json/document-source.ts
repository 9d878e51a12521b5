import type { Document, Finding, ReportSource, StreamedFinding } from "../../src/model/index.ts";

/** A document that is held in memory, as reporters read it. */
export function documentSource(document: Document): ReportSource {
  const resources = new Map(document.resources.map((resource) => [resource.id, resource]));
  const findings = new Map(document.findings.map((finding) => [finding.id, finding]));
  return {
    tool: document.tool,
    run: document.run,
    coverage: document.coverage,
    summary: document.summary,
    resources: () => document.resources,
    edges: () => document.edges,
    findings: () => streamed(document.findings),
    members: (id) => findings.get(id)?.members ?? [],
    resource: (id) => resources.get(id),
  };
}

function* streamed(findings: readonly Finding[]): Generator<StreamedFinding> {
  for (const { members, ...finding } of findings) yield { ...finding, memberCount: members.length };
}
