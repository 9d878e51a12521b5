import type { AccountSession, CollectTask, Provider, ResourceType } from "../model/index.ts";
import type { Entered } from "./connect.ts";
import type { Selection } from "./selection.ts";

/** A task with what it takes to do it. */
export interface Target {
  readonly task: CollectTask;
  readonly type: ResourceType;
  readonly provider: Provider;
  /** One, or more where sources ask for different regions of the same account and its list is account-wide. */
  readonly sessions: readonly AccountSession[];
}

/**
 * Every account × type × region that is selected, once. Account-wide types come first, since they tend to take longest;
 * neighbours in the list are of different regions, so that they do not queue at the same limiter.
 */
export function planTargets(
  entered: readonly Entered[],
  types: ReadonlyMap<Provider, readonly ResourceType[]>,
  selection: Selection,
): readonly Target[] {
  const targets = new Map<string, Target>();
  for (const reach of ["global", "per-region"] as const) {
    for (const [provider, all] of types) {
      const chosen = all.filter((type) => type.reach === reach && selection.typeExcludedBy(type.type) === null);
      for (const type of chosen) {
        for (const { session } of entered.filter((one) => one.provider === provider)) {
          const regions = type.reach === "global" ? [null] : session.regions;
          for (const region of regions) {
            if (region !== null && selection.regionExcludedBy(region) !== null) continue;
            const task = { scope: session.scope, type: type.type, region };
            const key = targetKey(task);
            const sessions = targets.get(key)?.sessions ?? [];
            if (region !== null && sessions.length > 0) continue;
            if (sessions.some((known) => asksForSame(known, session))) continue;
            targets.set(key, { provider, type, task, sessions: [...sessions, session] });
          }
        }
      }
    }
  }
  return [...targets.values()];
}

/** Two sources may lead to the same account. Where both ask for the same of it, the second adds nothing. */
function asksForSame(one: AccountSession, other: AccountSession): boolean {
  const wish = ({ regions, excluded = [], wished }: AccountSession): string =>
    JSON.stringify([regions, excluded, wished]);
  return wish(one) === wish(other);
}

function targetKey({ scope, type, region }: CollectTask): string {
  return JSON.stringify([scope.provider, scope.partition, scope.account, type, region]);
}
