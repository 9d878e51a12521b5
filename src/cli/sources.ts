import { JingneiError } from "../model/index.ts";

export function noSources(file: string | null): JingneiError {
  return new JingneiError(
    "usage",
    file === null
      ? "there is no jingnei.yaml here, so there is nothing to scan"
      : `${file} names no sources, so there is nothing to scan`,
    "Write one with `jingnei init` and name your clouds under `sources:`, or see `jingnei demo` for a sample without credentials.",
  );
}
