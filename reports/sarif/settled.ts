import { isOpen, type ReportSource } from "../../src/model/index.ts";

/** Settled findings listed; the count is exact, and all of them are in report.json. */
const mostSettled = 2_000;

/** Findings that somebody or a recorded route answers for. Not results: readers of `results` take each for a problem. */
export function* settledEntries(source: ReportSource): Generator<Readonly<Record<string, unknown>>> {
  let listed = 0;
  let rest = countSettled(source);
  for (const { id, policy, verdict, severity, resource, subject, approval } of source.findings()) {
    if (rest === 0 || listed === mostSettled) return;
    if (isOpen(verdict)) continue;
    listed++;
    rest--;
    yield {
      id,
      ruleId: policy,
      verdict,
      severity,
      resource,
      subject: subject?.id ?? null,
      approval: approval?.id ?? null,
    };
  }
}

export function countSettled({ summary }: ReportSource): number {
  return summary.findings.filter(({ verdict }) => !isOpen(verdict)).reduce((sum, { count }) => sum + count, 0);
}
