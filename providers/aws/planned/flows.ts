import type { PlannedLink, PlannedTarget } from "../../../src/model/index.ts";
import { hostOf } from "../targets.ts";
import { blocks, fieldOf, type Here, isOther, isStated, textAt } from "./here.ts";
import { arnTarget, byHost, byRegion, type Towards } from "./targets.ts";

type Kind = PlannedLink["kind"];
type Direction = PlannedLink["direction"];

/** What evidence shows of a value that comes with the apply and refers to nothing of the change. */
export const notYet = "known only when the change is applied";

/** The other end that a setting names: a resource of the change, an id, a place, or, where nothing is known yet, nothing. */
export function targetAt(here: Here, path: string, towards: Towards): PlannedTarget {
  const [address, ...others] = here.settings.refs(path);
  const value = textAt(here, path);
  // Of several that cannot be told apart none is taken: an end that is not known is looked at, a wrong one is believed.
  if (others.length > 0 && value === undefined) return {};
  return { ...towards(here, value), ...(address === undefined || others.length > 0 ? {} : { address }) };
}

/** The link that a setting states; none where it is not set. One that is only known later is stated with what is known. */
export function flow(
  here: Here,
  kind: Kind,
  direction: Direction,
  path: string,
  towards: Towards,
): readonly PlannedLink[] {
  const stated = here.settings.text(path);
  if (stated.known && (stated.value === undefined || stated.value === "")) return [];
  const target = targetAt(here, path, towards);
  const value = (stated.known ? stated.value : undefined) ?? target.address ?? notYet;
  return [{ kind, direction, target, evidence: { field: fieldOf(here, path), value } }];
}

/** As `flow`, for a setting whose value is a region: what it is made of tells the place at most, and is not the other end. */
export function regionFlow(here: Here, kind: Kind, path: string, towards: Towards = byRegion): readonly PlannedLink[] {
  return flow(here, kind, "to", path, towards).map(({ target: { address: _madeOf, ...target }, ...link }) => ({
    ...link,
    target,
  }));
}

/** As `flow`, for a setting that the provider fills in where nobody states it: then nothing is known and nothing referred to. */
export function flowIfStated(
  here: Here,
  kind: Kind,
  direction: Direction,
  path: string,
  towards: Towards,
): readonly PlannedLink[] {
  return isStated(here, path) ? flow(here, kind, direction, path, towards) : [];
}

/** A link for each item of a list of texts. */
export function flows(
  here: Here,
  kind: Kind,
  direction: Direction,
  path: string,
  towards: Towards,
): readonly PlannedLink[] {
  if (here.settings.each(path).known) {
    return blocks(here, path).flatMap((item) => flow(item, kind, direction, "", towards));
  }
  const addresses = here.settings.refs(path);
  const field = fieldOf(here, path);
  if (addresses.length === 0) {
    return [{ kind, direction, target: towards(here, undefined), evidence: { field, value: notYet } }];
  }
  return addresses.map((address) => ({
    kind,
    direction,
    target: { ...towards(here, undefined), address },
    evidence: { field, value: address },
  }));
}

/** An address outside: only its host is kept, also as evidence. */
export function hostFlow(here: Here, kind: Kind, direction: Direction, path: string): readonly PlannedLink[] {
  const value = textAt(here, path);
  return flow(here, kind, direction, path, byHost).map((link) => ({
    ...link,
    evidence: { ...link.evidence, value: value === undefined ? link.evidence.value : (hostOf(value) ?? "an address") },
  }));
}

/** The key that encrypts a store, where it is known to lie in another region or to belong to another account. */
export function keyElsewhere(here: Here, path: string): readonly PlannedLink[] {
  const key = textAt(here, path);
  // A bare id or an alias is of the own account and region; so is a key of the change that its provider takes.
  if (key === undefined || !key.startsWith("arn:")) return [];
  const target = arnTarget(here, key);
  const isHere = here.region.known && target.place?.region === here.region.value && target.party === undefined;
  if (isHere) return [];
  return [{ kind: "key-held-in", direction: "to", target, evidence: { field: fieldOf(here, path), value: key } }];
}

/** A link that a setting's mere value states, such as a rule that is switched on. */
export function statement(
  here: Here,
  kind: Kind,
  target: PlannedTarget,
  path: string,
  value: string,
  direction: Direction = "to",
): PlannedLink {
  return { kind, direction, target, evidence: { field: fieldOf(here, path), value } };
}

/** Blocks that are not known to be switched off. */
export function enabledBlocks(here: Here, path: string, status: string, ...on: readonly string[]): readonly Here[] {
  return blocks(here, path).filter((block) => !isOther(block, status, ...on));
}
