import type { ArmItem } from "./loopback-estate.ts";

/** Where resources of an invented estate lie. */
export interface Home {
  readonly subscription: string;
  readonly group: string;
  readonly location: string;
}

export interface ItemOptions {
  readonly tags?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

/** A resource of any type, with the id that Resource Manager would give it. */
export function armItem(home: Home, type: string, name: string, options: ItemOptions = {}): ArmItem {
  const { subscription, group, location } = home;
  const id = `/subscriptions/${subscription}/resourceGroups/${group}/providers/${type}/${name}`;
  return { id, name, type, location, ...options };
}

export function storageItem(home: Home, name: string, sku: string, options: ItemOptions = {}): ArmItem {
  const { properties, ...rest } = options;
  return armItem(home, "Microsoft.Storage/storageAccounts", name, {
    kind: "StorageV2",
    sku: { name: sku, tier: "Standard" },
    properties: {
      provisioningState: "Succeeded",
      primaryLocation: home.location,
      allowBlobPublicAccess: false,
      publicNetworkAccess: "Enabled",
      networkAcls: { bypass: "AzureServices", defaultAction: "Allow", ipRules: [], virtualNetworkRules: [] },
      encryption: { keySource: "Microsoft.Storage" },
      ...properties,
    },
    ...rest,
  });
}

export function machineItem(home: Home, name: string, options: ItemOptions = {}): ArmItem {
  return armItem(home, "Microsoft.Compute/virtualMachines", name, {
    properties: {
      vmId: "00000000-0000-4000-8000-000000000000",
      hardwareProfile: { vmSize: "Standard_D4s_v5" },
      storageProfile: { osDisk: { osType: "Linux", createOption: "FromImage", name: `${name}-os` }, dataDisks: [] },
      provisioningState: "Succeeded",
    },
    ...options,
  });
}

export function diskItem(home: Home, name: string, options: ItemOptions = {}): ArmItem {
  const { properties, ...rest } = options;
  return armItem(home, "Microsoft.Compute/disks", name, {
    sku: { name: "Premium_LRS", tier: "Premium" },
    properties: {
      creationData: { createOption: "Empty" },
      diskSizeGB: 128,
      diskState: rest["managedBy"] === undefined ? "Unattached" : "Attached",
      encryption: { type: "EncryptionAtRestWithPlatformKey" },
      networkAccessPolicy: "DenyAll",
      publicNetworkAccess: "Disabled",
      ...properties,
    },
    ...rest,
  });
}

export function snapshotItem(home: Home, name: string, source: ArmItem, options: ItemOptions = {}): ArmItem {
  const { properties, ...rest } = options;
  return armItem(home, "Microsoft.Compute/snapshots", name, {
    sku: { name: "Standard_LRS", tier: "Standard" },
    properties: {
      creationData: { createOption: "Copy", sourceResourceId: source.id },
      incremental: true,
      diskSizeGB: 128,
      diskState: "Unattached",
      timeCreated: "2026-05-01T00:00:00+00:00",
      publicNetworkAccess: "Disabled",
      ...properties,
    },
    ...rest,
  });
}

/** A replication policy as both of its accounts list it. */
export function replicationPolicy(source: ArmItem, destination: ArmItem): Readonly<Record<string, unknown>> {
  return {
    name: "5f0c7d2e-0000-4000-8000-000000000001",
    properties: {
      policyId: "5f0c7d2e-0000-4000-8000-000000000001",
      sourceAccount: source.id,
      destinationAccount: destination.id,
      rules: [{ ruleId: "1", sourceContainer: "campaigns", destinationContainer: "campaigns" }],
    },
  };
}

/** Under which an estate keeps the lists below a resource. */
export function childKey(parent: ArmItem, path: string): string {
  return `${parent.id}/${path}`.toLowerCase();
}
