import { databaseChildLists, databaseLists } from "./loopback-database-routes.ts";
import { type AzureEstate, censusOf, type Items, type LoopbackSubscription } from "./loopback-estate.ts";
import { platformChildLists, platformExtensions, platformLists, platformObjects } from "./loopback-platform-routes.ts";

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
  ...platformLists,
  ...databaseLists,
  "microsoft.storage/storageaccounts": "StorageAccounts_List",
  "microsoft.compute/virtualmachines": "VirtualMachines_ListAll",
  "microsoft.compute/disks": "Disks_List",
  "microsoft.compute/snapshots": "Snapshots_List",
  "microsoft.compute/images": "Images_List",
};

/** Lists under one resource, by its type and the path under it; `*` stands for a name. */
const childOperations: Readonly<Record<string, string>> = {
  ...platformChildLists,
  ...databaseChildLists,
  "microsoft.storage/storageaccounts/objectreplicationpolicies": "ObjectReplicationPolicies_List",
  "microsoft.storage/storageaccounts/blobservices/default/containers": "BlobContainers_List",
};

/**
 * Single objects, by type and the path under it as above: the first item of the estate's `children` under that path, else the
 * resource as its list has it.
 */
const objectOperations: Readonly<Record<string, string>> = platformObjects;

/** Lists that any resource or subscription can have, by type. */
const extensionOperations: Readonly<Record<string, string>> = platformExtensions;

/** `undefined` where the estate has no such thing. */
export function routeOf(path: string, estate: AzureEstate): Route | undefined {
  const parts = path.split("/").filter((part) => part !== "");
  if (parts[0]?.toLowerCase() === "providers") return groupRoute(estate, parts.slice(1));
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
      return (
        extensionRoute(subscription, path) ??
        listRoute(subscription, rest.join("/")) ??
        childRoute(subscription, path, `providers/${rest.join("/")}`)
      );
    case "resourcegroups":
      return extensionRoute(subscription, path) ?? childRoute(subscription, path, rest.slice(1).join("/"));
    default:
      return undefined;
  }
}

function groupRoute(estate: AzureEstate, parts: readonly string[]): Route | undefined {
  const [namespace, type, group = "", list] = parts;
  if (`${namespace}/${type}/${list}`.toLowerCase() !== "microsoft.management/managementgroups/descendants")
    return undefined;
  const below = estate.managementGroups?.[group];
  const resource = `/providers/Microsoft.Management/managementGroups/${group}`;
  return { operation: "ManagementGroups_GetDescendants", resource, ...(below === undefined ? {} : { list: below }) };
}

function extensionRoute(subscription: LoopbackSubscription, path: string): Route | undefined {
  const at = path.toLowerCase().lastIndexOf("/providers/");
  const operation = extensionOperations[path.slice(at + "/providers/".length).toLowerCase()];
  if (operation === undefined) return undefined;
  return { operation, resource: path.slice(0, at), list: subscription.children?.[path.toLowerCase()] ?? [] };
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
  const held = subscription.children?.[path.toLowerCase()];
  const single = operationOf(objectOperations, `${namespace}/${type}`, child);
  if (single !== undefined) {
    return { operation: single, resource: path, object: held?.[0] ?? itemOf(subscription, path) };
  }
  const operation = operationOf(childOperations, `${namespace}/${type}`, child);
  if (operation === undefined) return undefined;
  return { operation, resource: path.slice(0, -below.length - 1), list: held ?? [] };
}

/** As it is written, else with every name in the path for any. */
function operationOf(
  operations: Readonly<Record<string, string>>,
  type: string,
  child: readonly string[],
): string | undefined {
  const anyName = child.map((part, index) => (index % 2 === 1 ? "*" : part));
  return operations[[type, ...child].join("/")] ?? operations[[type, ...anyName].join("/")];
}

function itemOf(subscription: LoopbackSubscription, path: string): unknown {
  for (const list of Object.values(subscription.resources)) {
    for (let index = 0; index < list.length; index++) {
      const item = list.at(index);
      if (item?.id.toLowerCase() === path.toLowerCase()) return item;
    }
  }
  return undefined;
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
