import type { RunEvent, RunListener } from "../model/index.ts";
import { printable } from "./print-error.ts";

/** One line that follows the run, or nothing. */
export interface Progress {
  readonly listener: RunListener;
  /** Wipes the line, so that something else can be written. The next event draws it again. */
  clear(): void;
}

/** Milliseconds between two drawings: a terminal needs no more, and writing costs time. */
const interval = 100;

/** Draws on a terminal only; a log of a build gets no moving line. */
export function createProgress(
  stderr: NodeJS.WriteStream,
  wanted: { readonly quiet: boolean; readonly environment: Readonly<Record<string, string | undefined>> },
  now: () => number,
): Progress {
  const { CI: ci, TERM: term } = wanted.environment;
  if (wanted.quiet || stderr.isTTY !== true || (ci ?? "") !== "" || term === "dumb") {
    return { listener: () => undefined, clear: () => undefined };
  }
  const counts: Counts = { phase: "connect", done: 0, total: 0, records: 0, gaps: 0, where: "" };
  let drawnAt = Number.NEGATIVE_INFINITY;
  let isDrawn = false;
  return {
    listener(event) {
      take(counts, event);
      if (event.kind !== "phase" && now() - drawnAt < interval) return;
      drawnAt = now();
      isDrawn = true;
      stderr.write(`\r\u001b[2K${lineOf(counts, (stderr.columns || 80) - 1)}`);
    },
    clear() {
      if (isDrawn) stderr.write("\r\u001b[2K");
      isDrawn = false;
      drawnAt = Number.NEGATIVE_INFINITY;
    },
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

function lineOf(counts: Counts, width: number): string {
  const number = (value: number) => value.toLocaleString("en-US");
  const parts = [
    counts.total === 0 ? counts.phase : `${counts.phase} ${number(counts.done)}/${number(counts.total)}`,
    // A preflight keeps none.
    ...(counts.records === 0 ? [] : [`${number(counts.records)} resources`]),
    ...(counts.gaps === 0 ? [] : [`${number(counts.gaps)} ${counts.gaps === 1 ? "gap" : "gaps"}`]),
    ...(counts.where === "" ? [] : [counts.where]),
  ];
  return printable(parts.join(" · ")).slice(0, Math.max(width, 20));
}
