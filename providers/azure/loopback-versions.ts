type Item = Readonly<Record<string, unknown>>;

interface Field {
  /** Resource type in lower case. */
  readonly type: string;
  /** Under `properties`. */
  readonly path: readonly [string, ...string[]];
  /** The first version that has it and is no preview. */
  readonly since: string;
}

/** Fields that are read and that answers of older versions leave out (Azure/bicep-types-az, generated types, read 2026-11-22). */
const fields: readonly Field[] = [
  { type: "microsoft.dataprotection/backupvaults", path: ["replicatedRegions"], since: "2023-11-01" },
  {
    type: "microsoft.dataprotection/backupvaults",
    path: ["securitySettings", "encryptionSettings"],
    since: "2024-03-01",
  },
  {
    type: "microsoft.dbforpostgresql/flexibleservers",
    path: ["dataEncryption", "geoBackupKeyURI"],
    since: "2024-08-01",
  },
  { type: "microsoft.eventhub/namespaces", path: ["geoDataReplication"], since: "2026-01-01" },
  { type: "microsoft.operationalinsights/workspaces", path: ["replication"], since: "2025-02-01" },
  { type: "microsoft.sql/servers/databases", path: ["encryptionProtector"], since: "2023-08-01" },
];

/** A resource as a version of the API tells it. */
export function asOfVersion(item: unknown, version: string): unknown {
  if (!isObject(item) || typeof item["type"] !== "string") return item;
  const type = item["type"].toLowerCase();
  const later = fields.filter((field) => field.type === type && version < field.since);
  return later.reduce((told, { path }) => without(told, ["properties", ...path]), item);
}

function without(item: Item, [name, ...rest]: readonly string[]): Item {
  if (name === undefined || !(name in item)) return item;
  const { [name]: held, ...others } = item;
  if (rest.length === 0) return others;
  return isObject(held) ? { ...others, [name]: without(held, rest) } : item;
}

function isObject(value: unknown): value is Item {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
