import type { AccountSession, Provider, ResourceType, RunEvent, RunListener } from "../model/index.ts";
import { defaultConcurrency } from "./caller.ts";
import { connectAll, type Entered, identityTask } from "./connect.ts";
import { createInterruption } from "./interruption.ts";
import { createLimiter, type Limiter } from "./limiter.ts";
import { contentOpener } from "./open-contents.ts";
import { outcomeOf } from "./outcome.ts";
import { createOwnSink, type OwnSink } from "./own-sink.ts";
import { inPool } from "./pool.ts";
import { createPreliminaries, type Preliminaries } from "./preliminaries.ts";
import { unlistedRegionGap, unlistedRegions } from "./region-differences.ts";
import type { CollectOutcome, CollectRequest } from "./request.ts";
import { runTarget } from "./run-target.ts";
import type { Selection } from "./selection.ts";
import { selectionOfRun, wantedBy } from "./selection-of-run.ts";
import { planTargets, type Target } from "./targets.ts";

/** Regions that account-wide lists hold and a source did not name. */
type LeftOut = Map<AccountSession, Set<string>>;

interface Run {
  readonly request: CollectRequest;
  readonly signal: AbortSignal;
  readonly sink: OwnSink;
  readonly tell: RunListener;
  readonly endpoints: Set<string>;
}

/**
 * Reads sources × accounts × regions × types into the sink. An interrupted run resolves too, promptly, with what is there;
 * its unfinished tasks have no `end`.
 * @throws JingneiError where credentials, settings or globs have to be put right first; whatever the sink throws.
 */
export async function collect(request: CollectRequest): Promise<CollectOutcome> {
  const interruption = createInterruption(request.signal);
  const tell = (event: RunEvent): void => interruption.own(() => request.listener?.(event));
  const sink = createOwnSink(request.sink, interruption, tell);
  try {
    const outcome = await collectAll({ request, signal: interruption.signal, sink, tell, endpoints: new Set() });
    interruption.rethrow();
    return outcome;
  } catch (error) {
    interruption.rethrow();
    throw error;
  } finally {
    interruption.release();
  }
}

async function collectAll(run: Run): Promise<CollectOutcome> {
  const { request, signal, tell, endpoints } = run;
  const types = await loadTypes(request);
  tell({ kind: "phase", phase: "connect" });
  const preliminaries = createPreliminaries(run.sink);
  const entered = await enter(run, preliminaries);
  const selection = selectionOfRun(request, entered, types, tell);
  reportUnlisted(entered, selection, preliminaries);
  if (!signal.aborted) preliminaries.end();

  tell({ kind: "phase", phase: "collect" });
  const leftOut: LeftOut = new Map();
  await readAll(planTargets(entered, types, selection), selection, leftOut, run);
  await inspectAll(entered, types, run);
  return outcomeOf({ entered, types, selection, leftOut, endpoints, interrupted: signal.aborted });
}

async function loadTypes(request: CollectRequest): Promise<ReadonlyMap<Provider, readonly ResourceType[]>> {
  const providers = new Set(request.sources.map(({ provider }) => provider));
  const loaded = [...providers].map(async (provider) => [provider, await provider.types()] as const);
  return new Map(await Promise.all(loaded));
}

async function enter(run: Run, preliminaries: Preliminaries): Promise<readonly Entered[]> {
  const { request, signal, tell, endpoints } = run;
  return connectAll(request.sources, {
    ...paceOf(request),
    environment: request.environment,
    signal,
    contacted: (host) => endpoints.add(hostName(host)),
    asked: (source, operation) => preliminaries.asked(identityTask(source), operation),
    gap: preliminaries.gap,
    entered: ({ session }) => tell({ kind: "account", scope: session.scope, regions: session.regions.length }),
  });
}

/** Without its port: the report says who was talked to. A port is a detail of a gateway, and differs from run to run on loopback. */
function hostName(host: string): string {
  return host.replace(/:\d+$/, "");
}

function paceOf({ timeoutMs, attempts, concurrency = defaultConcurrency }: CollectRequest) {
  return {
    concurrency,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(attempts === undefined ? {} : { attempts }),
  };
}

function reportUnlisted(entered: readonly Entered[], selection: Selection, preliminaries: Preliminaries): void {
  for (const one of entered) {
    for (const region of unlistedRegions(one)) {
      if (selection.regionExcludedBy(region) === null) preliminaries.gap(unlistedRegionGap(one, region));
    }
  }
}

async function inspectAll(
  entered: readonly Entered[],
  types: ReadonlyMap<Provider, readonly ResourceType[]>,
  { request, signal, sink, tell }: Run,
): Promise<void> {
  if (request.inspect === undefined || signal.aborted) return;
  tell({ kind: "phase", phase: "inspect" });
  try {
    await request.inspect(contentOpener(entered, types, { ...paceOf(request), sink, signal }), signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

async function readAll(targets: readonly Target[], selection: Selection, leftOut: LeftOut, run: Run): Promise<void> {
  const { request, signal, sink, tell } = run;
  if (signal.aborted) return;
  const pace = paceOf(request);
  const limiters = new Map<string, Limiter>();
  const accountWide = targets.filter(({ task }) => task.region === null);
  const filters = new Map(
    accountWide.flatMap(({ provider, sessions }) =>
      sessions.map((session) => {
        const regions = leftOut.get(session) ?? new Set();
        leftOut.set(session, regions);
        return [session, wantedBy(selection, { provider, session }, (region) => regions.add(region))];
      }),
    ),
  );
  const left = targets.filter(({ task }) => !sink.isDone(task));
  let done = targets.length - left.length;
  tell({ kind: "planned", tasks: targets.length });
  // All of them before the first: what an interruption leaves unread is then known by name.
  for (const { task } of left) sink.begin(task);

  async function work(target: Target): Promise<void> {
    const { task } = target;
    await runTarget(target, {
      ...pace,
      sink,
      signal,
      limiter: limiterOf(limiters, target, pace.concurrency),
      wanted: (session, record) => task.region !== null || filters.get(session)?.(record) !== false,
    });
    done++;
    tell({ kind: "task", ...task, done, total: targets.length, records: sink.records });
  }

  try {
    await inPool(left, pace.concurrency * 2, work);
  } catch (error) {
    if (!request.signal.aborted) throw error;
  }
}

/** One limiter per account × region × service, as clouds count their own limits. */
function limiterOf(limiters: Map<string, Limiter>, { task, type }: Target, concurrency: number): Limiter {
  const { provider, partition, account } = task.scope;
  const key = JSON.stringify([provider, partition, account, task.region, type.service]);
  const limiter = limiters.get(key) ?? createLimiter(concurrency);
  limiters.set(key, limiter);
  return limiter;
}
