import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { getContinuationToken, SqlManagementClient } from "@azure/arm-sql";
import { describe, expect, test } from "vitest";
import { createArm } from "../../providers/azure/arm.ts";
import { classicPager } from "../../providers/azure/classic-pager.ts";
import { azure } from "../../providers/azure/index.ts";
import type { ArmItem, AzureEstate } from "../../providers/azure/loopback-estate.ts";
import { armItem, childKey, type Home } from "../../providers/azure/loopback-items.ts";
import { admitsAzureServices, openToEveryone } from "../../providers/azure/open-firewall.ts";
import { azureTypes } from "../../providers/azure/types/index.ts";
import { Config, type Link } from "../../src/model/index.ts";
import { linkRecords } from "../../src/residency/link.ts";
import { spreadFacts } from "../../src/residency/spread-facts.ts";
import { createReading } from "../../src/run/reading.ts";
import { openStore } from "../../src/store/open.ts";
import { createSink } from "../../src/store/sink.ts";
import { readAzure, trustedAuthority } from "../support/azure-cloud.ts";

const subscription = "33333333-3333-4333-8333-333333333333";
const home: Home = { subscription, group: "rg", location: "eastasia" };

function estate(items: readonly ArmItem[], children: Readonly<Record<string, readonly unknown[]>> = {}): AzureEstate {
  const resources = Object.fromEntries(Map.groupBy(items, ({ type }) => type));
  const locations = [{ name: "eastasia" }, { name: "southeastasia" }];
  return { subscriptions: [{ id: subscription, name: "test", locations, resources, children }] };
}

function server(name: string, properties: object = {}): ArmItem {
  return armItem(home, "Microsoft.Sql/servers", name, { properties: { ...properties } });
}

function database(on: ArmItem, name: string, properties: object = {}, rest: object = {}): ArmItem {
  return {
    id: `${on.id}/databases/${name}`,
    name,
    type: "Microsoft.Sql/servers/databases",
    location: "eastasia",
    properties,
    ...rest,
  };
}

const kindsOf = (links: readonly Link[] | undefined) =>
  links?.map(({ kind }) => kind).filter((kind) => kind !== "part-of");

/** One of each, with everything that a type reads in a shape that it has not. */
const types: readonly (readonly [type: string, arm: string])[] = [
  ["azure/cosmos/account", "Microsoft.DocumentDB/databaseAccounts"],
  ["azure/kusto/cluster", "Microsoft.Kusto/clusters"],
  ["azure/mysql/flexible-server", "Microsoft.DBforMySQL/flexibleServers"],
  ["azure/postgresql/flexible-server", "Microsoft.DBforPostgreSQL/flexibleServers"],
  ["azure/redis/cache", "Microsoft.Cache/Redis"],
  ["azure/sql/managed-instance", "Microsoft.Sql/managedInstances"],
  ["azure/sql/server", "Microsoft.Sql/servers"],
  ["azure/synapse/workspace", "Microsoft.Synapse/workspaces"],
];

const oddFields = {
  backup: 7,
  backupPolicy: "Periodic",
  currentBackupStorageRedundancy: 3,
  defaultDataLakeStorage: [],
  encryption: "yes",
  fullyQualifiedDomainName: 12,
  hostName: 12,
  instanceId: 5,
  ipRules: "none",
  keyId: 5,
  keyVaultKeyUri: "not a URI",
  keyVaultProperties: 4,
  linkedServers: 1,
  locations: "eastasia",
  network: "open",
  dataEncryption: [],
  publicNetworkAccess: 1,
  redisConfiguration: 1,
  replicationRole: 1,
  restoreParameters: { restoreSource: 9 },
  sourceManagedInstanceId: 4,
  sourceServerResourceId: 4,
  trustedExternalTenants: "all",
  allowedIpRangeList: 5,
};

