import type {
  ClassFact,
  CollectSink,
  CollectTask,
  Known,
  Link,
  Place,
  PlaceRef,
  ResourceRecord,
} from "../model/index.ts";
import { createBatch } from "./batch.ts";
import { factWriter } from "./facts.ts";
import type { RunStore } from "./open.ts";

/** What the store needs to know of a record that the record does not say itself. */
export interface RecordReading {
  placeOf(provider: string, ref: Known<PlaceRef>): Place;
  factsOf(record: ResourceRecord, place: Place): readonly ClassFact[];
  /** The id as ids are compared: lower case where the provider's ids differ in case only. */
  keyOf(provider: string, id: string): string;
}

export interface StoreSink extends CollectSink {
  /** Commits what is open. */
  flush(): void;
}

/** Writes what collecting reads, in the order it comes; places and own facts are settled on the way in. */
export function createSink(store: RunStore, reading: RecordReading): StoreSink {
  const { db } = store;
  const batch = createBatch(db);
  const taskKey = "provider = ? AND partition = ? AND account = ? AND type = ? AND region = ?";
  const findTask = db.prepare(`SELECT n, done FROM task WHERE ${taskKey}`);
  const addTask = db.prepare("INSERT INTO task (provider, partition, account, type, region) VALUES (?, ?, ?, ?, ?)");
  const endTask = db.prepare("UPDATE task SET done = 1 WHERE n = ?");
  const forget = [
    "DELETE FROM link WHERE resource IN (SELECT n FROM resource WHERE task = ?)",
    "DELETE FROM fact WHERE resource IN (SELECT n FROM resource WHERE task = ?)",
    "DELETE FROM alias WHERE resource IN (SELECT n FROM resource WHERE task = ?)",
    "DELETE FROM resource WHERE task = ?",
    "DELETE FROM asked WHERE task = ?",
  ].map((sql) => db.prepare(sql));
  const forgetGaps = db.prepare(`DELETE FROM gap WHERE ${taskKey}`);
  const addAsked = db.prepare("INSERT INTO asked VALUES (?, ?) ON CONFLICT DO NOTHING");
  // A gap is told once per operation and reason; detail and first resource are the smallest, whatever order they come in.
  const addGap = db.prepare(`INSERT INTO gap VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
    ON CONFLICT DO UPDATE SET count = count + 1, detail = min(detail, excluded.detail),
    resource = CASE WHEN resource IS NULL OR excluded.resource IS NULL THEN coalesce(resource, excluded.resource)
      ELSE min(resource, excluded.resource) END`);
  const addResource = db.prepare(`INSERT INTO resource (task, id, key, type, role, name, provider, partition, account,
    region, country, jurisdiction, place_source, place_field, place_value, tags, attributes, unchanged, setting, file, line)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING`);
  const addAlias = db.prepare("INSERT INTO alias VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
  const addFact = factWriter(db);
  const addLink = db.prepare(`INSERT INTO link (resource, kind, outward, target, target_key, party, region, country,
    jurisdiction, source, field, value) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);

  function keyOf(task: CollectTask): [string, string, string, string, string] {
    return [task.scope.provider, task.scope.partition, task.scope.account, task.type, task.region ?? ""];
  }

  // Tasks are few (accounts × regions × types) and asked for with each record.
  const numbers = new Map<string, number>();
  const known = new WeakMap<CollectTask, number>();
  function numberOf(task: CollectTask): number {
    const given = known.get(task) ?? findNumber(task);
    known.set(task, given);
    return given;
  }
  function findNumber(task: CollectTask): number {
    const key = keyOf(task);
    const name = key.join("\n");
    const cached = numbers.get(name);
    if (cached !== undefined) return cached;
    const found = findTask.get(...key)?.["n"];
    const n = typeof found === "number" ? found : Number(addTask.run(...key).lastInsertRowid);
    numbers.set(name, n);
    return n;
  }

  function writeLink(n: number, provider: string, link: Link): void {
    const { id, place: ref, party } = link.target;
    const place = ref === undefined ? undefined : reading.placeOf(provider, { known: true, value: ref });
    const key = id === undefined ? null : reading.keyOf(provider, id);
    const { source, field, value } = link.evidence;
    addLink.run(
      n,
      link.kind,
      link.direction === "to" ? 1 : 0,
      id ?? null,
      key,
      party ?? null,
      place?.region ?? null,
      place?.country ?? null,
      place?.jurisdiction ?? null,
      source,
      field,
      value,
    );
  }

  return {
    isDone: (task) => findTask.get(...keyOf(task))?.["done"] === 1,
    begin(task) {
      const earlier = findTask.get(...keyOf(task))?.["n"];
      batch.write();
      if (typeof earlier !== "number") {
        numberOf(task);
        return;
      }
      for (const statement of forget) statement.run(earlier);
      forgetGaps.run(...keyOf(task));
    },
    record(task, record) {
      batch.write();
      const { provider, partition, account } = record.scope;
      const place = reading.placeOf(provider, record.place);
      const added = addResource.run(
        numberOf(task),
        record.id,
        reading.keyOf(provider, record.id),
        record.type,
        record.role,
        record.name,
        provider,
        partition,
        account,
        place.region,
        place.country,
        place.jurisdiction,
        record.placeEvidence?.source ?? null,
        record.placeEvidence?.field ?? null,
        record.placeEvidence?.value ?? null,
        record.tags.known ? JSON.stringify(sorted(record.tags.value)) : null,
        JSON.stringify(sorted(record.attributes)),
        record.unchanged === true ? 1 : 0,
        record.setting === true ? 1 : 0,
        record.declared?.file ?? null,
        record.declared?.line ?? null,
      );
      // A list that shifts while it is read can show a resource twice; the first reading stands.
      if (added.changes === 0) return;
      const n = Number(added.lastInsertRowid);
      for (const alias of record.aliases) addAlias.run(provider, reading.keyOf(provider, alias), n);
      for (const fact of reading.factsOf(record, place)) addFact(n, fact);
      for (const link of record.links) writeLink(n, provider, link);
    },
    gap(gap) {
      batch.write();
      const { provider, partition, account } = gap.scope;
      addGap.run(
        provider,
        partition,
        account,
        gap.region ?? "",
        gap.type,
        gap.operation,
        gap.reason,
        gap.detail,
        gap.resource,
      );
    },
    asked(task, operation) {
      batch.write();
      addAsked.run(numberOf(task), operation);
    },
    end(task) {
      batch.write();
      endTask.run(numberOf(task));
    },
    flush: batch.flush,
  };
}

function sorted<T>(values: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}
