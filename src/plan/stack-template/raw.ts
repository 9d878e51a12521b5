/** What a template holds before it is evaluated: plain JSON. */
export interface RawMap {
  readonly [name: string]: unknown;
}

export function isRawMap(value: unknown): value is RawMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isRawList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** What stands under a key, and never what an object inherits. */
export function member(value: unknown, name: string): unknown {
  return isRawMap(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The key and what stands under it, of a mapping with one key. */
export function onlyEntry(value: unknown): readonly [string, unknown] | undefined {
  if (!isRawMap(value)) return undefined;
  const [entry, ...others] = Object.entries(value);
  return others.length === 0 ? entry : undefined;
}
