import { existsSync, readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { createEngine } from "../../src/inspect/engine/engine.ts";
import { defaultLimits } from "../../src/inspect/limits.ts";
import { localFile } from "../../src/inspect/sources/local-file.ts";
import { keepHeapSmall } from "../../src/run/heap.ts";
import { cpuTime } from "./cpu-time.ts";

/** What one file came to, as a line of the output. */
export interface Alone {
  readonly path: string;
  readonly format: string;
  readonly gaps: readonly string[];
  readonly milliseconds: number;
  /** Of all processors: what the machine does besides counts for the other. */
  readonly cpuMilliseconds: number;
  /** The most memory the whole process has had up to here. */
  readonly mebibytes: number;
}

// A process of its own, so that its memory is that of the engine alone: `node inspect-alone.ts FILE...`
// As the commands that read content do.
keepHeapSmall();
const engine = await createEngine({ year: 2026, seed: "alone", limits: defaultLimits });
const { signal } = new AbortController();
for (const path of process.argv.slice(2)) {
  const [began, worked] = [performance.now(), cpuTime()];
  const { size, mtimeMs } = await stat(path);
  const { format, gaps } = await engine.inspect(localFile(path, size, String(mtimeMs)), signal);
  const alone: Alone = {
    path,
    format,
    gaps: gaps.map(({ reason, detail }) => `${reason}: ${detail}`),
    milliseconds: Math.round(performance.now() - began),
    cpuMilliseconds: Math.round(cpuTime() - worked),
    mebibytes: Math.round(peakKibibytes() / 1024),
  };
  process.stdout.write(`${JSON.stringify(alone)}\n`);
}

/** Linux counts for a program what the one that started it had at that moment (getrusage(2)), but not in its status. */
function peakKibibytes(): number {
  const file = "/proc/self/status";
  const found = existsSync(file) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(file, "utf8")) : null;
  return found === null ? process.resourceUsage().maxRSS : Number(found[1]);
}
