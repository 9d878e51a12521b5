import type { AccountSession, CollectSink, Gap, ResourceRecord } from "../model/index.ts";
import { type CallerOptions, createCaller } from "./caller.ts";
import { orInterrupted } from "./interruption.ts";
import type { Target } from "./targets.ts";
import { cleanGap } from "./to-gap.ts";

export interface TargetOptions extends Pick<CallerOptions, "limiter" | "concurrency" | "timeoutMs" | "attempts"> {
  readonly sink: CollectSink;
  readonly signal: AbortSignal;
  /** Whether a record is wanted of a session: a global list also holds what lies in regions that were left out. */
  readonly wanted: (session: AccountSession, record: ResourceRecord) => boolean;
}

/**
 * Does one task that has begun: records and gaps go to the sink as they come, and an error ends the task as a gap. `end` is called unless
 * the run was interrupted; rejects then, and only then.
 */
export async function runTarget(target: Target, options: TargetOptions): Promise<void> {
  const { sink, signal, wanted, ...pace } = options;
  const { task, type, sessions, provider } = target;
  const asked = new Set<string>();
  const note = (operation: string): void => {
    if (asked.has(operation)) return;
    asked.add(operation);
    sink.asked(task, operation);
  };
  const file = (gap: Gap): void => {
    note(gap.operation);
    sink.gap(gap);
  };
  const caller = createCaller({ ...task, ...pace, provider, signal, asked: note, gap: file });

  async function read(session: AccountSession): Promise<void> {
    for await (const item of type.collect(session, task.region, caller)) {
      if (signal.aborted) return;
      if (item.kind === "gap") file(cleanGap(item));
      else if (wanted(session, item)) sink.record(task, item);
    }
  }

  for (const session of sessions) {
    try {
      await orInterrupted(read(session), signal);
    } catch (error) {
      if (signal.aborted) throw error;
      // An answer that the collector stumbled over: the list call is the one that is certain to have been made.
      file(caller.gapFor(error, type.operations[0]?.operation ?? "collect"));
    }
  }
  sink.end(task);
}
