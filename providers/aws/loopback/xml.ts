import type { WireObject } from "./estate.ts";
import { element } from "./wire.ts";

/** Fields as elements; a list as an element that holds one for each item. What is undefined is left out. */
export function toXml(fields: WireObject, itemNames: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => field(name, value, itemNames))
    .join("");
}

function field(name: string, value: unknown, itemNames: Readonly<Record<string, string>>): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) {
    const item = itemNames[name] ?? "member";
    return `<${name}>${value.map((one: unknown) => field(item, one, itemNames)).join("")}</${name}>`;
  }
  if (typeof value === "object") return `<${name}>${toXml({ ...value }, itemNames)}</${name}>`;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return element(name, value);
  return "";
}
