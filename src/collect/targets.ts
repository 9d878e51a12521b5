import type { CollectTask, Provider, ResourceType } from "../model/index.ts";
import type { Entered } from "./connect.ts";
import type { Selection } from "./selection.ts";

/** A task with what it takes to do it. */
export interface Target extends Entered {
  readonly task: CollectTask;
  readonly type: ResourceType;
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
            // Two sources may lead to the same account.
            if (!targets.has(key)) targets.set(key, { provider, session, type, task });
          }
        }
      }
    }
  }
  return [...targets.values()];
}

function targetKey({ scope, type, region }: CollectTask): string {
  return JSON.stringify([scope.provider, scope.partition, scope.account, type, region]);
}
