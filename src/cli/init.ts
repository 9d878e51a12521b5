import { readFile, writeFile } from "node:fs/promises";
import { defaultConfigFile } from "../config/load.ts";
import { JingneiError } from "../model/index.ts";
import { askedBy } from "./asked.ts";
import type { Command } from "./context.ts";
import { printable } from "./print-error.ts";

/** Writes a commented configuration; one that is there is never touched. */
export const initCommand: Command = async (context, flags) => {
  const asked = askedBy(flags, context.environment);
  const file = asked.text("config") ?? defaultConfigFile;
  const example = await readFile(new URL("../config/example.yaml", import.meta.url));
  try {
    await writeFile(file, example, { flag: "wx" });
  } catch (error) {
    const exists = error instanceof Error && "code" in error && error.code === "EEXIST";
    throw new JingneiError(
      "usage",
      exists ? `${file} is there already and stays as it is` : `${file} cannot be written`,
      exists ? "Name another file with --config, or move it away." : "Name another file with --config.",
      error,
    );
  }
  if (!asked.isSet("quiet")) {
    context.stderr.write(
      `${printable(`Wrote ${file}. Declare the operator, name your clouds, then run: jingnei scan`)}\n`,
    );
  }
  return 0;
};
