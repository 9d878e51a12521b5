import type { Gap } from "./gap.ts";
import type { ResourceRecord } from "./record.ts";
import type { Scope } from "./scope.ts";

/** One piece of collecting: an account, a type, a region (`null` = global). The unit of resuming. */
export interface CollectTask {
  readonly scope: Scope;
  readonly type: string;
  readonly region: string | null;
}

/** Where collecting puts what it reads; the run store implements it. Synchronous: batching is the sink's own matter. */
export interface CollectSink {
  /** Whether an earlier, interrupted run finished this task. */
  isDone(task: CollectTask): boolean;
  /** Forgets what an interrupted attempt at this task left behind. */
  begin(task: CollectTask): void;
  record(task: CollectTask, record: ResourceRecord): void;
  gap(gap: Gap): void;
  /** An operation was tried, at least once, for this task. Called once per distinct operation of a task. */
  asked(task: CollectTask, operation: string): void;
  /** The task ended by itself (also with gaps); not called when it was interrupted. */
  end(task: CollectTask): void;
}
