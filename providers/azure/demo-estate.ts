import type { ArmItem, AzureEstate, LoopbackLocation } from "./loopback-estate.ts";
import {
  armItem,
  childKey,
  diskItem,
  type Home,
  machineItem,
  replicationPolicy,
  snapshotItem,
  storageItem,
} from "./loopback-items.ts";
import { azureRegions } from "./regions.ts";

const china = "11111111-1111-4111-8111-111111111111";
const global = "22222222-2222-4222-8222-222222222222";

const personal = { "data-class": "personal" };
const personalOfMainland = { "data-class": "personal", "data-origin": "mainland" };
const general = { "data-class": "general" };

/** The mainland half of the sample company: 21Vianet, where geo-redundancy stays in the mainland. */
export function chinaEstate(): AzureEstate {
  const ledger: Home = { subscription: china, group: "rg-ledger", location: "chinaeast2" };
  const backup: Home = { ...ledger, group: "rg-backup", location: "chinanorth2" };
  const office: Home = { ...ledger, group: "rg-office", location: "China North 3" };
  const machine = machineItem(ledger, "ledger-api-01", { tags: personal });
  const data = diskItem(ledger, "ledger-api-01-data", { managedBy: machine.id });
  const workers = machines(office, "office-cn", 11);
  return {
    subscriptions: [
      {
        id: china,
        name: "haitang-china",
        locations: locationsOf("AzureChinaCloud"),
        resources: {
          "Microsoft.Storage/storageAccounts": [
            storageItem(ledger, "haitangledgercn", "Standard_GRS", {
              tags: personal,
              properties: { secondaryLocation: "chinanorth2" },
            }),
            storageItem(ledger, "haitangstaticcn", "Standard_LRS", { tags: general }),
            storageItem(backup, "haitangarchivecn", "Standard_ZRS", { tags: personal }),
            storageItem(office, "haitangofficecn", "Standard_LRS"),
          ],
          "Microsoft.Compute/virtualMachines": [machine, ...workers],
          "Microsoft.Compute/disks": [data, ...osDisks(ledger, [machine]), ...osDisks(office, workers)],
          "Microsoft.Compute/snapshots": [
            snapshotItem(ledger, "ledger-api-01-data-weekly", data),
            snapshotItem(backup, "ledger-api-01-data-offsite", data, {
              properties: { creationData: { createOption: "CopyStart", sourceResourceId: data.id } },
            }),
          ],
          "Microsoft.Compute/images": [],
          "Microsoft.Network/virtualNetworks": [armItem(ledger, "Microsoft.Network/virtualNetworks", "vnet-ledger")],
          "Microsoft.Network/networkInterfaces": workers.map((worker) =>
            armItem(office, "Microsoft.Network/networkInterfaces", `${worker.name}-nic`),
          ),
        },
      },
    ],
  };
}

/** The half outside: a marketing store in Hong Kong SAR that writes to Singapore and London, and a forgotten snapshot. */
export function globalEstate(): AzureEstate {
  const marketing: Home = { subscription: global, group: "rg-marketing", location: "eastasia" };
  const singapore: Home = { ...marketing, location: "southeastasia" };
  const london: Home = { ...marketing, group: "rg-bi", location: "uksouth" };
  const pilot: Home = { ...marketing, group: "rg-pilot", location: "atlantisnorth" };
  const members = storageItem(marketing, "haitangmktea", "Standard_RAGRS", {
    tags: personalOfMainland,
    properties: { secondaryLocation: "southeastasia", allowBlobPublicAccess: true },
  });
  const reports = storageItem(london, "haitangbiuk", "Standard_LRS");
  const policy = replicationPolicy(members, reports);
  const machine = machineItem(marketing, "mkt-gateway-01");
  const data = diskItem(marketing, "mkt-gateway-01-data", { managedBy: machine.id, tags: personalOfMainland });
  const server = armItem(london, "Microsoft.Sql/servers", "haitang-bi-uk", {
    properties: { publicNetworkAccess: "Disabled", fullyQualifiedDomainName: "haitang-bi-uk.database.windows.net" },
  });
  const weekly = snapshotItem(marketing, "mkt-gateway-01-data-weekly", data);
  const workers = machines(london, "bi-worker", 11);
  return {
    subscriptions: [
      {
        id: global,
        name: "haitang-global",
        locations: [...locationsOf("AzureCloud"), { name: "atlantisnorth", displayName: "Atlantis North" }],
        resources: {
          "Microsoft.Storage/storageAccounts": [
            members,
            reports,
            storageItem(london, "haitangbilogsuk", "Standard_LRS", { tags: general }),
            storageItem(singapore, "haitangassetssea", "Standard_LRS", { tags: general }),
          ],
          "Microsoft.Compute/virtualMachines": [machine, ...workers],
          "Microsoft.Compute/disks": [
            data,
            diskItem(pilot, "haitang-pilot-disk"),
            ...osDisks(marketing, [machine]),
            ...osDisks(london, workers),
          ],
          "Microsoft.Compute/snapshots": [
            weekly,
            snapshotItem(singapore, "mkt-gateway-01-data-copy", weekly, {
              properties: {
                creationData: { createOption: "CopyStart", sourceResourceId: weekly.id },
                timeCreated: "2023-10-09T00:00:00+00:00",
              },
            }),
          ],
          "Microsoft.Compute/images": [
            armItem(london, "Microsoft.Compute/images", "bi-worker-golden", {
              tags: general,
              properties: { storageProfile: { osDisk: { osType: "Linux", osState: "Generalized" }, dataDisks: [] } },
            }),
          ],
          "Microsoft.Network/virtualNetworks": [armItem(marketing, "Microsoft.Network/virtualNetworks", "vnet-mkt")],
          "Microsoft.Sql/servers": [server],
          // Nothing reads search services yet, and the report says so.
          "Microsoft.Search/searchServices": [armItem(london, "Microsoft.Search/searchServices", "haitang-search-uk")],
        },
        children: {
          // Its backups go to the paired region: nobody chose that, it is the default.
          [childKey(server, "databases")]: [
            {
              ...armItem(london, "Microsoft.Sql/servers/databases", "warehouse"),
              id: `${server.id}/databases/warehouse`,
              kind: "v12.0,user",
              properties: { status: "Online" },
            },
          ],
          [childKey(members, "objectReplicationPolicies")]: [policy],
          [childKey(reports, "objectReplicationPolicies")]: [policy],
          [childKey(members, "blobServices/default/containers")]: [
            { name: "members", properties: { publicAccess: "None" } },
            { name: "campaigns", properties: { publicAccess: "Blob" } },
          ],
        },
      },
    ],
  };
}

function machines(home: Home, name: string, count: number): readonly ArmItem[] {
  return Array.from({ length: count }, (_, index) =>
    machineItem(home, `${name}-${String(index + 1).padStart(2, "0")}`),
  );
}

function osDisks(home: Home, owners: readonly ArmItem[]): readonly ArmItem[] {
  return owners.map((owner) => diskItem(home, `${owner.name}-os`, { managedBy: owner.id }));
}

function locationsOf(partition: string): readonly LoopbackLocation[] {
  return azureRegions
    .filter((region) => region.partition === partition && region.kind === "region" && region.status === "active")
    .map(({ id, name }) => ({ name: id, displayName: name }));
}
