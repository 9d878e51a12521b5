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

/** The resources of a change by the names that others use for them. */
export interface Owners {
  find(target: PlannedTarget): PlannedResource | undefined;
  /** Where a resource of the change lies; `undefined` where it is none of them. */
  placeOf(target: PlannedTarget): Known<PlaceRef> | undefined;
}

export function ownersOf(changes: readonly Change[], readers: readonly Reader[]): Owners {
  const byAddress = new Map<string, PlannedResource>();
  const byAlias = new Map<string, PlannedResource>();
  const shapes = new Map<PlannedResource, PlannedShape>();
  for (const { template } of changes) {
    for (const resource of template.resources) {
      const shape = readers.find((reader) => reader.shapes.has(resource.kind))?.shapes.get(resource.kind);
      if (shape === undefined) continue;
      shapes.set(resource, shape);
      byAddress.set(resource.address, resource);
      for (const alias of shape.read(resource).aliases ?? []) byAlias.set(alias, resource);
    }
  }
  function find({ address, id }: PlannedTarget): PlannedResource | undefined {
    const named = address === undefined ? undefined : byAddress.get(address);
    return named ?? (id === undefined ? undefined : byAlias.get(id));
  }
  return {
    find,
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
