import type { PlannedChange } from "../../model/index.ts";
import { type JsonObject, member, textMember } from "./json-guards.ts";

/** A resource of a plan or state, found but not read yet. */
export interface Entry {
  readonly address: string;
  /** Address of its module instance; empty for the root. */
  readonly module: string;
  /** Address without module and key: `aws_s3_bucket.team`, `data.aws_region.here`. */
  readonly base: string;
  /** `["hr"]`, `[0]`, or empty. */
  readonly key: string;
  readonly kind: string;
  /** Its own name with its key. */
  readonly label: string;
  readonly change: PlannedChange;
  readonly values: unknown;
  /** Of the shape of `values`, `true` where they are not known or must not be seen. */
  readonly masks: readonly unknown[];
  /** Provider configuration, where the entry itself names it. */
  readonly provider?: string;
}

/** Who it is; `undefined` where the entry does not say so. */
export type Identity = Pick<Entry, "address" | "module" | "base" | "key" | "kind" | "label">;

/** @param moduleAddress where the entry itself does not name its module. */
export function identityOf(entry: JsonObject, moduleAddress?: string): Identity | undefined {
  const [address, kind, name] = ["address", "type", "name"].map((part) => textMember(entry, part));
  if (address === undefined || kind === undefined || name === undefined) return undefined;
  const module = textMember(entry, "module_address") ?? moduleAddress ?? "";
  const base = `${member(entry, "mode") === "data" ? "data." : ""}${kind}.${name}`;
  const before = module === "" ? base : `${module}.${base}`;
  if (!address.startsWith(before)) return undefined;
  const key = address.slice(before.length);
  return { address, module, base, key, kind, label: `${name}${key}` };
}