describe("answers of another shape", () => {
  test.each(types)("are a gap or a fact less, and take nothing else with them: %s", async (type, arm) => {
    const odd = armItem(home, arm, "odd", { sku: 5, kind: 4, properties: oddFields });
    const bare = armItem(home, arm, "bare");
    const nameless = { ...armItem(home, arm, "nameless"), name: 7 };
    const whole = await readAzure(estate([odd, bare, nameless as unknown as ArmItem]), { types: [type] });
    const told = [...whole.records.map(({ id }) => id), ...whole.gaps.map(({ resource }) => resource)];
    for (const { id } of [odd, bare, nameless]) if (whole.records.length > 0) expect(told).toContain(id);
    if (whole.records.length === 0) expect(whole.gaps).toMatchObject([{ type, reason: "malformed" }]);
    for (const { reason } of whole.gaps) expect(reason).toBe("malformed");
    for (const { links } of whole.records) expect(links.filter(({ direction }) => direction === "from")).toEqual([]);
  });

  test("that are a page without items are no empty list", async () => {
    const { key, cert } = await trustedAuthority();
    const cloud = createServer({ key, cert }, (_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end("{}");
    });
    await new Promise<void>((listening) => cloud.listen(0, "127.0.0.1", listening));
    const { port } = cloud.address() as AddressInfo;
    try {
      const arm = createArm(`https://127.0.0.1:${port}`, "scope/.default", () => undefined);
      const credential = { getToken: async () => ({ token: "t", expiresOnTimestamp: Date.now() + 3_600_000 }) };
      const client = new SqlManagementClient(credential, subscription, arm.clientOptions("2021-11-01"));
      const page = arm.page(
        classicPager(client.servers.list(), getContinuationToken),
        undefined,
        new AbortController().signal,
      );
      await expect(page).rejects.toThrow("the list has no items");
    } finally {
      cloud.closeAllConnections();
      cloud.close();
    }
  });

  test("of a database take no other database of the server with them", async () => {
    const on = server("s");
    const { records, gaps } = await readAzure(
      estate([on], {
        [childKey(on, "databases")]: [
          database(on, "odd", {
            sourceDatabaseId: 5,
            recoverableDatabaseId: 6,
            encryptionProtector: 1,
            currentBackupStorageRedundancy: "Moon",
          }),
          { ...database(on, "nameless"), name: 4 },
          null,
          database(on, "whole", { currentBackupStorageRedundancy: "Local" }),
        ],
        [childKey(on, "replicationLinks")]: [{ id: 7, properties: {} }, null],
        [childKey(on, "firewallRules")]: [{ name: "odd", properties: { startIpAddress: 4 } }],
      }),
      { types: ["azure/sql/database"] },
    );
    expect(records.map(({ name }) => name).sort()).toEqual(["s/nameless", "s/odd", "s/whole"]);
    expect(gaps.map(({ reason }) => reason)).not.toContain("failed");
    expect(gaps.map(({ resource }) => resource)).toContain(`${on.id}/databases/odd`);
  });
});

describe("a SQL database", () => {
  async function read(on: ArmItem, children: Readonly<Record<string, readonly unknown[]>>) {
    const keyed = Object.fromEntries(Object.entries(children).map(([path, items]) => [childKey(on, path), items]));
    return readAzure(estate([on], keyed), { types: ["azure/sql/database"] });
  }

  test("that is the server's own master is none, and a server with no other is asked nothing more", async () => {
    const { records, gaps, cloud } = await read(server("s"), { databases: [database(server("s"), "MASTER")] });
    expect([records, gaps]).toEqual([[], []]);
    const asked = cloud.calls.map(({ operation }) => operation);
    expect(asked).not.toContain("FirewallRules_ListByServer");
    expect(asked).not.toContain("ReplicationLinks_ListByServer");
  });

  test("that says nothing of its backups keeps them in the pair, by the provider's default", async () => {
    const { records } = await read(server("s"), { databases: [database(server("s"), "crm")] });
    const link = records[0]?.links.find(({ kind }) => kind === "backs-up-to");
    expect(link?.target).toEqual({ place: { region: "southeastasia" } });
    expect(link?.evidence.value).toMatch(/^provider default: .*, paired with southeastasia$/);
    expect(link?.evidence.field).toBe("properties.requestedBackupStorageRedundancy");
  });

  test("with a redundancy of another kind is a gap and no edge", async () => {
    const odd = database(server("s"), "crm", { currentBackupStorageRedundancy: "Lunar" });
    const { records, gaps } = await read(server("s"), { databases: [odd] });
    expect(kindsOf(records[0]?.links)).toEqual([]);
    expect(gaps).toMatchObject([{ resource: odd.id, reason: "malformed", operation: "Databases_ListByServer" }]);
  });

  test("with a link of unknown direction is a gap and no edge", async () => {
    const one = database(server("s"), "crm", { currentBackupStorageRedundancy: "Local" });
    const link = {
      id: `${one.id}/replicationLinks/1`,
      properties: { partnerServer: "p", partnerDatabase: "crm", role: "Twin" },
    };
    const { records, gaps } = await read(server("s"), { databases: [one], replicationLinks: [link] });
    expect(kindsOf(records[0]?.links)).toEqual([]);
    expect(gaps).toMatchObject([{ resource: one.id, operation: "ReplicationLinks_ListByServer" }]);
  });

  test("is not told to be closed where the firewall could not be read", async () => {
    const on = server("s");
    const { records } = await readAzure(estate([on], { [childKey(on, "databases")]: [database(on, "crm")] }), {
      types: ["azure/sql/database"],
      faults: [{ operation: "FirewallRules_ListByServer", answer: "denied" }],
    });
    expect(records[0]?.attributes).not.toHaveProperty("admitsAzureServices");
    expect(kindsOf(records[0]?.links)).not.toContain("reachable-from");
  });

  test("of a server left out by region is not asked for", async () => {
    const on = server("s");
    const { records, gaps, cloud } = await readAzure(
      estate([on], { [childKey(on, "databases")]: [database(on, "crm")] }),
      {
        types: ["azure/sql/database"],
        source: { regions: ["southeastasia"] },
      },
    );
    expect(records).toEqual([]);
    expect(gaps).toMatchObject([{ reason: "skipped", operation: "Servers_List" }]);
    expect(cloud.calls.map(({ operation }) => operation)).not.toContain("Databases_ListByServer");
  });

  test("read on an earlier page stays when a later one repeats itself", async () => {
    const on = server("s");
    const { records, gaps } = await readAzure(
      estate([on], { [childKey(on, "databases")]: [database(on, "a"), database(on, "b")] }),
      {
        types: ["azure/sql/database"],
        pageSize: 1,
        faults: [{ operation: "Databases_ListByServer", answer: "repeat-token" }],
      },
    );
    expect(records.map(({ name }) => name)).toEqual(["s/a"]);
    expect(gaps).toMatchObject([{ operation: "Databases_ListByServer", reason: "malformed", resource: on.id }]);
  });
});

