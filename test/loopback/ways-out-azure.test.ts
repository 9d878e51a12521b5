import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Document } from "../../src/model/index.ts";
import { chinaEstate } from "../support/azure-ways-out/china.ts";
import { databases } from "../support/azure-ways-out/databases.ts";
import { china, type Ground, together, world } from "../support/azure-ways-out/parts.ts";
import { platform } from "../support/azure-ways-out/platform.ts";
import { storageAndCompute } from "../support/azure-ways-out/storage-compute.ts";
import { type CaseCloud, serveCases } from "../support/case-clouds.ts";
import { scanClouds } from "../support/spine-scan.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/**
 * Every way out of every Azure type at once: `from kind to-or-party region`. Written by hand from the vendor's documentation. `-` = a
 * copy without an id, `?` = a place that nobody tells, `x#y` = the diagnostic setting y on x.
 */
const publicWays = table(`
  # storage
  storageAccounts/crmhk replicates-to - southeastasia
  storageAccounts/crmuk replicates-to - ukwest
  storageAccounts/crmlocal replicates-to storageAccounts/crmeu westeurope
  storageAccounts/crmlocal replicates-to partnerstore.blob.core.windows.net ?
  supplierstore.blob.core.windows.net replicates-to storageAccounts/crmeu westeurope
  storageAccounts/crmeu key-held-in vaults/crmkeys eastasia
  storageAccounts/webpub reachable-from * ?
  # disks, snapshots, images
  disks/crmdisk copied-to snapshots/snaphk eastasia
  snapshots/snaphk copied-to snapshots/snapeu westeurope
  snapshots/snapeu copied-to disks/diskuk uksouth
  storageAccounts/crmlocal copied-to disks/diskimport southeastasia
  supplierstore.blob.core.windows.net copied-to disks/diskurl westeurope
  virtualMachines/crmvm copied-to images/imghk eastasia
  disks/crmdisk copied-to images/imghk eastasia
  snapshots/snapeu copied-to images/imgeu westeurope
  storageAccounts/crmlocal copied-to images/imgeu westeurope
  # galleries
  images/imghk copied-to galleries/gal/images/base/versions/1.0.0 eastasia
  galleries/gal/images/base/versions/1.0.0 replicates-to - westeurope
  galleries/gal/images/base/versions/1.0.0 replicates-to - uksouth
  galleries/gal/images/base/versions/1.0.0 shared-with 5a1e0000-0000-4000-8000-00000000b002 ?
  galleries/gal/images/base/versions/1.0.0 shared-with 5a1e0000-0000-4000-8000-00000000d004 ?
  snapshots/snaphk copied-to galleries/gal/images/base/versions/1.1.0 eastasia
  galleries/gal/images/base/versions/1.1.0 shared-with 5a1e0000-0000-4000-8000-00000000b002 ?
  galleries/gal/images/base/versions/1.1.0 shared-with 5a1e0000-0000-4000-8000-00000000d004 ?
  virtualMachines/crmvm copied-to galleries/galpub/images/base/versions/2.0.0 westeurope
  galleries/galpub/images/base/versions/2.0.0 shared-with * ?
  # SQL
  servers/crmsql/databases/crm backs-up-to - southeastasia
  servers/crmsql/databases/bare backs-up-to - southeastasia
  servers/crmsql/databases/dw backs-up-to - southeastasia
  servers/crmsqleu/databases/crm backs-up-to - northeurope
  servers/crmsql/databases/crm replicates-to servers/crmsqleu/databases/crm westeurope
  servers/crmsql/databases/crm replicates-to partnersql.database.windows.net/crm uksouth
  servers/crmsql/databases/crm copied-to servers/crmsqleu/databases/restored westeurope
  servers/crmsqleu/databases/crm reachable-from * ?
  servers/crmsqleu/databases/restored reachable-from * ?
  servers/crmsql fails-over-to servers/crmsqleu westeurope
  servers/crmsql logs-to storageAccounts/auditlogs westeurope
  servers/crmsql key-held-in vaults/crmkeys eastasia
  servers/crmsql/databases/crm copied-to locations/eastasia/longTermRetentionServers/crmsql/longTermRetentionDatabases/crm eastasia
  locations/eastasia/longTermRetentionServers/crmsql/longTermRetentionDatabases/crm backs-up-to - southeastasia
  managedInstances/mihk backs-up-to - southeastasia
  managedInstances/mihk fails-over-to managedInstances/mieu westeurope
  managedInstances/mihk key-held-in vaults/crmkeys eastasia
  managedInstances/mihk/databases/crm copied-to managedInstances/mieu/databases/test westeurope
  # other databases
  databaseAccounts/crmcosmos replicates-to - uksouth
  databaseAccounts/crmcosmos backs-up-to - southeastasia
  databaseAccounts/crmcosmos key-held-in vaults/crmkeys eastasia
  databaseAccounts/cosmosbare backs-up-to - northeurope
  databaseAccounts/cosmosbare reachable-from * ?
  databaseAccounts/crmcosmos copied-to databaseAccounts/cosmoscopy uksouth
  flexibleServers/pghk backs-up-to - southeastasia
  flexibleServers/pghk reachable-from * ?
  flexibleServers/pghk key-held-in vaults/crmkeys eastasia
  flexibleServers/pghk key-held-in geokeys.vault.azure.net ?
  flexibleServers/pghk replicates-to flexibleServers/pgeu westeurope
  flexibleServers/myhk backs-up-to - southeastasia
  flexibleServers/myhk replicates-to flexibleServers/myuk uksouth
  flexibleServers/myhk copied-to flexibleServers/mycopy westeurope
  Redis/redishk replicates-to Redis/rediseu westeurope
  Redis/redisopen reachable-from * ?
  workspaces/syn streams-to storageAccounts/lake southeastasia
  workspaces/syn key-held-in vaults/crmkeys eastasia
  workspaces/syn/sqlPools/dw backs-up-to - southeastasia
  workspaces/syn/sqlPools/bare backs-up-to - southeastasia
  workspaces/syn/sqlPools/dw reachable-from * ?
  workspaces/syn/sqlPools/bare reachable-from * ?
  clusters/adxhk replicates-to clusters/adxeu westeurope
  clusters/adxhk key-held-in vaults/crmkeys eastasia
  clusters/adxeu reachable-from * ?
  namespaces/evhhk streams-to clusters/adxhk eastasia
  # keys, vaults, registries
  vaults/crmkeys replicates-to - southeastasia
  managedHSMs/crmhsm replicates-to - uksouth
  vaults/rsvhk backs-up-to - southeastasia
  virtualMachines/crmvm backs-up-to vaults/rsvhk eastasia
  storageAccounts/crmhk backs-up-to vaults/rsvhk eastasia
  vaults/rsveu key-held-in vaults/crmkeys eastasia
  virtualMachines/crmvm fails-over-to vaults/rsveu/replicationFabrics/f/replicationProtectionContainers/c/replicationProtectedItems/crmvm westeurope
  backupVaults/bvhk backs-up-to - southeastasia
  storageAccounts/crmlocal backs-up-to backupVaults/bvhk eastasia
  registries/crmacr replicates-to - westeurope
  registries/crmacr reachable-from * ?
  registries/crmacr key-held-in vaults/crmkeys eastasia
  # logs and streams
  workspaces/lawhk replicates-to - southeastasia
  workspaces/lawhk streams-to storageAccounts/auditlogs westeurope
  workspaces/lawhk streams-to namespaces/evheu westeurope
  namespaces/evhhk replicates-to - southeastasia
  namespaces/evhhk key-held-in vaults/crmkeys eastasia
  namespaces/evhst fails-over-to namespaces/evheu westeurope
  namespaces/evhst streams-to storageAccounts/lake southeastasia
  networkWatchers/nw/flowLogs/fl logs-to storageAccounts/auditlogs westeurope
  networkWatchers/nw/flowLogs/fl logs-to workspaces/laweu westeurope
  servers/crmsql/databases/crm logs-to servers/crmsql/databases/crm#audit eastasia
  servers/crmsql/databases/crm#audit logs-to storageAccounts/auditlogs westeurope
  servers/crmsql/databases/crm#audit logs-to workspaces/laweu westeurope
  vaults/crmkeys logs-to vaults/crmkeys#partner eastasia
  vaults/crmkeys#partner logs-to monitors/watch ?
  storageAccounts/crmhk logs-to storageAccounts/crmhk/blobServices/default#reads eastasia
  storageAccounts/crmhk/blobServices/default#reads logs-to namespaces/evheu westeurope
  #activity logs-to workspaces/laweu westeurope
`);

