import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type Answers, configText } from "../config/answers.ts";
import { defaultConfigFile } from "../config/load.ts";
import { choiceKeys, JingneiError } from "../model/index.ts";
import { dayInShanghai } from "../run/day.ts";
import { askedBy } from "./asked.ts";
import type { Command, CommandContext } from "./context.ts";
import { interrupted } from "./exit-code.ts";
import { interview } from "./interview.ts";
import { knownSectors } from "./known-words.ts";
import { printable } from "./print-error.ts";
import { talkSettings } from "./settings.ts";
import { openTerminal } from "./terminal.ts";

/** Asks, where somebody is there to answer, and writes a commented configuration; one that is there is never touched. */
export const initCommand: Command = async (context, flags) => {
  const asked = askedBy(flags, context.environment);
  const talk = talkSettings(asked, flags, context);
  const file = asked.text("config") ?? defaultConfigFile;
  // Not after ten questions.
  if (existsSync(file)) throw isThere(file);
  const answers = talk.quiet || !isSomebodyThere(context) ? {} : await askAtTerminal(context, talk.lang);
  if (answers === undefined) {
    context.stderr.write(`${{ en: "Nothing was written.", zh: "未写入任何文件。" }[talk.lang]}\n`);
    return interrupted;
  }
  const example = await readFile(new URL("../config/example.yaml", import.meta.url), "utf8");
  await write(file, configText(example, answers, schemaFor(file)));
  if (!talk.quiet) {
    const wrote = {
      en: `Wrote ${file}. Read it through, then run: jingnei scan`,
      zh: `已写入 ${file}。请通读后运行：jingnei scan`,
    };
    context.stderr.write(`${printable(wrote[talk.lang])}\n`);
  }
  return 0;
};

function isSomebodyThere({ stdin, stderr, environment }: CommandContext): boolean {
  return stderr.isTTY === true && stdin.isTTY === true && (environment["CI"] ?? "") === "";
}

/** The answers, or `undefined` after Ctrl-C. The end of the input ends the questions. */
async function askAtTerminal(
  { house, stdin, stderr }: CommandContext,
  lang: "en" | "zh",
): Promise<Answers | undefined> {
  const providers = await house.providers();
  const clouds = await Promise.all(
    Object.entries(providers).map(async ([id, load]) => ({ id, keys: choiceKeys((await load()).source) })),
  );
  const sectors = knownSectors((await house.policies()).loadPolicies());
  const terminal = openTerminal(stdin, stderr);
  try {
    const answers = await interview(terminal, { clouds, sectors, today: dayInShanghai(new Date()) }, lang);
    return terminal.interrupted() ? undefined : answers;
  } finally {
    terminal.close();
  }
}

/** Where editors find the schema: in this package where it lies below the file's folder, else where it usually would. */
function schemaFor(file: string): string {
  const shipped = fileURLToPath(new URL("../../schemas/jingnei.schema.json", import.meta.url));
  const path = relative(dirname(resolve(file)), shipped);
  return path.startsWith("..") ? "node_modules/jingnei/dist/schemas/jingnei.schema.json" : path.split(sep).join("/");
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: "wx" });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") throw isThere(file, error);
    throw new JingneiError("usage", `${file} cannot be written`, "Name another file with --config.", error);
  }
}

function isThere(file: string, cause?: unknown): JingneiError {
  const remedy = "Name another file with --config, or move it away.";
  return new JingneiError("usage", `${file} is there already and stays as it is`, remedy, cause);
}
