import { createCaller } from "../collect/caller.ts";
import { orInterrupted } from "../collect/interruption.ts";
import type { Limiter } from "../collect/limiter.ts";
import type { Target } from "../collect/targets.ts";
import { cleanGap } from "../collect/to-gap.ts";
import type { AccountSession } from "../model/index.ts";
import { type Check, checkOf } from "./check.ts";
import { createProbe, EnoughError } from "./probe.ts";

/** A refusal is an answer; what does not answer twice will not answer the scan either. */
const attempts = 2;
const timeoutMs = 10_000;

/** Runs one type's own collector against one account, each of its calls a few times at most, and says what became of each that it declares. */
export async function probeTarget(target: Target, limiter: Limiter, signal: AbortSignal): Promise<readonly Check[]> {
  const { task, type, sessions, provider } = target;
  let gapFor: ReturnType<typeof createCaller>["gapFor"] | undefined;
  const operations = type.operations.map(({ operation }) => operation);
  const probe = createProbe(operations, (gap) => {
    const inner = createCaller({ ...task, provider, signal, limiter, attempts, timeoutMs, concurrency: 4, gap });
    gapFor = inner.gapFor;
    return inner;
  });

  async function read(session: AccountSession): Promise<void> {
    for await (const item of type.collect(session, task.region, probe.caller)) {
      if (signal.aborted) return;
      // What a collector says of an answer it got is about the answer, not about the right to ask.
      if (item.kind === "gap" && !probe.granted.has(item.operation)) probe.fail(cleanGap(item));
    }
  }

  const [session] = sessions;
  if (session === undefined) return [];
  try {
    await orInterrupted(read(session), signal);
  } catch (error) {
    if (signal.aborted) return [];
    if (!(error instanceof EnoughError) && gapFor !== undefined) {
      probe.fail(gapFor(error, type.operations[0]?.operation ?? "collect"));
    }
  }

  const { scope, region } = task;
  const refused = probe.failed.size > 0;
  const declared = type.operations.map(({ operation, permission }): Check => {
    const gap = probe.failed.get(operation);
    if (gap !== undefined) return checkOf(gap, type.type, permission);
    const about = { scope, type: type.type, region, operation, permission, reason: null, resource: null };
    if (probe.granted.has(operation)) return { ...about, result: "granted", detail: null };
    const detail = refused ? "what it would be asked about was not answered" : "no resource that was tried needs it";
    return { ...about, result: "not-reached", detail };
  });
  const others = [...probe.failed.values()].filter(({ operation }) => !operations.includes(operation));
  return [...declared, ...others.map((gap) => checkOf(gap, type.type, null))];
}
