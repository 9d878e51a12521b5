import { resolve } from "node:path";
import type { LoadedConfig } from "../config/load.ts";
import { type Config, JingneiError } from "../model/index.ts";
import { dayInShanghai } from "../run/day.ts";
import type { ScanRequest } from "../run/scan.ts";
import { type Asked, askedBy } from "./asked.ts";
import { readBaseline } from "./baseline.ts";
import type { Command, CommandContext } from "./context.ts";
import { printDryRun } from "./dry-run.ts";
import { findRunId } from "./find-run.ts";
import { finish } from "./finish.ts";
import type { House } from "./house.ts";
import { listenForInterrupts } from "./interrupts.ts";
import { knownWords } from "./known-words.ts";
import { createLog, logEvent } from "./log.ts";
import { outputSettings } from "./output-settings.ts";
import { createProgress } from "./progress.ts";
import { loadBook, readConfig } from "./read-config.ts";
import { forgetOldRuns, newRunId, runPath, runsIn, storeFolder } from "./run-store.ts";
import { talkSettings, verdictSettings } from "./settings.ts";
import { noSources } from "./sources.ts";
import { prepareOutput } from "./write-output.ts";

export const scanCommand: Command = async (context, flags) => {
  const { house, environment, stderr } = context;
  const asked = askedBy(flags, environment);
  const reporters = await house.reporters();
  const talk = talkSettings(asked, flags, context);
  const verdict = verdictSettings(asked);
  const output = outputSettings(asked, Object.keys(reporters));
  const only = asked.list("only") ?? [];
  const skip = asked.list("skip") ?? [];
  const asOf = asked.day("as-of") ?? dayInShanghai(new Date());
  const whatIf = asked.choice("what-if", ["ciio", "non-ciio"]);
  const concurrency = asked.count("concurrency", 1, 256);
  const folder = storeFolder(asked);

  const providers = await house.providers();
  const loaded = await readConfig(asked, house);
  if (loaded.config.sources.length === 0) throw noSources(loaded.file);
  const book = loadBook(loaded, await house.policies());
  const inspect = await inspection(asked, loaded.config, house);
  if (asked.isSet("dry-run")) return printDryRun(loaded.config, providers, { only, skip }, talk.lang, context);

  const imports = await importsOf(loaded, house);
  const baseline = await readBaseline(verdict.baseline, house);
  const resumed = await resumedRun(flags, asked, folder, context);
  const id = resumed ?? newRunId(new Date());
  await prepareOutput(output);

  const progress = createProgress(stderr, { quiet: talk.quiet, environment }, () => performance.now());
  const talker = { clear: progress.clear, write: (text: string) => stderr.write(text) };
  const log = createLog(talk, talker, () => new Date());
  for (const notice of loaded.notices(asOf, knownWords(book))) log.write("warn", notice);
  const interrupts = listenForInterrupts((message) => log.write("warn", message));
  try {
    const { scan } = await import("../run/index.ts");
    const run = await scan({
      id,
      mode: environment["JINGNEI_RUN_MODE"] === "demo" ? "demo" : "scan",
      config: loaded.config,
      providers,
      book,
      storePath: runPath(folder, id),
      resume: resumed !== undefined,
      only,
      skip,
      asOf,
      environment,
      signal: interrupts.signal,
      now: () => new Date(),
      listener(event) {
        logEvent(log, event);
        progress.listener(event);
      },
      ...(inspect === undefined ? {} : { inspect }),
      ...(imports === undefined ? {} : { imports }),
      ...(concurrency === undefined ? {} : { concurrency }),
      ...(baseline === undefined ? {} : { baseline }),
      ...(whatIf === undefined ? {} : { whatIf }),
    });
    try {
      forgetOldRuns(folder);
      progress.listener({ kind: "phase", phase: "report" });
      return await finish(run.source, { context, talk, output, reporters, verdict, written: progress.clear });
    } finally {
      run.close();
    }
  } finally {
    progress.clear();
    interrupts.release();
  }
};

/** Results of other services, their paths read from where the configuration lies. */
async function importsOf(
  { config, directory }: LoadedConfig,
  house: House,
): Promise<ScanRequest["imports"] | undefined> {
  const files = config.classification.imports.map(({ file, format }) => ({ format, file: resolve(directory, file) }));
  return files.length === 0 ? undefined : { files, rules: await house.contentRules() };
}

/** How content is looked into, where that is asked for. */
async function inspection(
  asked: Asked,
  { inspection: settings }: Config,
  house: House,
): Promise<ScanRequest["inspect"] | undefined> {
  const runsIn = asked.choice("runs-in", ["mainland", "outside"]) ?? settings.runsIn;
  if (!asked.isSet("inspect")) return undefined;
  const { demandPlace } = await import("../run/where-it-runs.ts");
  demandPlace(runsIn);
  return { settings: { ...settings, ...(runsIn === undefined ? {} : { runsIn }) }, rules: await house.contentRules() };
}

/** The id of the run to go on with, or `undefined` for a new one. */
async function resumedRun(
  flags: { readonly resume?: unknown },
  asked: Asked,
  folder: string,
  { house }: CommandContext,
): Promise<string | undefined> {
  const named = flags.resume === true ? undefined : asked.text("resume");
  if (flags.resume !== true && named === undefined) return undefined;
  const id = named === undefined ? runsIn(folder)[0] : await findRunId(named, folder, house);
  if (id === undefined) {
    const remedy = "Scan without --resume, or name the folder with --store.";
    throw new JingneiError("usage", `${folder} holds no run to go on with`, remedy);
  }
  if (await isComplete(runPath(folder, id))) {
    throw new JingneiError(
      "usage",
      `the run ${id} came to its end; there is nothing to go on with`,
      "Scan without --resume.",
    );
  }
  return id;
}

async function isComplete(path: string): Promise<boolean> {
  const { openRun } = await import("../run/index.ts");
  try {
    const run = openRun(path);
    run.close();
    return run.source.run.interrupted !== true;
  } catch (error) {
    // A process that was killed left no end behind; what else may be wrong with the file, the scan says.
    if (error instanceof JingneiError && error.code === "input") return false;
    throw error;
  }
}