describe("a firewall", () => {
  const range = (first: string, last: string) => ({ first, last });

  test.each([
    ["one rule for all", [range("0.0.0.0", "255.255.255.255")]],
    ["all that is routed", [range("1.0.0.0", "223.255.255.255")]],
    ["rules that meet, in any order", [range("128.0.0.0", "255.255.255.255"), range("0.0.0.0", "127.255.255.255")]],
    [
      "rules that overlap",
      [range("0.0.0.0", "200.0.0.0"), range("10.0.0.0", "20.0.0.0"), range("199.0.0.0", "255.255.255.255")],
    ],
  ])("is open to everyone by %s", (_, rules) => {
    expect(openToEveryone("call", rules)).toMatchObject([{ kind: "reachable-from", target: { party: "*" } }]);
  });

  test.each([
    ["no rule", []],
    ["services of Azure alone", [range("0.0.0.0", "0.0.0.0")]],
    ["a hole of one address", [range("0.0.0.0", "127.255.255.254"), range("128.0.0.0", "255.255.255.255")]],
    ["half of the internet", [range("0.0.0.0", "127.255.255.255")]],
    ["what is no address", [{ first: 0, last: "255.255.255.255" }]],
  ])("is not told to be by %s", (_, rules) => {
    expect(openToEveryone("call", rules)).toEqual([]);
  });

  test("admits Azure's services by a rule from zero to zero", () => {
    expect(admitsAzureServices([range("10.0.0.1", "10.0.0.2"), range("0.0.0.0", "0.0.0.0")])).toBe(true);
    expect(admitsAzureServices([range("0.0.0.0", "255.255.255.255")])).toBe(false);
  });
});

