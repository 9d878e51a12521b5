import { describe, expect, test } from "vitest";
import { azure } from "../../providers/azure/index.ts";
import type { ArmItem, AzureEstate } from "../../providers/azure/loopback-estate.ts";
import { armItem, childKey, type Home, machineItem, storageItem } from "../../providers/azure/loopback-items.ts";
import { type CollectTask, Config, type Link } from "../../src/model/index.ts";
import { linkRecords } from "../../src/residency/link.ts";
import { spreadFacts } from "../../src/residency/spread-facts.ts";
import { createReading } from "../../src/run/reading.ts";
import { openStore } from "../../src/store/open.ts";
import { createSink } from "../../src/store/sink.ts";
import { readAzure } from "../support/azure-cloud.ts";

const subscription = "33333333-3333-4333-8333-333333333333";
const home: Home = { subscription, group: "rg", location: "eastasia" };

function estate(items: readonly ArmItem[], children: Record<string, unknown[]> = {}): AzureEstate {
  const resources: Record<string, ArmItem[]> = {};
  for (const item of items) resources[item.type] = [...(resources[item.type] ?? []), item];
  return { subscriptions: [{ id: subscription, name: "test", resources, children }] };
}

/** Edges to be, in short. */
function shown(links: readonly Link[]): readonly string[] {
  return links.map(({ kind, target, evidence }) => `${kind} ${target.place?.region ?? "?"}: ${evidence.value}`);
}

describe("a key vault", () => {
  const type = "Microsoft.KeyVault/vaults";
  const rule = "provider default: a vault is copied to the pair of its region";

  test.each([
    ["eastasia", [`replicates-to southeastasia: ${rule}, paired with southeastasia`]],
    ["East Asia", [`replicates-to southeastasia: ${rule}, paired with southeastasia`]],
    ["brazilsoutheast", [`replicates-to brazilsouth: ${rule}, paired with brazilsouth`]],
    // Exceptions that the vendor names, and a region without a pair.
    ["brazilsouth", []],
    ["westus3", []],
    ["qatarcentral", []],
  ])("in %s is copied as the vendor says", async (location, links) => {
    const vault = armItem({ ...home, location }, type, "v", { properties: { sku: { name: "standard" } } });
    const { records, cloud } = await readAzure(estate([vault]), { types: ["azure/keyvault/vault"] });
    expect(records.map((record) => shown(record.links))).toEqual([links]);
    // What is in it is never asked for.
    expect(cloud.calls.filter(({ operation }) => !operation.startsWith("Subscriptions_"))).toHaveLength(1);
  });
});

describe("a Recovery Services vault", () => {
  const read = async (location: string, redundancySettings?: object) => {
    const properties = redundancySettings === undefined ? {} : { redundancySettings };
    const vault = armItem({ ...home, location }, "Microsoft.RecoveryServices/vaults", "v", { properties });
    const { records, gaps } = await readAzure(estate([vault]), { types: ["azure/recovery-services/vault"] });
    return { links: shown(records.flatMap((record) => record.links)), gaps };
  };

  test("whose redundancy was never set is copied by default, and where the pair is unknown so is the place", async () => {
    const rule = "provider default: a vault is GeoRedundant unless set otherwise";
    expect(await read("eastasia")).toEqual({
      links: [`backs-up-to southeastasia: ${rule}, paired with southeastasia`],
      gaps: [],
    });
    expect((await read("qatarcentral")).links).toEqual([`backs-up-to ?: ${rule}`]);
  });

  test("of a redundancy that nobody knows is a gap and no guess", async () => {
    const { links, gaps } = await read("eastasia", { standardTierStorageRedundancy: "PlanetRedundant" });
    expect(links).toEqual([]);
    expect(gaps).toMatchObject([
      { operation: "Vaults_ListBySubscriptionId", reason: "malformed", resource: expect.any(String) },
    ]);
  });
});

describe("a backup vault", () => {
  const type = "Microsoft.DataProtection/backupVaults";
  const types = ["azure/data-protection/backup-vault"];

  test.each([
    ["nothing", {}],
    ["a word that nobody knows", { storageSettings: [{ datastoreType: "VaultStore", type: "PlanetRedundant" }] }],
    ["another shape", { storageSettings: "GeoRedundant" }],
  ])("that says %s of its redundancy is a gap and no guess", async (_, properties) => {
    const { records, gaps } = await readAzure(estate([armItem(home, type, "v", { properties })]), { types });
    expect(records.map(({ links }) => links)).toEqual([[]]);
    expect(gaps).toMatchObject([{ operation: "BackupVaults_GetInSubscription", reason: "malformed" }]);
  });

  test("states nothing of an instance whose policy cannot be read", async () => {
    const vault = armItem(home, type, "v", { properties: { storageSettings: [{ type: "LocallyRedundant" }] } });
    const policyId = `${vault.id}/backupPolicies/p`;
    const { records, gaps } = await readAzure(
      estate([vault], {
        [childKey(vault, "backupInstances")]: [
          {
            id: `${vault.id}/backupInstances/i`,
            properties: { dataSourceInfo: { resourceID: vault.id }, policyInfo: { policyId } },
          },
          { id: `${vault.id}/backupInstances/j`, properties: { dataSourceInfo: "?" } },
        ],
        [childKey(vault, "backupPolicies")]: [{ id: policyId, properties: { policyRules: "?" } }],
      }),
      { types },
    );
    expect(records.map(({ links }) => links)).toEqual([[]]);
    expect(gaps.map(({ operation, reason }) => [operation, reason]).sort()).toEqual([
      ["BackupInstances_List", "malformed"],
      ["BackupPolicies_List", "malformed"],
    ]);
  });
});

