import { z } from "zod";
import { Coverage, GapReason, leavesCoverageComplete } from "../model/index.ts";
import type { RunStore } from "./open.ts";

const Surroundings = Coverage.pick({
  notEnabled: true,
  excluded: true,
  endpoints: true,
  regionDifferences: true,
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
  // A gap outside any task (identity, regions) was asked too, though no task counted it.
  const [counts] = store.rows<{ asked: number; unanswered: number }>(`
    WITH q AS (
      SELECT t.provider, t.partition, t.account, t.region, t.type, a.operation FROM asked a JOIN task t ON t.n = a.task
      UNION SELECT provider, partition, account, region, type, operation FROM gap
    ) SELECT (SELECT count(*) FROM q) AS asked,
      (SELECT count(*) FROM (SELECT DISTINCT provider, partition, account, region, type, operation FROM gap)) AS unanswered`);
  const unfinished = store.db.prepare("SELECT count(*) AS n FROM task WHERE done = 0").get()?.["n"];
  const { interrupted, ...rest } = Surroundings.parse(JSON.parse(store.meta("surroundings") ?? "{}"));
  return {
    complete: !interrupted && unfinished === 0 && gaps.every((gap) => leavesCoverageComplete(gap.reason)),
    asked: counts?.asked ?? 0,
    answered: (counts?.asked ?? 0) - (counts?.unanswered ?? 0),
    gaps,
    ...rest,
  };
}