describe("what was read of databases", () => {
  const secret = "c2VjcmV0LW9mLWhhaXRhbmc=";

  test("holds no connection string, signature or path of an address", async () => {
    const instance = armItem(home, "Microsoft.Sql/managedInstances", "mi", {
      properties: { keyId: `https://kv.vault.azure.net/keys/tde/${secret}`, administratorLoginPassword: secret },
    });
    const { records, gaps } = await readAzure(
      estate(
        [
          instance,
          armItem(home, "Microsoft.Cache/Redis", "cache", {
            properties: {
              accessKeys: { primaryKey: secret },
              redisConfiguration: {
                "rdb-backup-enabled": "true",
                "aof-storage-connection-string-0": `AccountKey=${secret}`,
              },
            },
          }),
          armItem(home, "Microsoft.DocumentDB/databaseAccounts", "cosmos", {
            properties: {
              locations: [{ locationName: "East Asia" }],
              keyVaultKeyUri: `https://kv.vault.azure.net/keys/${secret}`,
            },
          }),
          armItem(home, "Microsoft.Synapse/workspaces", "syn", {
            properties: { defaultDataLakeStorage: { accountUrl: `https://lake.dfs.core.windows.net/?sig=${secret}` } },
          }),
        ],
        {
          [childKey(instance, "databases")]: [
            {
              ...armItem(home, "Microsoft.Sql/managedInstances/databases", "db"),
              properties: {
                storageContainerUri: `https://d.blob.core.windows.net/c?sig=${secret}`,
                storageContainerSasToken: secret,
              },
            },
          ],
        },
      ),
    );
    expect(records.map(({ name }) => name).sort()).toEqual(["cache", "cosmos", "db", "mi", "syn"]);
    expect(JSON.stringify([records, gaps])).not.toContain(secret);
  });

  test("is left out of the census, databases and pools included", async () => {
    const items = [
      "Microsoft.Sql/servers/databases",
      "Microsoft.Sql/servers/elasticPools",
      "Microsoft.Sql/managedInstances/databases",
      "Microsoft.Synapse/workspaces/sqlPools",
      "Microsoft.Synapse/workspaces/bigDataPools",
      "Microsoft.Kusto/clusters/databases",
      "Microsoft.Cache/redisEnterprise",
    ].map((type) => armItem(home, type, "x"));
    const { gaps } = await readAzure(estate(items), { types: ["azure/resources/census"] });
    expect(gaps.map(({ type }) => type)).toEqual(["microsoft.cache/redisenterprise"]);
  });
});

test("databases are read with API versions that the China cloud has", async () => {
  const properties = {
    publicNetworkAccess: "Enabled",
    linkedServers: [{ id: "x" }],
    network: {},
    backup: { geoRedundantBackup: "Disabled" },
  };
  const items = types.map(([, arm]) => armItem({ ...home, location: "chinanorth3" }, arm, "one", { properties }));
  const children = Object.fromEntries(
    items.map((item) => {
      const list = item.type.includes("Synapse") ? "sqlPools" : "databases";
      const child = { name: "d", location: "chinanorth3", kind: "v12.0,user,datawarehouse", properties: {} };
      return [childKey(item, list), [{ ...child, id: `${item.id}/${list}/d` }]];
    }),
  );
  const { gaps, records, cloud } = await readAzure(estate(items, children), {
    types: azureTypes.map(({ type }) => type).filter((type) => /sql|cosmos|redis|kusto|synapse/.test(type)),
    source: { cloud: "china" },
    latestApiVersion: "2023-12-31",
  });
  expect(gaps.filter(({ detail }) => !detail.includes("regions that it is in"))).toEqual([]);
  expect(records.length).toBeGreaterThan(types.length);
  expect(cloud.calls.map(({ operation }) => operation)).toContain("GeoBackupPolicies_ListByDatabase");
});

