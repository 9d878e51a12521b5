import { later, type TemplateValue } from "../settings.ts";
import { isObject, type JsonObject, member } from "./json-guards.ts";

interface Layer {
  readonly value: JsonObject;
  readonly masks: readonly unknown[];
}

/**
 * A value with what is not known yet, and what must not be seen, taken out of it. The masks have the shape of the value, with `true`
 * where it holds (`after_unknown`, `after_sensitive`); what is not known yet is absent from the value itself.
 * Nothing is copied but lists under a mask, one level at a time and when they are looked at.
 */
export function overlay(value: unknown, masks: readonly unknown[]): TemplateValue {
  const telling = masks.filter(tellsSomething);
  if (telling.includes(true)) return later;
  if (telling.length === 0) return value as TemplateValue;
  if (Array.isArray(value)) return overlayList(value, telling);
  if (isObject(value)) return new Proxy<Layer>({ value, masks: telling }, layerReader) as unknown as TemplateValue;
  // A part of it is said to be unknown, and there is no value to have parts.
  return value === undefined || value === null ? whereNothingIs(telling) : (value as TemplateValue);
}

function overlayList(value: readonly unknown[], masks: readonly unknown[]): TemplateValue {
  // An item that is not there yet leaves the list open.
  if (masks.some((mask) => Array.isArray(mask) && mask.indexOf(true, value.length) >= 0)) return later;
  return value.map((item, index) =>
    overlay(
      item,
      masks.map((mask) => (Array.isArray(mask) ? (mask[index] as unknown) : undefined)),
    ),
  );
}

function tellsSomething(mask: unknown): boolean {
  if (Array.isArray(mask)) return mask.length > 0;
  if (!isObject(mask)) return mask === true;
  for (const _ in mask) return true;
  return false;
}

/** Masks keep empty shapes (`[{}]`) of what is known; one `true` within makes the whole unknown. */
function whereNothingIs(masks: readonly unknown[]): TemplateValue {
  const queue: unknown[] = [...masks];
  // A mask this large is not taken apart for a value that is not there.
  for (let at = 0; at < queue.length && at < 1000; at += 1) {
    const mask = queue[at];
    if (mask === true) return later;
    if (typeof mask === "object" && mask !== null) queue.push(...Object.values(mask).slice(0, 1000));
  }
  return queue.length > 1000 ? later : undefined;
}

const layerReader: ProxyHandler<Layer> = {
  get: (layer, name) => (typeof name === "string" ? read(layer, name) : undefined),
  has: (layer, name) => typeof name === "string" && read(layer, name) !== undefined,
  ownKeys: (layer) => [...new Set([...Object.keys(layer.value), ...layer.masks.flatMap(namesOf)])],
  getOwnPropertyDescriptor(layer, name) {
    const value = typeof name === "string" ? read(layer, name) : undefined;
    return value === undefined ? undefined : { value, enumerable: true, configurable: true, writable: false };
  },
};

/** Asked for by the hundred thousand; most masks tell nothing of most members. */
function read({ value, masks }: Layer, name: string): TemplateValue {
  const found = member(value, name);
  let telling: unknown[] | undefined;
  for (const mask of masks) {
    const told = member(mask, name);
    if (told === undefined || !tellsSomething(told)) continue;
    telling ??= [];
    telling.push(told);
  }
  return telling === undefined ? (found as TemplateValue) : overlay(found, telling);
}

function namesOf(mask: unknown): readonly string[] {
  return isObject(mask) ? Object.keys(mask) : [];
}