const chinaWays = table(`
  storageAccounts/cnstore replicates-to - chinaeast3
  storageAccounts/cnstore replicates-to storageAccounts/cneast chinaeast2
  storageAccounts/cnstore key-held-in vaults/cnkeys chinanorth3
  servers/cnsql/databases/crm backs-up-to - chinaeast3
  servers/cnsql/databases/crm replicates-to servers/cnsqleast/databases/crm chinaeast2
  vaults/cnkeys replicates-to - chinaeast3
  vaults/cnrsv backs-up-to - chinanorth2
  databaseAccounts/cncosmos replicates-to - chinaeast2
  flexibleServers/cnpg backs-up-to - chinaeast3
  registries/cnacr replicates-to - chinaeast2
  namespaces/cnevh fails-over-to namespaces/cnevheast chinaeast2
  #activity logs-to storageAccounts/cneast chinaeast2
`);

/** Copies that nobody asked for. */
const byDefault = [
  "servers/crmsql/databases/bare backs-up-to - southeastasia",
  "databaseAccounts/cosmosbare backs-up-to - northeurope",
  "workspaces/syn/sqlPools/bare backs-up-to - southeastasia",
  "vaults/crmkeys replicates-to - southeastasia",
  "vaults/rsvhk backs-up-to - southeastasia",
  "vaults/cnkeys replicates-to - chinaeast3",
  "vaults/cnrsv backs-up-to - chinanorth2",
];

