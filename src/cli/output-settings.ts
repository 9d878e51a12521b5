import { JingneiError } from "../model/index.ts";
import type { Asked } from "./asked.ts";

const defaultFormats: readonly string[] = ["json", "html"];
export const defaultFolder = "jingnei-report";

/** Where the product goes. */
export type OutputSettings =
  | { readonly kind: "stdout"; readonly format: string }
  | { readonly kind: "folder"; readonly path: string; readonly formats: readonly string[] };

/** @throws JingneiError `usage` for stdout with more than one format. */
export function outputSettings(asked: Asked, known: readonly string[]): OutputSettings {
  const formats = asked.choices("format", known) ?? defaultFormats;
  const path = asked.text("output") ?? defaultFolder;
  if (path !== "-") return { kind: "folder", path, formats };
  const [format, ...more] = formats;
  if (format !== undefined && more.length === 0) return { kind: "stdout", format };
  throw new JingneiError(
    "usage",
    `--output - takes one format, not ${formats.length}: ${formats.join(", ")}`,
    `Choose one, such as --format ${formats[0] ?? "json"} --output -.`,
  );
}
