import type { Link } from "../../src/model/index.ts";
import { hostOf } from "./hosts.ts";

/** The vault of a key that encrypts a store, by its host, which is unique in a cloud. Of the URI nothing else is kept. */
export function keyHeldIn(source: string, field: string, uri: unknown): readonly Link[] {
  const host = hostOf(uri);
  if (host === undefined) return [];
  return [{ kind: "key-held-in", direction: "to", target: { id: host }, evidence: { source, field, value: host } }];
}
