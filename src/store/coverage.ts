import { z } from "zod";
import { Coverage, type CoverageGap, evidenceLine, GapReason, leavesCoverageComplete } from "../model/index.ts";
import type { RunStore } from "./open.ts";

/** Reasons that are answers: nothing can be there, or nobody wanted to know. */
const settled = GapReason.options
  .filter(leavesCoverageComplete)
  .map((reason) => `'${reason}'`)
  .join(", ");

const Surroundings = Coverage.pick({
  notEnabled: true,
  excluded: true,
  endpoints: true,
  regionDifferences: true,
  unread: true,
}).extend({ interrupted: z.boolean() });

/** What a run could see, put together from its tasks, its calls and its gaps. */
export function readCoverage(store: RunStore): Coverage {
  const gaps = [
    ...store.rows<Record<string, string | number | null>>(
      "SELECT * FROM gap ORDER BY provider, partition, account, region, type, operation, reason",
    ),
  ].map((row) => ({
    provider: String(row["provider"]),
    partition: String(row["partition"]),
    account: String(row["account"]),
    region: row["region"] === "" ? null : String(row["region"]),
    type: String(row["type"]),
    operation: String(row["operation"]),
    reason: GapReason.parse(row["reason"]),
    detail: String(row["detail"]),
    count: Number(row["count"]),
    firstResource: row["resource"] === null ? null : String(row["resource"]),
  }));
  const unfinished = unfinishedTasks(store);
  // A gap outside any task (identity, regions) was asked too, though no task counted it.
  const [counts] = store.rows<{ asked: number; unanswered: number }>(`
    WITH q AS (
      SELECT t.provider, t.partition, t.account, t.region, t.type, a.operation FROM asked a JOIN task t ON t.n = a.task
      UNION SELECT provider, partition, account, region, type, operation FROM gap
    ) SELECT (SELECT count(*) FROM q) AS asked,
      (SELECT count(*) FROM (SELECT DISTINCT provider, partition, account, region, type, operation FROM gap WHERE reason NOT IN (${settled}))) AS unanswered`);
  const { interrupted, ...rest } = Surroundings.parse(JSON.parse(store.meta("surroundings") ?? "{}"));
  return {
    complete: !interrupted && unfinished.length === 0 && gaps.every((gap) => leavesCoverageComplete(gap.reason)),
    asked: (counts?.asked ?? 0) + unfinished.length,
    answered: (counts?.asked ?? 0) - (counts?.unanswered ?? 0),
    gaps: [...gaps, ...unfinished],
    ...rest,
  };
}

/** What an interruption left unread, as gaps: nothing of a list that was cut off may look answered. */
function unfinishedTasks(store: RunStore): CoverageGap[] {
  const rows = store.rows<Record<string, string>>(`
    SELECT provider, partition, account, region, type FROM task WHERE done = 0
    ORDER BY provider, partition, account, region, type`);
  return [...rows].map((row) => ({
    provider: String(row["provider"]),
    partition: String(row["partition"]),
    account: String(row["account"]),
    region: row["region"] === "" ? null : String(row["region"]),
    type: String(row["type"]),
    operation: "interrupted",
    reason: "failed",
    detail: evidenceLine("interrupted", {}),
    count: 1,
    firstResource: null,
  }));
}
