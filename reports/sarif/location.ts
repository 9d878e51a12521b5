import type { ReportSource, StreamedFinding } from "../../src/model/index.ts";
import { visibleLine } from "../visible.ts";

/** Live resources have no file. This one is the user's own, and stable, so that an alert stays the same alert. */
const fileOfLiveClouds = "jingnei.yaml";
const longestName = 200;

/** GitHub shows nothing without a file and a line, and reads only the first location. */
export function locationOf(
  source: ReportSource,
  finding: StreamedFinding,
  about: string,
): Readonly<Record<string, unknown>> {
  const line = Math.max(1, finding.location?.line ?? 1);
  const uri = finding.location === undefined ? fileOfLiveClouds : uriOf(finding.location.file);
  const resource = finding.resource === null ? undefined : source.resource(finding.resource);
  const id = finding.resource ?? finding.subject?.id ?? about;
  return {
    physicalLocation: {
      artifactLocation: { uri },
      region: { startLine: line, startColumn: 1, endLine: line, endColumn: 2 },
    },
    logicalLocations: [
      {
        name: visibleLine(about, longestName),
        fullyQualifiedName: id,
        kind: finding.resource === null ? (finding.subject?.kind ?? "operator") : (resource?.type ?? "resource"),
      },
    ],
  };
}

/** A path as a URI reference: relative to the root of the repository, or absolute with its scheme. */
function uriOf(file: string): string {
  const path = file.replaceAll("\\", "/").replace(/^(?:\.\/+)+/, "");
  const segments = path.split("/").map((segment) => encodeURIComponent(segment.toWellFormed()));
  const encoded = segments.join("/");
  if (path.startsWith("/")) return `file://${encoded}`;
  if (/^[A-Za-z]:\//.test(path)) return `file:///${encoded.replace("%3A", ":")}`;
  return encoded === "" ? fileOfLiveClouds : encoded;
}
