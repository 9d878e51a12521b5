import { readFileSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";
import { JingneiError } from "../../model/index.ts";
import { type ModuleFiles, type OnMistake, readModuleFiles } from "./files.ts";
import type { Expression, Placed } from "./syntax.ts";

/** Modules within modules; and modules of a whole configuration. */
const maxDepth = 30;
const maxModules = 2000;

/** A module of a configuration, with what it is called with. */
export interface Module {
  /** `` for the root, `module.a.module.b.` for one within. */
  readonly prefix: string;
  readonly files: ModuleFiles;
  readonly parent?: Module;
  /** The `module` block that calls it. */
  readonly call?: Placed;
  readonly children: ReadonlyMap<string, Module>;
  /** Calls of modules whose source is not in the folder. */
  readonly absent: readonly Placed[];
}

/** @throws JingneiError `input` for a module that calls itself. */
export function openModules(root: ModuleFiles, onMistake: OnMistake): Module {
  const installed = installedModules(root.folder);
  let count = 0;

  function open(
    files: ModuleFiles,
    names: readonly string[],
    chain: readonly string[],
    parent?: Module,
    call?: Placed,
  ) {
    const children = new Map<string, Module>();
    const absent: Placed[] = [];
    const module: Module = {
      prefix: names.map((name) => `module.${name}.`).join(""),
      files,
      children,
      absent,
      ...(parent === undefined ? {} : { parent }),
      ...(call === undefined ? {} : { call }),
    };
    count += 1;
    if (count > maxModules) throw refusal(files.folder, `more than ${maxModules} modules`);
    for (const placed of files.blocks.all) {
      const [name] = placed.block.labels;
      if (placed.block.type !== "module" || name === undefined) continue;
      const folder = sourceOf(placed, files.folder) ?? installed.get([...names, name].join("."));
      const real = folder === undefined ? undefined : resolve(folder);
      if (real !== undefined && chain.includes(real)) {
        throw refusal(`${placed.file}:${placed.block.line}`, `module.${name} calls a module that it is part of`);
      }
      if (names.length >= maxDepth) throw refusal(placed.file, `modules within each other more than ${maxDepth} deep`);
      const inner = folder === undefined ? undefined : readModuleFiles(folder, onMistake);
      if (inner === undefined || real === undefined) absent.push(placed);
      else children.set(name, open(inner, [...names, name], [...chain, real], module, placed));
    }
    return module;
  }

  return open(root, [], [resolve(root.folder)]);
}

function refusal(place: string, what: string): JingneiError {
  return new JingneiError("input", `${place}: ${what}`, "Correct the configuration.");
}

/** Folder of a local module. */
function sourceOf({ block }: Placed, folder: string): string | undefined {
  const source = textOf(block.body.attributes.get("source")?.value);
  if (source === undefined) return undefined;
  if (isAbsolute(source)) return source;
  return /^\.\.?(?:\/|$)/.test(source) ? join(folder, source) : undefined;
}

function textOf(expression: Expression | undefined): string | undefined {
  return expression?.kind === "literal" && typeof expression.value === "string" ? expression.value : undefined;
}

/** Where `terraform init` put the modules that are not local, by their names joined with dots. */
function installedModules(root: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let manifest: unknown;
  try {
    manifest = JSON.parse(readFileSync(join(root, ".terraform/modules/modules.json"), "utf8"));
  } catch (error) {
    // No `terraform init` here, or one that was interrupted: such modules are gaps.
    if (error instanceof SyntaxError || (error instanceof Error && "code" in error)) return found;
    throw error;
  }
  if (typeof manifest !== "object" || manifest === null || !("Modules" in manifest)) return found;
  for (const entry of Array.isArray(manifest.Modules) ? manifest.Modules : []) {
    if (typeof entry !== "object" || entry === null) continue;
    const { Key: key, Dir: folder } = entry as { readonly Key?: unknown; readonly Dir?: unknown };
    if (typeof key !== "string" || typeof folder !== "string") continue;
    // The manifest may come with a pull request: it must not point out of the folder.
    const inside = relative(root, join(root, folder));
    if (!inside.startsWith("..") && !isAbsolute(folder)) found.set(key, join(root, folder));
  }
  return found;
}
