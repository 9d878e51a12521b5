import { type AzureEstate, censusOf, type Items, type LoopbackSubscription } from "./loopback-estate.ts";

/** What a request asks for: a list, one object, or nothing that is known. */
export interface Route {
  readonly operation: string;
  /** The resource that the path names; `null` for lists of a whole subscription. */
  readonly resource: string | null;
  readonly list?: Items<unknown>;
  readonly object?: unknown;
}

/** Lists of a whole subscription, by type in lower case. */
const listOperations: Readonly<Record<string, string>> = {
  "microsoft.storage/storageaccounts": "StorageAccounts_List",
  "microsoft.compute/virtualmachines": "VirtualMachines_ListAll",
  "microsoft.compute/disks": "Disks_List",
  "microsoft.compute/snapshots": "Snapshots_List",
  "microsoft.compute/images": "Images_List",
};

/** Lists under one resource, by its type and the path under it. */
const childOperations: Readonly<Record<string, string>> = {
  "microsoft.storage/storageaccounts/objectreplicationpolicies": "ObjectReplicationPolicies_List",
  "microsoft.storage/storageaccounts/blobservices/default/containers": "BlobContainers_List",
};

/** `undefined` where the estate has no such thing. */
export function routeOf(path: string, estate: AzureEstate): Route | undefined {
  const parts = path.split("/").filter((part) => part !== "");
  if (parts[0]?.toLowerCase() !== "subscriptions") return undefined;
  const [, id, section, ...rest] = parts;
  if (id === undefined) {
    return { operation: "Subscriptions_List", resource: null, list: estate.subscriptions.map(subscriptionObject) };
  }
  const subscription = estate.subscriptions.find((one) => one.id.toLowerCase() === id.toLowerCase());
  const resource = `/subscriptions/${id}`;
  if (section === undefined) {
    return { operation: "Subscriptions_Get", resource, object: subscription && subscriptionObject(subscription) };
  }
  if (subscription === undefined) return undefined;
  switch (section.toLowerCase()) {
    case "locations":
      return {
        operation: "Subscriptions_ListLocations",
        resource,
        list: (subscription.locations ?? []).map(locationObject),
      };
    case "resources":
      return { operation: "Resources_List", resource: null, list: censusOf(subscription) };
    case "providers":
      return listRoute(subscription, rest.join("/"));
    case "resourcegroups":
      return childRoute(subscription, path, rest.slice(1).join("/"));
    default:
      return undefined;
  }
}

function listRoute(subscription: LoopbackSubscription, type: string): Route | undefined {
  const operation = listOperations[type.toLowerCase()];
  if (operation === undefined) return undefined;
  const found = Object.entries(subscription.resources).find(([name]) => name.toLowerCase() === type.toLowerCase());
  return { operation, resource: null, list: found?.[1] ?? [] };
}

function childRoute(subscription: LoopbackSubscription, path: string, provided: string): Route | undefined {
  const [keyword, namespace, type, name, ...child] = provided.toLowerCase().split("/");
  if (keyword !== "providers" || name === undefined) return undefined;
  const below = child.join("/");
  const operation = childOperations[`${namespace}/${type}/${below}`];
  if (operation === undefined) return undefined;
  const resource = path.slice(0, -below.length - 1);
  return { operation, resource, list: subscription.children?.[path.toLowerCase()] ?? [] };
}

function subscriptionObject(subscription: LoopbackSubscription): unknown {
  return {
    id: `/subscriptions/${subscription.id}`,
    subscriptionId: subscription.id,
    displayName: subscription.name,
    tenantId: subscription.tenant ?? "99999999-9999-4999-8999-999999999999",
    state: subscription.state ?? "Enabled",
    authorizationSource: "RoleBased",
  };
}

function locationObject(location: NonNullable<LoopbackSubscription["locations"]>[number]): unknown {
  return { type: "Region", displayName: location.name, metadata: { regionType: "Physical" }, ...location };
}
