import { type ClassFact, type Jurisdiction, type ResourceRecord, type Scope, StoreInspection } from "../model/index.ts";
import { factWriter } from "./facts.ts";
import type { RunStore } from "./open.ts";

/** A store that the run has read and nobody has looked into yet. */
export interface UninspectedStore {
  readonly n: number;
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly scope: Scope;
  readonly region: string | null;
  readonly jurisdiction: Jurisdiction;
  readonly attributes: ResourceRecord["attributes"];
}

/** Stores of these types that were not inspected, by id. Read whole: they are few beside what they hold. */
export function uninspected(store: RunStore, types: readonly string[]): readonly UninspectedStore[] {
  const sql = `SELECT n, id, type, name, provider, partition, account, region, jurisdiction, attributes FROM resource
    WHERE type IN (SELECT value FROM json_each(?)) AND n NOT IN (SELECT resource FROM inspection) ORDER BY id`;
  type Row = Omit<UninspectedStore, "scope" | "attributes"> & Scope & { readonly attributes: string };
  return [...store.rows<Row>(sql, JSON.stringify(types))].map(
    ({ provider, partition, account, attributes, ...row }) => ({
      ...row,
      attributes: JSON.parse(attributes),
      scope: { provider, partition, account },
    }),
  );
}

/** Keeps what sampling showed, and what follows for the class of the store's data, in one step. */
export function keepInspection(
  { db }: RunStore,
  n: number,
  inspection: StoreInspection,
  facts: readonly ClassFact[],
): void {
  const addFact = factWriter(db);
  const add = db.prepare("INSERT OR REPLACE INTO inspection VALUES (?, ?)");
  const isOwn = !db.isTransaction;
  if (isOwn) db.exec("BEGIN");
  for (const fact of facts) addFact(n, fact);
  add.run(n, JSON.stringify(inspection));
  if (isOwn) db.exec("COMMIT");
}

/** By resource; `undefined` where nobody asked for it. */
export function readInspections(store: RunStore): { readonly inspections?: readonly StoreInspection[] } {
  if (store.meta("inspect") === undefined) return {};
  const sql = "SELECT i.body FROM inspection i JOIN resource r ON r.n = i.resource ORDER BY r.id";
  const rows = [...store.rows<{ body: string }>(sql)];
  return { inspections: rows.map(({ body }) => StoreInspection.parse(JSON.parse(body))) };
}
