import {
  type LinkTarget,
  type PlannedLink,
  type PlannedResource,
  type PlannedTarget,
  type Settings,
  valueIfKnown,
} from "../src/model/index.ts";

/** A planned resource, or a block of it, as a shape reads it. */
export interface Here {
  readonly resource: PlannedResource;
  readonly settings: Settings;
  /** Path of `settings` within the resource: `rules[0]`; empty for the resource itself. */
  readonly at: string;
  /** Where it lies, if that is known; canonical. */
  readonly region: string | undefined;
}

/** What a setting's value says of the other end. */
export type Towards = (value: string) => LinkTarget;

export function byId(value: string): LinkTarget {
  return { id: value };
}

/** Ids that are unique within a service only: `oss://logs`. */
export function byScheme(scheme: string): Towards {
  return (value) => ({ id: `${scheme}://${value}` });
}

/** A text that is known and not empty. */
export function textAt({ settings }: Here, path: string): string | undefined {
  return valueIfKnown(settings.text(path)) || undefined;
}

export function flagAt({ settings }: Here, path: string): boolean | undefined {
  return valueIfKnown(settings.flag(path));
}

export function numberAt({ settings }: Here, path: string): number | undefined {
  return valueIfKnown(settings.number(path));
}

/** Path of a setting from the resource on. */
function fieldOf({ at }: Here, path: string): string {
  return at === "" ? path : `${at}.${path}`;
}

/** Whether somebody states a setting. What is not known yet counts only where it is written: a cloud fills in many settings. */
export function isStated({ settings }: Here, path: string): boolean {
  const text = settings.text(path);
  return text.known ? text.value !== undefined && text.value !== "" : settings.isWritten(path);
}

/** Off only where that is known: what is not known yet may be on. */
export function isOff({ settings }: Here, path: string, unset: "on" | "off"): boolean {
  const flag = settings.flag(path);
  if (!flag.known) return false;
  return flag.value === undefined ? unset === "off" : !flag.value;
}

/** The items of a list of blocks; none where the list is not known yet, which `decides` tells. */
export function blocks(here: Here, path: string): readonly Here[] {
  const items = valueIfKnown(here.settings.each(path)) ?? [];
  return items.map((settings, index) => ({ ...here, settings, at: `${fieldOf(here, path)}[${index}]` }));
}

/** What a setting names: a resource of the change, or an id. */
export function targetAt(here: Here, path: string, towards: Towards = byId): PlannedTarget {
  const [address] = here.settings.refs(path);
  const value = textAt(here, path);
  return { ...(address === undefined ? {} : { address }), ...(value === undefined ? {} : towards(value)) };
}

/** A part's owner by a setting. */
export function ownedBy(path: string, towards: Towards = byId): (here: Here) => PlannedTarget {
  return (here) => targetAt(here, path, towards);
}

type Kind = PlannedLink["kind"];

/** @param value - said as evidence: a name, an id or a region, never an address or a document */
export function link(here: Here, kind: Kind, target: PlannedTarget, path: string, value?: string): PlannedLink {
  return {
    kind,
    direction: "to",
    target,
    evidence: { field: fieldOf(here, path), value: value ?? textAt(here, path) ?? "known when applied" },
  };
}

/** A link to what a setting names; none where nobody states it. */
export function linkAt(
  here: Here,
  kind: Kind,
  path: string,
  options: { readonly towards?: Towards; readonly region?: string | undefined } = {},
): readonly PlannedLink[] {
  if (!isStated(here, path)) return [];
  const named = targetAt(here, path, options.towards);
  const { region } = options;
  return [link(here, kind, region === undefined ? named : { ...named, place: { region } }, path)];
}

/** The same, as what this one is made from. */
export function linkFrom(...given: Parameters<typeof linkAt>): readonly PlannedLink[] {
  return linkAt(...given).map((one) => ({ ...one, direction: "from" }));
}

/** Of each of a list of ids or references; what is not known yet and refers to nothing is left out. */
export function eachFrom(here: Here, kind: Kind, path: string, towards: Towards = byId): readonly PlannedLink[] {
  const list = valueIfKnown(here.settings.texts(path));
  const targets: readonly PlannedTarget[] =
    list === undefined ? here.settings.refs(path).map((address) => ({ address })) : list.map(towards);
  return targets.map((target) => ({ ...link(here, kind, target, path, target.id), direction: "from" }));
}

/**
 * Copies in the regions that a text or a list of texts names; the own region is none of them. For settings that nobody but the
 * template's author fills in: what is not known yet of them is somewhere.
 */
export function regionLinks(
  here: Here,
  kind: Kind,
  path: string,
  canonical: (words: string) => string = (words) => words,
): readonly PlannedLink[] {
  const stated = here.settings.texts(path);
  if (!stated.known) return [link(here, kind, {}, path)];
  return stated.value
    .filter((words) => words !== "" && canonical(words) !== here.region)
    .map((words) => link(here, kind, { place: { region: canonical(words) } }, path, words));
}

/** Everyone can reach it. */
export function openToAll(here: Here, path: string, value: string): PlannedLink {
  return link(here, "reachable-from", { party: "*" }, path, value);
}

/** Accounts that a setting grants a copy to. */
export function sharedLinks(here: Here, path: string): readonly PlannedLink[] {
  const parties = here.settings.texts(path);
  if (!parties.known) return [link(here, "shared-with", {}, path)];
  return parties.value.map((party) => link(here, "shared-with", { party }, path, party));
}
