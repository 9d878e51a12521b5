import {
  type Judgement,
  type OperatorStatus,
  Severity,
  severities,
  type Text,
  Verdict,
  verdicts,
  WhatIf,
  type WhatIfFinding,
} from "../model/index.ts";
import { createBatch } from "./batch.ts";
import type { RunStore } from "./open.ts";
import type { OwnFinding } from "./own-finding.ts";

/** What the comparison has to know of a rule. */
export interface ComparedRule {
  readonly family: string;
  readonly title: Text;
}

/** Changes shown; the counts stay exact. */
const mostShown = 5_000;

/**
 * Compares the findings of the run with those of another operator and keeps the outcome. Everything is held in the store, so
 * that the heap stays flat.
 */
export function writeWhatIf(
  store: RunStore,
  status: readonly OperatorStatus[],
  now: Iterable<OwnFinding>,
  then: Iterable<Judgement>,
  ruleOf: (policy: string) => ComparedRule,
): void {
  const { db } = store;
  db.exec(`
    CREATE TEMP TABLE side (then_side INTEGER, spot TEXT, policy TEXT, severity INTEGER, verdict INTEGER, body TEXT,
      PRIMARY KEY (then_side, spot)) WITHOUT ROWID`);
  const batch = createBatch(db);
  const add = db.prepare("INSERT OR REPLACE INTO side VALUES (?, ?, ?, ?, ?, ?)");
  const keep = (side: number, finding: OwnFinding): void => {
    const { policy, severity, verdict } = finding;
    const spot = spotOf(finding, ruleOf(policy).family);
    batch.write();
    add.run(side, spot, policy, severities.indexOf(severity), verdicts.indexOf(verdict), shown(finding));
  };
  for (const finding of now) keep(0, finding);
  for (const judgement of then) if (judgement.kind === "finding") keep(1, judgement.finding);
  batch.flush();
  store.setMeta("whatIf", JSON.stringify(compare(store, status, ruleOf)));
  db.exec("DROP TABLE side");
}

/** Forgets the comparison of an earlier attempt at this run. */
export function clearWhatIf(store: RunStore): void {
  store.db.exec("DELETE FROM meta WHERE key = 'whatIf'");
}

/** The comparison of a run that was asked for one. */
export function readWhatIf(store: RunStore): { readonly whatIf?: WhatIf } {
  const kept = store.meta("whatIf");
  return kept === undefined ? {} : { whatIf: WhatIf.parse(JSON.parse(kept)) };
}

/** Where a finding sits: the same for all rules of a family on an edge; a finding without an edge is its own. */
function spotOf({ id, resource, edge, place }: OwnFinding, family: string): string {
  if (resource === null || edge === null) return id;
  const end = edge.to === null ? ["", edge.party, place.region] : [edge.to];
  return JSON.stringify([resource, family, edge.kind, ...end]);
}

function shown({ policy, severity, verdict, resource, subject, edge, place, dataClass }: OwnFinding): string {
  return JSON.stringify({ policy, severity, verdict, resource, subject, edge, place, dataClass });
}

type Shown = Omit<WhatIfFinding, "change" | "title" | "now">;

interface ChangeRow {
  readonly now_body: string | null;
  readonly then_body: string | null;
}

const joined = `
  FROM (SELECT spot FROM side GROUP BY spot) s
  LEFT JOIN side n ON n.then_side = 0 AND n.spot = s.spot LEFT JOIN side t ON t.then_side = 1 AND t.spot = s.spot`;
const differs = "(n.policy <> t.policy OR n.severity <> t.severity OR n.verdict <> t.verdict)";

function compare(store: RunStore, status: readonly OperatorStatus[], ruleOf: (policy: string) => ComparedRule): WhatIf {
  const [counts] = store.rows<Record<"new" | "changed" | "gone" | "unchanged", number | null>>(`
    SELECT sum(n.spot IS NULL) AS new, sum(t.spot IS NULL) AS gone, sum(ifnull(${differs}, 0)) AS changed,
      sum(ifnull(NOT ${differs}, 0)) AS unchanged ${joined}`);
  const rows = store.rows<ChangeRow>(`
    SELECT n.body AS now_body, t.body AS then_body ${joined}
    WHERE n.spot IS NULL OR t.spot IS NULL OR ${differs}
    ORDER BY t.spot IS NULL, coalesce(t.severity, n.severity), coalesce(t.verdict, n.verdict), coalesce(t.policy, n.policy), s.spot
    LIMIT ${mostShown}`);
  const totals = store.rows<{ verdict: number; severity: number; count: number }>(`
    SELECT verdict, severity, count(*) AS count FROM side WHERE then_side = 1 GROUP BY verdict, severity ORDER BY verdict, severity`);
  return {
    status: [...status],
    new: counts?.new ?? 0,
    changed: counts?.changed ?? 0,
    gone: counts?.gone ?? 0,
    unchanged: counts?.unchanged ?? 0,
    findings: [...totals].map(({ verdict, severity, count }) => ({
      verdict: Verdict.parse(verdicts[verdict]),
      severity: Severity.parse(severities[severity]),
      count,
    })),
    changes: [...rows].flatMap((row) => changeOf(row, ruleOf)),
  };
}

function changeOf(
  { now_body, then_body }: ChangeRow,
  ruleOf: (policy: string) => ComparedRule,
): readonly WhatIfFinding[] {
  const now: Shown | undefined = now_body === null ? undefined : JSON.parse(now_body);
  const then: Shown | undefined = then_body === null ? undefined : JSON.parse(then_body);
  const finding = then ?? now;
  if (finding === undefined) return [];
  const title = ruleOf(finding.policy).title;
  if (now === undefined || then === undefined)
    return [{ change: now === undefined ? "new" : "gone", ...finding, title }];
  const { policy, severity, verdict } = now;
  return [{ change: "changed", ...then, title, now: { policy, severity, verdict } }];
}
