import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { z } from "zod";
import { Instruments, JingneiError, Parameter, Policy } from "../src/model/index.ts";
import type { Mistake } from "./mistake.ts";
import { isMistake, readAs, readYamlFile, type SourceFile } from "./yaml-file.ts";

/** A policy and the file it came from. */
export interface CatalogueEntry {
  readonly policy: Policy;
  readonly source: SourceFile;
  /** Below which folder of the catalogue: the pack, for built-in policies. */
  readonly folder: string;
  readonly builtIn: boolean;
  /** The build has checked it, for sense too. */
  readonly checked?: boolean;
}

/** Everything that was read, before it is checked for sense. */
export interface Catalogue {
  readonly entries: readonly CatalogueEntry[];
  readonly instruments: Instruments;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly mistakes: readonly Mistake[];
}

const Parameters = z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), Parameter);

const instrumentsFile = "instruments.yaml";
const parametersFile = "parameters.yaml";
/** Read by others: rules of other tools (conflicts.ts), and what content stands for (content-rules.ts). */
const otherFiles: readonly string[] = ["conflicts.yaml", "detectors.yaml"];

/** What the build puts beside the compiled sources, so that a start parses one JSON and no YAML. */
export interface Compiled {
  readonly instruments: Instruments;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly policies: readonly { readonly file: string; readonly folder: string; readonly policy: Policy }[];
}

export function readBuiltIn(folder: string): Catalogue {
  const compiled = join(folder, "policies.json");
  return existsSync(compiled) ? readCompiled(compiled) : readFolder(folder, true);
}

function readCompiled(path: string): Catalogue {
  // The build wrote it, from what it had checked; it is as much code as the files beside it.
  const { instruments, parameters, policies }: Compiled = JSON.parse(readFileSync(path, "utf8"));
  const entries = policies.map(({ file, folder, policy }) => {
    return { policy, source: { file, value: policy, lineOf: () => 1 }, folder, builtIn: true, checked: true };
  });
  return { entries, instruments, parameters, mistakes: [] };
}

/**
 * Reads a folder of policies, with its instruments.yaml and parameters.yaml where there are any.
 * @throws JingneiError `config` when the folder is not there.
 */
export function readFolder(folder: string, builtIn: boolean): Catalogue {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new JingneiError("config", `there is no folder of policies at ${folder}`, "Correct policies.directories.");
  }
  const shown = (path: string): string => (builtIn ? `policies/${relative(folder, path)}` : path);
  const mistakes: Mistake[] = [];
  const entries: CatalogueEntry[] = [];
  let instruments: Instruments = {};
  let parameters: Record<string, Parameter> = {};
  for (const path of yamlFiles(folder)) {
    if (builtIn && otherFiles.includes(relative(folder, path))) continue;
    const source = readYamlFile(path, shown(path));
    if (isMistake(source)) {
      mistakes.push(source);
      continue;
    }
    const inFolder = relative(folder, path);
    if (inFolder === instrumentsFile) {
      instruments = keep(readAs(source, Instruments), mistakes) ?? {};
    } else if (inFolder === parametersFile) {
      parameters = keep(readAs(source, Parameters), mistakes) ?? {};
    } else {
      const policy = keep(readAs(source, Policy), mistakes);
      if (policy !== undefined) entries.push({ policy, source, folder: inFolder.split(/[\\/]/)[0] ?? "", builtIn });
    }
  }
  return { entries, instruments, parameters, mistakes };
}

function keep<T>(read: T | readonly Mistake[], mistakes: Mistake[]): T | undefined {
  if (!isMistakes(read)) return read;
  mistakes.push(...read);
  return undefined;
}

function isMistakes(read: unknown): read is readonly Mistake[] {
  return Array.isArray(read);
}

/** YAML files below a folder, links followed, each folder once. What starts with a dot is not for readers. */
function yamlFiles(folder: string, seen: Set<string> = new Set()): readonly string[] {
  const here = realpathSync(folder);
  if (seen.has(here)) return [];
  seen.add(here);
  return readdirSync(folder)
    .filter((name) => !name.startsWith("."))
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return yamlFiles(path, seen);
      // A link that leads nowhere is read too: it is a mistake with its own words.
      return /\.ya?ml$/.test(name) ? [path] : [];
    });
}
