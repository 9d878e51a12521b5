import type { ObjectReplicationPolicy, StorageAccount, StorageManagementClient } from "@azure/arm-storage";
import type { Caller, Known, Link, ResourceRecord } from "../../../src/model/index.ts";
import { blobHostOf, blobHostOfAccount, groupAndName, isArmId, subscriptionOf } from "../ids.ts";
import { type Found, listed } from "../list.ts";
import { recordOf } from "../record.ts";
import { normalLocation, pairOf } from "../regions.ts";
import type { AzureResourceType, AzureSession } from "../session.ts";

const apiVersion = "2023-01-01";
const listOperation = "StorageAccounts_List";
const replicationOperation = "ObjectReplicationPolicies_List";
const containersOperation = "BlobContainers_List";

export const storageAccount: AzureResourceType = {
  type: "azure/storage/account",
  armTypes: ["Microsoft.Storage/storageAccounts"],
  title: { en: "Storage account", zh: "存储账户" },
  role: "store",
  service: "storage",
  reach: "global",
  operations: [
    { operation: listOperation, permission: "Microsoft.Storage/storageAccounts/read" },
    { operation: replicationOperation, permission: "Microsoft.Storage/storageAccounts/objectReplicationPolicies/read" },
    { operation: containersOperation, permission: "Microsoft.Storage/storageAccounts/blobServices/containers/read" },
  ],
  links: ["replicates-to", "reachable-from"],
  unseen: {
    en: "Static websites, shared access signatures and account keys that were handed out, copies made by AzCopy or Data Factory, and what an IP rule or private endpoint lets in.",
    zh: "静态网站、已发放的共享访问签名和账户密钥、经 AzCopy 或 Data Factory 进行的复制，以及 IP 规则或专用终结点所允许的访问。",
  },
  async *collect(session, _region, caller) {
    const { StorageManagementClient } = await import("@azure/arm-storage");
    const client = new StorageManagementClient(
      session.credential,
      session.scope.account,
      session.arm.clientOptions(apiVersion),
    );
    const listing = { type: storageAccount.type, operation: listOperation };
    const accounts = listed(session, caller, listing, () => client.storageAccounts.list());
    yield* caller.each(accounts, async (found) =>
      found.kind === "gap" ? found : describe(session, caller, client, found),
    );
  },
};

async function describe(
  session: AzureSession,
  caller: Caller,
  client: StorageManagementClient,
  found: Found<StorageAccount>,
): Promise<ResourceRecord> {
  const { item } = found;
  const name = typeof item.name === "string" ? item.name : (groupAndName(found.id)?.name ?? found.id);
  // After a failover the primary is where the secondary was, while `location` stays.
  const [field, location] =
    item.primaryLocation === undefined
      ? ["location", item.location]
      : ["properties.primaryLocation", item.primaryLocation];
  const host = typeof item.primaryEndpoints?.blob === "string" ? blobHostOf(item.primaryEndpoints.blob) : undefined;
  return recordOf(storageAccount, session, found, {
    location: { field, value: location },
    aliases: [...new Set([host ?? blobHostOfAccount(name, session.cloud), blobHostOfAccount(name, session.cloud)])],
    links: [
      ...geoReplica(item, location),
      ...(await objectReplication(session, caller, client, found, name)),
      ...(await exposure(session, caller, client, found)),
    ],
    attributes: {
      sku: item.sku?.name,
      kind: item.kind,
      createdIn: normalLocation(item.location ?? "") === normalLocation(location ?? "") ? undefined : item.location,
      secondaryLocation: item.secondaryLocation,
      allowBlobPublicAccess: item.allowBlobPublicAccess,
      publicNetworkAccess: item.publicNetworkAccess,
      networkDefaultAction: item.networkRuleSet?.defaultAction,
      allowCrossTenantReplication: item.allowCrossTenantReplication,
      allowedCopyScope: item.allowedCopyScope,
      allowSharedKeyAccess: item.allowSharedKeyAccess,
      keySource: item.encryption?.keySource,
    },
  });
}

/** GRS, RAGRS, GZRS and RAGZRS write to a second region: the one that is told, else the pair of the region table, else unknown. */
function geoReplica(item: StorageAccount, location: string | undefined): readonly Link[] {
  const sku = item.sku?.name ?? "";
  const told = item.secondaryLocation;
  if (told === undefined && !/_(?:RA)?GZ?RS$/i.test(sku)) return [];
  const pair = location === undefined ? undefined : pairOf(location);
  const region = told ?? pair;
  return [
    {
      kind: "replicates-to",
      direction: "to",
      target: region === undefined ? {} : { place: { region } },
      evidence:
        told === undefined
          ? {
              source: listOperation,
              field: "sku.name",
              value: pair === undefined ? sku : `${sku}, paired with ${pair}`,
            }
          : { source: listOperation, field: "properties.secondaryLocation", value: `${sku} ${told}`.trim() },
    },
  ];
}

