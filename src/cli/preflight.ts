import { isMadeFor, type Provider } from "../model/index.ts";
import type { Preflight, PreflightRequest } from "../preflight/index.ts";
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
    const options = { lang: talk.lang, all: asked.isSet("all") };
    const product =
      format === "json" ? JSON.stringify(documentOf(result), null, 2) : printable(preflightTable(result, options));
    await writeToStdout([`${product}\n`], stdout);
    for (const { error } of result.refused) printError(error, stderr, false);
    if (!talk.quiet) {
      const command = (provider: string) => permissionsCommandFor(provider, sources, result);
      const words = preflightWords(result, options, command, Math.min(stderr.columns || 80, 100));
      for (const line of words) stderr.write(`${printable(line)}\n`);
    }
    return exitCodeOf(result);
  } finally {
    progress.clear();
    interrupts.release();
  }
};

/** The command whose policy has what is missing; with the settings of a source where entering its accounts is what lacks. */
function permissionsCommandFor(id: string, sources: PreflightRequest["sources"], result: Preflight): string {
  const missing = missingOf(result).get(id) ?? [];
  const command = `jingnei permissions ${id}`;
  for (const { provider, source } of sources) {
    if (provider.id !== id || typeof source !== "object" || source === null) continue;
    const settings = { ...source };
    const lacking = (provider.entry ?? []).some(
      (call) => call.with !== undefined && isMadeFor(call, settings) && missing.includes(call.permission),
    );
    if (lacking) return `${command} --with ${settingsOf(provider, settings).join(",")}`;
  }
  return command;
}

/** What was said of a source beyond its defaults, as `--with` takes it. Where to call is no matter of rights. */
function settingsOf(provider: Provider, source: Readonly<Record<string, unknown>>): readonly string[] {
  const plain: Readonly<Record<string, unknown>> = { ...provider.source.parse({ provider: provider.id }) };
  return Object.entries(source).flatMap(([key, value]) => {
    const isWord = typeof value === "string" && /^[\w+=.@/-]+$/.test(value);
    return isWord && plain[key] !== value ? [`${key}=${value}`] : [];
  });
}

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
