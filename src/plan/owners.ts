import {
  type Known,
  known,
  type PlaceRef,
  type PlannedReading,
  type PlannedResource,
  type PlannedShape,
  type PlannedTarget,
  type ResourceAt,
} from "../model/index.ts";
import type { Change } from "./change.ts";
import type { Reader } from "./readers.ts";
import { isUtility } from "./utility-kinds.ts";

/** The resources of a change by the names that others use for them. */
export interface Owners {
  find(target: PlannedTarget): PlannedResource | undefined;
  /** What the shape of a resource reads of it; `undefined` where it has none. Read once: to read it again costs the most of a plan. */
  readingOf(resource: PlannedResource): PlannedReading | undefined;
  /** Whether an address is that of a value, a name or a pause, which is no end of any flow: `random_id.suffix`. */
  isUtility(address: string): boolean;
  /** What lies in a resource, by what it says itself: the databases of a server. */
  contentsOf(owner: PlannedResource): readonly PlannedResource[];
  /** Where a resource of the change lies; `undefined` where it is none of them. */
  placeOf(target: PlannedTarget): Known<PlaceRef> | undefined;
  /** Any resource by its address. */
  readonly resourceAt: ResourceAt;
  /** All resources of the change of some types. */
  ofTypes(types: readonly string[]): readonly Typed[];
}

interface Typed {
  readonly address: string;
  readonly reading: PlannedReading;
  readonly place: Known<PlaceRef>;
}

export function ownersOf(changes: readonly Change[], readers: readonly Reader[]): Owners {
  const byAddress = new Map<string, PlannedResource>();
  const byAlias = new Map<string, PlannedResource>();
  const read = new Map<PlannedResource, { readonly shape: PlannedShape; readonly reading: PlannedReading }>();
  const parts = new Map<string, () => PlannedTarget>();
  const utilities = new Set<string>();
  // Few settings ask for it.
  let everything: ReadonlyMap<string, PlannedResource> | undefined;
  const resourceAt: ResourceAt = (address) => {
    everything ??= new Map(
      changes.flatMap(({ template }) => [...template.resources].map((resource) => [resource.address, resource])),
    );
    return everything.get(address);
  };
  for (const { template } of changes) {
    for (const resource of template.resources) {
      const shape = readers.find((reader) => reader.shapes.has(resource.kind))?.shapes.get(resource.kind);
      if (shape === undefined) {
        const part = readers.find((reader) => reader.parts.has(resource.kind))?.parts.get(resource.kind);
        if (isUtility(resource.kind)) utilities.add(resource.address);
        if (part !== undefined) parts.set(resource.address, () => part.read(resource).of);
        continue;
      }
      const reading = shape.read(resource, undefined, resourceAt);
      read.set(resource, { shape, reading });
      byAddress.set(resource.address, resource);
      for (const alias of reading.aliases ?? []) byAlias.set(alias, resource);
    }
  }
  /** A reference to a setting of a resource means that resource; settings of settings end somewhere, or are no chain. */
  function find({ address, id }: PlannedTarget, depth = 0): PlannedResource | undefined {
    const named = address === undefined ? undefined : byAddress.get(address);
    if (named !== undefined) return named;
    const part = address === undefined || depth > 8 ? undefined : parts.get(address);
    const owner = part === undefined ? undefined : find(part(), depth + 1);
    return owner ?? (id === undefined ? undefined : byAlias.get(id));
  }
  // Few changes hold a setting that asks for it.
  let contents: ReadonlyMap<PlannedResource | undefined, readonly PlannedResource[]> | undefined;
  function placeOf(target: PlannedTarget): Known<PlaceRef> | undefined {
    const resource = find(target);
    return resource === undefined ? undefined : (read.get(resource)?.reading.place ?? regionPlace(resource));
  }
  return {
    find: (target) => find(target),
    placeOf,
    resourceAt,
    contentsOf(owner) {
      contents ??= Map.groupBy(read.keys(), (resource) => {
        const inside = read.get(resource)?.reading.liesWith;
        return inside === undefined ? undefined : find(inside);
      });
      return contents.get(owner) ?? [];
    },
    readingOf(resource) {
      const found = read.get(resource);
      // Where others lie counts for what lies in one of them only, and that is known once all are.
      return found?.reading.liesWith === undefined ? found?.reading : found.shape.read(resource, placeOf, resourceAt);
    },
    ofTypes: (types) =>
      [...read].flatMap(([resource, { shape, reading }]): readonly Typed[] => {
        if (!types.includes(shape.type)) return [];
        return [{ address: resource.address, reading, place: reading.place ?? regionPlace(resource) }];
      }),
    isUtility: (address) => utilities.has(address),
  };
}

/** A resource that does not place itself lies in the region that applies to it. */
export function regionPlace({ region }: PlannedResource): Known<PlaceRef> {
  return region.known ? known({ region: region.value }) : region;
}
