import { readdirSync } from "node:fs";
import { dirname, normalize } from "node:path";
import { JingneiError, type PlannedResource } from "../../model/index.ts";
import type {
  Template,
  TemplateFile,
  TemplateFormat,
  TemplateGap,
  TemplateOptions,
  TemplateParameters,
} from "../template.ts";
import { indexBlocks, isConfiguration, type ModuleFiles, parseFile, readModuleFiles, refuseMistake } from "./files.ts";
import { addressOf } from "./lines.ts";
import { type Module, openModules } from "./module.ts";
import { createNames, type Names } from "./names.ts";
import { isNone, plannedResource } from "./resource.ts";

/** A folder of Terraform or OpenTofu configuration without a plan, or one file of it. */
export const hclFormat: TemplateFormat = {
  id: "hcl",
  title: "folder of Terraform or OpenTofu configuration",
  fileEnds: [".tf", ".tofu", ".tf.json", ".tofu.json"],
  recognises(document, file) {
    if (file.isFolder === true) return holdsConfiguration(file.path);
    return (document === undefined || file.path.endsWith(".json")) && isConfiguration(file.path);
  },
  read(_document, file, options) {
    try {
      return readConfiguration(file, options);
    } catch (error) {
      // Lists within names within lists, each within its own bound.
      if (!(error instanceof RangeError)) throw error;
      throw new JingneiError("input", `${file.path}: the configuration is nested too deeply`, "Simplify it.", error);
    }
  },
};

function holdsConfiguration(folder: string): boolean {
  try {
    return readdirSync(folder).some(isConfiguration);
  } catch (error) {
    if (error instanceof Error && "code" in error) return false;
    throw error;
  }
}

function readConfiguration(file: TemplateFile, options: TemplateOptions): Template {
  const root = openModules(file.isFolder === true ? folderFiles(file.path) : filesAround(file), refuseMistake);
  const names = createNames(options.parameters);
  const resources: PlannedResource[] = [];
  const gaps: TemplateGap[] = [];
  const isJudged = (path: string) => file.isFolder === true || normalize(path) === normalize(file.path);
  visit(root, names, options, isJudged, resources, gaps);
  return { resources, gaps, notes: notesOf(file.path, root), parameters: parametersOf(root) };
}

/** Nothing found in nothing is no good news: it may be the wrong folder. */
function notesOf(path: string, root: Module): readonly string[] {
  const isEmpty = !root.files.blocks.all.some(({ block }) => block.type === "resource" || block.type === "module");
  return isEmpty ? [`${path} declares no resource, so there was nothing to judge`] : [];
}

/** Variables of the root module. */
function parametersOf({ files }: Module): TemplateParameters {
  const names = files.blocks.all.flatMap(({ block }) => (block.type === "variable" ? block.labels.slice(0, 1) : []));
  return { names, takes: (name) => names.includes(name) };
}

function folderFiles(folder: string): ModuleFiles {
  const files = readModuleFiles(folder, refuseMistake);
  if (files === undefined) {
    throw new JingneiError("input", `${folder}: there is no such folder`, "Name the folder of the configuration.");
  }
  return files;
}

/** One file is judged in the light of those beside it: its variables and provider blocks are mostly there. */
function filesAround(file: TemplateFile): ModuleFiles {
  const folder = dirname(file.path);
  const body = parseFile(file.text, file.path, refuseMistake);
  const blocks = (body?.blocks ?? []).map((block) => ({ block, file: file.path }));
  const around = readModuleFiles(folder, refuseMistake) ?? { folder, blocks: indexBlocks([]), values: [] };
  // As the folder has it: other files may override what stands in it.
  if (around.blocks.all.some((placed) => normalize(placed.file) === normalize(file.path))) return around;
  return { ...around, blocks: indexBlocks([...blocks, ...around.blocks.all]) };
}

function visit(
  module: Module,
  names: Names,
  options: TemplateOptions,
  isJudged: (file: string) => boolean,
  resources: PlannedResource[],
  gaps: TemplateGap[],
): void {
  const seen = new Map<string, string>();
  for (const placed of module.files.blocks.all) {
    const { block, file } = placed;
    const address = addressOf(block.type, block.labels);
    if (address === undefined) continue;
    const place = `${file}:${block.line}`;
    const before = seen.get(address);
    if (before !== undefined) {
      const what = `${module.prefix}${address} is declared a second time; the first one is at ${before}`;
      throw new JingneiError("input", `${place}: ${what}`, "Give the resources different names.");
    }
    seen.set(address, place);
    const planned = plannedResource({ placed, module, names, options, isJudged: isJudged(file) });
    if (planned !== undefined) resources.push(planned);
  }
  for (const { block, file } of module.absent) {
    gaps.push({
      address: `${module.prefix}module.${block.labels[0] ?? ""}`,
      kind: "module",
      detail: `the module called at ${file}:${block.line} is not in the folder; give a plan, or run terraform init first`,
    });
  }
  for (const child of module.children.values()) {
    if (child.call !== undefined && isNone(child.call.block, module, names)) continue;
    // What a file's module makes belongs to that file.
    const isOwn = child.call !== undefined && isJudged(child.call.file);
    visit(child, names, options, () => isOwn, resources, gaps);
  }
}
