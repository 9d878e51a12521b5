import type { WrittenDocument } from "../hcl/documents.ts";
import { withoutKeys } from "../hcl/lines.ts";
import { headOf } from "../hcl/mentions.ts";
import type { Observed } from "../hcl/names.ts";
import { openSource, type WrittenResource } from "../hcl/source.ts";
import { inside, isMap } from "../hcl/values.ts";
import { knownInPart, later, type RefsAt, type TemplateValue, type WrittenAt } from "../settings.ts";
import { literalKeys } from "./address.ts";
import type { Entry } from "./entry.ts";
import { isObject, member } from "./json-guards.ts";
import { overlay } from "./overlay.ts";
import { mentionsOf } from "./references.ts";

type Path = Parameters<RefsAt>[0];

/** What a plan itself shows of a resource. */
interface Shown {
  readonly values: TemplateValue;
  readonly refsAt: RefsAt;
  readonly writtenAt: WrittenAt;
  /** The references of the expressions at a path, as the plan lists them. */
  readonly leavesAt: (path: Path) => readonly (readonly string[])[];
}

/** @returns `undefined` for what asks for nothing more. */
export type BehindPlan = (entry: Entry, shown: Shown) => Pick<Shown, "values" | "refsAt" | "writtenAt"> | undefined;

/** What may be any of more resources than this says nothing. */
const mostCandidates = 1000;

/**
 * The plan together with the configuration behind it: documents of which only the apply tells all are read as far as they are written
 * (`jsonencode`), and names are followed that a plan does not hold (locals, `dynamic` blocks). An argument counts only where both
 * mention the same: another configuration than that of the plan says nothing.
 */
export function behindPlan(folder: string, entries: readonly Entry[], variables: unknown): BehindPlan {
  let byBase: ReadonlyMap<string, readonly Entry[]> | undefined;
  const entriesAt = (address: string): readonly Entry[] => {
    byBase ??= Map.groupBy(entries, (entry) => withoutKeys(entry.address));
    return byBase.get(address) ?? [];
  };
  const resourceAt = openSource(folder, valuesOf(variables), valueOfEntries(entriesAt));

  /** Of its own module's instance, where there is one. */
  function addressesOf({ module }: Entry, bases: readonly string[]): readonly string[] {
    const found = bases.flatMap((base) => {
      const all = entriesAt(base);
      const beside = all.filter((one) => one.module === module);
      return (beside.length > 0 ? beside : all).map(({ address }) => address);
    });
    return found.length > mostCandidates ? [] : [...new Set(found)];
  }

  return (entry, shown) => {
    const { values, refsAt, writtenAt, leavesAt } = shown;
    if (entry.change === "none" || !isMap(values)) return undefined;
    let written: WrittenResource | undefined;
    let isOpen = false;
    const own = (): WrittenResource | undefined => {
      if (!isOpen) written = resourceAt(entry.address, literalKeys(entry.key)?.[0]);
      isOpen = true;
      return written;
    };
    const isSame = (name: string): boolean => isSameAs(own()?.mentionsAt(name), leavesAt([name]));
    const documentAt = (name: string): WrittenDocument | undefined =>
      isSecret(entry, name) || !isSame(name) ? undefined : own()?.documentAt(name);

    return {
      values: new Proxy(values, {
        get(target, name) {
          const value = typeof name === "string" ? target[name] : undefined;
          if (value !== later || typeof name !== "string") return value;
          const document = documentAt(name);
          return document === undefined ? later : knownInPart(document.value);
        },
      }),
      refsAt(path) {
        const [name, ...inner] = path;
        if (typeof name !== "string") return refsAt(path);
        const document = inner.length > 0 && values[name] === later ? documentAt(name) : undefined;
        if (document !== undefined) return addressesOf(entry, document.refsAt(inner));
        const found = refsAt(path);
        if (found.length > 0) return found;
        const leaves = leavesAt(path);
        // Of constants both know; what a plan shows no expression of is made by `dynamic` blocks.
        const isHidden = leaves.length === 0 ? own()?.mentionsAt(name) === undefined : leaves.some(isMention);
        if (!isHidden || (leaves.length > 0 && inner.length === 0 && !isSame(name))) return found;
        return addressesOf(entry, own()?.refsAt(path) ?? []);
      },
      writtenAt: (path) => writtenAt(path) || own()?.isMade(String(path[0])) === true,
    };
  };
}

/** What the plan hides is not looked for elsewhere; the first mask tells what is not known yet. */
function isSecret({ masks: [, ...sensitive] }: Entry, name: string): boolean {
  return sensitive.some((mask) => mask === true || member(mask, name) === true);
}

function isMention(references: readonly string[]): boolean {
  return references.length > 0;
}

function isSameAs(mentions: ReadonlySet<string> | undefined, leaves: readonly (readonly string[])[]): boolean {
  if (mentions === undefined || leaves.length === 0) return false;
  const steps = leaves.flatMap(mentionsOf).map((mention) => mention.steps.map(({ name }) => name));
  const planned = new Set(steps.map(headOf).filter((head) => head !== undefined));
  return planned.size === mentions.size && [...planned].every((head) => mentions.has(head));
}

function valuesOf(variables: unknown): Readonly<Record<string, unknown>> {
  const found = isObject(variables) ? variables : {};
  return Object.fromEntries(Object.entries(found).map(([name, variable]) => [name, member(variable, "value")]));
}

/** A text, number or flag that all instances agree on. */
function valueOfEntries(entriesAt: (address: string) => readonly Entry[]): Observed {
  return (address, steps) => {
    const all = entriesAt(address);
    if (all.length > mostCandidates) return later;
    const values = new Set(all.flatMap((entry) => valuesAt(entry, steps)));
    const [value] = values;
    return values.size !== 1 || value === undefined || typeof value === "object" ? later : value;
  };
}

function valuesAt({ key, values, masks }: Entry, steps: readonly TemplateValue[]): readonly TemplateValue[] {
  const shown = overlay(values, masks);
  if (key === "") return [inside(shown, steps)];
  const [first, ...rest] = steps;
  // A splat, or a key that is not known.
  if (first === undefined || first === later) return [later];
  return String(first) === String(literalKeys(key)?.[0]) ? [inside(shown, rest)] : [];
}
