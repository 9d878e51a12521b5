import type { CollectSink, CollectTask, Gap, ResourceRecord, RunListener } from "../model/index.ts";
import type { Interruption } from "./interruption.ts";

/** The run's sink as tasks see it: its own failures stop the run instead of passing for the cloud's, and gaps are told. */
export interface OwnSink extends CollectSink {
  /** Records put so far. */
  readonly records: number;
}

export function createOwnSink(sink: CollectSink, interruption: Interruption, tell: RunListener): OwnSink {
  const { own } = interruption;
  let records = 0;
  return {
    isDone: (task: CollectTask) => own(() => sink.isDone(task)),
    begin: (task: CollectTask) => own(() => sink.begin(task)),
    asked: (task: CollectTask, operation: string) => own(() => sink.asked(task, operation)),
    end: (task: CollectTask) => own(() => sink.end(task)),
    record(task: CollectTask, record: ResourceRecord) {
      own(() => sink.record(task, record));
      records++;
    },
    gap(gap: Gap) {
      own(() => sink.gap(gap));
      tell({ kind: "gap", gap });
    },
    get records() {
      return records;
    },
  };
}
