import {
  known,
  type PlannedLink,
  type PlannedPart,
  type PlannedReading,
  type PlannedResource,
  type PlannedTarget,
} from "../model/index.ts";
import type { Addresses } from "./addresses.ts";
import type { Attached, Change } from "./change.ts";
import type { Owners } from "./owners.ts";
import type { Reader } from "./readers.ts";

/** A part that stands for itself. */
interface Stray {
  readonly reading: PlannedReading;
  readonly type: string;
}

export interface Attachments {
  of(change: Change, address: string): readonly Attached[];
  /** Parts whose owner is not in the change, or stays as it is there: they stand for themselves. */
  readonly stray: ReadonlyMap<PlannedResource, Stray>;
}

/** Lays parts upon what they belong to. */
export function attachParts(
  changes: readonly Change[],
  readers: readonly Reader[],
  addresses: Addresses,
  owners: Owners,
): Attachments {
  const attached = new Map<string, Attached[]>();
  const stray = new Map<PlannedResource, Stray>();
  for (const change of changes) {
    for (const resource of change.template.resources) {
      const part = readers.find(({ parts }) => parts.has(resource.kind))?.parts.get(resource.kind);
      if (part === undefined) continue;
      const { of: target, others = [], ...stated } = part.read(resource);
      for (const other of others) {
        const moved = owners.find(other.of);
        if (moved === undefined || resource.change === "none") continue;
        const id = addresses.idOf(change, moved.address);
        attached.set(id, [...(attached.get(id) ?? []), { links: other.links }]);
      }
      const owner = owners.find(target);
      // What does not change asks nothing by itself, but a change of its settings does.
      if (owner !== undefined && (owner.change !== "none" || resource.change === "none")) {
        const id = addresses.idOf(change, owner.address);
        attached.set(id, [...(attached.get(id) ?? []), stated]);
        continue;
      }
      // A setting that neither moves data nor leaves anything open says nothing by itself.
      if (stated.links.length === 0 && (stated.unknowns ?? []).length === 0) continue;
      stray.set(resource, strayOf(part, target, owner, stated));
    }
  }
  return { of: (change, address) => attached.get(addresses.idOf(change, address)) ?? [], stray };
}

/** Who gets at a store where it is: nothing goes from it through the setting, which opens what its owner holds. */
const opening: ReadonlySet<PlannedLink["kind"]> = new Set([
  "reachable-from",
  "shared-with",
  "served-from",
  "key-held-in",
]);

/** Data goes from the owner through the setting to where the setting sends it. */
function strayOf(
  part: PlannedPart,
  target: PlannedTarget,
  owner: PlannedResource | undefined,
  { links, unknowns = [] }: Attached,
): Stray {
  const from: PlannedTarget = owner === undefined ? target : { ...target, address: owner.address };
  const inbound = links.map(
    ({ kind, evidence }): PlannedLink => ({
      kind: opening.has(kind) ? "part-of" : kind,
      direction: "from",
      target: from,
      evidence,
    }),
  );
  return { type: part.type, reading: { tags: known({}), links: [...inbound, ...links], unknowns } };
}
