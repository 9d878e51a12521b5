import { type ArmValue, isUnknown, shown, unknownValue } from "./values.ts";

/** The parts of a name or id between its slashes; those within an expression that is not known part nothing. */
export function segmentsOf(name: ArmValue): readonly ArmValue[] {
  const parts = partsOf(shown(name));
  if (parts.length === 1) return [name];
  return parts.map((part) => (isUnknown(name) && part.includes("{") ? unknownValue(part, [name]) : part));
}

function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "{") depth += 1;
    if (text[at] === "}") depth = Math.max(depth - 1, 0);
    if (text[at] !== "/" || depth > 0) continue;
    parts.push(text.slice(start, at));
    start = at + 1;
  }
  return [...parts, text.slice(start)];
}

/** `Ns/a/x/b/y` as `Ns/a/b/x/y`. */
export function typeAndName(path: string): string {
  const [namespace = "", ...rest] = partsOf(path);
  if (rest.length % 2 !== 0) return path;
  const types = rest.filter((_, index) => index % 2 === 0);
  const names = rest.filter((_, index) => index % 2 === 1);
  return [namespace, ...types, ...names].join("/");
}

/** What `/providers/Microsoft.Sql/servers/s/databases/d` is part of or extends, the nearest first. */
export function ancestorsOf(path: string): readonly string[] {
  const parts = partsOf(path);
  const ancestors: string[] = [];
  let length = parts.length - 2;
  while (length > 3) {
    // What stands before the second `/providers/` is what is extended.
    if (parts[length - 2]?.toLowerCase() === "providers") length -= 2;
    if (length <= 3) break;
    ancestors.push(parts.slice(0, length).join("/"));
    length -= 2;
  }
  return ancestors;
}

/** The id of what a resource extends, and its own from the last `/providers/` on; `undefined` where it extends nothing. */
export function extendedIn(path: string): string | undefined {
  const parts = partsOf(path);
  const at = parts.findLastIndex((part) => part.toLowerCase() === "providers");
  return at <= 1 ? undefined : parts.slice(parts.indexOf("providers") + 1, at).join("/");
}
