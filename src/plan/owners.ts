import {
  type Known,
  known,
  type PlaceRef,
  type PlannedResource,
  type PlannedShape,
  type PlannedTarget,
} from "../model/index.ts";
import type { Change } from "./change.ts";
import type { Reader } from "./readers.ts";
import { isUtility } from "./utility-kinds.ts";

/** The resources of a change by the names that others use for them. */
export interface Owners {
  find(target: PlannedTarget): PlannedResource | undefined;
  /** Whether an address is that of a value, a name or a pause, which is no end of any flow: `random_id.suffix`. */
  isUtility(address: string): boolean;
  /** What lies in a resource, by what it says itself: the databases of a server. */
  contentsOf(owner: PlannedResource): readonly PlannedResource[];
  /** Where a resource of the change lies; `undefined` where it is none of them. */
  placeOf(target: PlannedTarget): Known<PlaceRef> | undefined;
}

export function ownersOf(changes: readonly Change[], readers: readonly Reader[]): Owners {
  const byAddress = new Map<string, PlannedResource>();
  const byAlias = new Map<string, PlannedResource>();
  const shapes = new Map<PlannedResource, PlannedShape>();
  const parts = new Map<string, () => PlannedTarget>();
  const utilities = new Set<string>();
  for (const { template } of changes) {
    for (const resource of template.resources) {
      const shape = readers.find((reader) => reader.shapes.has(resource.kind))?.shapes.get(resource.kind);
      if (shape === undefined) {
        const part = readers.find((reader) => reader.parts.has(resource.kind))?.parts.get(resource.kind);
        if (isUtility(resource.kind)) utilities.add(resource.address);
        if (part !== undefined) parts.set(resource.address, () => part.read(resource).of);
        continue;
      }
      shapes.set(resource, shape);
      byAddress.set(resource.address, resource);
      for (const alias of shape.read(resource).aliases ?? []) byAlias.set(alias, resource);
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
  return {
    find: (target) => find(target),
    contentsOf(owner) {
      contents ??= Map.groupBy(shapes.keys(), (resource) => {
        const inside = shapes.get(resource)?.read(resource).liesWith;
        return inside === undefined ? undefined : find(inside);
      });
      return contents.get(owner) ?? [];
    },
    isUtility: (address) => utilities.has(address),
    placeOf(target) {
      const resource = find(target);
      return resource === undefined ? undefined : (shapes.get(resource)?.read(resource).place ?? regionPlace(resource));
    },
  };
}

/** A resource that does not place itself lies in the region that applies to it. */
export function regionPlace({ region }: PlannedResource): Known<PlaceRef> {
  return region.known ? known({ region: region.value }) : region;
}
