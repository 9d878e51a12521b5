import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { createEngine } from "../../src/inspect/engine/engine.ts";
import { createFinder } from "../../src/inspect/kernel/index.ts";
import { defaultLimits } from "../../src/inspect/limits.ts";
import { createThread, type Thread } from "../../src/inspect/pool/thread.ts";
import { localFile } from "../../src/inspect/sources/local-file.ts";
import { type Density, mixedContent } from "../support/mixed-content.ts";
import { findAll } from "./find-all.ts";
import { combinedExpression, countMatches, ripgrepArguments, ripgrepVersion, runRipgrep } from "./kernel-baselines.ts";
import { median } from "./measure.ts";

const mebibyte = 1024 ** 2;
const size = Number(process.env["BENCH_MIB"] ?? 256) * mebibyte;
const rounds = Number(process.env["BENCH_RUNS"] ?? 5);
/** Bytes that differ; a larger file repeats them. */
const distinctBytes = 32 * mebibyte;
/** What is slow gets a part of them. */
const partBytes = 2 * mebibyte;
const options = { year: 2026, seed: "bench", limits: defaultLimits };

interface Content {
  readonly density: Density;
  readonly words: string;
  readonly bytes: number;
}

const contents: readonly Content[] = [
  { density: "mixed", words: "tables, JSON and logs, an identifier in 1 % of the lines", bytes: size },
  { density: "prose", words: "prose without identifiers", bytes: size },
  { density: "logs", words: "logs with a public address in every line", bytes: size / 8 },
  { density: "dense", words: "an id, a mobile number and 8 digits in every line", bytes: size / 16 },
];

/**
 * How fast bytes are searched and what is found is checked: the kernel against one combined regular expression and against ripgrep with the
 * same classes, the engine from a local file against the kernel, two threads against one. In turn in one run, files in the page
 * cache, medians.
 */
export async function kernel(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "jingnei-bench-"));
  const ripgrep = ripgrepVersion();
  console.log(`\nkernel: in turn, medians of ${rounds}; node test/bench/run.ts kernel`);
  if (ripgrep === undefined) console.log("  ripgrep is not installed: not compared");
  else console.log(`  ${ripgrep}: rg ${ripgrepArguments("FILE").map(quoted).join(" ")}`);
  const threads = [createThread(options), createThread(options)] as const;
  const kernels = [createKernelThread(), createKernelThread()] as const;
  try {
    for (const content of contents) {
      const file = join(folder, `${content.density}.txt`);
      const sample = writeContent(file, content);
      await compare(content, file, sample, { threads, kernels }, ripgrep !== undefined);
      rmSync(file);
    }
  } finally {
    await Promise.all([...threads, ...kernels].map((thread) => thread.end()));
    rmSync(folder, { recursive: true });
  }
}

/** Writes the file, and gives what it repeats. */
function writeContent(file: string, { density, bytes }: Content): Buffer {
  const content = mixedContent(Math.min(bytes, distinctBytes), density, 1);
  const descriptor = openSync(file, "w");
  for (let left = repeatsOf(bytes, content); left > 0; left--) writeSync(descriptor, content);
  closeSync(descriptor);
  return content;
}

const repeatsOf = (bytes: number, content: Buffer): number => Math.max(1, Math.floor(bytes / content.length));

