import { DataClass, Jurisdiction, ReportResource, type StoresInQuestion } from "../model/index.ts";
import type { RunStore } from "../store/open.ts";

interface StoresRow {
  readonly provider: string;
  readonly partition: string;
  readonly account: string;
  readonly jurisdiction: string;
  readonly scope: string;
  readonly classes: string;
  readonly stores: number;
}

/**
 * What each account holds, counted by place, scope and classes: what rules about accounts, platforms and the operator look at.
 * Sorted; as many rows as there are combinations, whatever the number of resources. Can be read more than once.
 */
export function storesOfAccounts(store: RunStore): Iterable<StoresInQuestion> {
  return { [Symbol.iterator]: () => rowsOf(store) };
}

function* rowsOf(store: RunStore): Generator<StoresInQuestion> {
  const rows = store.rows<StoresRow>(`
    SELECT r.provider, r.partition, r.account, r.jurisdiction, s.scope, s.classes, sum(r.role IN ('store', 'copy')) AS stores
    FROM resource r JOIN standing s ON s.resource = r.n
    GROUP BY r.provider, r.partition, r.account, r.jurisdiction, s.scope, s.classes
    ORDER BY r.provider, r.partition, r.account, r.jurisdiction, s.scope, s.classes`);
  for (const { provider, partition, account, jurisdiction, scope, classes, stores } of rows) {
    const held: [string, number][] = JSON.parse(classes);
    yield {
      provider,
      partition,
      account,
      jurisdiction: Jurisdiction.parse(jurisdiction),
      scope: ReportResource.shape.scope.parse(scope),
      classes: held.map(([name, confidence]) => ({ class: DataClass.parse(name), confidence })),
      count: stores,
    };
  }
}
