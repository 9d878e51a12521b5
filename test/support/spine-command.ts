import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Document } from "../../src/model/index.ts";
import { type CommandOptions, type Ended, emptyFolder, jingnei } from "./command.ts";
import { type SpineClouds, spineConfig } from "./spine-scan.ts";

/** A folder with a `jingnei.yaml` that names the clouds, to run the command line in. */
export interface SpineFolder {
  readonly path: string;
  scan(args?: readonly string[], options?: Pick<CommandOptions, "watch">): Promise<Ended>;
  /** The text of `report.json`. */
  json(): string;
  document(): Document;
}

/** @param only - types to scan; left out = all of them. */
export function spineFolder(
  clouds: Pick<SpineClouds, "sources" | "environment"> & Partial<Pick<SpineClouds, "ca">>,
  only: readonly string[] = [],
  config: Readonly<Record<string, unknown>> = spineConfig,
): SpineFolder {
  const path = emptyFolder();
  // JSON is YAML.
  writeFileSync(join(path, "jingnei.yaml"), JSON.stringify({ ...config, sources: clouds.sources }));
  if (clouds.ca !== undefined) writeFileSync(join(path, "ca.pem"), clouds.ca);
  const environment = {
    ...clouds.environment,
    ...(clouds.ca === undefined ? {} : { NODE_EXTRA_CA_CERTS: join(path, "ca.pem") }),
  };
  const chosen = only.length === 0 ? [] : ["--only", only.join(",")];
  const json = (): string => readFileSync(join(path, "jingnei-report/report.json"), "utf8");
  return {
    path,
    scan: (args = [], options = {}) =>
      jingnei(["scan", "--as-of", "2026-11-22", ...chosen, ...args], { ...options, cwd: path, environment }),
    json,
    document: () => Document.parse(JSON.parse(json())),
  };
}

/** `report.json` without the line of its `run`: the rest is the same for the same clouds, byte for byte. */
export function withoutRun(json: string): string {
  const rest = json.replace(/^"run": .*\n/m, "");
  if (rest.length === json.length) throw new Error("the report has no line that begins with its run");
  return rest;
}
