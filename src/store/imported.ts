import type { ClassFact, ImportSubject } from "../model/index.ts";
import { factWriter } from "./facts.ts";
import type { RunStore } from "./open.ts";

/** Finds the resource that a result of another service speaks of, and keeps what follows for it. */
export interface ImportFinder {
  /** Its number in the store; `undefined` where nothing that was read, or more than one, fits. */
  find(subject: ImportSubject): number | undefined;
  keep(n: number, facts: readonly ClassFact[]): void;
}

export function importFinder({ db }: RunStore, keyOf: (provider: string, id: string) => string): ImportFinder {
  const providers = db
    .prepare("SELECT DISTINCT provider FROM resource")
    .all()
    .map((row) => String(row["provider"]));
  const byKey = db.prepare("SELECT n FROM resource WHERE key = ?");
  const byAlias = db.prepare("SELECT resource AS n FROM alias WHERE provider = ? AND alias = ?");
  const byName = db.prepare("SELECT n FROM resource WHERE type = ? AND name = ? COLLATE NOCASE LIMIT 2");
  const byEnd = db.prepare(
    "SELECT n FROM resource WHERE type = ? AND lower(substr(id, -length(?))) = lower(?) LIMIT 2",
  );
  const add = factWriter(db);

  function only(rows: readonly Record<string, unknown>[]): number | undefined {
    return rows.length === 1 ? Number(rows[0]?.["n"]) : undefined;
  }

  return {
    find(subject) {
      if ("name" in subject) return only(byName.all(subject.type, subject.name));
      if ("idEnd" in subject) return only(byEnd.all(subject.type, subject.idEnd, subject.idEnd));
      for (const provider of providers) {
        const key = keyOf(provider, subject.id);
        const found = only(byKey.all(key)) ?? only(byAlias.all(provider, key));
        if (found !== undefined) return found;
      }
      return undefined;
    },
    keep(n, facts) {
      for (const fact of facts) add(n, fact);
    },
  };
}
