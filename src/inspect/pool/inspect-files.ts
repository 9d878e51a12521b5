import { availableParallelism } from "node:os";
import { ContentError, type ContentGap, type ContentObject, type ContentSource } from "../../model/index.ts";
import { createEngine, type EngineOptions } from "../engine/engine.ts";
import type { ObjectResult } from "../result.ts";
import { createThread } from "./thread.ts";

/** Below this one thread is done before a second has started. */
const worthSharing = 32 * 1024 ** 2;
const mostThreads = 8;
/** Objects under way or done ahead of the one that is due, per thread. */
const ahead = 16;

export interface FilesOptions extends EngineOptions {
  readonly signal: AbortSignal;
  /** Threads; left out = one per processor, at most eight. */
  readonly threads?: number;
}

/**
 * Inspects the files of a local source, on several threads where that is worth it. Results come in the order of the source,
 * whichever thread is done first.
 * @throws what `signal` was aborted with.
 */
export async function* inspectFiles(
  source: ContentSource,
  options: FilesOptions,
): AsyncIterable<ObjectResult | ContentGap> {
  const { year, seed, limits, signal } = options;
  const listed = source.list(signal)[Symbol.asyncIterator]();
  const first: (ContentObject | ContentGap)[] = [];
  let bytes = 0;
  let isAll = false;
  while (!isAll && bytes < worthSharing) {
    const { done = false, value } = await listed.next();
    isAll = done;
    if (done) break;
    first.push(value);
    if (!isGap(value)) bytes += value.size ?? 0;
  }
  const all = chained(first, listed);
  const threads = options.threads ?? Math.min(mostThreads, availableParallelism());
  if (threads > 1 && bytes >= worthSharing && !(isAll && first.length === 1)) {
    yield* shared(all, { year, seed, limits }, threads, signal);
    return;
  }
  const engine = await createEngine({ year, seed, limits });
  for await (const one of all) yield isGap(one) ? one : await engine.inspect(one, signal);
}

async function* shared(
  objects: AsyncIterable<ContentObject | ContentGap>,
  options: EngineOptions,
  count: number,
  signal: AbortSignal,
): AsyncIterable<ObjectResult | ContentGap> {
  const threads = Array.from({ length: count }, () => createThread(options));
  const free = [...threads];
  const waiting: ((thread: (typeof threads)[number]) => void)[] = [];
  const stop = (): void => {
    for (const thread of threads) void thread.end();
  };
  async function inspect({ path, size = 0, version = "" }: ContentObject): Promise<ObjectResult | ContentGap> {
    const thread = free.pop() ?? (await new Promise<(typeof threads)[number]>((resolve) => waiting.push(resolve)));
    try {
      signal.throwIfAborted();
      return await thread.inspect({ path, size, version, part: {} });
    } catch (error) {
      if (error instanceof ContentError) return { path, reason: error.reason, detail: error.message };
      throw error;
    } finally {
      const next = waiting.shift();
      if (next === undefined) free.push(thread);
      else next(thread);
    }
  }

  signal.addEventListener("abort", stop);
  const under: Promise<ObjectResult | ContentGap>[] = [];
  try {
    for await (const one of objects) {
      const answer = isGap(one) ? Promise.resolve(one) : inspect(one);
      // Whoever is due hears of a failure when its turn comes; until then it is no unhandled one.
      answer.catch(() => undefined);
      under.push(answer);
      if (under.length >= count * ahead) yield await due(under, signal);
    }
    while (under.length > 0) yield await due(under, signal);
  } finally {
    signal.removeEventListener("abort", stop);
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

async function due(
  under: Promise<ObjectResult | ContentGap>[],
  signal: AbortSignal,
): Promise<ObjectResult | ContentGap> {
  const next = under.shift();
  if (next === undefined) throw new Error("nothing is under way");
  const answer = await next;
  signal.throwIfAborted();
  return answer;
}

async function* chained<One>(first: readonly One[], rest: AsyncIterator<One>): AsyncIterable<One> {
  yield* first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

export function isGap(one: ContentObject | ObjectResult | ContentGap): one is ContentGap {
  return "reason" in one;
}
