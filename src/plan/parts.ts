import {
  known,
  type PlannedLink,
  type PlannedPart,
  type PlannedReading,
  type PlannedResource,
  type PlannedTarget,
  type Role,
} from "../model/index.ts";
import type { Addresses } from "./addresses.ts";
import type { Attached, Change } from "./change.ts";
import type { Owners } from "./owners.ts";
import type { Reader } from "./readers.ts";

/** A part that stands for itself. */
interface Stray {
  readonly reading: PlannedReading;
  readonly type: string;
  /** Of what it belongs to: what a scan would judge is judged here. */
  readonly role: Role;
  readonly target: PlannedTarget;
}

export interface Attachments {
  of(change: Change, address: string): readonly Attached[];
  /** Parts whose owner is not in the change, or stays as it is there: they stand for themselves. */
  readonly stray: ReadonlyMap<PlannedResource, Stray>;
}

/** A part that changes, and its owner, where that is in the change and stays as it is. */
interface Alone {
  readonly change: Change;
  readonly resource: PlannedResource;
  readonly part: PlannedPart;
  /** What it concerns: its owner, or what lies in that. */
  readonly targets: readonly PlannedTarget[];
  readonly owner: PlannedResource | undefined;
  readonly stated: Attached;
  readonly lets: readonly PlannedLink[];
}

/** Lays parts upon what they belong to. */
export function attachParts(
  changes: readonly Change[],
  readers: readonly Reader[],
  addresses: Addresses,
  owners: Owners,
): Attachments {
  const attached = new Map<string, Attached[]>();
  const alone: Alone[] = [];
  const of = (change: Change, address: string) => attached.get(addresses.idOf(change, address)) ?? [];
  const attach = (id: string, stated: Attached) => {
    const all = attached.get(id);
    if (all === undefined) attached.set(id, [stated]);
    else all.push(stated);
  };
  for (const change of changes) {
    for (const resource of change.template.resources) {
      const part = readers.find(({ parts }) => parts.has(resource.kind))?.parts.get(resource.kind);
      if (part === undefined) continue;
      const { of: target, others = [], isOfContents, lets = [], ...stated } = part.read(resource, owners.resourceAt);
      for (const other of others) {
        const moved = owners.find(other.of);
        if (moved === undefined || resource.change === "none") continue;
        const id = addresses.idOf(change, moved.address);
        attach(id, { links: other.links });
      }
      const owner = owners.find(target);
      if (isOfContents === true) {
        const { inside, beside } = contentsOf(owner, resource, owners);
        // A server that is closed to all takes back what its rules let in to.
        const links = linksLeft({ owner, stated, change }, [], readers, owners, of);
        for (const { address } of inside) {
          const id = addresses.idOf(change, address);
          attach(id, { links, attributes: {}, unknowns: stated.unknowns ?? [] });
        }
        if (resource.change === "none" || (beside.length === 0 && inside.length > 0)) continue;
        const targets = beside.length > 0 ? beside.map(({ address }) => ({ address })) : [target];
        alone.push({ change, resource, part, targets, owner: beside[0] ?? owner, stated: { ...stated, links }, lets });
        continue;
      }
      // What does not change asks nothing by itself, but a change of its settings does.
      if (owner !== undefined && (owner.change !== "none" || resource.change === "none")) {
        const id = addresses.idOf(change, owner.address);
        attach(id, stated);
        continue;
      }
      const from: PlannedTarget = owner === undefined ? target : { ...target, address: owner.address };
      alone.push({ change, resource, part, targets: [from], owner, stated, lets });
    }
  }
  const stray = new Map<PlannedResource, Stray>();
  const byOwner = Map.groupBy(alone, ownerKey);
  for (const one of alone) {
    const beside = (byOwner.get(ownerKey(one)) ?? []).filter((other) => other !== one);
    const links =
      one.owner === undefined ? linksAlone(one, beside, readers) : linksLeft(one, beside, readers, owners, of);
    // A setting that neither moves data nor leaves anything open says nothing by itself.
    if (links.length === 0 && (one.stated.unknowns ?? []).length === 0) continue;
    stray.set(one.resource, strayOf(one.part, one.targets, { ...one.stated, links }, roleOf(one.part, readers)));
  }
  return { of, stray };
}

