import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { runDemo } from "../demo/index.ts";
import { type Asked, askedBy } from "./asked.ts";
import type { Command } from "./context.ts";
import { interrupted } from "./exit-code.ts";
import { listenForInterrupts } from "./interrupts.ts";
import { outputSettings } from "./output-settings.ts";
import { printable } from "./print-error.ts";
import { talkSettings } from "./settings.ts";
import { prepareOutput } from "./write-output.ts";

/** Flags that the demo hands on to its scan. */
const handedOn = ["output", "format", "lang", "log-level", "log-file"] as const;

export const demoCommand: Command = async (context, flags) => {
  const { house, environment, stderr } = context;
  const asked = askedBy(flags, environment);
  const talk = talkSettings(asked, flags, context);
  const output = outputSettings(asked, Object.keys(await house.reporters()));
  await prepareOutput(output);
  const interrupts = listenForInterrupts();
  try {
    await runDemo({
      providers: await house.providers(),
      program: process.argv[1] ?? "",
      flags: [
        ...handedOn.flatMap((name) => flagOf(name, asked)),
        ...(talk.quiet ? ["--quiet"] : []),
        ...(flags["color"] === false ? ["--no-color"] : []),
      ],
      environment,
      now: new Date(),
      // Ctrl-C reaches the scan by itself, as part of the terminal's process group; the clouds stay up until it has ended.
      signal: new AbortController().signal,
    });
  } catch (error) {
    if (interrupts.signal.aborted) return interrupted;
    throw error;
  } finally {
    interrupts.release();
  }
  if (!talk.quiet && output.kind === "folder" && output.formats.includes("html")) {
    const page = pathToFileURL(resolve(output.path, "report.html")).href;
    stderr.write(`${printable({ en: `Open ${page} in a browser.`, zh: `请用浏览器打开 ${page}` }[talk.lang])}\n`);
  }
  return 0;
};

function flagOf(name: string, asked: Asked): readonly string[] {
  const value = asked.text(name);
  return value === undefined ? [] : [`--${name}`, value];
}
