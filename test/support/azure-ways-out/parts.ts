import type { ArmItem } from "../../../providers/azure/loopback-estate.ts";
import type { AzureHeld } from "../case-clouds.ts";

/** A subscription of the estate of every way out. All of it lies in one resource group, `crm`. */
export interface Ground {
  readonly subscription: string;
  /** Blob endpoints and vaults of this cloud. */
  readonly blob: string;
  readonly vault: string;
}

export const world: Ground = {
  subscription: "5a1e0000-0000-4000-8000-00000000a001",
  blob: "blob.core.windows.net",
  vault: "vault.azure.net",
};
export const china: Ground = {
  subscription: "5a1e0000-0000-4000-8000-00000000c001",
  blob: "blob.core.chinacloudapi.cn",
  vault: "vault.azure.cn",
};

export function idOf({ subscription }: Ground, typeAndName: string): string {
  return `/subscriptions/${subscription}/resourceGroups/crm/providers/${typeAndName}`;
}

/** A resource: `Microsoft.Sql/servers`, `crmsql`, and what its list says of it besides. */
export function item(ground: Ground, type: string, name: string, location: string, rest: object = {}): ArmItem {
  const names = name.split("/");
  const [namespace = "", ...types] = type.split("/");
  const path = types.map((one, index) => `${one}/${names[index]}`).join("/");
  return { id: idOf(ground, `${namespace}/${path}`), name: names.at(-1) ?? name, type, location, ...rest };
}

/** What lies under a path of a resource, as its own list gives it. */
export function below(
  ground: Ground,
  typeAndName: string,
  list: string,
  items: readonly unknown[],
): Record<string, readonly unknown[]> {
  return { [`${idOf(ground, typeAndName)}/${list}`.toLowerCase()]: items };
}

/** Several parts of one subscription laid together. */
export function together(...parts: readonly { items: readonly ArmItem[]; below?: object }[]): AzureHeld {
  const resources: Record<string, ArmItem[]> = {};
  for (const one of parts.flatMap(({ items }) => items)) resources[one.type] = [...(resources[one.type] ?? []), one];
  return { resources, children: Object.assign({}, ...parts.map((part) => part.below ?? {})) };
}

export function storage(ground: Ground, name: string, location: string, sku: string, properties: object = {}): ArmItem {
  return item(ground, "Microsoft.Storage/storageAccounts", name, location, {
    kind: "StorageV2",
    sku: { name: sku, tier: "Standard" },
    properties: {
      provisioningState: "Succeeded",
      primaryLocation: location,
      statusOfPrimary: "available",
      primaryEndpoints: { blob: `https://${name}.${ground.blob}/` },
      allowBlobPublicAccess: false,
      networkAcls: { bypass: "AzureServices", defaultAction: "Allow", ipRules: [], virtualNetworkRules: [] },
      encryption: { keySource: "Microsoft.Storage" },
      ...properties,
    },
  });
}

/** A firewall rule of a database server. */
export function rule(startIpAddress: string, endIpAddress: string): object {
  return { id: "/x", name: "rule", properties: { startIpAddress, endIpAddress } };
}

export const everyone = rule("0.0.0.0", "255.255.255.255");
