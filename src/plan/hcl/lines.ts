import { JingneiError, type SourceLine } from "../../model/index.ts";
import { readModuleFiles } from "./files.ts";
import { type Module, openModules } from "./module.ts";

/**
 * Where the configuration in a folder declares the resources of a plan. Modules are followed where their files are there: in the folder,
 * beside it, or where `terraform init` put them. A file that cannot be parsed gives no lines: the plan has been made, so it is ours to
 * learn from.
 * @returns a function from a plan's address, with module and key, to file (with the folder before it) and line; `undefined` where the folder does not say.
 * @throws JingneiError `input` where there is no such folder.
 */
export function linesOf(folder: string): (address: string) => SourceLine | undefined {
  // A file of newer syntax: its resources have no line.
  const files = readModuleFiles(folder, () => undefined);
  if (files === undefined) {
    throw new JingneiError("input", `${folder}: there is no such folder`, "Name the folder of the configuration.");
  }
  const lines = new Map<string, SourceLine>();
  addLines(
    openModules(files, () => undefined),
    lines,
  );
  return (address) => lines.get(withoutKeys(address));
}

function addLines({ prefix, files, children }: Module, lines: Map<string, SourceLine>): void {
  for (const { block, file } of files.blocks.all) {
    const address = addressOf(block.type, block.labels);
    if (address !== undefined) lines.set(prefix + address, { file: file.replaceAll("\\", "/"), line: block.line });
  }
  for (const child of children.values()) addLines(child, lines);
}

/** Address of a block within its module; `undefined` for a block that is no resource. */
export function addressOf(type: string, [kind, name]: readonly string[]): string | undefined {
  if (kind === undefined || name === undefined) return undefined;
  if (type === "resource") return `${kind}.${name}`;
  return type === "data" ? `data.${kind}.${name}` : undefined;
}

/** `module.a["x.y"].aws_s3_bucket.b[0]` as `module.a.aws_s3_bucket.b`. */
export function withoutKeys(address: string): string {
  return address.replace(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, "");
}
