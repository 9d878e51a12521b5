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
  type Tags,
  unknown,
} from "../src/model/index.ts";
import { byScheme, type Here, type Towards, targetAt, textAt } from "./planned-here.ts";

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** How a provider's templates place a resource and write its tags. */
export interface Dialect {
  /** `undefined` where neither the resource nor what surrounds it says a region. */
  placeOf(resource: PlannedResource, zone: string | undefined): Placing | undefined;
  tagsOf(resource: PlannedResource, path: string): Known<Tags>;
}

export interface Placing {
  readonly place: Known<PlaceRef>;
  /** The setting that says so, where it is not the region that applies. */
  readonly field?: string;
}

export interface ShapeSpec {
  readonly kind: string;
  readonly type: string;
  readonly role: Role;
  /** Paths of its name; the first that is stated counts. */
  readonly name?: readonly string[];
  /** Path of the region that it is made in, where that may be another one than applies: a copy elsewhere. */
  readonly region?: string;
  /** Path of its zone. */
  readonly zone?: string;
  /** What it lies in, where nothing says a region. */
  readonly parent?: readonly [path: string, towards: Towards];
  /** Path of the id, or of a name that is as unique; `id` unless another one. */
  readonly id?: string;
  /** What stands before that id in the records of a scan: `oss`. */
  readonly scheme?: string;
  /** Another name that is unique, made of several settings. */
  readonly alias?: (here: Here) => string | undefined;
  readonly tags?: string;
  readonly links?: (here: Here) => readonly PlannedLink[];
  readonly attributes?: (here: Here) => Attributes;
  /** Paths that decide whether data leaves; where one is not known yet it is named. */
  readonly decides?: readonly string[];
  /** Of the paths above those that the cloud fills in where nobody states them: what is not known yet of them counts only where it is written. */
  readonly filledIn?: readonly string[];
  readonly weigh?: NonNullable<PlannedShape["weigh"]>;
}

export interface PartSpec {
  readonly kind: string;
  /** Type of what it belongs to. */
  readonly type: string;
  readonly of: (here: Here) => PlannedTarget;
  readonly links?: (here: Here) => readonly PlannedLink[];
  readonly attributes?: (here: Here) => Attributes;
  readonly decides?: readonly string[];
  /** As of a shape. */
  readonly filledIn?: readonly string[];
  /** What it leaves open, where nothing is known of what it belongs to. */
  readonly lets?: (here: Here) => readonly PlannedLink[];
}

/** Builders of shapes and parts in a provider's dialect. */
export function plannedReader(dialect: Dialect): {
  shape(spec: ShapeSpec): PlannedShape;
  part(spec: PartSpec): PlannedPart;
} {
  function readingOf(spec: ShapeSpec, resource: PlannedResource, placeOf: PlaceOf): PlannedReading {
    const placing = statedRegion(resource, spec) ?? dialect.placeOf(resource, spec.zone);
    const alone = hereOf(resource, placing?.place);
    const parent = spec.parent === undefined ? undefined : targetAt(alone, ...spec.parent);
    const beside = placing === undefined && parent !== undefined ? placeOf?.(parent) : undefined;
    const here = beside === undefined ? alone : hereOf(resource, beside);
    const name = (spec.name ?? ["name"]).map((path) => textAt(here, path)).find((text) => text !== undefined);
    return {
      ...(name === undefined ? {} : { name }),
      ...(placing === undefined && parent !== undefined && spec.parent !== undefined
        ? { liesWith: parent, placeField: spec.parent[0] }
        : { place: placing?.place ?? unknown("unsupported") }),
      ...(placing?.field === undefined ? {} : { placeField: placing.field }),
      tags: dialect.tagsOf(resource, spec.tags ?? "tags"),
      aliases: aliasesOf(spec, here),
      links: spec.links?.(here) ?? [],
      attributes: told(spec.attributes?.(here) ?? {}),
      unknowns: undecided(here, spec),
    };
  }

  return {
    shape(spec) {
      const { kind, type, role, weigh } = spec;
      const read: PlannedShape["read"] = (resource, placeOf) => readingOf(spec, resource, placeOf);
      return { kind, type, role, read, ...(weigh === undefined ? {} : { weigh }) };
    },
    part({ kind, type, of, links, attributes, decides, filledIn = [], lets }) {
      return {
        kind,
        type,
        read(resource) {
          const here = hereOf(resource, dialect.placeOf(resource, undefined)?.place);
          return {
            of: of(here),
            links: links?.(here) ?? [],
            attributes: told(attributes?.(here) ?? {}),
            unknowns: undecided(here, { decides, filledIn }),
            ...(lets === undefined ? {} : { lets: lets(here) }),
          };
        },
      };
    },
  };
}

function statedRegion({ settings }: PlannedResource, spec: ShapeSpec): Placing | undefined {
  const { region: field, filledIn = [] } = spec;
  if (field === undefined) return undefined;
  const region = settings.text(field);
  if (!region.known) {
    return filledIn.includes(field) && !settings.isWritten(field) ? undefined : { place: region, field };
  }
  return region.value ? { place: known({ region: region.value }), field } : undefined;
}

function aliasesOf({ id: path = "id", scheme, alias }: ShapeSpec, here: Here): readonly string[] {
  const id = textAt(here, path) ?? textAt(here, "id");
  const named = id === undefined || scheme === undefined ? id : byScheme(scheme)(id).id;
  const names = [named, alias?.(here)].filter((name) => name !== undefined);
  return [...new Set(names)];
}

type PlaceOf = Parameters<PlannedShape["read"]>[1];

function hereOf(resource: PlannedResource, place: Known<PlaceRef> | undefined): Here {
  const region = place?.known === true ? place.value.region : undefined;
  return { resource, settings: resource.settings, at: "", region };
}

function undecided(
  { settings }: Here,
  { decides = [], filledIn = [] }: { readonly decides?: readonly string[] | undefined } & Pick<ShapeSpec, "filledIn">,
): readonly string[] {
  return decides.filter(
    (path) => !settings.each(path).known && !(filledIn.includes(path) && !settings.isWritten(path)),
  );
}

function told(fields: Attributes): ResourceRecord["attributes"] {
  const given = Object.entries(fields).filter(
    (one): one is [string, string | number | boolean] => one[1] !== undefined,
  );
  return Object.fromEntries(given);
}

/** A map of tags. */
export function tagMap({ settings }: PlannedResource, path: string): Known<Tags> {
  const tags = settings.map(path);
  return tags.known ? known(tags.value ?? {}) : tags;
}
