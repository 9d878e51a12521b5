import type { TemplateFormat } from "./template.ts";

/** Formats in the order in which they are tried. Each loads when a file needs it. */
export const formats: readonly (() => Promise<TemplateFormat>)[] = [];
