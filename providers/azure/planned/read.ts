import {
  type Known,
  known,
  type PlaceRef,
  type PlannedLink,
  type PlannedPart,
  type PlannedReading,
  type PlannedResource,
  type PlannedShape,
  type PlannedTarget,
  type ResourceRecord,
  type Role,
  unknown,
} from "../../../src/model/index.ts";
import { blobHostOf } from "../ids.ts";
import { pairOf } from "../regions.ts";

/** A resource as its shape reads it. */
export interface Here {
  readonly resource: PlannedResource;
  /** `undefined` where it is not set or not known yet. */
  text(path: string): string | undefined;
  flag(path: string): boolean | undefined;
  /** Where it lies, if that is known. */
  readonly location: string | undefined;
}

export interface ShapeSpec {
  /** Terraform's type or Resource Manager's. */
  readonly kind: string;
  readonly type: string;
  readonly role: Role;
  /** The setting that names what it lies in: a database's server; `byName` where its own name does. */
  readonly parent?: string;
  /** The setting that places it; `location` unless another one. */
  readonly location?: string;
  readonly links?: (here: Here) => readonly PlannedLink[];
  readonly attributes?: (here: Here) => Readonly<Record<string, string | number | boolean | undefined>>;
  /** Paths that decide whether data leaves; where one is not known yet it is named. */
  readonly decides?: readonly string[];
  readonly weigh?: NonNullable<PlannedShape["weigh"]>;
}

export function shape(spec: ShapeSpec): PlannedShape {
  const { kind, type, role, weigh } = spec;
  const read: PlannedShape["read"] = (resource, placeOf) => readingOf(spec, resource, placeOf);
  return { kind, type, role, read, ...(weigh === undefined ? {} : { weigh }) };
}

type PlaceOf = Parameters<PlannedShape["read"]>[1];

function readingOf(spec: ShapeSpec, resource: PlannedResource, placeOf: PlaceOf): PlannedReading {
  const alone = hereOf(resource, spec.location);
  const parent = spec.parent === undefined ? undefined : ofAt(alone, spec.parent);
  const beside = parent === undefined ? undefined : placeOf?.(parent);
  const here =
    alone.location === undefined && beside?.known === true ? { ...alone, location: beside.value.region } : alone;
  const { settings } = resource;
  const tags = settings.map("tags");
  const name = here.text("name");
  const own = here.text("id");
  const field = spec.location ?? "location";
  const place = locationOf(resource, field);
  return {
    ...(name === undefined || name === "" ? {} : { name: name.slice(name.lastIndexOf("/") + 1) }),
    ...(parent === undefined ? {} : { liesWith: parent }),
    ...(spec.parent !== undefined && isUnset(place)
      ? { placeField: spec.parent }
      : { place: place ?? unknown("unsupported"), placeField: field }),
    tags: tags.known ? known(tags.value ?? {}) : tags,
    aliases: own === undefined ? [] : [own],
    links: spec.links?.(here) ?? [],
    attributes: told(spec.attributes?.(here) ?? {}),
    unknowns: undecided(here, spec.decides),
  };
}

function undecided({ resource: { settings } }: Here, paths: readonly string[] = []): readonly string[] {
  return paths.filter((path) => !settings.text(path).known || !settings.each(path).known);
}

/** Settings that are a resource of their own. */
export function part(
  spec: Pick<ShapeSpec, "kind" | "type" | "attributes" | "decides"> & {
    /** Path of what it belongs to. */
    readonly of: string | ((here: Here) => PlannedTarget);
    readonly links: (here: Here) => readonly PlannedLink[];
    /** Path of the databases that go the same way. */
    readonly with?: string;
    /** It concerns what lies in what it belongs to. */
    readonly isOfContents?: true;
  },
): PlannedPart {
  const { kind, type } = spec;
  return {
    kind,
    type,
    read(resource) {
      const here = hereOf(resource);
      const links = spec.links(here);
      const moved = spec.with === undefined ? [] : resource.settings.refs(spec.with);
      return {
        of: typeof spec.of === "string" ? ofAt(here, spec.of) : spec.of(here),
        links,
        attributes: told(spec.attributes?.(here) ?? {}),
        unknowns: undecided(here, spec.decides),
        ...(spec.isOfContents === true ? { isOfContents: true } : {}),
        ...(moved.length === 0 ? {} : { others: moved.map((address) => ({ of: { address }, links })) }),
      };
    },
  };
}

/** As `of`: a resource of Resource Manager belongs to the one that its own name begins with. */
export const byName = "name";

function ofAt(here: Here, path: string): PlannedTarget {
  return path === byName ? parentOf(here) : targetAt(here, path);
}

/** What a resource is part of by its name: `registry/replica` of `registry`. Its name alone is no id. */
function parentOf({ resource }: Here): PlannedTarget {
  const [address] = resource.settings.refs(byName);
  return address === undefined ? {} : { address };
}