/** Kinds that cannot have a replication policy (learn.microsoft.com, "Object replication for block blobs", read 2026-11-22). */
const withoutReplication: readonly string[] = ["Storage", "FileStorage"];

async function objectReplication(
  session: AzureSession,
  caller: Caller,
  client: StorageManagementClient,
  found: Found<StorageAccount>,
  name: string,
): Promise<readonly Link[]> {
  const path = groupAndName(found.id);
  if (path === undefined || withoutReplication.includes(found.item.kind ?? "")) return [];
  const policies = await caller.ask(
    replicationOperation,
    found.id,
    (signal) => session.arm.all(client.objectReplicationPolicies.list(path.group, path.name), signal),
    ["FeatureNotSupportedForAccount"],
  );
  if (!policies.known) return [];
  return (policies.value ?? []).flatMap((policy) => replicationLink(session, found.id, name, policy));
}

/** Both accounts list a policy. It names them by id, or, which is how policies across tenants do, by account name. */
function replicationLink(
  session: AzureSession,
  id: string,
  name: string,
  policy: ObjectReplicationPolicy,
): readonly Link[] {
  const { sourceAccount, destinationAccount } = policy;
  const isSelf = (account: string | undefined): boolean =>
    account !== undefined && [id.toLowerCase(), name.toLowerCase()].includes(account.toLowerCase());
  const outward = !isSelf(destinationAccount);
  const other = outward ? destinationAccount : sourceAccount;
  if (typeof other !== "string" || other === "" || isSelf(other)) return [];
  const subscription = subscriptionOf(other);
  const elsewhere = subscription !== undefined && subscription !== session.scope.account.toLowerCase();
  return [
    {
      kind: "replicates-to",
      direction: outward ? "to" : "from",
      target: {
        id: isArmId(other) ? other : blobHostOfAccount(other, session.cloud),
        ...(elsewhere ? { party: subscription } : {}),
      },
      evidence: {
        source: replicationOperation,
        field: `properties.${outward ? "destinationAccount" : "sourceAccount"}`,
        value: other,
      },
    },
  ];
}

/**
 * Everyone can read where the account allows it, the network lets everyone in, and a container is set to public. Where the
 * containers cannot be read the permission alone is stated, and the evidence says so. An account that never set
 * `allowBlobPublicAccess` may allow it: the default was true until August 2023.
 */
async function exposure(
  session: AzureSession,
  caller: Caller,
  client: StorageManagementClient,
  found: Found<StorageAccount>,
): Promise<readonly Link[]> {
  const { allowBlobPublicAccess, publicNetworkAccess, networkRuleSet, kind } = found.item;
  const path = groupAndName(found.id);
  if (allowBlobPublicAccess === false || kind === "FileStorage" || path === undefined) return [];
  if (publicNetworkAccess !== undefined && publicNetworkAccess !== "Enabled") return [];
  if (networkRuleSet?.defaultAction === "Deny") return [];
  const open = await caller.ask(containersOperation, found.id, (signal) => firstPublic(session, client, path, signal));
  if (open.known && open.value === null) return [];
  return [{ kind: "reachable-from", direction: "to", target: { party: "*" }, evidence: evidenceOf(open, found.item) }];
}

async function firstPublic(
  session: AzureSession,
  client: StorageManagementClient,
  path: { readonly group: string; readonly name: string },
  signal: AbortSignal,
): Promise<string | null> {
  for await (const container of session.arm.items(client.blobContainers.list(path.group, path.name), signal)) {
    const access = container.publicAccess;
    if (access === "Blob" || access === "Container") return access;
  }
  return null;
}

function evidenceOf(open: Known<string | null>, item: StorageAccount): Link["evidence"] {
  if (open.known) {
    return { source: containersOperation, field: "properties.publicAccess", value: String(open.value) };
  }
  const allowed = item.allowBlobPublicAccess === undefined ? "not set" : String(item.allowBlobPublicAccess);
  return {
    source: listOperation,
    field: "properties.allowBlobPublicAccess",
    value: `${allowed}; whether a container is public was not answered`,
  };
}
