import type { OperatorStatus } from "../model/index.ts";

/** What somebody said when asked; what was skipped is not there and stays a comment in the file. */
export interface Answers {
  readonly mainlandAccounts?: readonly string[];
  readonly elsewhereAccounts?: readonly string[];
  readonly defaultOrigin?: "mainland" | "elsewhere" | "unknown";
  /** Entries of `sources`: the provider, and the words that were chosen for its keys. */
  readonly sources?: readonly Readonly<Record<string, string>>[];
  readonly status?: readonly OperatorStatus[];
  readonly sectors?: readonly string[];
  readonly handled?: number;
  /** Day of the counts below. */
  readonly asOf?: string;
  readonly exportedPersonal?: number;
  readonly exportedSensitive?: number;
}

/**
 * The commented example with the answers in it.
 * @param example the text of example.yaml
 * @param schema where editors find the schema, as a path from the file or an address
 */
export function configText(example: string, answers: Answers, schema: string): string {
  const { status, sectors, handled, sources } = answers;
  let text = example;
  const put = (where: RegExp, write: Write): void => {
    text = changed(text, where, write);
  };
  if (status !== undefined) put(/^ {2}status: undeclared$/m, () => `  status: ${oneOrList(status)}`);
  if (sectors !== undefined) put(/^ {2}# sectors: .*$/m, () => `  sectors: ${list(sectors)}`);
  if (handled !== undefined) put(/^ {2}# handled: \d+(.*)$/m, ([comment = ""]) => `  handled: ${handled}${comment}`);
  if (hasCounts(answers)) put(exportedBlock, (comments) => exportedLines(answers, comments));
  if (sources !== undefined) put(/^# sources:\n(?:#.*\n)+/m, () => `sources:\n${sources.map(sourceLine).join("")}`);
  if (hasOrigins(answers)) put(originsBlock, (kept) => originLines(answers, kept));
  return `# yaml-language-server: $schema=${schema}\n${text}`;
}

/** What to put there, given the groups that matched. */
type Write = (groups: readonly string[]) => string;

/** @throws Error where the example has no such place: an answer would be lost in silence. */
function changed(text: string, where: RegExp, write: Write): string {
  const found = where.exec(text);
  if (found === null) throw new Error(`the example has no place for ${where}`);
  return `${text.slice(0, found.index)}${write(found.slice(1))}${text.slice(found.index + found[0].length)}`;
}

const exportedBlock =
  /^ {2}# exported:(.*)\n {2}# {3}asOf: \S+(.*)\n {2}# {3}personal: \d+(.*)\n {2}# {3}sensitivePersonal: \d+(.*)$/m;

function hasCounts({ exportedPersonal, exportedSensitive }: Answers): boolean {
  return exportedPersonal !== undefined || exportedSensitive !== undefined;
}

function exportedLines({ asOf, exportedPersonal, exportedSensitive }: Answers, comments: readonly string[]): string {
  const [heading = "", day = "", personal = "", sensitive = ""] = comments;
  const count = (key: string, value: number | undefined, comment: string) =>
    value === undefined ? `  #   ${key}: 0${comment}` : `    ${key}: ${value}${comment}`;
  return [
    `  exported:${heading}`,
    `    asOf: ${asOf}${day}`,
    count("personal", exportedPersonal, personal),
    count("sensitivePersonal", exportedSensitive, sensitive),
  ].join("\n");
}

const originsBlock =
  /^# classification:\n((?:#.*\n)*?)# {3}origins:.*\n(?:# {5}- .*\n)+# {3}defaultOrigin: unknown(.*)$/m;

function hasOrigins({ mainlandAccounts, elsewhereAccounts, defaultOrigin }: Answers): boolean {
  return mainlandAccounts !== undefined || elsewhereAccounts !== undefined || defaultOrigin !== undefined;
}

function originLines(answers: Answers, [before = "", after = ""]: readonly string[]): string {
  const { mainlandAccounts = [], elsewhereAccounts = [], defaultOrigin = "unknown" } = answers;
  const entry = (origin: string) => (account: string) => `    - { account: ${quoted(account)}, origin: ${origin} }\n`;
  const entries = [...mainlandAccounts.map(entry("mainland")), ...elsewhereAccounts.map(entry("elsewhere"))];
  const origins = "  origins:                      # where the data was collected; the first entry that matches wins\n";
  return `classification:\n${before}${entries.length === 0 ? "" : origins}${entries.join("")}  defaultOrigin: ${defaultOrigin}${after}`;
}

function sourceLine(source: Readonly<Record<string, string>>): string {
  const [first, ...others] = Object.entries(source).map(([key, value]) => `${key}: ${word(value)}`);
  return `  - ${first}\n${others.map((line) => `    ${line}\n`).join("")}`;
}

function oneOrList(words: readonly string[]): string {
  const [first, ...others] = words;
  return first !== undefined && others.length === 0 ? first : list(words);
}

function list(words: readonly string[]): string {
  return `[${words.map(word).join(", ")}]`;
}

/** A plain word stands as it is; whatever YAML could read as something else is quoted. */
function word(text: string): string {
  return /^[a-z][a-z-]*$/.test(text) && !/^(y|n|yes|no|on|off|true|false|null)$/.test(text) ? text : quoted(text);
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