/** Under the law, and not as the region's name sounds. */
const jurisdictions: Readonly<Record<string, string>> = {
  eastasia: "hong-kong",
  southeastasia: "foreign",
  westeurope: "foreign",
  northeurope: "foreign",
  uksouth: "foreign",
  ukwest: "foreign",
  chinanorth2: "mainland",
  chinanorth3: "mainland",
  chinaeast2: "mainland",
  chinaeast3: "mainland",
  "?": "unknown",
};

function table(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("# "))
    .sort();
}

const clouds: CaseCloud[] = [];
let document: Document;
let text: string;

beforeAll(async () => {
  const served = (partition: string, { subscription }: Ground, held: object) =>
    serveCases["azure"]?.([{ where: { partition, account: subscription, region: "eastasia" }, held }], { pageSize: 1 });
  const both = await Promise.all([
    served("AzureCloud", world, together(storageAndCompute, databases, platform)),
    served("AzureChinaCloud", china, together(chinaEstate)),
  ]);
  clouds.push(...both.flatMap((cloud) => cloud ?? []));
  const sources = clouds.flatMap((cloud) => cloud.sources);
  const scanned = await scanClouds({ sources, environment: clouds[0]?.environment ?? {} }, { only: [] });
  document = scanned.document;
  text = scanned.json + scanned.html;
});
afterAll(async () => {
  await Promise.all(clouds.map((cloud) => cloud.close()));
});

const edges = (partition: string) => {
  const members = new Set(document.resources.filter((one) => one.partition === partition).map(({ id }) => id));
  return document.edges.filter(
    ({ from, to, kind }) => kind !== "stored-in" && (members.has(from) || members.has(to ?? "")),
  );
};

function line({ from, kind, to, party, place }: Document["edges"][number]): string {
  return `${short(from)} ${kind} ${to === null ? (party ?? "-") : short(to)} ${place.region ?? "?"}`;
}

function short(id: string): string {
  return id
    .replace(/\/providers\/microsoft\.insights\/diagnosticSettings\//, "#")
    .replace(
      /^\/subscriptions\/5a1e0000-0000-4000-8000-00000000[ac]001(?:(?:\/resourceGroups\/crm)?\/providers\/[\w.]+\/)?/,
      "",
    );
}

test("nothing of the estate stayed unread", () => {
  expect(document.coverage.gaps).toEqual([]);
});

test("each way out of the public cloud is one edge, none missing, none invented, none backwards", () => {
  expect(edges("AzureCloud").map(line).sort()).toEqual(publicWays);
});

test("each way out of Azure operated by 21Vianet is one edge", () => {
  expect(edges("AzureChinaCloud").map(line).sort()).toEqual(chinaWays);
});

test("every edge belongs to one of the two clouds, and every place to its jurisdiction", () => {
  const flows = document.edges.filter(({ kind }) => kind !== "stored-in");
  expect(flows).toHaveLength(publicWays.length + chinaWays.length);
  const odd = flows.filter(({ place }) => jurisdictions[place.region ?? "?"] !== place.jurisdiction);
  expect(odd).toEqual([]);
});

test("what the vendor copies by default says so in its evidence, and nothing else does", () => {
  const found = document.edges.filter(({ evidence }) => evidence.value.startsWith("provider default"));
  expect(found.map(line).sort()).toEqual([...byDefault].sort());
});

test("no signed address is left of what disks and images were made from", () => {
  expect(text).not.toMatch(/SIGNATURE|sig=|vhds/);
});
