import type { ObjectReplicationPolicy, StorageAccount, StorageManagementClient } from "@azure/arm-storage";
import type { Caller, Gap, Link, ResourceRecord } from "../../../src/model/index.ts";
import { blobHostOf, blobHostOfAccount, groupAndName, isArmId, subscriptionOf } from "../ids.ts";
import { keyHeldIn } from "../key-held-in.ts";
import { type Found, gapOf, listed, noGroup, recordsOf } from "../list.ts";
import { recordOf } from "../record.ts";
import { normalLocation } from "../regions.ts";
import type { AzureResourceType, AzureSession } from "../session.ts";
import { storageContent } from "../storage-content.ts";
import { redundancyOf } from "../storage-redundancy.ts";

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
    {
      operation: replicationOperation,
      permission: "Microsoft.Storage/storageAccounts/objectReplicationPolicies/read",
      per: "resource",
    },
    {
      operation: containersOperation,
      permission: "Microsoft.Storage/storageAccounts/blobServices/containers/read",
      per: "resource",
    },
  ],
  links: ["replicates-to", "reachable-from", "key-held-in"],
  unseen: {
    en: "Static websites, shared access signatures and account keys that were handed out, copies made by AzCopy or Data Factory, and what an IP rule or private endpoint lets in.",
    zh: "静态网站、已发放的共享访问签名和账户密钥、经 AzCopy 或 Data Factory 进行的复制，以及 IP 规则或专用终结点所允许的访问。",
  },
  content: storageContent,
  async *collect(session, _region, caller) {
    const { StorageManagementClient } = await import("@azure/arm-storage");
    const client = new StorageManagementClient(
      session.credential,
      session.scope.account,
      session.arm.clientOptions(apiVersion),
    );
    const listing = { type: storageAccount.type, operation: listOperation };
    const accounts = listed(session, caller, listing, () => client.storageAccounts.list());
    yield* recordsOf(caller, accounts, (found) => describe(session, caller, client, found));
  },
};

async function describe(
  session: AzureSession,
  caller: Caller,
  client: StorageManagementClient,
  found: Found<StorageAccount>,
): Promise<readonly (ResourceRecord | Gap)[]> {
  const { item } = found;
  const name = typeof item.name === "string" ? item.name : (groupAndName(found.id)?.name ?? found.id);
  // After a failover the primary is where the secondary was, while `location` stays.
  const [field, location] =
    item.primaryLocation === undefined
      ? ["location", item.location]
      : ["properties.primaryLocation", item.primaryLocation];
  const host = typeof item.primaryEndpoints?.blob === "string" ? blobHostOf(item.primaryEndpoints.blob) : undefined;
  const path = groupAndName(found.id);
  const redundancy = redundancyOf({
    source: listOperation,
    sku: item.sku?.name,
    secondaryLocation: item.secondaryLocation,
    location,
  });
  const gapOn = (operation: string, detail: string): Gap => ({
    ...gapOf(session, { type: storageAccount.type, operation }, "malformed", detail),
    resource: found.id,
  });
  const record = recordOf(storageAccount, session, found, {
    location: { field, value: location },
    aliases: [...new Set([host ?? blobHostOfAccount(name, session.cloud), blobHostOfAccount(name, session.cloud)])],
    links: [
      ...redundancy.links,
      ...(path === undefined ? [] : await objectReplication(session, caller, client, found, name, path)),
      ...(path === undefined ? [] : await exposure(session, caller, client, found, path)),
      ...keyOf(item),
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
  return [
    record,
    ...(redundancy.unread === null ? [] : [gapOn(listOperation, redundancy.unread)]),
    ...(path === undefined && canReplicate(item) ? [gapOn(replicationOperation, noGroup)] : []),
    ...(path === undefined && mayBeOpen(item) ? [gapOn(containersOperation, noGroup)] : []),
  ];
}

/** A key of the customer's own can lie in any region; what an account once used stays in the answer when it no longer does. */
function keyOf({ encryption }: StorageAccount): readonly Link[] {
  if (encryption?.keySource !== "Microsoft.Keyvault") return [];
  const field = "properties.encryption.keyvaultproperties.keyvaulturi";
  return keyHeldIn(listOperation, field, encryption.keyVaultProperties?.keyVaultUri);
}

/** As the operations below an account want it named. */
type AccountPath = NonNullable<ReturnType<typeof groupAndName>>;

/** Kinds that cannot have a replication policy (learn.microsoft.com, "Object replication for block blobs", read 2026-11-22). */
const withoutReplication: readonly string[] = ["Storage", "FileStorage"];

function canReplicate({ kind }: StorageAccount): boolean {
  return !withoutReplication.includes(kind ?? "");
}

async function objectReplication(
  session: AzureSession,
  caller: Caller,
  client: StorageManagementClient,
  found: Found<StorageAccount>,
  name: string,
  path: AccountPath,
): Promise<readonly Link[]> {
  if (!canReplicate(found.item)) return [];
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
 * Whether a container that is set to public can be read by everyone: the account allows it and the network lets everyone in.
 * An account that never set `allowBlobPublicAccess` may allow it: the default was true until August 2023. FileStorage is the
 * one kind without a blob service.
 */
function mayBeOpen({ allowBlobPublicAccess, publicNetworkAccess, networkRuleSet, kind }: StorageAccount): boolean {
  if (allowBlobPublicAccess === false || kind === "FileStorage") return false;
  if (publicNetworkAccess !== undefined && publicNetworkAccess !== "Enabled") return false;
  return networkRuleSet?.defaultAction !== "Deny";
}

/** Only a container that was seen to be public is stated. Where they cannot be read it is unknown, and the gap says so. */
async function exposure(
  session: AzureSession,
  caller: Caller,
  client: StorageManagementClient,
  found: Found<StorageAccount>,
  path: AccountPath,
): Promise<readonly Link[]> {
  if (!mayBeOpen(found.item)) return [];
  const open = await caller.ask(containersOperation, found.id, (signal) => firstPublic(session, client, path, signal));
  if (!open.known || open.value === null) return [];
  const evidence = { source: containersOperation, field: "properties.publicAccess", value: open.value };
  return [{ kind: "reachable-from", direction: "to", target: { party: "*" }, evidence }];
}

async function firstPublic(
  session: AzureSession,
  client: StorageManagementClient,
  path: AccountPath,
  signal: AbortSignal,
): Promise<string | null> {
  for await (const container of session.arm.items(client.blobContainers.list(path.group, path.name), signal)) {
    const access = container.publicAccess;
    if (access === "Blob" || access === "Container") return access;
  }
  return null;
}
