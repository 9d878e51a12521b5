import type { RunEvent, RunListener } from "../model/index.ts";
import { printable } from "./print-error.ts";
import { createStatusLine, type StatusSettings } from "./status-line.ts";

/** One line that follows the run, or nothing. */
export interface Progress {
  readonly listener: RunListener;
  /** Wipes the line, so that something else can be written. The next event draws it again. */
  clear(): void;
}

/** Follows a run on a terminal. */
export function createProgress(stderr: NodeJS.WriteStream, wanted: StatusSettings, now: () => number): Progress {
  const counts: Counts = { phase: "connect", done: 0, total: 0, records: 0, gaps: 0, where: "" };
  const line = createStatusLine(stderr, wanted, now);
  return {
    listener(event) {
      take(counts, event);
      line.draw(() => lineOf(counts), event.kind === "phase" ? true : undefined);
    },
    clear: line.clear,
  };
}

interface Counts {
  phase: string;
  done: number;
  total: number;
  records: number;
  gaps: number;
  where: string;
}

function take(counts: Counts, event: RunEvent): void {
  switch (event.kind) {
    case "phase":
      counts.phase = event.phase;
      counts.where = "";
      break;
    case "planned":
      counts.total = event.tasks;
      break;
    case "task":
      counts.done = event.done;
      counts.total = event.total;
      counts.records = event.records;
      counts.where = `${event.type} ${event.region ?? ""}`.trim();
      break;
    case "gap":
      counts.gaps++;
      break;
    case "account":
      counts.where = `${event.scope.partition} ${event.scope.account}`;
      break;
    case "notice":
      break;
  }
}

function lineOf(counts: Counts): string {
  const number = (value: number) => value.toLocaleString("en-US");
  const parts = [
    counts.total === 0 ? counts.phase : `${counts.phase} ${number(counts.done)}/${number(counts.total)}`,
    // A preflight keeps none.
    ...(counts.records === 0 ? [] : [`${number(counts.records)} resources`]),
    ...(counts.gaps === 0 ? [] : [`${number(counts.gaps)} ${counts.gaps === 1 ? "gap" : "gaps"}`]),
    ...(counts.where === "" ? [] : [counts.where]),
  ];
  return printable(parts.join(" · "));
}
