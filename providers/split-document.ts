/** Permissions of one statement, under the name that the statement gets. */
export type PermissionGroups = ReadonlyMap<string, readonly string[]>;

/** How a provider's documents are made and measured. */
export interface DocumentShape<Document> {
  /** @param first whether it is the first of several: what must stand somewhere once goes there. */
  build(groups: PermissionGroups, first: boolean): Document;
  /** In the provider's own way of counting. */
  sizeOf(document: Document): number;
  readonly limit: number;
}

/**
 * As many documents as the size limit asks for, and no more than it takes group by group. A group stays whole unless it alone
 * is too large for a document.
 */
export function splitDocument<Document>(groups: PermissionGroups, shape: DocumentShape<Document>): readonly Document[] {
  const parts: Map<string, readonly string[]>[] = [new Map()];
  const fits = (part: PermissionGroups): boolean => shape.sizeOf(shape.build(part, parts.length === 1)) <= shape.limit;
  for (const [name, permissions] of groups) {
    if (add(parts, name, permissions, fits)) continue;
    for (const permission of permissions) {
      if (add(parts, name, [permission], fits)) continue;
      throw new Error(`${permission} alone is larger than a document may be`);
    }
  }
  return parts.map((part, index) => shape.build(part, index === 0));
}

/** Adds to the last part, or to a new one where that is full. Says whether it found room. */
function add(
  parts: Map<string, readonly string[]>[],
  name: string,
  permissions: readonly string[],
  fits: (part: PermissionGroups) => boolean,
): boolean {
  const last = parts.at(-1) ?? new Map();
  const more = [...(last.get(name) ?? []), ...permissions];
  if (fits(new Map([...last, [name, more]]))) {
    last.set(name, more);
    return true;
  }
  if (last.size === 0) return false;
  const next = new Map([[name, permissions]]);
  parts.push(next);
  if (fits(next)) return true;
  parts.pop();
  return false;
}

/** Permissions of the shape `service:Action`, by their service. */
export function groupByService(permissions: readonly string[]): PermissionGroups {
  return Map.groupBy(permissions, (permission) => permission.split(":", 1)[0] ?? permission);
}

/** `name` alone where there is one document, else `name-1`, `name-2` … */
export function namedDocuments<Document>(
  name: string,
  documents: readonly Document[],
): Readonly<Record<string, Document>> {
  return Object.fromEntries(
    documents.map((document, index) => [documents.length === 1 ? name : `${name}-${index + 1}`, document]),
  );
}
