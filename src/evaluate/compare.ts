import {
  type CoverageGap,
  isOpen,
  leavesCoverageComplete,
  type ReportSource,
  type StreamedFinding,
} from "../model/index.ts";

/**
 * How an open finding stands between two reports: `new`, still `open`, `fixed`, or `unknown`: it is not there any more, and the
 * newer report could not see whether it should be.
 */
export const comparisons = ["new", "open", "fixed", "unknown"] as const;
export type Comparison = (typeof comparisons)[number];

export interface Compared {
  readonly comparison: Comparison;
  /** As the newer report tells it, and where that has none as the older one did. */
  readonly finding: StreamedFinding;
  /** Why it is not known whether it is fixed. */
  readonly why?: string;
}

/**
 * Compares the open findings of two reports. What an approval or a suppression now covers is not open any more and counts as
 * `fixed`. Sorted as findings are, the newer report's first.
 */
export function compareReports(older: ReportSource, newer: ReportSource): readonly Compared[] {
  const before = new Map<string, StreamedFinding>();
  for (const finding of older.findings()) if (isOpen(finding.verdict)) before.set(finding.id, finding);
  const compared: Compared[] = [];
  const seen = new Set<string>();
  for (const finding of newer.findings()) {
    const was = before.get(finding.id);
    seen.add(finding.id);
    if (isOpen(finding.verdict)) compared.push({ comparison: was === undefined ? "new" : "open", finding });
    else if (was !== undefined) compared.push({ comparison: "fixed", finding });
  }
  for (const [id, finding] of before) {
    if (seen.has(id)) continue;
    const why = blindSpot(finding, older, newer);
    compared.push(why === undefined ? { comparison: "fixed", finding } : { comparison: "unknown", finding, why });
  }
  return compared;
}

/** Why the newer report says nothing of a finding; `undefined` where it looked and found nothing. */
function blindSpot(finding: StreamedFinding, older: ReportSource, newer: ReportSource): string | undefined {
  const { coverage } = newer;
  const about = aboutOf(finding, older);
  if (about === undefined) return coverage.complete ? undefined : "coverage is incomplete";
  const gap = coverage.gaps.find((one) => !leavesCoverageComplete(one.reason) && couldHide(one, about));
  if (gap !== undefined) return `${gap.operation}: ${gap.reason}`;
  const excluded = coverage.excluded.find((words) => words.startsWith(`${about.type} `));
  if (excluded !== undefined) return `left out: ${excluded}`;
  if (newer.run.interrupted === true) return "the run was interrupted";
  return knowsAccount(newer, about.account) ? undefined : `account ${about.account} was not looked at`;
}

interface About {
  readonly provider: string;
  readonly account: string;
  readonly type: string;
  /** Where it lay; `null` where that was not known or it was several. */
  readonly region: string | null;
}

function aboutOf({ resource, subject, id }: StreamedFinding, older: ReportSource): About | undefined {
  const [member] = resource === null ? older.members(id) : [resource];
  const found = member === undefined ? undefined : older.resource(member);
  if (found !== undefined) {
    const { provider, account, type, place } = found;
    return { provider, account, type, region: resource === null ? null : place.region };
  }
  return subject?.kind === "account" ? { provider: "", account: subject.id, type: "", region: null } : undefined;
}

/** A gap before any type (identity, regions) hides all types of its account, and where no account was entered, any account. */
function couldHide(gap: CoverageGap, { provider, account, type, region }: About): boolean {
  if (region !== null && gap.region !== null && gap.region !== region) return false;
  if (provider !== "" && gap.provider !== provider) return false;
  const isOfType = gap.type.includes("/");
  if (gap.account !== account) return !isOfType && gap.account.startsWith("sources[");
  return !isOfType || type === "" || gap.type === type;
}

function knowsAccount(newer: ReportSource, account: string): boolean {
  return newer.summary.inventory.some((row) => row.account === account);
}
