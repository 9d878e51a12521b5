import type { Severity, StreamedFinding } from "../../src/model/index.ts";

export type Level = "error" | "warning" | "note";

const levels: Readonly<Record<Severity, Level>> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
  info: "note",
};

/** A review is a question and not an error, however grave the answer may be. */
export function levelOf({ severity, verdict }: Pick<StreamedFinding, "severity" | "verdict">): Level {
  const level = levels[severity];
  if (verdict !== "review") return level;
  return level === "error" ? "warning" : "note";
}

/**
 * GitHub shows above 9.0 as critical, 7.0 to 8.9 as high, 4.0 to 6.9 as medium and 0.1 to 3.9 as low; 0.0 has no severity
 * (docs.github.com, "SARIF support for code scanning", read 2026-11-22).
 */
export const securitySeverity: Readonly<Record<Severity, string>> = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "2.0",
  info: "0.0",
};