test("databases, their copies and what feeds them join into ways that run from the data to its copies", async () => {
  const at = (location: string): Home => ({ ...home, location });
  const personal = { tags: { "data-class": "personal" } };
  const main = server("main");
  const spare = armItem(at("japaneast"), "Microsoft.Sql/servers", "spare", { properties: {} });
  const crm = database(main, "crm", { currentBackupStorageRedundancy: "Local" }, personal);
  const replica = { ...database(spare, "crm-far", { currentBackupStorageRedundancy: "Zone" }), location: "japaneast" };
  const link = (on: ArmItem, partner: string, other: string, partnerLocation: string, role: string) => ({
    id: `${on.id}/replicationLinks/1`,
    properties: { partnerServer: partner, partnerDatabase: other, partnerLocation, role },
  });
  const group = (replicationRole: string, partner: ArmItem, role: string) => ({
    properties: {
      replicationRole,
      partnerServers: [{ id: partner.id, location: partner.location, replicationRole: role }],
    },
  });
  const flexible = "Microsoft.DBforPostgreSQL/flexibleServers";
  const closed = { network: { publicNetworkAccess: "Disabled" }, backup: { geoRedundantBackup: "Disabled" } };
  const source = armItem(home, flexible, "source", {
    ...personal,
    properties: { ...closed, replicationRole: "Primary" },
  });
  const reader = armItem(at("uksouth"), flexible, "reader", {
    properties: {
      ...closed,
      replicationRole: "GeoAsyncReplica",
      sourceServerResourceId: source.id.toUpperCase().replace("/SUBSCRIPTIONS/", "/subscriptions/"),
    },
  });
  const redis = "Microsoft.Cache/Redis";
  const first = armItem(home, redis, "first", {
    ...personal,
    properties: { linkedServers: [{ id: "x" }], publicNetworkAccess: "Disabled" },
  });
  const second = armItem(at("uksouth"), redis, "second", {
    properties: { linkedServers: [{ id: "x" }], publicNetworkAccess: "Disabled" },
  });
  const linked = (to: ArmItem, serverRole: string) => ({
    properties: { linkedRedisCacheId: to.id, linkedRedisCacheLocation: to.location, serverRole },
  });
  const leader = armItem(home, "Microsoft.Kusto/clusters", "leader", {
    properties: { publicNetworkAccess: "Disabled" },
  });
  const follower = armItem(at("uksouth"), "Microsoft.Kusto/clusters", "follower", {
    properties: { publicNetworkAccess: "Disabled" },
  });
  const cosmos = armItem(home, "Microsoft.DocumentDB/databaseAccounts", "members", {
    ...personal,
    properties: {
      backupPolicy: { type: "Continuous" },
      locations: [
        { locationName: "East Asia", failoverPriority: 0 },
        { locationName: "UK South", failoverPriority: 1 },
      ],
    },
  });
  const instances = "Microsoft.Sql/managedInstances";
  const mi = armItem(home, instances, "mi", { properties: { currentBackupStorageRedundancy: "Geo" } });
  const restored = {
    ...armItem(home, "Microsoft.Sql/managedInstances/databases", "old"),
    id: `${mi.id}/databases/old`,
    properties: {},
  };
  const { records, gaps } = await readAzure(
    estate([main, spare, source, reader, first, second, leader, follower, cosmos, mi], {
      [childKey(main, "databases")]: [crm],
      [childKey(spare, "databases")]: [replica],
      [childKey(main, "replicationLinks")]: [link(crm, "SPARE", "crm-far", "Japan East", "Primary")],
      [childKey(spare, "replicationLinks")]: [link(replica, "main", "crm", "East Asia", "Secondary")],
      [childKey(main, "failoverGroups")]: [group("Primary", spare, "Secondary")],
      [childKey(spare, "failoverGroups")]: [group("Secondary", main, "Primary")],
      [childKey(first, "linkedServers")]: [linked(second, "Secondary")],
      [childKey(second, "linkedServers")]: [linked(first, "Primary")],
      [childKey(follower, "databases")]: [
        { name: "follower/web", kind: "ReadOnlyFollowing", properties: { leaderClusterResourceId: leader.id } },
      ],
      [childKey(leader, "databases")]: [{ name: "leader/web", kind: "ReadWrite", properties: {} }],
      [childKey(leader, "databases/web/dataConnections")]: [
        { name: "c", kind: "CosmosDb", properties: { cosmosDbAccountResourceId: cosmos.id } },
      ],
      [childKey(mi, "databases")]: [restored],
    }),
  );
  expect(gaps).toEqual([]);
  const store = openStore(":memory:", "create");
  try {
    const sink = createSink(store, createReading([azure], Config.parse({}).classification));
    for (const record of records) sink.record({ scope: record.scope, type: record.type, region: null }, record);
    sink.flush();
    linkRecords(store);
    spreadFacts(store);
    const last = (id: unknown) => (typeof id === "string" ? id.slice(id.lastIndexOf("/") + 1) : String(id));
    const said = (sql: string) =>
      store.db
        .prepare(sql)
        .all()
        .map((row) => Object.values(row).map(last).join(" "))
        .sort();
    expect(said("SELECT from_id, kind, to_id, region FROM edge WHERE kind <> 'stored-in'")).toEqual([
      "crm replicates-to crm-far japaneast",
      "first replicates-to second uksouth",
      "leader replicates-to follower uksouth",
      "main fails-over-to spare japaneast",
      "members replicates-to null uksouth",
      "members streams-to leader eastasia",
      "mi backs-up-to null southeastasia",
      "source replicates-to reader uksouth",
    ]);
    expect(
      said(
        "SELECT w.id AS whole_id, p.id AS part_id FROM part JOIN resource w ON w.n = whole JOIN resource p ON p.n = part",
      ),
    ).toEqual(["main crm", "mi old", "spare crm-far"]);
    const inherited =
      "SELECT DISTINCT r.id FROM fact f JOIN resource r ON r.n = f.resource WHERE f.about = 'class' AND f.value = 'personal' AND f.kind = 'inherited'";
    expect(said(inherited)).toEqual(["crm-far", "follower", "leader", "reader", "second"]);
  } finally {
    store.close();
  }
});
