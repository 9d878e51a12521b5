import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Measured, measure, median, root } from "./measure.ts";

const runs = Number(process.env["BENCH_RUNS"] ?? 3);

/** Peak memory of a scan with JSON and HTML, small against large: the heap must not grow with the estate. */
export async function memory(sizes: readonly number[] = [50_000, 200_000]): Promise<void> {
  console.log(
    `\nmemory: scan of a loopback AWS to JSON and HTML, 1 % with findings, copy chains three deep, median of ${runs}`,
  );
  const peaks: number[] = [];
  for (const size of sizes) {
    const measured: Measured[] = [];
    for (let run = 0; run < runs; run++) measured.push(await scanOnce(size));
    const peak = median(measured.map((one) => one.peakMib));
    peaks.push(peak);
    const wall = median(measured.map((one) => one.wallMs)) / 1000;
    const cpu = median(measured.map((one) => one.cpuMs)) / 1000;
    console.log(
      `  ${size.toLocaleString("en")} resources: peak ${peak.toFixed(0)} MiB, ${wall.toFixed(1)} s, ${cpu.toFixed(1)} s of CPU, exit ${measured.map((one) => one.code)}`,
    );
  }
  const [small, ...larger] = peaks;
  if (small === undefined) return;
  for (const [index, peak] of larger.entries()) {
    console.log(
      `  ${sizes[index + 1]} / ${sizes[0]}: ${(peak / small).toFixed(2)} × the peak (goal: at most 1.30, and under 500 MB)`,
    );
  }
}

async function scanOnce(size: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "jingnei-bench-"));
  const cloud = spawn(process.execPath, [join(root, "test/bench/cloud.ts"), String(size)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const url = await new Promise<string>((resolve) =>
      cloud.stdout.once("data", (chunk) => resolve(String(chunk).trim())),
    );
    const config = {
      operator: { status: "ciio" },
      sources: [{ provider: "aws", endpoint: url }],
      classification: { defaultOrigin: "elsewhere" },
    };
    writeFileSync(join(folder, "jingnei.yaml"), JSON.stringify(config));
    return await measure(
      [
        "src/cli.ts",
        "scan",
        "--config",
        join(folder, "jingnei.yaml"),
        "--output",
        join(folder, "out"),
        "--store",
        join(folder, "store"),
        "--format",
        "json,html",
        "--quiet",
      ],
      { AWS_ACCESS_KEY_ID: "bench", AWS_SECRET_ACCESS_KEY: "bench", AWS_REGION: "us-east-1" },
    );
  } finally {
    cloud.kill("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  }
}