test("a pairing of namespaces that does not say which end this one is, is a gap and no guess", async () => {
  const namespace = armItem(home, "Microsoft.EventHub/namespaces", "n", { sku: { name: "Standard" }, properties: {} });
  const { records, gaps } = await readAzure(
    estate([namespace], {
      [childKey(namespace, "disasterRecoveryConfigs")]: [
        { name: "a", properties: { partnerNamespace: `${namespace.id}2` } },
        { name: "b", properties: { partnerNamespace: `${namespace.id}3`, role: "PrimaryNotReplicating" } },
      ],
    }),
    { types: ["azure/event-hub/namespace"] },
  );
  expect(records.map(({ links }) => links)).toEqual([[]]);
  expect(gaps).toMatchObject([
    { operation: "DisasterRecoveryConfigs_List", reason: "malformed", resource: namespace.id },
  ]);
});

describe("what a tier cannot have", () => {
  test("is not asked for: replicas of a basic registry, hubs and pairings of a basic namespace", async () => {
    const registry = armItem(home, "Microsoft.ContainerRegistry/registries", "r", {
      sku: { name: "Basic" },
      properties: {},
    });
    const namespace = armItem(home, "Microsoft.EventHub/namespaces", "n", { sku: { name: "Basic" }, properties: {} });
    const { cloud, records } = await readAzure(estate([registry, namespace]), {
      types: ["azure/container-registry/registry", "azure/event-hub/namespace"],
    });
    expect(records).toHaveLength(2);
    const called = cloud.calls.map(({ operation }) => operation).filter((name) => !name.startsWith("Subscriptions_"));
    expect(called.sort()).toEqual(["Namespaces_List", "Registries_List"]);
  });
});

test("a disk made from a version of one's own gallery is a copy of it, one made from the vendor's image of nothing", async () => {
  const version = `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.Compute/galleries/g/images/i/versions/1.0.0`;
  const disk = (name: string, creationData: object) =>
    armItem(home, "Microsoft.Compute/disks", name, { properties: { creationData } });
  const { records } = await readAzure(
    estate([
      disk("own", { createOption: "FromImage", galleryImageReference: { id: version } }),
      disk("shared", {
        createOption: "FromImage",
        galleryImageReference: { sharedGalleryImageId: "/SharedGalleries/x" },
      }),
      disk("plain", {
        createOption: "FromImage",
        imageReference: {
          id: `/Subscriptions/${subscription}/Providers/Microsoft.Compute/Locations/eastasia/Publishers/c`,
        },
      }),
    ]),
    { types: ["azure/compute/disk"] },
  );
  expect(records.map(({ name, links }) => [name, ...links.map(({ target }) => target.id)])).toEqual([
    ["own", version],
    ["shared"],
    ["plain"],
  ]);
});

test("a Log Analytics workspace of the unlimited tier keeps its logs without an end", async () => {
  const workspace = armItem(home, "Microsoft.OperationalInsights/workspaces", "w", {
    properties: { retentionInDays: -1 },
  });
  const { records } = await readAzure(estate([workspace]), { types: ["azure/operational-insights/workspace"] });
  expect(records.map(({ attributes }) => attributes["retentionDays"])).toEqual(["unlimited"]);
});

test("no signature and no key's path leaves an answer", async () => {
  const gallery = armItem(home, "Microsoft.Compute/galleries", "g", {
    properties: { sharingProfile: { permissions: "Private" } },
  });
  const image = {
    id: `${gallery.id}/images/i`,
    name: "i",
    location: "eastasia",
    properties: { osType: "Linux", osState: "Generalized" },
  };
  const uri = "https://vhds.blob.core.windows.net/c/os.vhd?sv=2024&sig=c2lnbmVk";
  const version = {
    id: `${image.id}/versions/1.0.0`,
    name: "1.0.0",
    location: "eastasia",
    properties: { storageProfile: { osDiskImage: { source: { uri } } } },
  };
  const keyUri = "https://pay.vault.azure.net/keys/backup/0123456789abcdef";
  const vault = armItem(home, "Microsoft.RecoveryServices/vaults", "v", {
    properties: { encryption: { keyVaultProperties: { keyUri } } },
  });
  const { records } = await readAzure(
    estate([gallery, vault], {
      [childKey(gallery, "images")]: [image],
      [`${image.id}/versions`.toLowerCase()]: [version],
    }),
    { types: ["azure/compute/gallery-image-version", "azure/recovery-services/vault"] },
  );
  expect(records).toHaveLength(2);
  expect(JSON.stringify(records)).toContain("vhds.blob.core.windows.net");
  expect(JSON.stringify(records)).not.toMatch(/sig=|c2lnbmVk|os\.vhd|keys\/backup/);
});

