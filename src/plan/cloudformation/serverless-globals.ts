import { isRawList, isRawMap, member, onlyEntry, type RawMap } from "../stack-template/raw.ts";

const prefix = "AWS::Serverless::";

/**
 * The properties of a resource of SAM with what `Globals` says for its type: mappings are laid over each other, lists follow one
 * another, the resource's own words win (SAM Developer Guide, Globals section, read 2026-11-22).
 */
export function withGlobals(kind: string, properties: unknown, template: RawMap): unknown {
  if (!kind.startsWith(prefix)) return properties;
  const globals = member(member(template, "Globals"), kind.slice(prefix.length));
  return globals === undefined ? properties : merged(globals, properties);
}

function merged(common: unknown, own: unknown): unknown {
  if (own === undefined) return common;
  if (isRawList(common) && isRawList(own)) return [...common, ...own];
  if (!isRawMap(common) || !isRawMap(own) || isFunction(common) || isFunction(own)) return own;
  const names = new Set([...Object.keys(common), ...Object.keys(own)]);
  return Object.fromEntries([...names].map((name) => [name, merged(member(common, name), member(own, name))]));
}

function isFunction(value: RawMap): boolean {
  const [name = ""] = onlyEntry(value) ?? [];
  return name === "Ref" || name.startsWith("Fn::");
}
