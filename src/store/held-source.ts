import type { ReportResource, ReportSource } from "../model/index.ts";

/** The same run, its resources read once and kept: for a change, whose file bounds them. */
export function heldSource(source: ReportSource): ReportSource {
  let held: readonly ReportResource[] | undefined;
  let byId: ReadonlyMap<string, ReportResource> | undefined;
  function resources(): readonly ReportResource[] {
    held ??= [...source.resources()];
    return held;
  }
  return {
    tool: source.tool,
    run: source.run,
    coverage: source.coverage,
    summary: source.summary,
    ...(source.whatIf === undefined ? {} : { whatIf: source.whatIf }),
    ...(source.inspections === undefined ? {} : { inspections: source.inspections }),
    resources,
    edges: () => source.edges(),
    findings: () => source.findings(),
    members: (finding) => source.members(finding),
    resource(id) {
      byId ??= new Map(resources().map((resource) => [resource.id, resource]));
      return byId.get(id);
    },
  };
}
