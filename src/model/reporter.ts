import type { CountedSummary, Coverage, ReportResource, RunInfo, ToolInfo } from "./document.ts";
import type { Edge } from "./edge.ts";
import type { Finding } from "./finding.ts";
import type { StoreInspection } from "./inspection.ts";
import type { Language } from "./text.ts";
import type { WhatIf } from "./what-if.ts";

/** A finding as it streams: folded resources are fetched apart, since there can be a million of them. */
export type StreamedFinding = Omit<Finding, "members"> & { readonly memberCount: number };

/** A finished run as reporters read it. The streams are sorted the same way every time and can be read more than once. */
export interface ReportSource {
  readonly tool: ToolInfo;
  readonly run: RunInfo;
  readonly coverage: Coverage;
  readonly summary: CountedSummary;
  /** By id. */
  resources(): Iterable<ReportResource>;
  /** By from, kind, to, party, region. */
  edges(): Iterable<Edge>;
  /** Worst first: severity, verdict, policy, resource, id. */
  findings(): Iterable<StreamedFinding>;
  /** Ids folded into a finding, sorted. */
  members(finding: string): Iterable<string>;
  resource(id: string): ReportResource | undefined;
  /** With `--what-if` only. */
  readonly whatIf?: WhatIf;
  /** With `--inspect` only: by resource. */
  readonly inspections?: readonly StoreInspection[];
}

export interface ReportOptions {
  readonly lang: Language;
  /** A baseline was given: a finding that is not new was in it. */
  readonly compared?: boolean;
}

/** Pure: the same run gives the same text. Sorted, escaped, no clock, no disk, no network. */
export interface Reporter {
  readonly id: string;
  readonly mediaType: string;
  /** `report.<extension>` is the file's name. */
  readonly extension: string;
  render(source: ReportSource, options: ReportOptions): Iterable<string>;
}
