import type { Reporter } from "../src/model/index.ts";

/** Format, as `--format` spells it, to the reporter that writes it. A reporter loads when it is asked for. */
export const reporters = {
  json: () => import("./json/index.ts").then((module) => module.jsonReporter),
  html: () => import("./html/index.ts").then((module) => module.htmlReporter),
  sarif: () => import("./sarif/index.ts").then((module) => module.sarifReporter),
  junit: () => import("./junit/index.ts").then((module) => module.junitReporter),
  csv: () => import("./csv/index.ts").then((module) => module.csvReporter),
  ocsf: () => import("./ocsf/index.ts").then((module) => module.ocsfReporter),
  markdown: () => import("./markdown/index.ts").then((module) => module.markdownReporter),
} as const satisfies Readonly<Record<string, () => Promise<Reporter>>>;

export type ReportFormat = keyof typeof reporters;

export function isReportFormat(format: string): format is ReportFormat {
  return Object.hasOwn(reporters, format);
}
