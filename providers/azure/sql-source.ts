import type { Link } from "../../src/model/index.ts";

/** What databases and pools say of how they were made. */
interface Made {
  readonly createMode?: string | null | undefined;
  readonly sourceDatabaseId?: string | null | undefined;
  readonly recoverableDatabaseId?: string | null | undefined;
}

/** A secondary goes on getting what its source gets; any other way of making one from another is a copy. */
export function madeFrom(
  source: string,
  { createMode, sourceDatabaseId, recoverableDatabaseId }: Made,
): readonly Link[] {
  const kind = /Secondary$/i.test(createMode ?? "") ? "replicates-to" : "copied-to";
  const stated: readonly (readonly [string, unknown])[] = [
    ["properties.sourceDatabaseId", sourceDatabaseId],
    ["properties.recoverableDatabaseId", recoverableDatabaseId],
  ];
  return stated.flatMap(([field, id]) =>
    typeof id === "string" && id !== ""
      ? [{ kind, direction: "from", target: { id: databaseOf(id) }, evidence: { source, field, value: id } } as const]
      : [],
  );
}

/** A geo-redundant backup has the id of what it is of but for one word. */
function databaseOf(id: string): string {
  return id.replace(/\/recoverableDatabases\//i, "/databases/").replace(/\/recoverableSqlPools\//i, "/sqlPools/");
}
