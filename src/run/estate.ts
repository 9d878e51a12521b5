import {
  type ClassFact,
  type CollectSink,
  type CollectTask,
  type Edge,
  type Known,
  known,
  type Link,
  type PlaceRef,
  type ReportSource,
  type ResourceRecord,
  unknown,
} from "../model/index.ts";
import type { EstateNames } from "./estate-names.ts";

/** An earlier scan, as the surroundings of a change: its resources stay as they are and tell what they hold. */
export interface Estate {
  readonly source: ReportSource;
  /** As evidence names it. */
  readonly file: string;
}

/** Records of the estate. What each holds was found then; `factsOf` says it again. */
export function recordEstate({ source, file }: Estate, names: EstateNames, sink: CollectSink): void {
  const links = linksByResource(source.edges());
  const tasks = new Set<string>();
  for (const resource of source.resources()) {
    const { provider, partition, account, type, place } = resource;
    const task: CollectTask = { scope: { provider, partition, account }, type, region: null };
    const key = JSON.stringify(task);
    if (!tasks.has(key)) {
      tasks.add(key);
      sink.begin(task);
    }
    const record: ResourceRecord = {
      kind: "record",
      id: resource.id,
      type,
      role: resource.role,
      scope: task.scope,
      name: resource.name,
      place: place.region === null ? unknown("unsupported") : known({ region: place.region }),
      placeEvidence: { source: file, field: "place.region", value: place.region ?? "not known" },
      tags: resource.tags === null ? unknown("unsupported") : known(resource.tags),
      aliases: names.of(resource),
      links: links.get(resource.id) ?? [],
      attributes: resource.attributes ?? {},
      unchanged: true,
    };
    sink.record(task, record);
  }
  for (const key of tasks) sink.end(JSON.parse(key));
}

/** Where an earlier scan found a resource; `undefined` where it did not find it. */
export function estatePlace(names: EstateNames, provider: string, name: string): Known<PlaceRef> | undefined {
  const region = names.find(provider, name)?.place.region;
  return region === undefined || region === null ? undefined : known({ region });
}

/** What an earlier scan found a resource to hold, and where that was collected. */
export function estateFacts({ source, file }: Estate, id: string): readonly ClassFact[] {
  const resource = source.resource(id);
  if (resource === undefined) return [];
  const { classes, origin, confidence } = resource.dataClass;
  const evidence = { kind: "import", detail: `${file}, ${source.run.finishedAt.slice(0, 10)}` } as const;
  return [
    ...classes.map((value): ClassFact => ({ about: "class", value, confidence, evidence })),
    ...(origin === "unknown" ? [] : [{ about: "origin", value: origin, confidence: 0.9, evidence } as const]),
  ];
}

function linksByResource(edges: Iterable<Edge>): ReadonlyMap<string, readonly Link[]> {
  const found = new Map<string, Link[]>();
  for (const { from, kind, to, party, place, evidence } of edges) {
    if (kind === "stored-in") continue;
    const target = {
      ...(to === null ? {} : { id: to }),
      ...(party === null ? {} : { party }),
      ...(place.region === null ? {} : { place: { region: place.region } }),
    };
    found.set(from, [...(found.get(from) ?? []), { kind, direction: "to", target, evidence }]);
  }
  return found;
}
