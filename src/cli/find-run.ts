import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { didYouMean, JingneiError, type ReportSource } from "../model/index.ts";
import type { House } from "./house.ts";
import { isRunId, runPath, runsIn } from "./run-store.ts";

/** A run to report: out of its own file, or out of a report.json. */
export interface FoundRun {
  readonly source: ReportSource;
  close(): void;
}

/**
 * Finds RUN: a run id, a folder (of reports, or of runs), a `report.json`, or a run's file.
 * @throws JingneiError `input` when there is no such run.
 */
export async function findRun(run: string, folder: string, house: House): Promise<FoundRun> {
  switch (await kindOf(run)) {
    case "file":
      return run.endsWith(".sqlite") ? open(run) : readReportFile(run, house);
    case "folder": {
      const report = join(run, "report.json");
      if ((await kindOf(report)) === "file") return readReportFile(report, house);
      const [latest] = runsIn(run);
      if (latest !== undefined) return open(runPath(run, latest));
      throw new JingneiError("input", `${run} holds no report.json and no run`, "Name the folder of a report.");
    }
    case "nothing":
      return open(runPath(folder, knownId(run, folder)));
  }
}

/** The id of RUN, wherever its report lies; the run's own file has to be in the store. */
export async function findRunId(run: string, folder: string, house: House): Promise<string> {
  if ((await kindOf(run)) === "nothing") return knownId(run, folder);
  const found = await findRun(run, folder, house);
  const { id } = found.source.run;
  found.close();
  return knownId(id, folder);
}

export async function readReportFile(path: string, house: House): Promise<FoundRun> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    const why = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
    throw new JingneiError("input", `${path} cannot be read${why}`, "Name a report.json that jingnei wrote.", error);
  });
  return { source: await house.readReport(text, path), close: () => undefined };
}

/** The store loads when it is read. */
async function open(path: string): Promise<FoundRun> {
  return (await import("../run/index.ts")).openRun(path);
}

function knownId(run: string, folder: string): string {
  const ids = runsIn(folder);
  if (ids.includes(run)) return run;
  const [match, ...others] = ids.filter((id) => run !== "" && id.startsWith(run));
  if (match !== undefined && others.length === 0) return match;
  const known = ids.length === 0 ? `${folder} holds no run` : `runs in ${folder}: ${ids.join(", ")}`;
  const hint = isRunId(run) ? didYouMean(run, ids) : "";
  throw new JingneiError(
    "input",
    `there is no run, folder or report.json "${run}" (${known}).${hint}`,
    "Name a run id, a folder that holds report.json, or a report.json; --store says where runs are kept.",
  );
}

async function kindOf(path: string): Promise<"file" | "folder" | "nothing"> {
  try {
    const found = await stat(path);
    return found.isDirectory() ? "folder" : "file";
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR"))
      return "nothing";
    throw new JingneiError("input", `${path} cannot be read`, "Name another run.", error);
  }
}
