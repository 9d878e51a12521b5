import { randomBytes } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { JingneiError } from "../model/index.ts";
import type { Asked } from "./asked.ts";

const keptRuns = 10;
/** Sorts by time. */
const runId = /^\d{8}T\d{6}-[0-9a-f]{6}$/;

export function storeFolder(asked: Asked): string {
  return asked.text("store") ?? ".jingnei";
}

/** `20261122T080000-ab12cd`: UTC, and a random end for runs of the same second. */
export function newRunId(now: Date): string {
  const time = now.toISOString().replaceAll(/[-:]|\.\d+Z$/g, "");
  return `${time}-${randomBytes(3).toString("hex")}`;
}

export function isRunId(text: string): boolean {
  return runId.test(text);
}

export function runPath(folder: string, id: string): string {
  return join(folder, `${id}.sqlite`);
}

/** Ids of the runs kept in a folder, the latest first. */
export function runsIn(folder: string): readonly string[] {
  return filesOf(folder)
    .filter((name) => name.endsWith(".sqlite"))
    .map((name) => name.slice(0, -".sqlite".length))
    .filter(isRunId)
    .sort()
    .reverse();
}

/** Removes all but the latest runs, and nothing that is no run. */
export function forgetOldRuns(folder: string): void {
  for (const id of runsIn(folder).slice(keptRuns)) {
    for (const ending of ["", "-wal", "-shm"]) rmSync(`${runPath(folder, id)}${ending}`, { force: true });
  }
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw new JingneiError("usage", `${folder} cannot be read`, "Name another folder with --store.", error);
  }
}
