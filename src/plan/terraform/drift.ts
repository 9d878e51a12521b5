import { isObject, listMember, member, textMember } from "./json-guards.ts";

/** Values nested deeper than this are taken to differ. */
const deepest = 100;

/**
 * Addresses that were changed behind Terraform's back and are still there. Providers read "nothing" back in other words than they
 * were given it (`null` as `{}`): such an entry is no drift.
 */
export function driftedAddresses(document: unknown): ReadonlySet<string> {
  const drifted = new Set<string>();
  for (const entry of listMember(document, "resource_drift")) {
    const address = textMember(entry, "address");
    const change = member(entry, "change");
    const after = member(change, "after");
    if (address !== undefined && isObject(after) && !isSame(member(change, "before"), after, 0)) drifted.add(address);
  }
  return drifted;
}

function isSame(one: unknown, other: unknown, depth: number): boolean {
  if (one === other || (isNothing(one) && isNothing(other))) return true;
  if (depth > deepest) return false;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSame(item, other[index], depth + 1));
  }
  if (!isObject(one) || !isObject(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => isSame(member(one, name), member(other, name), depth + 1));
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}
