import { connectAll, type Entered, identityTask } from "../collect/connect.ts";
import { createLimiter, type Limiter } from "../collect/limiter.ts";
import { inPool } from "../collect/pool.ts";
import { unlistedRegions } from "../collect/region-differences.ts";
import type { CollectSource } from "../collect/request.ts";
import type { Selection } from "../collect/selection.ts";
import { selectionOfRun } from "../collect/selection-of-run.ts";
import { planTargets, type Target } from "../collect/targets.ts";
import {
  type AccountSession,
  JingneiError,
  type Provider,
  type ResourceType,
  type RunListener,
  type Scope,
} from "../model/index.ts";
import { type Check, checkOf, type Preflight, type RefusedSource } from "./check.ts";
import { probeTarget } from "./probe-target.ts";

export interface PreflightRequest {
  readonly sources: readonly CollectSource[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** Globs on types and regions. */
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly listener: RunListener;
}

/** Types that are tried at a time, and calls at a time for each account, region and service. */
const width = 16;
const callWidth = 4;

/**
 * Enters every source as a scan does, then tries each type in each account: account-wide ones once, the others in one region. Nothing
 * is kept of what is read.
 * @throws JingneiError `usage` where `only` matches nothing
 */
export async function preflight(request: PreflightRequest): Promise<Preflight> {
  const { signal, listener } = request;
  listener({ kind: "phase", phase: "connect" });
  const types = await typesOf(request.sources);
  const endpoints = new Set<string>();
  const connected = await Promise.all(request.sources.map((source) => enter(source, request, endpoints)));
  const entered = connected.flatMap((one) => one.entered);
  const selection = selectionOfRun(request, entered, types, listener);
  const regions = new Map(entered.map(({ session }) => [keyOf(session.scope), regionOf(session, selection)]));
  const targets = planTargets(entered, types, selection).filter(
    ({ task }) => task.region === null || task.region === regions.get(keyOf(task.scope)),
  );

  listener({ kind: "phase", phase: "collect" });
  const found = await probeAll(targets, request);
  return {
    accounts: accountsOf(entered, targets),
    checks: [...connected.flatMap(({ checks }) => checks), ...found],
    refused: connected.flatMap(({ refused }) => (refused === undefined ? [] : [refused])),
    endpoints: [...endpoints].sort(),
    interrupted: signal.aborted,
  };
}

async function typesOf(sources: readonly CollectSource[]): Promise<ReadonlyMap<Provider, readonly ResourceType[]>> {
  const providers = new Set(sources.map(({ provider }) => provider));
  const loaded = [...providers].map(async (provider) => [provider, await provider.types()] as const);
  return new Map(await Promise.all(loaded));
}

interface Connected {
  readonly entered: readonly Entered[];
  readonly checks: readonly Check[];
  readonly refused?: RefusedSource;
}

/** One source by itself: what is wrong with one must not hide what the others may. */
async function enter(source: CollectSource, request: PreflightRequest, endpoints: Set<string>): Promise<Connected> {
  const { signal, environment, listener } = request;
  const permissions = new Map((source.provider.entry ?? []).map((call) => [call.operation, call.permission]));
  const checks: Check[] = [];
  try {
    const entered = await connectAll([source], {
      environment,
      signal,
      contacted: (host) => endpoints.add(host),
      asked: (_, operation) =>
        checks.push({
          ...identityTask(source),
          type: "connect",
          operation,
          permission: permissions.get(operation) ?? null,
          result: "granted",
          reason: null,
          detail: null,
          resource: null,
        }),
      gap: (gap) => checks.push(checkOf(gap, "connect", permissions.get(gap.operation) ?? null)),
      entered: ({ session }) => listener({ kind: "account", scope: session.scope, regions: session.regions.length }),
    });
    return { entered, checks };
  } catch (error) {
    if (!(error instanceof JingneiError)) throw error;
    return { entered: [], checks, refused: { label: source.label, error } };
  }
}

/** Where per-region types are tried: the region that global questions are asked in, else the first that is scanned. */
function regionOf(session: AccountSession, selection: Selection): string | null {
  const scanned = session.regions.filter((region) => selection.regionExcludedBy(region) === null);
  return scanned.find((region) => region === session.homeRegion) ?? scanned[0] ?? null;
}

async function probeAll(targets: readonly Target[], request: PreflightRequest): Promise<readonly Check[]> {
  const { signal, listener } = request;
  const limiters = new Map<string, Limiter>();
  const found = new Map<Target, readonly Check[]>();
  listener({ kind: "planned", tasks: targets.length });
  await inPool(targets, width, async (target) => {
    if (signal.aborted) return;
    const { task, type } = target;
    const key = `${keyOf(task.scope)} ${task.region} ${type.service}`;
    const limiter = limiters.get(key) ?? createLimiter(callWidth);
    limiters.set(key, limiter);
    found.set(target, await probeTarget(target, limiter, signal));
    listener({ kind: "task", ...task, done: found.size, total: targets.length, records: 0 });
  });
  // In the order of the plan, whichever ended first.
  return targets.flatMap((target) => found.get(target) ?? []);
}

function accountsOf(entered: readonly Entered[], targets: readonly Target[]): Preflight["accounts"] {
  const tried = new Map(
    targets.map(({ task }) => [keyOf(task.scope), task.region] as const).filter(([, region]) => region !== null),
  );
  const accounts = new Map(
    entered.map((one) => {
      const { scope, regions, notEnabled } = one.session;
      const region = tried.get(keyOf(scope)) ?? null;
      return [keyOf(scope), { scope, regions, notEnabled, unlisted: unlistedRegions(one), region }];
    }),
  );
  return [...accounts.values()];
}

function keyOf({ provider, partition, account }: Scope): string {
  return JSON.stringify([provider, partition, account]);
}