/** What lies in an owner: what the change makes or alters, and what stays as it is beside a setting that does not. */
function contentsOf(
  owner: PlannedResource | undefined,
  { change }: PlannedResource,
  owners: Owners,
): { readonly inside: readonly PlannedResource[]; readonly beside: readonly PlannedResource[] } {
  const contents = owner === undefined ? [] : owners.contentsOf(owner);
  const joins = (one: PlannedResource): boolean => one.change !== "none" || change === "none";
  return { inside: contents.filter(joins), beside: contents.filter((one) => !joins(one)) };
}

/**
 * What a part states, weighed together with all else that is said of its owner: a block on public access beside it may close what
 * it opens. A part that states no link itself has those that it lets through: with its switches the other way they would be closed.
 */
function linksLeft(
  { change, owner, stated }: Pick<Alone, "change" | "owner" | "stated">,
  beside: readonly Alone[],
  readers: readonly Reader[],
  owners: Owners,
  of: Attachments["of"],
): readonly PlannedLink[] {
  if (owner === undefined) return stated.links;
  const shape = readers.find(({ shapes }) => shapes.has(owner.kind))?.shapes.get(owner.kind);
  const weigh = shape?.weigh;
  if (shape === undefined || weigh === undefined) return stated.links;
  const standing: readonly Attached[] = [owners.readingOf(owner) ?? shape.read(owner), ...of(change, owner.address)];
  const others = beside.map((one) => one.stated);
  const leftWith = (attributes: Attached["attributes"]): readonly PlannedLink[] => {
    const all = [...standing, ...others, { ...stated, attributes }];
    return weigh({
      links: all.flatMap(({ links }) => links),
      attributes: Object.assign({}, ...all.map((one) => one.attributes ?? {})),
    }).links;
  };
  const left = new Set(leftWith(stated.attributes));
  if (stated.links.length > 0) return stated.links.filter((link) => left.has(link));
  const switched = Object.entries(stated.attributes ?? {}).map(([name, value]) => [
    name,
    typeof value === "boolean" ? !value : value,
  ]);
  const closed = new Set(leftWith(Object.fromEntries(switched)));
  return standing.flatMap(({ links }) => links).filter((link) => left.has(link) && !closed.has(link));
}

/** What is said of one owner is weighed together, be it in the change or known by its name alone. */
function ownerKey(one: Alone): unknown {
  const [{ address, id } = {}] = one.targets;
  const named = address ?? id;
  return one.owner ?? (named === undefined ? one : `${one.part.type} ${named}`);
}

/**
 * What a part of an owner that nobody here declares states. Only what another part of it surely takes back is left out: of the
 * owner itself nothing is known. For the same reason a block that is switched off lets through what may be open.
 */
function linksAlone(
  { part, stated, lets }: Alone,
  beside: readonly Alone[],
  readers: readonly Reader[],
): readonly PlannedLink[] {
  const shapes = readers.flatMap((reader) => reader.provider.catalogue.shapes);
  const weigh = shapes.find((shape) => shape.type === part.type && shape.weigh !== undefined)?.weigh;
  if (stated.links.length === 0) {
    const isSaid = beside.some((one) => one.stated.links.some(({ kind }) => opening.has(kind)));
    return isSaid ? [] : lets;
  }
  if (weigh === undefined) return stated.links;
  const attributes = Object.assign(
    {},
    ...[stated, ...beside.map((one) => one.stated)].map((one) => one.attributes ?? {}),
  );
  const open = weigh({ links: stated.links, attributes: {} }).links;
  const left = weigh({ links: stated.links, attributes }).links;
  return stated.links.filter((link) => left.includes(link) || !open.includes(link));
}

function roleOf({ type }: PlannedPart, readers: readonly Reader[]): Role {
  const shapes = readers.flatMap((reader) => reader.provider.catalogue.shapes);
  return shapes.find((shape) => shape.type === type)?.role ?? "flow";
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
  targets: readonly PlannedTarget[],
  { links, unknowns = [] }: Attached,
  role: Role,
): Stray {
  const inbound = targets.flatMap((target) =>
    links.map(
      ({ kind, evidence }): PlannedLink => ({
        kind: opening.has(kind) ? "part-of" : kind,
        direction: "from",
        target,
        evidence,
      }),
    ),
  );
  const [target = {}] = targets;
  const name = target.id?.split(/[/:]/).at(-1);
  const reading = { tags: known({}), links: [...inbound, ...links], unknowns, ...(name ? { name } : {}) };
  return { type: part.type, role, target, reading };
}
