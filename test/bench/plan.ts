import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { largeTerraformPlan } from "../support/large-terraform-plan.ts";
import { measure, median, root, wallTime } from "./measure.ts";

const large = Number(process.env["BENCH_RESOURCES"] ?? 10_000);
const small = 30;

/** `jingnei check` on plans of Terraform, as whole processes: against a bare JSON.parse of the same file, and an empty Node. */
export async function plan(): Promise<void> {
  const built = "dist/src/cli.js";
  const program = existsSync(join(root, built)) ? built : "src/cli.ts";
  const folder = mkdtempSync(join(tmpdir(), "jingnei-bench-"));
  const check = (file: string, format: string): readonly string[] => {
    return [program, "check", file, "--quiet", `--format=${format}`, `--output=${folder}`];
  };
  try {
    const [largeFile, smallFile] = [join(folder, "large.json"), join(folder, "small.json")];
    writeFileSync(largeFile, largeTerraformPlan(large));
    writeFileSync(smallFile, largeTerraformPlan(small));
    console.log(`\nplan: ${program} check, whole processes, in turn, median`);
    const parse = ["-e", 'JSON.parse(require("fs").readFileSync(process.argv[1],"utf8"))', largeFile];
    for (const format of ["json,html", "sarif,markdown"]) {
      const [bare, ours] = await inTurn(parse, check(largeFile, format), Number(process.env["BENCH_RUNS"] ?? 5));
      const { peakMib } = await measure(check(largeFile, format));
      console.log(
        `  ${large.toLocaleString("en")} resources to ${format}: JSON.parse ${bare.toFixed(0)} ms, check ${ours.toFixed(0)} ms, ${(ours / bare).toFixed(1)} × (goal: at most 3 × + 300 ms = ${(bare * 3 + 300).toFixed(0)} ms); peak ${peakMib.toFixed(0)} MiB (goal: at most 512)`,
      );
    }
    for (const format of ["json,html", "sarif,markdown"]) {
      const [bare, ours] = await inTurn(["-e", "0"], check(smallFile, format), Number(process.env["BENCH_RUNS"] ?? 15));
      console.log(
        `  ${small} resources to ${format}: node -e 0 ${bare.toFixed(0)} ms, check ${ours.toFixed(0)} ms, ${(ours / bare).toFixed(1)} × (goal: less than 2 × + 200 ms = ${(bare * 2 + 200).toFixed(0)} ms)`,
      );
    }
    if (program !== built) console.log("  (sources; `npm run build` first to measure what is shipped)");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function inTurn(
  one: readonly string[],
  other: readonly string[],
  runs: number,
): Promise<readonly [number, number]> {
  const times: [number[], number[]] = [[], []];
  // The first round fills the compile cache.
  await wallTime(other);
  for (let run = 0; run < runs; run++) {
    times[0].push(await wallTime(one));
    times[1].push(await wallTime(other));
  }
  return [median(times[0]), median(times[1])];
}
