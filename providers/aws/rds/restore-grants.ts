import type { Known, Link } from "../../../src/model/index.ts";

/** Accounts that may restore a snapshot, by the values of its attribute `restore`; `all` is everyone. */
export function restoreGrants(values: Known<readonly string[] | null>, own: string, source: string): readonly Link[] {
  if (!values.known || values.value === null) return [];
  const others = [...new Set(values.value)].filter((value) => value !== own).sort();
  return others.map((value) => ({
    kind: "shared-with",
    direction: "to",
    target: { party: value === "all" ? "*" : value },
    evidence: { source, field: "AttributeValues[]", value },
  }));
}

/** `public`, where it was asked and answered. */
export function publicAttribute(grants: readonly Link[], asked: Known<unknown>): { readonly public?: boolean } {
  return asked.known && asked.value !== null ? { public: grants.some(({ target }) => target.party === "*") } : {};
}

interface SnapshotAttribute {
  readonly AttributeName?: string | undefined;
  readonly AttributeValues?: readonly string[] | undefined;
}

/** The values of the attribute `restore`: none where the snapshot is shared with nobody. */
export function restoreValues(attributes: readonly SnapshotAttribute[]): readonly string[] {
  return attributes.find(({ AttributeName }) => AttributeName === "restore")?.AttributeValues ?? [];
}
