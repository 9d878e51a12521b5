import { statementOf } from "../statement.ts";
import type { InspectionSummary } from "../summary.ts";
import type { SamplePlan } from "./plan-sample.ts";

/**
 * The summary of a sample, said of the whole store. How much the rest may hold rests on the random part alone: objects that were
 * added because they are unlike the others would make it look surer, or less sure, than it is.
 */
export function unseenOf(
  sample: InspectionSummary,
  plan: SamplePlan,
  random: { readonly drawn: number; readonly holders: number },
): InspectionSummary {
  const unread = plan.unread.reduce((sum, { gap, count }) => sum + (gap.reason === "skipped" ? 0 : count), 0);
  const unreadable = sample.unreadable + unread;
  const hits = Object.entries(sample.classes).reduce(
    (sum, [held, count]) => sum + (held === "unclassified" || held === "general" ? 0 : count),
    0,
  );
  // A gap without a path is the list's own.
  const isListed = !plan.unread.some(({ gap }) => gap.path === "");
  const total = plan.total + unread;
  const statements = statementOf({ total, inspected: sample.inspected, hits, unreadable, random, isListed });
  return {
    ...sample,
    objects: plan.total + unread,
    bytes: plan.bytes,
    unreadable,
    statement: statements.en,
    statements,
  };
}
