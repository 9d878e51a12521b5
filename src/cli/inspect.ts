import type { InspectedObject } from "../inspect/document.ts";
import type { InspectionSummary } from "../inspect/summary.ts";
import { contentProfiles, type Language } from "../model/index.ts";
import type { LocalInspection } from "../run/inspect.ts";
import { askedBy } from "./asked.ts";
import type { Command } from "./context.ts";
import { exitCodeOf } from "./exit-code.ts";
import { inspectFile } from "./inspect-output.ts";
import { createInspectProgress } from "./inspect-progress.ts";
import { inspectionTable } from "./inspect-table.ts";
import { listenForInterrupts } from "./interrupts.ts";
import { createLog, type Log } from "./log.ts";
import { printable } from "./print-error.ts";
import { talkSettings } from "./settings.ts";
import { writeFile, writeToStdout } from "./write-output.ts";

/** Says which personal and important data lies in files of this machine. Writes no value down, and calls nobody. */
export const inspectCommand: Command = async (context, flags, paths) => {
  const { house, environment, stdout, stderr } = context;
  const asked = askedBy(flags, environment);
  const talk = talkSettings(asked, flags, context);
  const format = asked.choice("format", ["table", "json"]) ?? "table";
  const profile = asked.choice("profile", contentProfiles) ?? "strict";
  const allowIncomplete = asked.isSet("allow-incomplete");
  const threads = asked.count("threads", 1, 64);
  const seed = asked.text("seed") ?? crypto.randomUUID();
  const file = await inspectFile(asked.text("output"), format);
  const rules = await house.contentRules();
  const { inspectPaths } = await import("../run/inspect.ts");
  const interrupts = listenForInterrupts((message) => stderr.write(`${message}\n`));
  // JSON goes out while files are read: a line that moves would stand in it.
  const quiet = talk.quiet || (format === "json" && file === undefined && stdout.isTTY);
  const progress = createInspectProgress(stderr, { quiet, environment }, Date.now);
  const { signal } = interrupts;
  const inspection = inspectPaths({ paths, rules, profile, seed, threads, now: new Date(), signal });
  const log = createLog(talk, { clear: progress.clear, write: (line) => stderr.write(line) }, () => new Date());
  const objects = followed(inspection.objects(), {
    seen(object) {
      progress.seen(object);
      logObject(log, object);
    },
    ended: progress.clear,
  });
  const text =
    format === "json"
      ? jsonOf(objects, inspection)
      : tableOf(objects, inspection, talk.lang, file === undefined ? stdout.columns : undefined);
  try {
    if (file === undefined) await writeToStdout(text, stdout);
    else await writeFile(file, text);
  } finally {
    progress.clear();
    interrupts.release();
  }
  const summary = inspection.summary();
  if (!talk.quiet) {
    for (const notice of summary.notices) stderr.write(`${printable(notice[talk.lang])}\n`);
    if (file !== undefined) stderr.write(`${file}\n`);
  }
  return codeOf(summary, allowIncomplete, signal.aborted);
};

async function* followed(
  objects: AsyncIterable<InspectedObject>,
  { seen, ended }: { seen(object: InspectedObject): void; ended(): void },
): AsyncIterable<InspectedObject> {
  for await (const object of objects) {
    seen(object);
    yield object;
  }
  ended();
}

/** Names and counts, as in the result. */
function logObject(log: Log, { path, format, inspectedBytes, class: held, confidence, gaps }: InspectedObject): void {
  for (const { reason, detail, path: at } of gaps) log.write("info", `gap: ${at}: ${reason}: ${detail}`);
  log.write("debug", `${path}: ${format}, ${inspectedBytes} bytes inspected: ${held} (${confidence})`);
}

/** Begins with the first object: where a path is not there, nothing is written. */
async function* jsonOf(objects: AsyncIterable<InspectedObject>, { summary }: LocalInspection): AsyncIterable<string> {
  let before = '{\n  "schemaVersion": 1,\n  "objects": [';
  for await (const object of objects) {
    yield `${before}\n    ${JSON.stringify(object)}`;
    before = ",";
  }
  if (before !== ",") yield before;
  yield `\n  ],\n  "summary": ${JSON.stringify(summary())}\n}\n`;
}

async function* tableOf(
  objects: AsyncIterable<InspectedObject>,
  { summary }: LocalInspection,
  lang: Language,
  width: number | undefined,
): AsyncIterable<string> {
  const table = inspectionTable();
  for await (const object of objects) table.take(object);
  yield table.render(summary(), lang, width);
}

/** What could not be read is incomplete coverage; what was found is the product, and no failure. */
function codeOf({ unreadable }: InspectionSummary, allowIncomplete: boolean, interrupted: boolean): number {
  const complete = unreadable === 0;
  return exitCodeOf({ worstOpen: undefined, failOn: "never", complete, allowIncomplete, interrupted });
}
