#!/usr/bin/env node
import nodeModule from "node:module";
import { failure, wantsStack } from "./cli/failure.ts";
import type { House } from "./cli/house.ts";

// The composition root: only here do providers, policies and reports meet. Each loads when a command asks for it.
const house: House = {
  providers: async () => (await import("../providers/index.ts")).providers,
  templates: async () => (await import("../providers/templates.ts")).templateProviders,
  reporters: async () => (await import("../reports/index.ts")).reporters,
  renderSummary: async (source, options) =>
    (await import("../reports/terminal-table.ts")).renderSummary(source, options),
  readReport: async (text, file) => (await import("../reports/json/read.ts")).readReport(text, file),
  policies: () => import("../policies/index.ts"),
  contentRules: async () => (await import("../policies/content-rules.ts")).loadContentRules(),
  conflicts: async () => (await import("../policies/conflicts.ts")).loadConflicts(),
};

requireNode(22, 18);
nodeModule.enableCompileCache?.();
silence("SQLite is an experimental feature");
process.on("uncaughtException", fail);
// Whoever writes handles what goes wrong there; without a listener a closed pipe would end the process.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
// After the cache is on, so that what loads from here on comes out of it.
const { runCommandLine } = await import("./cli/program.ts");
const code = await runCommandLine(process.argv.slice(2), house);
// Connections that clouds keep open must not hold the process; what was written must still get out.
await Promise.all([process.stdout, process.stderr].map(drained));
process.exit(code);

/** Whatever was written before has gone out, or nobody reads any more. */
function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write("", () => resolve()));
}

/** Node would end with code 1, which means findings. */
async function fail(error: unknown): Promise<void> {
  // What prints errors is a file too: where it is missing, its import would come back here without end.
  process.off("uncaughtException", fail);
  const printer = await import("./cli/print-error.ts").catch(() => undefined);
  if (printer === undefined) process.stderr.write("error: files of jingnei are missing\nInstall it again.\n");
  else printer.printError(error, process.stderr, wantsStack(process.argv, process.env));
  process.exit(failure);
}

/** An older Node would fail on the first thing it does not know, with an exit code that means findings. */
function requireNode(major: number, minor: number): void {
  const [ownMajor = 0, ownMinor = 0] = process.versions.node.split(".").map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  process.stderr.write(`error: jingnei needs Node ${major}.${minor} or newer, this is ${process.versions.node}\n`);
  process.exit(2);
}

/** Node 22 warns that its SQLite is experimental; every other warning is shown. */
function silence(warning: string): void {
  const emitWarning = process.emitWarning;
  process.emitWarning = (...given: readonly unknown[]) => {
    if (!String(given[0]).startsWith(warning)) Reflect.apply(emitWarning, process, given);
  };
}
