import { below, idOf, item, storage, world } from "./parts.ts";

/** Storage accounts, machines, disks, snapshots, images and galleries. Shapes: the vendor's REST reference, read 2026-11-22. */
const account = (name: string) => idOf(world, `Microsoft.Storage/storageAccounts/${name}`);
const compute = (typeAndName: string) => idOf(world, `Microsoft.Compute/${typeAndName}`);

const computeItem = (type: string, name: string, location: string, rest: object) =>
  item(world, `Microsoft.Compute/${type}`, name, location, rest);

function policy(sourceAccount: string, destinationAccount: string): object {
  return {
    name: "policy",
    type: "Microsoft.Storage/storageAccounts/objectReplicationPolicies",
    properties: {
      policyId: "policy",
      enabledTime: "2026-01-01T00:00:00.0000000Z",
      sourceAccount,
      destinationAccount,
      rules: [{ ruleId: "r", sourceContainer: "campaigns", destinationContainer: "campaigns" }],
    },
  };
}

function disk(name: string, location: string, creationData: object, rest: object = {}) {
  return computeItem("disks", name, location, {
    sku: { name: "Premium_LRS" },
    ...rest,
    properties: { creationData, diskSizeGB: 64, diskState: "Unattached", networkAccessPolicy: "AllowAll" },
  });
}

function snapshot(name: string, location: string, creationData: object) {
  return computeItem("snapshots", name, location, {
    sku: { name: "Standard_ZRS" },
    properties: { creationData, incremental: true, diskState: "Unattached" },
  });
}

function image(name: string, location: string, properties: object) {
  return computeItem("images", name, location, { properties: { hyperVGeneration: "V2", ...properties } });
}

function gallery(name: string, location: string, sharingProfile: object) {
  return computeItem("galleries", name, location, { properties: { sharingProfile } });
}

function version(gallery: string, name: string, location: string, targets: readonly string[], storageProfile: object) {
  return computeItem("galleries/images/versions", `${gallery}/base/${name}`, location, {
    properties: {
      publishingProfile: {
        targetRegions: targets.map((region) => ({
          name: region,
          regionalReplicaCount: 1,
          storageAccountType: "Standard_LRS",
        })),
        replicationMode: "Full",
      },
      storageProfile,
    },
  });
}

const definition = (gallery: string, location: string) =>
  computeItem("galleries/images", `${gallery}/base`, location, {
    properties: { osType: "Linux", osState: "Generalized" },
  });

