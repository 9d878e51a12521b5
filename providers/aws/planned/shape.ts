import {
  type PlannedLink,
  type PlannedPart,
  type PlannedReading,
  type PlannedSelection,
  type PlannedShape,
  type ResourceRecord,
  type Role,
  valueIfKnown,
} from "../../../src/model/index.ts";
import { targetAt } from "./flows.ts";
import { type Here, hereOf, isFilledIn, isStated, textAt, undecided } from "./here.ts";
import { type Placing, placeOf } from "./place.ts";
import { cloudFormationTags, terraformTags } from "./tags.ts";
import { ownArn, type Towards } from "./targets.ts";

type Attributes = ResourceRecord["attributes"];

/** Settings that become attributes: attribute → path. */
export interface AttributePaths {
  readonly flags?: Readonly<Record<string, string>>;
  readonly numbers?: Readonly<Record<string, string>>;
  readonly texts?: Readonly<Record<string, string>>;
}

/** How a kind is read, as far as most kinds are read alike. */
export interface ShapeSpec extends Placing, AttributePaths {
  readonly kind: string;
  readonly type: string;
  readonly role: Role;
  /** Path of its name. */
  readonly name?: string;
  /** Service, and what stands in its ARN with `{}` for the name: others may refer to it by that. */
  readonly arn?: readonly [service: string, resource: string];
  /** Path of a short id that is unique and that others may use. */
  readonly id?: string;
  /** Path of the tags, where it is another than usual. */
  readonly tags?: string | ((here: Here) => string);
  readonly links?: (here: Here) => readonly PlannedLink[];
  /** What it takes of the change by tags. */
  readonly takes?: (here: Here) => readonly PlannedSelection[];
  readonly aliases?: (here: Here) => readonly string[];
  readonly attributes?: (here: Here) => Attributes;
  /** Paths that decide whether data leaves. */
  readonly decides?: readonly string[];
  /** Paths that do, and that the provider fills in where nobody writes them. */
  readonly decidesIfWritten?: readonly string[];
  readonly unknowns?: (here: Here) => readonly string[];
  readonly weigh?: NonNullable<PlannedShape["weigh"]>;
}

export function shape(spec: ShapeSpec): PlannedShape {
  const { kind, type, role, weigh } = spec;
  const read: PlannedShape["read"] = (resource, _placeOf, resourceAt) => readingOf(spec, hereOf(resource, resourceAt));
  return { kind, type, role, read, ...(weigh ? { weigh } : {}) };
}

function readingOf(spec: ShapeSpec, here: Here): PlannedReading {
  const isTerraform = spec.kind.startsWith("aws_");
  const { tags, unknowns } = isTerraform ? terraformTags(here) : cloudFormationTags(here, tagsPath(spec, here));
  const stated = spec.name === undefined ? undefined : textAt(here, spec.name);
  const name = stated ?? (tags.known ? tags.value["Name"] : undefined);
  return {
    ...(name === undefined || name === "" ? {} : { name }),
    ...placeOf(here, spec),
    tags,
    aliases: aliasesOf(spec, here, stated),
    links: spec.links?.(here) ?? [],
    ...(spec.takes === undefined ? {} : { takes: spec.takes(here) }),
    attributes: { ...attributesAt(here, spec), ...spec.attributes?.(here) },
    unknowns: [...unknowns, ...unknownsOf(here, spec)],
  };
}

function unknownsOf(
  here: Here,
  { decides = [], decidesIfWritten = [], unknowns }: Pick<ShapeSpec, "decides" | "decidesIfWritten" | "unknowns">,
): readonly string[] {
  const written = decidesIfWritten.filter((path) => !isFilledIn(here, path));
  return [...undecided(here, [...decides, ...written]), ...(unknowns?.(here) ?? [])];
}

function tagsPath({ tags }: ShapeSpec, here: Here): string | undefined {
  return typeof tags === "function" ? tags(here) : tags;
}

/** What is known of its ARN: told by a state, or made of its name. */
function aliasesOf(spec: ShapeSpec, here: Here, name: string | undefined): readonly string[] {
  const [service, resource] = spec.arn ?? [];
  const made = name === undefined || service === undefined ? undefined : ownArn(here, service, arnPart(resource, name));
  const told = [textAt(here, "arn"), made, spec.id === undefined ? undefined : textAt(here, spec.id)];
  const aliases = [...told, ...(spec.aliases?.(here) ?? [])].filter((alias) => alias !== undefined);
  return [...new Set(aliases)];
}

function arnPart(resource: string | undefined, name: string): string {
  // A function, so that `$` in a name means nothing.
  return (resource ?? "{}").replace("{}", () => name);
}

function attributesAt(here: Here, { flags = {}, numbers = {}, texts = {} }: AttributePaths): Attributes {
  const { settings } = here;
  const told = [
    ...Object.entries(flags).map(([name, path]) => [name, valueIfKnown(settings.flag(path))] as const),
    ...Object.entries(numbers).map(([name, path]) => [name, valueIfKnown(settings.number(path))] as const),
    ...Object.entries(texts).map(([name, path]) => [name, textAt(here, path)] as const),
  ];
  return Object.fromEntries(told.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));
}

/** How a kind that is a setting of another resource is read. */
export interface PartSpec extends AttributePaths {
  readonly kind: string;
  /** Type of what it belongs to. */
  readonly type: string;
  /** Path of what it belongs to, and how that is named. */
  readonly of: readonly [path: string, towards: Towards];
  readonly links?: (here: Here) => readonly PlannedLink[];
  readonly attributes?: (here: Here) => Attributes;
  readonly decides?: readonly string[];
  readonly decidesIfWritten?: readonly string[];
  readonly unknowns?: (here: Here) => readonly string[];
  /** What it leaves open, where nothing is known of what it belongs to. */
  readonly lets?: (here: Here) => readonly PlannedLink[];
}

export function part(spec: PartSpec): PlannedPart {
  const { kind, type, of } = spec;
  return {
    kind,
    type,
    read(resource, resourceAt) {
      const here = hereOf(resource, resourceAt);
      return {
        of: targetAt(here, of[0], of[1]),
        links: spec.links?.(here) ?? [],
        attributes: { ...attributesAt(here, spec), ...spec.attributes?.(here) },
        unknowns: unknownsOf(here, spec),
        ...(spec.lets === undefined ? {} : { lets: spec.lets(here) }),
      };
    },
  };
}

/** `encrypted: true` where a key is named, be it known or not. */
export function encryptedBy(path: string): (here: Here) => Attributes {
  return (here) => (isStated(here, path) ? { encrypted: true } : {});
}
