import { isOpen, type ReportSource, type Severity, type StreamedFinding } from "../model/index.ts";
import { readReportFile } from "./find-run.ts";
import type { House } from "./house.ts";

/** Fingerprints of the findings of an earlier report. */
export async function readBaseline(file: string | undefined, house: House): Promise<ReadonlySet<string> | undefined> {
  if (file === undefined) return undefined;
  const { source } = await readReportFile(file, house);
  const ids = new Set<string>();
  for (const { id } of source.findings()) ids.add(id);
  return ids;
}

/** The same run, its findings marked by another baseline than the one it was judged with. */
export function markedBy(source: ReportSource, baseline: ReadonlySet<string>): ReportSource {
  return {
    tool: source.tool,
    run: source.run,
    coverage: source.coverage,
    summary: source.summary,
    resources: () => source.resources(),
    edges: () => source.edges(),
    members: (finding) => source.members(finding),
    resource: (id) => source.resource(id),
    ...(source.whatIf === undefined ? {} : { whatIf: source.whatIf }),
    *findings() {
      for (const finding of source.findings()) {
        const marked: StreamedFinding = { ...finding, status: baseline.has(finding.id) ? "open" : "new" };
        yield marked;
      }
    },
  };
}

/** Of the open findings that count: all of them, or the new ones where there is a baseline. */
export function worstOpen(source: ReportSource, hasBaseline: boolean): Severity | undefined {
  for (const { severity, verdict, status } of source.findings()) {
    // Findings come worst first.
    if (isOpen(verdict) && (!hasBaseline || status === "new")) return severity;
  }
  return undefined;
}