export const storageAndCompute = {
  items: [
    storage(world, "crmhk", "eastasia", "Standard_RAGRS", { secondaryLocation: "southeastasia" }),
    storage(world, "crmuk", "uksouth", "Standard_GZRS"),
    storage(world, "crmlocal", "eastasia", "Standard_LRS"),
    storage(world, "crmeu", "westeurope", "Standard_ZRS", {
      encryption: {
        keySource: "Microsoft.Keyvault",
        keyvaultproperties: { keyvaulturi: "https://crmkeys.vault.azure.net", keyname: "files" },
      },
    }),
    storage(world, "webpub", "eastasia", "Standard_LRS", { allowBlobPublicAccess: true }),
    storage(world, "webshut", "eastasia", "Standard_LRS", {
      allowBlobPublicAccess: true,
      networkAcls: { bypass: "None", defaultAction: "Deny", ipRules: [], virtualNetworkRules: [] },
    }),
    storage(world, "auditlogs", "westeurope", "Standard_LRS"),
    storage(world, "lake", "southeastasia", "Standard_LRS", { isHnsEnabled: true }),
    computeItem("virtualMachines", "crmvm", "eastasia", {
      properties: {
        hardwareProfile: { vmSize: "Standard_D4s_v5" },
        storageProfile: { osDisk: { osType: "Linux", managedDisk: { id: compute("disks/crmdisk") } } },
      },
    }),
    disk(
      "crmdisk",
      "eastasia",
      {
        createOption: "FromImage",
        imageReference: {
          id: `/Subscriptions/${world.subscription}/Providers/Microsoft.Compute/Locations/eastasia/Publishers/Canonical/ArtifactTypes/VMImage/Offers/x/Skus/y/Versions/1`,
        },
      },
      { managedBy: compute("virtualMachines/crmvm") },
    ),
    disk("diskuk", "uksouth", { createOption: "Copy", sourceResourceId: compute("snapshots/snapeu") }),
    disk("diskimport", "southeastasia", {
      createOption: "Import",
      storageAccountId: account("crmlocal"),
      sourceUri: "https://crmlocal.blob.core.windows.net/vhds/x.vhd?sv=2024-01-01&sig=SIGNATURE",
    }),
    disk("diskurl", "westeurope", {
      createOption: "Import",
      sourceUri: "https://supplierstore.blob.core.windows.net/vhds/x.vhd?sv=2024-01-01&sig=SIGNATURE",
    }),
    snapshot("snaphk", "eastasia", { createOption: "Copy", sourceResourceId: compute("disks/crmdisk") }),
    snapshot("snapeu", "westeurope", { createOption: "CopyStart", sourceResourceId: compute("snapshots/snaphk") }),
    image("imghk", "eastasia", {
      sourceVirtualMachine: { id: compute("virtualMachines/crmvm") },
      storageProfile: { osDisk: { osType: "Linux", managedDisk: { id: compute("disks/crmdisk") } }, dataDisks: [] },
    }),
    image("imgeu", "westeurope", {
      storageProfile: {
        osDisk: { osType: "Linux", snapshot: { id: compute("snapshots/snapeu") } },
        dataDisks: [{ lun: 0, blobUri: "https://crmlocal.blob.core.windows.net/vhds/d.vhd" }],
      },
    }),
    gallery("gal", "eastasia", { permissions: "Groups" }),
    gallery("galpub", "westeurope", { permissions: "Community" }),
  ],
  below: {
    ...below(world, "Microsoft.Storage/storageAccounts/crmlocal", "objectReplicationPolicies", [
      policy(account("crmlocal"), account("crmeu")),
      policy("crmlocal", "partnerstore"),
    ]),
    ...below(world, "Microsoft.Storage/storageAccounts/crmeu", "objectReplicationPolicies", [
      policy(account("crmlocal"), account("crmeu")),
      policy("supplierstore", "crmeu"),
    ]),
    ...below(world, "Microsoft.Storage/storageAccounts/webpub", "blobServices/default/containers", [
      { id: "/x", name: "private", properties: { publicAccess: "None" } },
      { id: "/x", name: "public", properties: { publicAccess: "Blob" } },
    ]),
    ...below(world, "Microsoft.Storage/storageAccounts/webshut", "blobServices/default/containers", [
      { id: "/x", name: "public", properties: { publicAccess: "Container" } },
    ]),
    [compute("galleries/gal").toLowerCase()]: [
      gallery("gal", "eastasia", {
        permissions: "Groups",
        groups: [
          { type: "Subscriptions", ids: ["5a1e0000-0000-4000-8000-00000000b002"] },
          { type: "AADTenants", ids: ["5a1e0000-0000-4000-8000-00000000d004"] },
        ],
      }),
    ],
    [compute("galleries/galpub").toLowerCase()]: [
      gallery("galpub", "westeurope", {
        permissions: "Community",
        communityGalleryInfo: { communityGalleryEnabled: true, publicNames: ["galpub-1"] },
      }),
    ],
    ...below(world, "Microsoft.Compute/galleries/gal", "images", [definition("gal", "eastasia")]),
    ...below(world, "Microsoft.Compute/galleries/galpub", "images", [definition("galpub", "westeurope")]),
    ...below(world, "Microsoft.Compute/galleries/gal/images/base", "versions", [
      version("gal", "1.0.0", "eastasia", ["East Asia", "West Europe", "UK South"], {
        source: { id: compute("images/imghk") },
      }),
      version("gal", "1.1.0", "eastasia", ["East Asia"], {
        osDiskImage: { sizeInGB: 64, source: { id: compute("snapshots/snaphk") } },
      }),
    ]),
    ...below(world, "Microsoft.Compute/galleries/galpub/images/base", "versions", [
      version("galpub", "2.0.0", "westeurope", ["West Europe"], {
        source: { virtualMachineId: compute("virtualMachines/crmvm") },
      }),
    ]),
  },
};
