import { stat } from "node:fs/promises";
import { createEngine } from "../../src/inspect/engine/engine.ts";
import { defaultLimits } from "../../src/inspect/limits.ts";
import { localFile } from "../../src/inspect/sources/local-file.ts";
import { keepHeapSmall } from "../../src/run/heap.ts";

/** What one file came to, as a line of the output. */
export interface Alone {
  readonly path: string;
  readonly format: string;
  readonly gaps: readonly string[];
  readonly milliseconds: number;
  /** The most memory the whole process has had up to here. */
  readonly mebibytes: number;
}

// A process of its own, so that its memory is that of the engine alone: `node inspect-alone.ts FILE...`
// As the commands that read content do.
keepHeapSmall();
const engine = await createEngine({ year: 2026, seed: "alone", limits: defaultLimits });
const { signal } = new AbortController();
for (const path of process.argv.slice(2)) {
  const began = performance.now();
  const { size, mtimeMs } = await stat(path);
  const { format, gaps } = await engine.inspect(localFile(path, size, String(mtimeMs)), signal);
  const alone: Alone = {
    path,
    format,
    gaps: gaps.map(({ reason, detail }) => `${reason}: ${detail}`),
    milliseconds: Math.round(performance.now() - began),
    mebibytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  process.stdout.write(`${JSON.stringify(alone)}\n`);
}
