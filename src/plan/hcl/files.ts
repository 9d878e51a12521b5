import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { JingneiError } from "../../model/index.ts";
import { overridden } from "./overrides.ts";
import { parseHcl } from "./parse.ts";
import { parseHclJson, parseHclJsonValues } from "./parse-json.ts";
import type { Body, Parsed, Placed, SyntaxMistake } from "./syntax.ts";

/** A file written by hand has a few hundred KiB at most. */
const largestBytes = 8 * 1024 * 1024;
const largestFolder = 2000;

/** The blocks of one module. */
export interface Blocks {
  readonly all: readonly Placed[];
  readonly providers: readonly Placed[];
  /** A `variable`, `output`. */
  named(type: string, name: string): Placed | undefined;
  /** The `locals` block that sets a name. */
  local(name: string): Placed | undefined;
}

export function indexBlocks(all: readonly Placed[]): Blocks {
  const named = new Map<string, Placed>();
  const locals = new Map<string, Placed>();
  for (const placed of all) {
    const { type, labels, body } = placed.block;
    if (type === "locals") for (const name of body.attributes.keys()) locals.set(name, placed);
    if (type === "variable" || type === "output") named.set(`${type}.${labels[0] ?? ""}`, placed);
  }
  return {
    all,
    providers: all.filter(({ block }) => block.type === "provider"),
    named: (type, name) => named.get(`${type}.${name}`),
    local: (name) => locals.get(name),
  };
}

/** The files of one module. */
export interface ModuleFiles {
  readonly folder: string;
  readonly blocks: Blocks;
  /** `terraform.tfvars` and `*.auto.tfvars`, in the order in which they are read; the later ones win. */
  readonly values: readonly Body[];
}

/** What is done with a file that cannot be parsed. */
export type OnMistake = (file: string, mistake: SyntaxMistake) => void;

/** @throws JingneiError `input`, for the mistake of a file. */
export function refuseMistake(file: string, { line, column, message }: SyntaxMistake): never {
  throw new JingneiError(
    "input",
    `${file}:${line}:${column}: ${message}`,
    "Correct the file; `terraform validate` shows it too.",
  );
}

/**
 * Reads the files of a folder.
 * @returns `undefined` where there is no such folder.
 * @throws JingneiError `input` for files that are too many, too large or no text.
 */
export function readModuleFiles(folder: string, onMistake: OnMistake): ModuleFiles | undefined {
  const names = listFolder(folder);
  if (names === undefined) return undefined;
  // Where OpenTofu has a file of its own the one of Terraform does not count.
  const tofu = new Set(names.filter((name) => isTofu.test(name)).map((name) => name.replace(isTofu, ".tf$1")));
  const blocks: Placed[] = [];
  const overrides: Placed[] = [];
  const values: Body[] = [];
  for (const name of names) {
    const file = join(folder, name);
    if (isValues.test(name)) {
      const body = readFile(file, onMistake);
      if (body !== undefined) values.push(body);
    } else if (isConfiguration(name) && !tofu.has(name)) {
      const placed = (readFile(file, onMistake)?.blocks ?? []).map((block) => ({ block, file }));
      (isOverride.test(name) ? overrides : blocks).push(...placed);
    }
  }
  return { folder, blocks: indexBlocks(overridden(blocks, overrides)), values };
}

const isTofu = /\.tofu(\.json)?$/;
const isValues = /^terraform\.tfvars(?:\.json)?$|\.auto\.tfvars(?:\.json)?$/;
const isOverride = /(?:^|_)override\.(?:tf|tofu)(?:\.json)?$/;

/** Whether a file is one of a configuration: in HCL or in its JSON syntax, of Terraform or of OpenTofu. */
export function isConfiguration(name: string): boolean {
  return /\.(?:tf|tofu)(?:\.json)?$/.test(name);
}

/** `terraform.tfvars` comes first, then `terraform.tfvars.json`, then the others by name. */
function listFolder(folder: string): readonly string[] | undefined {
  let entries: readonly string[];
  try {
    entries = readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
  const names = entries.filter((name) => !name.startsWith(".") && /\.(?:tf|tofu|tfvars|json)$/.test(name));
  if (names.length > largestFolder) {
    throw new JingneiError("input", `${folder}: more than ${largestFolder} files`, "Name a folder of one module.");
  }
  const first = ["terraform.tfvars", "terraform.tfvars.json"];
  const rank = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length);
  return names.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

function readFile(file: string, onMistake: OnMistake): Body | undefined {
  return parseFile(decode(bytesOf(file), file), file, onMistake);
}

function bytesOf(file: string): Uint8Array {
  try {
    const found = statSync(file);
    // A link to a device has no end.
    if (!found.isFile()) throw new JingneiError("input", `${file}: it is no file`, "Remove it from the folder.");
    if (found.size > largestBytes) {
      throw new JingneiError("input", `${file}: more than ${largestBytes / 1024 / 1024} MiB`, "Split the file.");
    }
    return readFileSync(file);
  } catch (error) {
    if (error instanceof JingneiError || !(error instanceof Error && "code" in error)) throw error;
    throw new JingneiError("input", `${file}: it cannot be read (${error.code})`, "Give the right to read it.", error);
  }
}

export function parseFile(text: string, file: string, onMistake: OnMistake): Body | undefined {
  const parsed = parserOf(file)(text);
  if ("body" in parsed) return parsed.body;
  onMistake(file, parsed.mistake);
  return undefined;
}

function parserOf(file: string): (text: string) => Parsed {
  if (file.endsWith(".tfvars.json")) return parseHclJsonValues;
  return file.endsWith(".json") ? parseHclJson : parseHcl;
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) {
      throw new JingneiError("input", `${file}: its text is not UTF-8`, "Save it as UTF-8.", error);
    }
    throw error;
  }
}
