import { type Severity, type Summary, severities, type Verdict, verdicts } from "../src/model/index.ts";

/** Exact totals of findings, from the summary: the page holds only the worst of them in detail. */
export interface Totals {
  readonly all: number;
  verdict(verdict: Verdict): number;
  severity(severity: Severity): number;
  both(verdict: Verdict, severity: Severity): number;
}

export function totalsOf(summary: Summary): Totals {
  const count = (verdicts: readonly Verdict[], severities: readonly Severity[]): number =>
    summary.findings
      .filter((row) => verdicts.includes(row.verdict) && severities.includes(row.severity))
      .reduce((sum, row) => sum + row.count, 0);
  return {
    all: count(verdicts, severities),
    verdict: (verdict) => count([verdict], severities),
    severity: (severity) => count(verdicts, [severity]),
    both: (verdict, severity) => count([verdict], [severity]),
  };
}
