import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Measured {
  readonly code: number | null;
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakMib: number;
}

export const root = new URL("../..", import.meta.url).pathname;

/** Runs Node once and says what the kernel says of it. Output is thrown away. */
export async function measure(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "jingnei-bench-"));
  const peak = join(folder, "peak.json");
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", join(root, "test/bench/report-peak.ts"), ...args], {
    cwd: root,
    env: { ...process.env, ...env, BENCH_PEAK: peak },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint = (complaint + chunk).slice(-2_000);
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  const wallMs = performance.now() - started;
  try {
    const { peakKib, cpuMs } = JSON.parse(readFileSync(peak, "utf8"));
    return { code, wallMs, cpuMs, peakMib: peakKib / 1024 };
  } catch (error) {
    throw new Error(`the measured process ended with ${code} and no figures: ${complaint}`, { cause: error });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Wall time of a bare command, without the preload that figures need. */
export async function wallTime(args: readonly string[]): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, stdio: "ignore" });
  await new Promise((resolve) => child.once("close", resolve));
  return performance.now() - started;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