/** An account that a setting gives by id, or by name alone where it is the one that the resource lies in. */
export function accountAt(here: Here, path: string): PlannedTarget {
  const stated = here.text(path);
  if (stated === undefined || stated.includes("/")) return targetAt(here, path);
  const inName = here.text(byName)?.split("/")[0]?.toLowerCase() === stated.toLowerCase();
  return { ...(inName ? parentOf(here) : {}), id: stated };
}

function hereOf(resource: PlannedResource, field?: string): Here {
  const { settings } = resource;
  const place = locationOf(resource, field);
  return {
    resource,
    text(path) {
      const value = settings.text(path);
      return value.known ? value.value : undefined;
    },
    flag(path) {
      const value = settings.flag(path);
      return value.known ? value.value : undefined;
    },
    location: place?.known === true ? place.value.region : undefined,
  };
}

/** `undefined` where the template sets no location at all. */
function locationOf({ settings, region }: PlannedResource, field = "location"): Known<PlaceRef> | undefined {
  const stated = settings.text(field);
  if (!stated.known) return stated;
  if (stated.value !== undefined && stated.value !== "") return known({ region: stated.value });
  return region.known ? known({ region: region.value }) : undefined;
}

function isUnset(place: Known<PlaceRef> | undefined): boolean {
  return place === undefined;
}

function told(fields: Readonly<Record<string, string | number | boolean | undefined>>): ResourceRecord["attributes"] {
  const given = Object.entries(fields).filter(
    (one): one is [string, string | number | boolean] => one[1] !== undefined,
  );
  return Object.fromEntries(given);
}

/** What a setting names: a resource of the change, or an id. */
function targetAt({ resource, text }: Here, path: string): PlannedTarget {
  const [address, ...others] = resource.settings.refs(path);
  // Of several that cannot be told apart none is taken: an end that is not known is looked at, a wrong one is believed.
  if (others.length > 0) return {};
  const id = idOf(text(path));
  return { ...(address === undefined ? {} : { address }), ...(id === undefined || id === "" ? {} : { id }) };
}

/** Whether a setting is stated: the provider fills in some that nobody writes, which are not known yet either. */
function isSet({ resource: { settings } }: Here, path: string): boolean {
  const value = settings.text(path);
  return value.known ? value.value !== undefined && value.value !== "" : settings.isWritten(path);
}

/** A link to or from what a setting names; none where it is not set. */
export function linkAt(
  here: Here,
  kind: PlannedLink["kind"],
  path: string,
  direction: PlannedLink["direction"] = "to",
): readonly PlannedLink[] {
  if (!isSet(here, path) && here.resource.settings.refs(path).length === 0) return [];
  const value = idOf(here.text(path)) ?? "known when applied";
  return [{ kind, direction, target: targetAt(here, path), evidence: { field: path, value } }];
}

/** Of a blob's address nothing but the host is kept, which is how its account is known: the rest may be signed. */
function idOf(value: string | undefined): string | undefined {
  if (value === undefined || !/^[a-z]+:\/\//i.test(value)) return value;
  return blobHostOf(value) ?? "an address";
}

/** A copy in another region that a setting names. */
export function regionLink(kind: PlannedLink["kind"], field: string, region: string | undefined): PlannedLink {
  const target = region === undefined ? {} : { place: { region } };
  return { kind, direction: "to", target, evidence: { field, value: region ?? "known when applied" } };
}

/** A copy in the region that the vendor fixes as the pair. */
export function pairLink(here: Here, kind: PlannedLink["kind"], field: string, rule: string): PlannedLink {
  const pair = here.location === undefined ? undefined : pairOf(here.location);
  const target = pair === undefined ? {} : { place: { region: pair } };
  return {
    kind,
    direction: "to",
    target,
    evidence: { field, value: pair === undefined ? rule : `${rule}, paired with ${pair}` },
  };
}

const inPlace = /^(?:Local|Zone|LRS|ZRS|LocallyRedundant|ZoneRedundant|Disabled|false)$/i;

/**
 * A setting that says whether backups or data go to the pair.
 * @param unset - the vendor's rule where it is left out; without one nothing is copied then.
 */
export function redundancy(
  here: Here,
  kind: PlannedLink["kind"],
  path: string,
  unset?: string,
): readonly PlannedLink[] {
  const { settings } = here.resource;
  const value = settings.text(path);
  if (!value.known && settings.isWritten(path)) return [pairLink(here, kind, path, "known when applied")];
  if (!value.known || value.value === undefined || value.value === "") {
    return unset === undefined ? [] : [pairLink(here, kind, path, `provider default: ${unset}`)];
  }
  return inPlace.test(value.value) ? [] : [pairLink(here, kind, path, value.value)];
}

/** Everyone can read it. */
export function openToAll(field: string, value: string): PlannedLink {
  return { kind: "reachable-from", direction: "to", target: { party: "*" }, evidence: { field, value } };
}
