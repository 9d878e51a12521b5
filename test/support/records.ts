import {
  type ClassFact,
  type CollectTask,
  type Evidence,
  type Jurisdiction,
  known,
  type Link,
  type Place,
  type PlaceRef,
  type ResourceRecord,
  type Role,
} from "../../src/model/index.ts";
import { openStore, type RunStore } from "../../src/store/open.ts";
import { createSink, type StoreSink } from "../../src/store/sink.ts";

const scope = { provider: "test", partition: "test", account: "1" };

/** Made-up regions, so that a test reads like a sentence. */
const places: Readonly<Record<string, Place>> = {
  beijing: { region: "beijing", country: "CN", jurisdiction: "mainland" },
  shanghai: { region: "shanghai", country: "CN", jurisdiction: "mainland" },
  hongkong: { region: "hongkong", country: "HK", jurisdiction: "hong-kong" },
  singapore: { region: "singapore", country: "SG", jurisdiction: "foreign" },
};

export function record(
  id: string,
  region: string,
  options: {
    role?: Role;
    account?: string;
    tags?: Record<string, string>;
    links?: readonly Link[];
    aliases?: readonly string[];
    placeEvidence?: Evidence;
  } = {},
): ResourceRecord {
  return {
    kind: "record",
    id,
    type: "test/store/thing",
    role: options.role ?? "store",
    scope: { ...scope, account: options.account ?? "1" },
    name: id,
    place: known({ region }),
    ...(options.placeEvidence === undefined ? {} : { placeEvidence: options.placeEvidence }),
    tags: known(options.tags ?? {}),
    aliases: options.aliases ?? [],
    links: options.links ?? [],
    attributes: {},
  };
}

export function link(kind: Link["kind"], direction: Link["direction"], target: Link["target"], field = "field"): Link {
  return { kind, direction, target, evidence: { source: "test:List", field, value: "value" } };
}

/** Facts by tag, as a classifier would state them: `class`, `origin`, `copy`. */
function factsOf(record: ResourceRecord, place: Place): readonly ClassFact[] {
  const tags = record.tags.known ? record.tags.value : {};
  const facts: ClassFact[] = [];
  const add = (
    about: ClassFact["about"],
    value: string | undefined,
    confidence: number,
    kind: "tag" | "config" = "tag",
  ) => {
    if (value !== undefined) facts.push({ about, value, confidence, evidence: { kind, detail: `${about}=${value}` } });
  };
  add("class", tags["class"], 0.95);
  add("class", tags["hint"], 0.6);
  add("origin", tags["origin"], 0.95);
  add("mainland-copy", tags["copy"], 0.95);
  add("kind", tags["kind"], 0.95);
  add("mlps", tags["mlps"], 0.95);
  if (tags["origin"] === undefined && place.jurisdiction === "mainland") add("origin", "mainland", 0.7, "config");
  return facts;
}

export const reading = {
  placeOf: (_provider: string, ref: ResourceRecord["place"]): Place => placeOf(ref.known ? ref.value : undefined),
  factsOf,
  keyOf: (_provider: string, id: string) => id.toLowerCase(),
};

function placeOf(ref: PlaceRef | undefined): Place {
  const unknown: Jurisdiction = "unknown";
  return (ref && places[ref.region]) ?? { region: ref?.region ?? null, country: null, jurisdiction: unknown };
}

export const task: CollectTask = { scope, type: "test/store/thing", region: null };

/** A store in memory that has collected these records. */
export function storeOf(records: readonly ResourceRecord[]): RunStore & { readonly sink: StoreSink } {
  const store = openStore(":memory:", "create");
  const sink = createSink(store, reading);
  sink.begin(task);
  for (const one of records) sink.record({ ...task, scope: one.scope }, one);
  sink.end(task);
  sink.flush();
  return { ...store, sink };
}
