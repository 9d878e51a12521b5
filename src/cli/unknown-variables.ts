import { didYouMean } from "../model/index.ts";
import { variableOf } from "./asked.ts";
import type { CommandContext } from "./context.ts";
import { printable } from "./print-error.ts";

/** Set by the demo for its own scan. */
const internal = ["JINGNEI_RUN_MODE"];

/** A misspelt setting in the environment would be lost in silence. It may belong to another version, so it is no error. */
export function warnOfUnknownVariables({ environment, stderr }: CommandContext, flags: readonly string[]): void {
  const known = [...flags.map(variableOf), ...internal];
  for (const name of Object.keys(environment)) {
    if (!name.startsWith("JINGNEI_") || known.includes(name)) continue;
    stderr.write(`${printable(`note: the environment variable ${name} is no setting.${didYouMean(name, known)}`)}\n`);
  }
}
