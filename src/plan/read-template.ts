import { JingneiError, type PlannedResource } from "../model/index.ts";
import type { Change } from "./change.ts";
import { formats } from "./formats.ts";
import { namedLines } from "./json-lines.ts";
import { placeOfMistake } from "./json-mistake.ts";
import type { Template, TemplateFile, TemplateOptions } from "./template.ts";

/**
 * Finds the format of a file and reads it.
 * @throws JingneiError `input` for what is no template, or a broken one: file, place and what to do.
 */
export async function readTemplate(file: TemplateFile, options: TemplateOptions): Promise<Change> {
  const { document, mistake } = file.isFolder === true ? {} : jsonOf(file);
  // Also where the text is no JSON: a format may know what was written instead of it.
  for (const load of formats) {
    const format = await load();
    if (!format.recognises(document, file)) continue;
    const template = await format.read(document, file, options);
    return { file: file.path, format: format.id, template: await withLines(template, file, options) };
  }
  throw mistake ?? (await unrecognised(file));
}

/** What plans and previews name their resources by. */
const namesOfResources = ["address", "urn"];

/**
 * A place for every resource: with `--source` where the configuration declares what a plan only names, else where the file itself
 * names it. What comes from standard input has none.
 */
async function withLines(template: Template, file: TemplateFile, { source }: TemplateOptions): Promise<Template> {
  const declaring = source === undefined ? undefined : (await import("./hcl/lines.ts")).linesOf(source);
  const lineIn = namedLines(file.text, namesOfResources);
  const placed = (resource: PlannedResource): PlannedResource => {
    if (resource.line !== undefined || resource.declaredIn !== undefined) return resource;
    const declaredIn = declaring?.(resource.address);
    if (declaredIn !== undefined) return { ...resource, declaredIn };
    if (resource.file === "-") return resource;
    return { ...resource, line: resource.file === file.path ? lineIn(resource.address) : 1 };
  };
  return {
    ...template,
    resources: {
      *[Symbol.iterator](): Generator<PlannedResource> {
        for (const resource of template.resources) yield placed(resource);
      },
    },
  };
}

/** YAML has no brace at its beginning that JSON would have, or it has one in its flow style: then no format of JSON takes it. */
function jsonOf({ text, path }: TemplateFile): { readonly document?: unknown; readonly mistake?: JingneiError } {
  if (!/^\s*[[{"]/.test(text)) return {};
  try {
    return { document: JSON.parse(text) };
  } catch (error) {
    const place = placeOfMistake(text, error);
    const where = place === undefined ? path : `${path}:${place.line}:${place.column}`;
    const remedy =
      place?.end === true
        ? "It ends too early: write it again, and let the command that writes it come to its end."
        : "Correct it there, or write it again; several documents have to be several files.";
    return { mistake: new JingneiError("input", `${where}: not valid JSON`, remedy, error) };
  }
}

async function unrecognised({ path, isFolder }: TemplateFile): Promise<JingneiError> {
  const known = await Promise.all(formats.map((load) => load()));
  const titles = known.map(({ title }) => title).join(", ");
  if (isFolder === true) {
    const ends = known.flatMap(({ fileEnds = [] }) => fileEnds).join(", ");
    const remedy = `Name the folder that holds them, or a file: ${titles}.`;
    return new JingneiError("input", `${path}: no file of this folder ends in ${ends}`, remedy);
  }
  const name = path === "-" ? "standard input" : path;
  return new JingneiError("input", `${name}: no known kind of plan or template`, `Known are: ${titles}.`);
}
