import type { Change } from "../plan/change.ts";
import { readTemplateFile } from "../plan/read-file.ts";
import { readTemplate } from "../plan/read-template.ts";
import type { TemplateOptions } from "../plan/template.ts";

export type { Change, TemplateOptions };

/**
 * Reads a plan or template; `-` is standard input.
 * @throws JingneiError `input` that names file and place and says what to do.
 */
export async function readChange(
  path: string,
  options: TemplateOptions,
  stdin: () => AsyncIterable<Uint8Array>,
): Promise<Change> {
  return readTemplate(await readTemplateFile(path, stdin), options);
}