test("an estate of vaults, streams and logs has exactly these ways out, with the class of what feeds them", async () => {
  const machine = machineItem(home, "api", { tags: { "data-class": "personal" } });
  const lake = storageItem(home, "lake", "Standard_LRS");
  const keys = armItem(home, "Microsoft.KeyVault/vaults", "pay", {
    properties: { sku: { name: "standard" }, vaultUri: "https://pay.vault.azure.net/" },
  });
  const backup = armItem(home, "Microsoft.RecoveryServices/vaults", "backup", {
    properties: {
      redundancySettings: { standardTierStorageRedundancy: "GeoRedundant" },
      encryption: { keyVaultProperties: { keyUri: "https://PAY.vault.azure.net/keys/k" } },
    },
  });
  const namespace = (name: string, location: string) =>
    armItem({ ...home, location }, "Microsoft.EventHub/namespaces", name, {
      sku: { name: "Standard" },
      properties: { serviceBusEndpoint: `https://${name}.servicebus.windows.net:443/` },
    });
  const [orders, standby] = [namespace("orders", "eastasia"), namespace("standby", "uksouth")];
  const workspace = armItem({ ...home, location: "westeurope" }, "Microsoft.OperationalInsights/workspaces", "siem", {
    properties: { retentionInDays: 90 },
  });
  const settings = `${lake.id}/blobServices/default/providers/Microsoft.Insights/diagnosticSettings`;
  const { records, gaps } = await readAzure(
    estate([machine, lake, keys, backup, orders, standby, workspace], {
      [childKey(backup, "backupProtectedItems")]: [
        {
          properties: {
            protectedItemType: "Microsoft.Compute/virtualMachines",
            // Other services spell ids in other cases.
            sourceResourceId: machine.id.toUpperCase().replace("/SUBSCRIPTIONS/", "/subscriptions/"),
          },
        },
      ],
      [childKey(orders, "eventhubs")]: [
        {
          properties: {
            captureDescription: { enabled: true, destination: { properties: { storageAccountResourceId: lake.id } } },
          },
        },
      ],
      [childKey(orders, "disasterRecoveryConfigs")]: [
        { properties: { role: "Primary", partnerNamespace: standby.id } },
      ],
      [childKey(standby, "disasterRecoveryConfigs")]: [
        { properties: { role: "Secondary", partnerNamespace: "orders" } },
      ],
      [settings.toLowerCase()]: [
        {
          id: `${settings}/reads`,
          name: "reads",
          properties: { logs: [{ category: "StorageRead", enabled: true }], workspaceId: workspace.id },
        },
      ],
    }),
  );
  expect(gaps).toEqual([]);
  const store = openStore(":memory:", "create");
  try {
    const sink = createSink(store, createReading([azure], Config.parse({}).classification));
    for (const record of records) {
      const task: CollectTask = { scope: record.scope, type: record.type, region: null };
      sink.record(task, record);
    }
    sink.flush();
    linkRecords(store);
    spreadFacts(store);
    const last = (id: unknown) =>
      typeof id === "string" ? id.slice(id.lastIndexOf("/") + 1).toLowerCase() : String(id);
    const edges = store.db
      .prepare("SELECT from_id, kind, to_id, region, jurisdiction FROM edge WHERE kind <> 'stored-in'")
      .all()
      .map((row) => Object.values(row).map(last).join(" "));
    expect(edges.sort()).toEqual([
      "api backs-up-to backup eastasia hong-kong",
      "backup backs-up-to null southeastasia foreign",
      "backup key-held-in pay eastasia hong-kong",
      "lake logs-to reads eastasia hong-kong",
      "orders fails-over-to standby uksouth foreign",
      "orders streams-to lake eastasia hong-kong",
      "pay replicates-to null southeastasia foreign",
      "reads logs-to siem westeurope foreign",
    ]);
    const inherited = store.db
      .prepare(
        "SELECT r.id FROM fact f JOIN resource r ON r.n = f.resource WHERE f.about = 'class' AND f.value = 'personal' AND f.kind = 'inherited'",
      )
      .all()
      .map((row) => Object.values(row).map(last).join(" "));
    expect(inherited).toEqual(["backup"]);
  } finally {
    store.close();
  }
});