async function compare(
  { words, bytes }: Content,
  file: string,
  content: Buffer,
  {
    threads,
    kernels,
  }: { readonly threads: readonly [Thread, Thread]; readonly kernels: readonly [KernelThread, KernelThread] },
  hasRipgrep: boolean,
): Promise<void> {
  const repeats = repeatsOf(bytes, content);
  const total = repeats * content.length;
  const part = content.subarray(0, partBytes);
  const order = { path: file, size: total, version: "", part: {} };
  const [wasm, twin] = [createFinder(options.year), createFinder(options.year, { engine: "javascript" })];
  const [expression, bare] = [combinedExpression("words"), combinedExpression("anything")];
  const engine = await createEngine(options);
  const { signal } = new AbortController();
  for (const one of kernels) one.keep(content);
  const subjects = {
    kernel: rated(total, () => void findAll(wasm, content, repeats)),
    engine: rated(total, () => engine.inspect(localFile(file, total, ""), signal)),
    expression: rated(part.length, () => void countMatches(expression, part)),
    bareExpression: rated(part.length, () => void countMatches(bare, part)),
    ripgrep: rated(total, () => (hasRipgrep ? runRipgrep(file) : undefined)),
    twin: rated(part.length, () => void findAll(twin, part, 1)),
    oneKernel: rated(2 * total, () => kernels[0].find(2 * repeats)),
    twoKernels: rated(2 * total, () => Promise.all(kernels.map((kernel) => kernel.find(repeats)))),
    oneThread: rated(2 * total, async () => {
      for (const _ of threads) await threads[0].inspect(order);
    }),
    twoThreads: rated(2 * total, () => Promise.all(threads.map((thread) => thread.inspect(order)))),
  };
  // The first round warms caches and compilers.
  for (let round = 0; round <= rounds; round++) {
    for (const subject of Object.values(subjects)) await subject.run(round > 0);
  }
  type Name = keyof typeof subjects;
  const rate = (name: Name): string => `${(median(subjects[name].wall) / 1000).toFixed(0)} MB/s`;
  const ratio = (one: Name, other: Name): string => {
    const [wall, processor] = (["wall", "processor"] as const).map((time) =>
      (median(subjects[one][time]) / median(subjects[other][time])).toFixed(2),
    );
    return `${wall} × (by processor time ${processor} ×)`;
  };
  const hits = findAll(wasm, content, 1);
  console.log(
    `  ${words}: ${(total / mebibyte).toFixed(0)} MiB, ${((hits / content.length) * mebibyte).toFixed(0)} hits per MiB`,
  );
  console.log(
    `    kernel (${wasm.engine}) ${rate("kernel")}, JavaScript twin ${rate("twin")}, one combined RegExp ${rate("expression")}: kernel ${ratio("kernel", "expression")}, goal 40 ×; without word boundaries ${rate("bareExpression")}: ${ratio("kernel", "bareExpression")}`,
  );
  if (hasRipgrep) {
    console.log(
      `    ripgrep ${rate("ripgrep")}: kernel ${ratio("kernel", "ripgrep")}, goal 3 ×; engine from the file ${ratio("engine", "ripgrep")}`,
    );
  }
  const wallRatio = (one: Name, other: Name): string =>
    (median(subjects[one].wall) / median(subjects[other].wall)).toFixed(2);
  console.log(`    engine from the file ${rate("engine")}: ${ratio("engine", "kernel")} the kernel, goal 0.6 ×`);
  console.log(
    `    a worker with a kernel ${rate("oneKernel")}, two ${rate("twoKernels")}: ${wallRatio("twoKernels", "oneKernel")} × one, goal 1.8 ×; two workers with an engine each, from the file ${rate("twoThreads")}: ${wallRatio("twoThreads", "oneThread")} × one`,
  );
}

/** Bytes per millisecond, of each run that counts: by the clock, and by the time that a processor worked for this thread. */
interface Rated {
  readonly wall: number[];
  readonly processor: number[];
  run(counts: boolean): Promise<void>;
}

/** `work` may give the processor time that another process took. */
function rated(bytes: number, work: () => unknown): Rated {
  const wall: number[] = [];
  const processor: number[] = [];
  return {
    wall,
    processor,
    async run(counts) {
      const used = process.threadCpuUsage();
      const started = performance.now();
      const elsewhere = await work();
      const elapsed = performance.now() - started;
      const { user, system } = process.threadCpuUsage(used);
      if (!counts) return;
      wall.push(bytes / elapsed);
      processor.push(bytes / (typeof elsewhere === "number" ? elsewhere : (user + system) / 1000));
    },
  };
}

/** A thread that holds nothing but a kernel. */
interface KernelThread {
  keep(content: Uint8Array): void;
  find(repeats: number): Promise<unknown>;
  end(): Promise<unknown>;
}

function createKernelThread(): KernelThread {
  const worker = new Worker(new URL("./kernel-worker.ts", import.meta.url));
  return {
    keep: (content) => worker.postMessage({ content }),
    find(repeats) {
      worker.postMessage({ repeats });
      return once(worker, "message");
    },
    end: () => worker.terminate(),
  };
}

const quoted = (text: string): string => (/^[\w.-]+$/.test(text) ? text : `'${text}'`);
