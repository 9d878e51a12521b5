import type { DatabaseAccountGetResults } from "@azure/arm-cosmosdb";
import type { Gap, Link, ResourceRecord } from "../../../src/model/index.ts";
import { geoBackup } from "../geo-backup.ts";
import { keyHeldIn } from "../key-held-in.ts";
import { type Found, gapOf, listed, recordsOf } from "../list.ts";
import { recordOf } from "../record.ts";
import { normalLocation } from "../regions.ts";
import type { AzureResourceType, AzureSession } from "../session.ts";

const apiVersion = "2023-04-15";
const operation = "DatabaseAccounts_List";

export const cosmosAccount: AzureResourceType = {
  type: "azure/cosmos/account",
  armTypes: ["Microsoft.DocumentDB/databaseAccounts"],
  title: { en: "Azure Cosmos DB account", zh: "Azure Cosmos DB 账户" },
  role: "store",
  service: "cosmos",
  reach: "global",
  operations: [{ operation, permission: "Microsoft.DocumentDB/databaseAccounts/read" }],
  links: ["replicates-to", "backs-up-to", "copied-to", "reachable-from", "key-held-in"],
  unseen: {
    en: "Databases and containers and their names, change feed consumers, Azure Synapse Link and mirroring readers, who holds an account key, and what an IP rule, virtual network or private endpoint lets in.",
    zh: "数据库与容器及其名称、更改源的使用方、Azure Synapse Link 与镜像的读取方、账户密钥的持有者，以及 IP 规则、虚拟网络或专用终结点所允许的访问。",
  },
  async *collect(session, _region, caller) {
    const { CosmosDBManagementClient } = await import("@azure/arm-cosmosdb");
    const { account } = session.scope;
    const client = new CosmosDBManagementClient(session.credential, account, session.arm.clientOptions(apiVersion));
    const listing = { type: cosmosAccount.type, operation };
    const accounts = listed(session, caller, listing, () => client.databaseAccounts.list());
    yield* recordsOf(caller, accounts, (found) => describe(session, found));
  },
};

function describe(session: AzureSession, found: Found<DatabaseAccountGetResults>): readonly (ResourceRecord | Gap)[] {
  const { id, item } = found;
  const regions = regionsOf(item);
  const [main] = regions;
  const backup = backupOf(item, main ?? item.location);
  const record = recordOf(cosmosAccount, session, found, {
    // `location` is where the account was made; the write region can have moved since.
    ...(main === undefined ? {} : { location: { field: "properties.locations[].locationName", value: main } }),
    aliases: typeof item.instanceId === "string" && item.instanceId !== "" ? [restorableAlias(item.instanceId)] : [],
    links: [
      ...replicas(regions),
      ...backup.links,
      ...restoredFrom(item),
      ...exposure(item),
      ...keyHeldIn(operation, "properties.keyVaultKeyUri", item.keyVaultKeyUri),
    ],
    attributes: {
      kind: item.kind,
      backupPolicy: item.backupPolicy?.type,
      multipleWriteLocations: item.enableMultipleWriteLocations,
      automaticFailover: item.enableAutomaticFailover,
      publicNetworkAccess: item.publicNetworkAccess,
      virtualNetworkFilter: item.isVirtualNetworkFilterEnabled,
    },
  });
  const gapOn = (detail: string): Gap => ({
    ...gapOf(session, { type: cosmosAccount.type, operation }, "malformed", detail),
    resource: id,
  });
  return [
    record,
    ...(main === undefined ? [gapOn("the regions that it is in are not stated")] : []),
    ...(backup.unread === null ? [] : [gapOn(backup.unread)]),
  ];
}

/** Each region once, the one that takes writes first: failover priority 0. */
function regionsOf({ locations }: DatabaseAccountGetResults): readonly string[] {
  const named = [...(locations ?? [])]
    .sort((one, other) => (one.failoverPriority ?? Infinity) - (other.failoverPriority ?? Infinity))
    .flatMap(({ locationName }) => (typeof locationName === "string" && locationName !== "" ? [locationName] : []));
  return [...new Map(named.reverse().map((region) => [normalLocation(region), region])).values()].reverse();
}

/** Every region holds all data, whether it takes writes or not. */
function replicas([, ...others]: readonly string[]): readonly Link[] {
  return others.map((region) => ({
    kind: "replicates-to",
    direction: "to",
    target: { place: { region } },
    evidence: { source: operation, field: "properties.locations[].locationName", value: region },
  }));
}

/**
 * Periodic backups lie beside the write region and, unless set otherwise, in its pair; continuous ones lie in the account's own
 * regions. Source: learn.microsoft.com, "Periodic backup storage redundancy in Azure Cosmos DB", read 2026-11-22.
 */
function backupOf(
  { backupPolicy: policy }: DatabaseAccountGetResults,
  location: unknown,
): ReturnType<typeof geoBackup> {
  if (policy?.type === "Continuous") return { links: [], unread: null };
  if (policy !== undefined && policy.type !== "Periodic") {
    return { links: [], unread: "its backup policy is of a kind that this version does not know" };
  }
  return geoBackup({
    source: operation,
    field: "properties.backupPolicy.periodicModeProperties.backupStorageRedundancy",
    value:
      policy !== undefined && "periodicModeProperties" in policy
        ? policy.periodicModeProperties?.backupStorageRedundancy
        : undefined,
    location,
    unset: "periodic backups of Cosmos DB are geo-redundant unless set otherwise",
  });
}

/** `…/locations/westus/restorableDatabaseAccounts/<instance>`: the instance is what the source account has in its own list. */
function restoredFrom({ restoreParameters }: DatabaseAccountGetResults): readonly Link[] {
  const source = restoreParameters?.restoreSource;
  const instance = typeof source === "string" ? /restorableDatabaseAccounts\/([^/]+)$/i.exec(source)?.[1] : undefined;
  if (instance === undefined) return [];
  const value = restorableAlias(instance);
  const evidence = { source: operation, field: "properties.restoreParameters.restoreSource", value };
  return [{ kind: "copied-to", direction: "from", target: { id: value }, evidence }];
}

function restorableAlias(instance: string): string {
  return `restorableDatabaseAccounts/${instance.toLowerCase()}`;
}

/** Open where everything that could close it is told and does not. `0.0.0.0` alone means Azure's own services. */
function exposure(item: DatabaseAccountGetResults): readonly Link[] {
  const { publicNetworkAccess, isVirtualNetworkFilterEnabled, ipRules } = item;
  if (publicNetworkAccess !== "Enabled" || !Array.isArray(ipRules)) return [];
  const all = ipRules.some(({ ipAddressOrRange }) => ipAddressOrRange === "0.0.0.0/0");
  if (!all && (ipRules.length > 0 || isVirtualNetworkFilterEnabled !== false)) return [];
  const evidence = {
    source: operation,
    field: "properties.ipRules",
    value: all ? "0.0.0.0/0" : "no rule, every network",
  };
  return [{ kind: "reachable-from", direction: "to", target: { party: "*" }, evidence }];
}
