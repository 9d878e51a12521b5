import { existsSync } from "node:fs";
import { join } from "node:path";
import { median, root, wallTime } from "./measure.ts";

const runs = 15;

/** `--help` of the built program against an empty Node, taken in turn. */
export async function startup(): Promise<void> {
  const built = "dist/src/cli.js";
  const program = existsSync(join(root, built)) ? built : "src/cli.ts";
  console.log(`\nstart-up: ${program} --help against node -e 0, in turn, median of ${runs}`);
  const empty: number[] = [];
  const help: number[] = [];
  // The first round fills the compile cache.
  await wallTime([program, "--help"]);
  for (let run = 0; run < runs; run++) {
    empty.push(await wallTime(["-e", "0"]));
    help.push(await wallTime([program, "--help"]));
  }
  const [bare, ours] = [median(empty), median(help)];
  console.log(
    `  node -e 0: ${bare.toFixed(0)} ms, --help: ${ours.toFixed(0)} ms, ${(ours / bare).toFixed(2)} × (goal: at most 1.5 × + 100 ms = ${(bare * 1.5 + 100).toFixed(0)} ms)`,
  );
  if (program !== built) console.log("  (sources; `npm run build` first to measure what is shipped)");
}
