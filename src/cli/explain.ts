import { existsSync } from "node:fs";
import { join } from "node:path";
import { didYouMean, JingneiError, type RegionFact, type StreamedFinding } from "../model/index.ts";
import { askedBy } from "./asked.ts";
import type { Command } from "./context.ts";
import { type FoundRun, findRun, readReportFile } from "./find-run.ts";
import { findingText } from "./finding-text.ts";
import { fitted } from "./fit.ts";
import type { House } from "./house.ts";
import { bookOf } from "./policies.ts";
import { policyText } from "./policy-text.ts";
import { printable } from "./print-error.ts";
import { runPath, runsIn, storeFolder } from "./run-store.ts";
import { talkSettings } from "./settings.ts";
import { writeToStdout } from "./write-output.ts";

/** A policy by its id, or a finding of a run by its own. */
export const explainCommand: Command = async (context, flags, [id = ""]) => {
  const asked = askedBy(flags, context.environment);
  const { lang } = talkSettings(asked, flags, context);
  const book = await bookOf(context, flags);
  const conflicts = await context.house.conflicts();
  const policy = book.policies.find((candidate) => candidate.policy.id === id || candidate.policy.aliases.includes(id));
  if (policy !== undefined) {
    await writeToStdout([fitted(printable(policyText(policy, book, conflicts, lang)), context.stdout)], context.stdout);
    return 0;
  }
  const looked: string[] = [];
  for await (const [name, run] of runsToSearch(
    asked.text("run"),
    asked.text("output") ?? "jingnei-report",
    storeFolder(asked),
    context.house,
  )) {
    looked.push(name);
    try {
      const finding = findingOf(run, id);
      if (finding === undefined) continue;
      const region = await regionOf(finding, run, context.house);
      const text = printable(findingText(finding, run.source, region, conflicts, lang));
      await writeToStdout([fitted(text, context.stdout)], context.stdout);
      return 0;
    } finally {
      run.close();
    }
  }
  const hint = didYouMean(
    id,
    book.policies.map((candidate) => candidate.policy.id),
  );
  const where = looked.length === 0 ? "there is no run to look in" : `looked in ${looked.join(", ")}`;
  throw new JingneiError(
    "input",
    `"${id}" is neither a policy nor a finding (${where}).${hint}`,
    "Give the id of a finding as the report shows it, with --run for another run, or the id of a policy.",
  );
};

/** The run that was named; else the last report, then the runs of the store, the latest first. */
async function* runsToSearch(
  named: string | undefined,
  output: string,
  folder: string,
  house: House,
): AsyncIterable<readonly [string, FoundRun]> {
  if (named !== undefined) {
    yield [named, await findRun(named, folder, house)];
    return;
  }
  const report = join(output, "report.json");
  if (existsSync(report)) yield [report, await readReportFile(report, house)];
  for (const id of runsIn(folder)) {
    const run = await finished(runPath(folder, id), folder, house);
    if (run !== undefined) yield [id, run];
  }
}

/** An interrupted run has no findings yet; it is no place to look. */
async function finished(path: string, folder: string, house: House): Promise<FoundRun | undefined> {
  try {
    return await findRun(path, folder, house);
  } catch (error) {
    if (error instanceof JingneiError && error.code === "input") return undefined;
    throw error;
  }
}

/** By its id, or by a beginning of it that is long enough to mean one. */
function findingOf({ source }: FoundRun, id: string): StreamedFinding | undefined {
  for (const finding of source.findings()) {
    if (finding.id === id || (id.length >= 8 && finding.id.startsWith(id))) return finding;
  }
  return undefined;
}

async function regionOf(finding: StreamedFinding, run: FoundRun, house: House): Promise<RegionFact | undefined> {
  if (finding.resource === null || finding.place.region === null) return undefined;
  const provider = run.source.resource(finding.resource)?.provider;
  if (provider === undefined) return undefined;
  const providers = await house.providers();
  const { regions } = (Object.hasOwn(providers, provider) ? await providers[provider]?.() : undefined) ?? {
    regions: [],
  };
  return regions.find(({ id }) => id === finding.place.region);
}
