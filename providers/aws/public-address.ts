import type { Link } from "../../src/model/index.ts";

/**
 * A public address: whom it lets in is up to security groups, which are not read. An end of which nothing is known, so that
 * somebody looks.
 */
export function publicAddress(isPublic: boolean | undefined, source: string): readonly Link[] {
  if (isPublic !== true) return [];
  const evidence = { source, field: "PubliclyAccessible", value: "true" };
  return [{ kind: "reachable-from", direction: "to", target: {}, evidence }];
}
