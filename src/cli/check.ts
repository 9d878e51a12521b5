import { existsSync } from "node:fs";
import { JingneiError } from "../model/index.ts";
import type { Change, TemplateOptions } from "../run/changes.ts";
import { dayInShanghai } from "../run/day.ts";
import type { Estate } from "../run/estate.ts";
import { askedBy } from "./asked.ts";
import { readBaseline } from "./baseline.ts";
import type { Command, CommandContext } from "./context.ts";
import { readReportFile } from "./find-run.ts";
import { finish } from "./finish.ts";
import { knownWords } from "./known-words.ts";
import { createLog } from "./log.ts";
import { outputSettings } from "./output-settings.ts";
import { printError } from "./print-error.ts";
import { loadBook, readConfig } from "./read-config.ts";
import { newRunId } from "./run-store.ts";
import { talkSettings, verdictSettings } from "./settings.ts";
import { demandKnown, templateParameters } from "./template-parameters.ts";
import { prepareOutput } from "./write-output.ts";

/** Days after which an estate report is said to be old. */
const estateDays = 30;

/** Gates an infrastructure change: what it would put, copy or open outside the mainland. Calls no cloud and needs no secret. */
export const checkCommand: Command = async (context, flags, paths) => {
  const { house, environment, stderr } = context;
  const asked = askedBy(flags, environment);
  const reporters = await house.reporters();
  const talk = talkSettings(asked, flags, context);
  const verdict = verdictSettings(asked);
  const output = outputSettings(asked, Object.keys(reporters));
  const asOf = asked.day("as-of") ?? dayInShanghai(new Date());
  const whatIf = asked.choice("what-if", ["ciio", "non-ciio"]);
  const region = asked.text("region");
  const source = asked.text("source");
  demandPlans(paths);
  const parameters = await templateParameters(listOf(flags["parameters"]));
  const loaded = await readConfig(asked, house);
  const book = loadBook(loaded, await house.policies());
  const baseline = await readBaseline(verdict.baseline, house);
  const log = createLog(talk, { clear: () => undefined, write: (text) => stderr.write(text) }, () => new Date());
  for (const notice of loaded.notices(asOf, knownWords(book))) log.write("warn", notice);
  if (loaded.file === null && !talk.quiet) stderr.write(`${assumptions[talk.lang]}\n`);

  const estate = await readEstate(asked.text("estate"), house);
  const notes = estate === undefined ? [] : ageNotes(estate, asOf);
  for (const note of notes) log.write("warn", note);
  const options: TemplateOptions = {
    parameters,
    ...(region === undefined ? {} : { region }),
    ...(source === undefined ? {} : { source }),
  };
  const { changes, broken } = await readAll(paths, options, context);
  const [first] = broken;
  if (first !== undefined && changes.length === 0) throw first.error;
  // One that cannot be read may be the one that has it.
  if (broken.length === 0) demandKnown(Object.keys(parameters), changes);
  const notices = changes.flatMap(({ template }) => template.notes ?? []);
  for (const notice of notices) log.write("warn", notice);
  await prepareOutput(output);
  const providers = await Promise.all(Object.values(await house.templates()).map((load) => load()));
  const { check } = await import("../run/check.ts");
  const run = check({
    id: newRunId(new Date()),
    config: loaded.config,
    book,
    changes,
    providers,
    estate,
    baseline,
    whatIf,
    asOf,
    now: () => new Date(),
    notes: [...notes, ...notices],
    unread: broken.map(({ file, error }) => ({ file, detail: error.message })),
  });
  try {
    const unread = { count: broken.length, of: broken.length + changes.length };
    const code = await finish(run.source, { context, talk, output, reporters, verdict, unread });
    for (const { error } of broken) printError(error, stderr, false);
    return code;
  } finally {
    run.close();
  }
};

const assumptions = {
  en: "No jingnei.yaml: the operator counts as undeclared, data without tags as unclassified and of unknown origin. `jingnei init` writes one.",
  zh: "未找到 jingnei.yaml：运营者身份按未申明处理，无标签的数据按未分类、来源不明处理。可用 `jingnei init` 生成配置。",
};

/** `--parameters A=1 B=2` makes B a plan. Its value may be a secret, so it is said nowhere, as the name of a missing file would be. */
function demandPlans(paths: readonly string[]): void {
  for (const path of paths) {
    const name = /^([A-Za-z][\w.:-]*)=/.exec(path)?.[1];
    if (name === undefined || existsSync(path)) continue;
    throw new JingneiError("usage", `${name}=… is no plan`, `For a parameter write --parameters ${name}=…, each time.`);
  }
}

interface Broken {
  readonly file: string;
  readonly error: JingneiError;
}

async function readAll(
  paths: readonly string[],
  options: TemplateOptions,
  context: CommandContext,
): Promise<{ readonly changes: readonly Change[]; readonly broken: readonly Broken[] }> {
  const { readChange } = await import("../run/changes.ts");
  const changes: Change[] = [];
  const broken: Broken[] = [];
  for (const path of new Set(paths)) {
    try {
      changes.push(await readChange(path, options, () => context.stdin));
    } catch (error) {
      if (!(error instanceof JingneiError) || error.code !== "input") throw error;
      broken.push({ file: path, error });
    }
  }
  return { changes, broken };
}

async function readEstate(file: string | undefined, house: CommandContext["house"]): Promise<Estate | undefined> {
  if (file === undefined) return undefined;
  const { source } = await readReportFile(file, house);
  return { source, file };
}

function ageNotes({ source, file }: Estate, asOf: string): readonly string[] {
  const day = source.run.finishedAt.slice(0, 10);
  const age = Math.floor((Date.parse(asOf) - Date.parse(day)) / 86_400_000);
  return age > estateDays
    ? [`estate report ${file} is ${age} days old (${day}); what changed since then is not known`]
    : [];
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}
