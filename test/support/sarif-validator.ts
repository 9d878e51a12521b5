import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { z } from "zod";
import { emptyFolder } from "./command.ts";

const Complaints = z.object({
  runs: z.tuple([
    z.object({
      results: z
        .array(z.object({ ruleId: z.string(), level: z.string().default("warning"), message: z.looseObject({}) }))
        .default([]),
    }),
  ]),
});

/** Microsoft's validator of SARIF, which holds the schema of OASIS and the rules of GitHub; there is none for other machines. */
const program = join(
  createRequire(import.meta.url).resolve("@microsoft/sarif-multitool/package.json"),
  "../../sarif-multitool-linux/Sarif.Multitool",
);
export const hasSarifValidator = process.platform === "linux" && process.arch === "x64" && existsSync(program);

/** What it finds fault with: `ERROR GH1001 …`. Calls nothing beyond this machine. */
export function sarifComplaints(sarif: string): readonly string[] {
  const folder = emptyFolder();
  const [log, verdict] = [join(folder, "report.sarif"), join(folder, "verdict.sarif")];
  writeFileSync(log, sarif);
  // Its install script does no more, and install scripts are not run.
  chmodSync(program, 0o755);
  const { error, stdout } = spawnSync(
    program,
    ["validate", log, "--output", verdict, "--rule-kind", "Sarif;Gh;Ghas", "--level", "Error;Warning;Note"],
    {
      encoding: "utf8",
      env: { HOME: folder, DOTNET_BUNDLE_EXTRACT_BASE_DIR: folder, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" },
    },
  );
  if (error !== undefined || !existsSync(verdict))
    throw new Error(`the validator of SARIF did not run: ${stdout}`, { cause: error });
  const [{ results }] = Complaints.parse(JSON.parse(readFileSync(verdict, "utf8").replace(/^\uFEFF/, ""))).runs;
  // It ends without a word where a value is of a type or a name that the schema does not have; otherwise it always has advice.
  if (results.length === 0) return ["error: the schema does not know a value"];
  const faults = results.filter(({ level }) => level !== "note");
  return faults.map(({ ruleId, level, message }) => `${level} ${ruleId} ${JSON.stringify(message)}`);
}
