import type { Preflight } from "../preflight/index.ts";
import { askedBy } from "./asked.ts";
import type { Command } from "./context.ts";
import { interrupted } from "./exit-code.ts";
import { failure } from "./failure.ts";
import { listenForInterrupts } from "./interrupts.ts";
import { createLog, logEvent } from "./log.ts";
import { missingOf, preflightTable, preflightWords } from "./preflight-text.ts";
import { printable, printError } from "./print-error.ts";
import { createProgress } from "./progress.ts";
import { readConfig } from "./read-config.ts";
import { talkSettings } from "./settings.ts";
import { noSources } from "./sources.ts";
import { writeToStdout } from "./write-output.ts";

/** Tries what a scan would ask. 0 = whatever was reached is granted, 1 = something is not, 2 = something has to be put right first. */
export const preflightCommand: Command = async (context, flags) => {
  const { house, environment, stdout, stderr } = context;
  const asked = askedBy(flags, environment);
  const talk = talkSettings(asked, flags, context);
  const [format = "table"] = asked.choices("format", ["table", "json"]) ?? [];
  const only = asked.list("only") ?? [];
  const skip = asked.list("skip") ?? [];
  const providers = await house.providers();
  const loaded = await readConfig(asked, house);
  if (loaded.config.sources.length === 0) throw noSources(loaded.file);

  const progress = createProgress(stderr, { quiet: talk.quiet, environment }, () => performance.now());
  const talker = { clear: progress.clear, write: (text: string) => stderr.write(text) };
  const log = createLog(talk, talker, () => new Date());
  const interrupts = listenForInterrupts(() => log.write("warn", "stopping (again to stop at once)"));
  try {
    const { preflight } = await import("../preflight/index.ts");
    const sources = await Promise.all(
      loaded.config.sources.map(async (source, index) => {
        const provider = await providers[source.provider]?.();
        if (provider === undefined) throw new Error(`${source.provider} was accepted and is not there`);
        return { provider, source, label: `sources[${index}]` };
      }),
    );
    const result = await preflight({
      sources,
      environment,
      signal: interrupts.signal,
      only,
      skip,
      listener(event) {
        logEvent(log, event);
        progress.listener(event);
      },
    });
    progress.clear();
    const text =
      format === "json" ? `${JSON.stringify(documentOf(result), null, 2)}\n` : preflightTable(result, talk.lang);
    await writeToStdout([format === "json" ? text : printable(text)], stdout);
    for (const { error } of result.refused) printError(error, stderr, false);
    if (!talk.quiet) for (const line of preflightWords(result, talk.lang)) stderr.write(`${printable(line)}\n`);
    return exitCodeOf(result);
  } finally {
    progress.clear();
    interrupts.release();
  }
};

function exitCodeOf({ checks, refused, interrupted: isInterrupted }: Preflight): number {
  if (isInterrupted) return interrupted;
  if (refused.length > 0) return failure;
  return checks.some(({ result }) => result === "denied" || result === "failed") ? 1 : 0;
}

function documentOf(result: Preflight): unknown {
  const { accounts, checks, refused, endpoints } = result;
  return {
    schemaVersion: 1,
    interrupted: result.interrupted,
    accounts: accounts.map(({ scope, ...account }) => ({ ...scope, ...account })),
    checks: checks.map(({ scope, ...check }) => ({ ...scope, ...check })),
    missing: Object.fromEntries(missingOf(result)),
    refused: refused.map(({ label, error: { message, remedy } }) => ({ source: label, message, remedy })),
    endpoints,
  };
}
