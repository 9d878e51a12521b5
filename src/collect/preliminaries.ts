import type { CollectSink, CollectTask, Gap } from "../model/index.ts";

/**
 * Files what is asked before there are tasks (`identity`, `accounts`, `regions`). Connecting is done anew when a run is
 * resumed, so each of these is begun anew too and its gaps of the earlier attempt are forgotten.
 */
export interface Preliminaries {
  asked(task: CollectTask, operation: string): void;
  gap(gap: Gap): void;
  /** Everything that was begun here has ended by itself. */
  end(): void;
}

export function createPreliminaries(sink: CollectSink): Preliminaries {
  const begun = new Map<string, { readonly task: CollectTask; readonly operations: Set<string> }>();

  function asked(task: CollectTask, operation: string): void {
    const key = JSON.stringify([task.scope.provider, task.scope.partition, task.scope.account, task.type, task.region]);
    let entry = begun.get(key);
    if (entry === undefined) {
      entry = { task, operations: new Set() };
      begun.set(key, entry);
      sink.begin(task);
    }
    if (entry.operations.has(operation)) return;
    entry.operations.add(operation);
    sink.asked(task, operation);
  }

  return {
    asked,
    gap(gap) {
      asked({ scope: gap.scope, type: gap.type, region: gap.region }, gap.operation);
      sink.gap(gap);
    },
    end() {
      for (const { task } of begun.values()) sink.end(task);
    },
  };
}
