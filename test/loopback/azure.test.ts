import { ComputeManagementClient } from "@azure/arm-compute";
import { describe, expect, test } from "vitest";
import { createArm } from "../../providers/azure/arm.ts";
import { connectOperations } from "../../providers/azure/connect.ts";
import { chinaEstate, globalEstate } from "../../providers/azure/demo-estate.ts";
import { startAzureLoopback } from "../../providers/azure/loopback.ts";
import type { ArmItem, AzureEstate } from "../../providers/azure/loopback-estate.ts";
import {
  armItem,
  childKey,
  diskItem,
  type Home,
  machineItem,
  replicationPolicy,
  snapshotItem,
  storageItem,
} from "../../providers/azure/loopback-items.ts";
import { azureTypes } from "../../providers/azure/types/index.ts";
import type { ResourceRecord } from "../../src/model/index.ts";
import { readAzure, trustedAuthority } from "../support/azure-cloud.ts";

const subscription = "33333333-3333-4333-8333-333333333333";
const other = "44444444-4444-4444-8444-444444444444";
const home: Home = { subscription, group: "rg", location: "eastasia" };

function estate(
  resources: Readonly<Record<string, readonly ArmItem[]>>,
  children: Record<string, unknown[]> = {},
): AzureEstate {
  const locations = [
    { name: "eastasia" },
    { name: "southeastasia" },
    { name: "global", metadata: { regionType: "Logical" as const } },
  ];
  return { subscriptions: [{ id: subscription, name: "test", locations, resources, children }] };
}

function accounts(...items: ArmItem[]): Readonly<Record<string, readonly ArmItem[]>> {
  return { "Microsoft.Storage/storageAccounts": items };
}

function only(records: readonly ResourceRecord[]): ResourceRecord {
  expect(records).toHaveLength(1);
  const [record] = records;
  if (record === undefined) throw new Error("no record");
  return record;
}

describe("a subscription", () => {
  test("is entered with its physical regions and how they differ from the table", async () => {
    const { sessions } = await readAzure(estate({}), { types: [] });
    const [session] = sessions;
    expect(session?.scope).toEqual({ provider: "azure", partition: "AzureCloud", account: subscription });
    expect(session?.regions).toEqual(["eastasia", "southeastasia"]);
    expect(session?.regionDifferences).toContainEqual({ region: "uksouth", difference: "not-live" });
  });

  test("that is listed on a second page is entered too", async () => {
    const two: AzureEstate = {
      subscriptions: [subscription, other].map((id) => ({ id, name: id, resources: {} })),
    };
    const { sessions, cloud } = await readAzure(two, { types: [], pageSize: 1 });
    expect(sessions.map((session) => session.scope.account)).toEqual([subscription, other]);
    expect(cloud.calls.filter((call) => call.operation === "Subscriptions_List")).toHaveLength(2);
  });

  test("that is disabled is said to be and read all the same; a deleted one is said to be", async () => {
    const two: AzureEstate = {
      subscriptions: [
        {
          id: subscription,
          name: "off",
          state: "Disabled",
          resources: accounts(storageItem(home, "kept", "Standard_LRS")),
        },
        { id: other, name: "gone", state: "Deleted", resources: {} },
      ],
    };
    const { gaps, records } = await readAzure(two, { types: ["azure/storage/account"] });
    expect(records.map((record) => record.name)).toEqual(["kept"]);
    expect(gaps.map((gap) => [gap.scope.account, gap.reason])).toEqual([
      [subscription, "not-enabled"],
      [other, "not-enabled"],
    ]);
  });

  test("that is named but not visible is a gap that names it", async () => {
    const { gaps, sessions } = await readAzure(estate({}), {
      types: [],
      source: { subscriptions: [subscription, other] },
    });
    expect(sessions).toHaveLength(1);
    expect(gaps).toMatchObject([
      {
        operation: "Subscriptions_Get",
        reason: "denied",
        resource: `/subscriptions/${other}`,
        detail: expect.stringContaining("SubscriptionNotFound"),
      },
    ]);
  });

  test("that no list shows makes a gap, never an empty estate", async () => {
    const { gaps } = await readAzure({ subscriptions: [] }, { types: [] });
    expect(gaps).toMatchObject([{ operation: "Subscriptions_List", reason: "denied", type: "accounts" }]);
  });

  test("whose regions cannot be listed is collected all the same", async () => {
    const { gaps, records } = await readAzure(estate(accounts(storageItem(home, "a", "Standard_LRS"))), {
      types: ["azure/storage/account"],
      faults: [{ operation: "Subscriptions_ListLocations", answer: "denied" }],
    });
    expect(records).toHaveLength(1);
    expect(gaps).toMatchObject([{ operation: "Subscriptions_ListLocations", reason: "denied" }]);
  });
});

describe("the way to the cloud", () => {
  test("asks for the scope of the cloud it speaks to", async () => {
    const china = await readAzure(chinaEstate(), { source: { cloud: "china" } });
    expect(new Set(china.scopesAsked)).toEqual(new Set(["https://management.chinacloudapi.cn/.default"]));
    expect(china.records.every((record) => record.scope.partition === "AzureChinaCloud")).toBe(true);
    const global = await readAzure(globalEstate(), { types: ["azure/compute/disk"] });
    expect(new Set(global.scopesAsked)).toEqual(new Set(["https://management.azure.com/.default"]));
  });

  test("uses API versions that the China cloud has", async () => {
    const { gaps } = await readAzure(chinaEstate(), { source: { cloud: "china" }, latestApiVersion: "2023-12-31" });
    expect(gaps).toEqual([]);
  });

  test("reports the host that it reached, and only that one", async () => {
    const { hosts, cloud } = await readAzure(estate({}));
    expect([...hosts]).toEqual([new URL(cloud.url).host]);
  });

  test("refuses a next page on another host and keeps the pages before it", async () => {
    const trap = await readTrap();
    expect(trap.records.map((record) => record.name)).toEqual(["a"]);
    expect(trap.gaps).toMatchObject([
      {
        operation: "StorageAccounts_List",
        reason: "malformed",
        detail: expect.stringContaining("another host was refused"),
      },
    ]);
    expect(trap.hosts.has("127.0.0.1:9")).toBe(false);
  });

  async function readTrap() {
    const items = [storageItem(home, "a", "Standard_LRS"), storageItem(home, "b", "Standard_LRS")];
    return readAzure(estate(accounts(...items)), {
      types: ["azure/storage/account"],
      source: { subscriptions: [subscription] },
      pageSize: 1,
      nextLinkOrigin: "https://127.0.0.1:9",
      faults: [{ operation: "Subscriptions_ListLocations", answer: "denied" }],
    }).then((reading) => ({
      ...reading,
      gaps: reading.gaps.filter((gap) => gap.operation !== "Subscriptions_ListLocations"),
    }));
  }

  test("refuses a next page over http", async () => {
    const items = [storageItem(home, "a", "Standard_LRS"), storageItem(home, "b", "Standard_LRS")];
    const { gaps } = await readAzure(estate(accounts(...items)), {
      types: ["azure/storage/account"],
      source: { subscriptions: [subscription] },
      pageSize: 1,
      nextLinkOrigin: "http://127.0.0.1:9",
    });
    expect(gaps.map((gap) => gap.reason)).toContain("malformed");
  });

  test("waits as long as Retry-After says and then goes on", async () => {
    const began = performance.now();
    const { gaps, records } = await readAzure(estate(accounts(storageItem(home, "a", "Standard_LRS"))), {
      types: ["azure/storage/account"],
      retryAfter: 1,
      faults: [{ operation: "StorageAccounts_List", answer: "throttled", times: 1 }],
    });
    expect(gaps).toEqual([]);
    expect(records).toHaveLength(1);
    expect(performance.now() - began).toBeGreaterThan(990);
  });

  test.each([
    ["denied", "denied", "AuthorizationFailed"],
    ["throttled", "throttled", "TooManyRequests"],
    ["malformed", "malformed", "PARSE_ERROR"],
    ["hang", "timeout", "Deadline"],
    ["server-error", "failed", "InternalServerError"],
  ] as const)(
    "turns an answer that is %s into a gap, keeps every other type, and quotes nobody",
    async (answer, reason, code) => {
      const { gaps, records } = await readAzure(globalEstate(), {
        faults: [{ operation: "Disks_List", answer }],
        timeoutMs: 1_000,
      });
      const [gap, ...rest] = gaps.filter((found) => found.operation === "Disks_List");
      expect(rest).toEqual([]);
      expect(gap).toMatchObject({ reason, type: "azure/compute/disk", resource: null });
      expect(gap?.detail).toContain(code);
      expect(gap?.detail).not.toMatch(/auditor|7d1c0f3e|3f2b6a1e|2026-11-22/);
      expect(new Set(records.map((record) => record.type))).toEqual(
        new Set([
          "azure/compute/image",
          "azure/compute/snapshot",
          "azure/compute/virtual-machine",
          "azure/sql/database",
          "azure/sql/server",
          "azure/storage/account",
        ]),
      );
    },
  );

  test.each([
    ["Subscriptions_List", "Microsoft.Resources/subscriptions/read"],
    ["Disks_List", "Microsoft.Compute/disks/read"],
    ["BlobContainers_List", "Microsoft.Storage/storageAccounts/blobServices/containers/read"],
  ])("says which permission %s lacks", async (operation, permission) => {
    const { gaps } = await readAzure(globalEstate(), { faults: [{ operation, answer: "denied" }] });
    const said = new Set(gaps.filter((gap) => gap.operation === operation).map((gap) => gap.detail));
    expect([...said]).toEqual([`AuthorizationFailed: HTTP 403: not authorized to perform: ${permission}`]);
  });

  test("lets go of a request when its signal says so", async () => {
    const hung = await startAzureLoopback(estate({}), {
      authority: await trustedAuthority(),
      faults: [{ operation: "Disks_List", answer: "hang" }],
    });
    try {
      const arm = createArm(hung.url, "scope", () => undefined);
      const credential = { getToken: async () => ({ token: "t", expiresOnTimestamp: Date.now() + 3_600_000 }) };
      const client = new ComputeManagementClient(credential, subscription, arm.clientOptions("2023-04-02"));
      const page = arm.page(client.disks.list(), undefined, AbortSignal.timeout(100));
      await expect(page).rejects.toMatchObject({ name: "AbortError" });
    } finally {
      await hung.close();
    }
  });

  test("stops at a list that repeats its token", async () => {
    const { gaps } = await readAzure(globalEstate(), {
      types: ["azure/compute/snapshot"],
      faults: [{ operation: "Snapshots_List", answer: "repeat-token" }],
    });
    expect(gaps).toMatchObject([{ operation: "Snapshots_List", reason: "malformed" }]);
  });
});

describe("every type", () => {
  test("calls on the wire exactly what it declares, and only reads", async () => {
    // The others have their own cases (test/cases).
    for (const type of azureTypes.filter(({ service }) => ["storage", "compute", "resources"].includes(service))) {
      if (type.type === "azure/compute/gallery-image-version") continue;
      const { cloud } = await readAzure(globalEstate(), { types: [type.type] });
      const before = new Set<string>(connectOperations.map(({ operation }) => operation));
      const called = new Set(cloud.calls.map((call) => call.operation).filter((name) => !before.has(name)));
      expect([type.type, [...called].sort()]).toEqual([
        type.type,
        type.operations.map(({ operation }) => operation).sort(),
      ]);
      expect(type.operations.every(({ permission }) => permission.endsWith("/read"))).toBe(true);
    }
  });

  test("reads the same from pages of one, shuffled or not, as from one page", async () => {
    const sorted = (records: readonly ResourceRecord[]) =>
      JSON.stringify([...records].sort((one, two) => (one.id < two.id ? -1 : 1)));
    const whole = await readAzure(globalEstate());
    for (const dealing of [{ pageSize: 1 }, { pageSize: 3, shuffleSeed: 7 }]) {
      const dealt = await readAzure(globalEstate(), dealing);
      expect(sorted(dealt.records)).toBe(sorted(whole.records));
      expect(dealt.gaps).toEqual(whole.gaps);
    }
  });

  test("keeps tags, states an unlisted region as it came, and a display name too", async () => {
    const { records } = await readAzure(
      estate({
        "Microsoft.Compute/disks": [
          diskItem({ ...home, location: "atlantisnorth" }, "far", { tags: { "data-class": "personal", 团队: "风控" } }),
          diskItem({ ...home, location: "East Asia" }, "named"),
        ],
      }),
      { types: ["azure/compute/disk"] },
    );
    const [far, named] = records;
    expect(far?.place).toEqual({ known: true, value: { region: "atlantisnorth" } });
    expect(far?.tags).toEqual({ known: true, value: { "data-class": "personal", 团队: "风控" } });
    expect(named?.place).toEqual({ known: true, value: { region: "East Asia" } });
    expect(named?.tags).toEqual({ known: true, value: {} });
  });

  test("keeps the id as the list spells it", async () => {
    const shouting = {
      ...diskItem(home, "d"),
      id: `/SUBSCRIPTIONS/${subscription}/resourcegroups/RG/providers/Microsoft.Compute/disks/D`,
    };
    const { records } = await readAzure(estate({ "Microsoft.Compute/disks": [shouting] }), {
      types: ["azure/compute/disk"],
    });
    expect(only(records).id).toBe(shouting.id);
  });

  test("makes a gap of an item without an id and reads on", async () => {
    const nameless = { ...diskItem(home, "d"), id: "" };
    const { records, gaps } = await readAzure(estate({ "Microsoft.Compute/disks": [nameless, diskItem(home, "e")] }), {
      types: ["azure/compute/disk"],
    });
    expect(only(records).name).toBe("e");
    expect(gaps).toMatchObject([{ operation: "Disks_List", reason: "malformed", type: "azure/compute/disk" }]);
  });

  const oddDisk = (fields: Readonly<Record<string, unknown>>) =>
    readAzure(estate({ "Microsoft.Compute/disks": [{ ...diskItem(home, "d"), ...fields }] }), {
      types: ["azure/compute/disk", "azure/resources/census"],
    });

  test("makes a place of the wrong shape unknown", async () => {
    const { records } = await oddDisk({ location: 7 });
    expect(only(records).place).toEqual({ known: false, why: "malformed" });
  });

  test("keeps tags whose values are numbers, booleans or empty", async () => {
    const { records, gaps } = await oddDisk({ tags: { "data-class": "personal", level: 3, live: false, note: null } });
    expect(only(records).tags).toEqual({
      known: true,
      value: { "data-class": "personal", level: "3", live: "false", note: "" },
    });
    expect(gaps).toEqual([]);
  });

  test("keeps the other tags beside one that cannot be read, which is a gap of the resource without its content", async () => {
    const { records, gaps } = await oddDisk({ tags: { "data-class": "personal", owner: { name: "Wang" } } });
    expect(only(records).tags).toEqual({ known: true, value: { "data-class": "personal" } });
    expect(gaps).toMatchObject([
      {
        type: "azure/compute/disk",
        operation: "Disks_List",
        reason: "malformed",
        resource: only(records).id,
        detail: "1 tag has a value that cannot be read",
      },
    ]);
  });

  test("sifts by the source's regions and says how much it left out", async () => {
    const items = [diskItem(home, "here"), diskItem({ ...home, location: "West Europe" }, "there")];
    const { records, gaps, sessions } = await readAzure(estate({ "Microsoft.Compute/disks": items }), {
      types: ["azure/compute/disk"],
      source: { regions: ["East Asia"] },
    });
    expect(only(records).name).toBe("here");
    expect(gaps).toMatchObject([{ reason: "skipped", detail: expect.stringContaining("1 resources") }]);
    expect(sessions[0]?.regions).toEqual(["eastasia"]);
    expect(sessions[0]?.excluded).toEqual(["southeastasia"]);
  });
});

describe("a storage account", () => {
  const types = ["azure/storage/account"];
  const linksOf = async (item: ArmItem, children: Record<string, unknown[]> = {}) =>
    only((await readAzure(estate(accounts(item), children), { types })).records).links;

  test.each([
    ["Standard_GRS", { secondaryLocation: "southeastasia" }, "southeastasia"],
    ["Standard_RAGZRS", {}, "southeastasia"],
    ["StandardV2_GZRS", {}, "southeastasia"],
  ])("with %s replicates to the region told, else the pair", async (sku, properties, region) => {
    expect(await linksOf(storageItem(home, "a", sku, { properties }))).toMatchObject([
      { kind: "replicates-to", direction: "to", target: { place: { region } } },
    ]);
  });

  test("with GRS in a region without a known pair replicates to a place that is unknown", async () => {
    const far = { ...home, location: "atlantisnorth" };
    expect(await linksOf(storageItem(far, "a", "Standard_GRS"))).toMatchObject([{ kind: "replicates-to", target: {} }]);
  });

  test.each(["Standard_LRS", "Standard_ZRS", "Premium_LRS", "Premium_ZRS"])(
    "with %s does not replicate",
    async (sku) => {
      expect(await linksOf(storageItem(home, "a", sku))).toEqual([]);
    },
  );

  test.each(["Standard_FUTUREGRS", "PremiumV9_GZRS_Plus"])(
    "with %s, a redundancy of another region that is not known, replicates to a place that is unknown",
    async (sku) => {
      expect(await linksOf(storageItem(home, "a", sku))).toEqual([
        {
          kind: "replicates-to",
          direction: "to",
          target: {},
          evidence: { source: "StorageAccounts_List", field: "sku.name", value: sku },
        },
      ]);
    },
  );

  test.each([
    ["unknown", { name: "Standard_NEW" }],
    ["missing", undefined],
    ["no text", { name: 7 }],
  ])("whose redundancy is %s is a gap, unless a second region is told", async (_, sku) => {
    const item = (properties: Readonly<Record<string, unknown>>) =>
      ({ ...storageItem(home, "a", "Standard_LRS", { properties }), sku }) as unknown as ArmItem;
    const silent = await readAzure(estate(accounts(item({}))), { types });
    expect(only(silent.records).links).toEqual([]);
    expect(silent.gaps).toMatchObject([
      {
        operation: "StorageAccounts_List",
        reason: "malformed",
        resource: item({}).id,
        detail: expect.stringContaining("redundancy"),
      },
    ]);
    const told = await readAzure(estate(accounts(item({ secondaryLocation: "southeastasia" }))), { types });
    expect(only(told.records).links).toMatchObject([
      { kind: "replicates-to", target: { place: { region: "southeastasia" } } },
    ]);
    expect(told.gaps).toEqual([]);
  });

  test("lies where its primary is after a failover", async () => {
    const moved = storageItem(home, "a", "Standard_LRS", { properties: { primaryLocation: "southeastasia" } });
    const record = only((await readAzure(estate(accounts(moved)), { types })).records);
    expect(record.place).toEqual({ known: true, value: { region: "southeastasia" } });
    expect(record.placeEvidence).toEqual({
      source: "StorageAccounts_List",
      field: "properties.primaryLocation",
      value: "southeastasia",
    });
    expect(record.attributes["createdIn"]).toBe("eastasia");
  });

  test("replicates its objects from the source account to the destination, whichever of them is read", async () => {
    const source = storageItem(home, "source", "Standard_LRS");
    const destination = storageItem(
      { ...home, location: "uksouth", subscription: other },
      "destination",
      "Standard_LRS",
    );
    const policy = replicationPolicy(source, destination);
    expect(await linksOf(source, { [childKey(source, "objectReplicationPolicies")]: [policy] })).toMatchObject([
      { kind: "replicates-to", direction: "to", target: { id: destination.id, party: other } },
    ]);
    const inward = storageItem(home, "destination", "Standard_LRS");
    const foreign = { ...policy, properties: { sourceAccount: "partnerstore", destinationAccount: "destination" } };
    expect(await linksOf(inward, { [childKey(inward, "objectReplicationPolicies")]: [foreign] })).toMatchObject([
      { kind: "replicates-to", direction: "from", target: { id: "partnerstore.blob.core.windows.net" } },
    ]);
  });

  test("is known by its blob host, so that a policy can name it by its account name", async () => {
    const record = only(
      (await readAzure(estate(accounts(storageItem(home, "Store", "Standard_LRS"))), { types })).records,
    );
    expect(record.aliases).toEqual(["store.blob.core.windows.net"]);
  });

  const open = (properties: Record<string, unknown> = {}) =>
    storageItem(home, "open", "Standard_LRS", { properties: { allowBlobPublicAccess: true, ...properties } });
  const containers = (access: string) => ({
    [childKey(open(), "blobServices/default/containers")]: [
      { name: "a", properties: { publicAccess: "None" } },
      { name: "b", properties: { publicAccess: access } },
    ],
  });

  test("is reachable by everyone when the account allows it and a container is public", async () => {
    expect(await linksOf(open(), containers("Container"))).toMatchObject([
      {
        kind: "reachable-from",
        target: { party: "*" },
        evidence: { source: "BlobContainers_List", value: "Container" },
      },
    ]);
    expect(await linksOf(open({ allowBlobPublicAccess: undefined }), containers("Blob"))).toHaveLength(1);
  });

  test.each([
    ["no container is public", {}, "None"],
    ["the account forbids it", { allowBlobPublicAccess: false }, "Blob"],
    ["the public network is off", { publicNetworkAccess: "Disabled" }, "Blob"],
    ["a perimeter guards it", { publicNetworkAccess: "SecuredByPerimeter" }, "Blob"],
    ["its firewall denies by default", { networkAcls: { defaultAction: "Deny" } }, "Blob"],
  ])("is not reachable by everyone when %s", async (_, properties, access) => {
    expect(await linksOf(open(properties), containers(access))).toEqual([]);
  });

  test.each([
    ["denied", "denied"],
    ["server-error", "failed"],
    ["malformed", "malformed"],
  ] as const)(
    "whose containers are not answered (%s) is not said to be reachable, and each is a gap",
    async (answer, reason) => {
      const both = [
        open(),
        storageItem(home, "unset", "Standard_LRS", { properties: { allowBlobPublicAccess: null } }),
      ];
      const { records, gaps } = await readAzure(estate(accounts(...both)), {
        types,
        faults: [{ operation: "BlobContainers_List", answer }],
      });
      expect(records.map(({ links }) => links)).toEqual([[], []]);
      expect(gaps.map((gap) => `${gap.operation} ${gap.reason} ${gap.resource}`).sort()).toEqual(
        both.map(({ id }) => `BlobContainers_List ${reason} ${id}`).sort(),
      );
    },
  );

  test("of a kind without blobs has no containers to ask for", async () => {
    const files = { ...open(), kind: "FileStorage" };
    const { records, gaps, cloud } = await readAzure(estate(accounts(files)), { types });
    expect(only(records).links).toEqual([]);
    expect(gaps).toEqual([]);
    expect(cloud.calls.map(({ operation }) => operation)).not.toContain("BlobContainers_List");
  });

  test("whose id names no resource group is a gap for each detail that cannot be asked", async () => {
    const id = `/subscriptions/${subscription}/providers/Microsoft.Storage/storageAccounts/open`;
    const { records, gaps } = await readAzure(estate(accounts({ ...open(), id })), { types });
    expect(only(records).links).toEqual([]);
    expect(gaps.map((gap) => [gap.operation, gap.reason, gap.resource])).toEqual([
      ["ObjectReplicationPolicies_List", "malformed", id],
      ["BlobContainers_List", "malformed", id],
    ]);
  });
});

describe("disks, snapshots and images", () => {
  const machine = machineItem(home, "m");
  const data = diskItem(home, "d", { managedBy: machine.id, managedByExtended: [machine.id, `${machine.id}2`] });
  const signed = "https://Store.blob.core.windows.net/vhds/x.vhd?sv=2024&sig=SECRETSECRETSECRET%3D";

  test("link a disk to each machine it belongs to and a snapshot to its source", async () => {
    const copy = snapshotItem({ ...home, location: "southeastasia" }, "s", data);
    const { records } = await readAzure(
      estate({ "Microsoft.Compute/disks": [data], "Microsoft.Compute/snapshots": [copy] }),
      { types: ["azure/compute/disk", "azure/compute/snapshot"] },
    );
    const [diskRecord, snapshotRecord] = records;
    expect(diskRecord?.links.map((link) => [link.kind, link.direction, link.target.id])).toEqual([
      ["part-of", "from", machine.id],
      ["part-of", "from", `${machine.id}2`],
    ]);
    expect(snapshotRecord).toMatchObject({
      role: "copy",
      links: [{ kind: "copied-to", direction: "from", target: { id: data.id } }],
    });
  });

  test("link an image to its machine, disks and snapshots", async () => {
    const image = armItem(home, "Microsoft.Compute/images", "i", {
      properties: {
        sourceVirtualMachine: { id: machine.id },
        storageProfile: {
          osDisk: { osType: "Linux", osState: "Generalized", managedDisk: { id: data.id } },
          dataDisks: [
            { lun: 0, snapshot: { id: "/subscriptions/x/s" } },
            { lun: 1, blobUri: signed },
          ],
        },
      },
    });
    const { records } = await readAzure(estate({ "Microsoft.Compute/images": [image] }), {
      types: ["azure/compute/image"],
    });
    expect(only(records).links.map((link) => link.target.id)).toEqual([
      machine.id,
      data.id,
      "/subscriptions/x/s",
      "store.blob.core.windows.net",
    ]);
  });

  test("never keep a signed URL", async () => {
    const imported = diskItem(home, "d", {
      properties: { creationData: { createOption: "Import", sourceUri: signed } },
    });
    const image = armItem(home, "Microsoft.Compute/images", "i", {
      properties: { storageProfile: { osDisk: { osType: "Linux", osState: "Generalized", blobUri: signed } } },
    });
    const reading = await readAzure(
      estate({ "Microsoft.Compute/disks": [imported], "Microsoft.Compute/images": [image] }),
      { types: ["azure/compute/disk", "azure/compute/image"] },
    );
    expect(reading.records).toHaveLength(2);
    expect(JSON.stringify([reading.records, reading.gaps])).not.toMatch(/SECRET|sig=|\?sv/);
    expect(reading.records.every((record) => record.links[0]?.target.id === "store.blob.core.windows.net")).toBe(true);
  });

  test("do not take the platform's own images for a source", async () => {
    const platform = `/Subscriptions/${subscription}/Providers/Microsoft.Compute/Locations/eastasia/Publishers/canonical/ArtifactTypes/VMImage`;
    const fresh = diskItem(home, "d", {
      properties: { creationData: { createOption: "FromImage", imageReference: { id: platform } } },
    });
    const { records } = await readAzure(estate({ "Microsoft.Compute/disks": [fresh] }), {
      types: ["azure/compute/disk"],
    });
    expect(only(records).links).toEqual([]);
  });

  test("lie in their edge zone or at a customer's site where that is told", async () => {
    const edge = diskItem(home, "d", { extendedLocation: { name: "losangeles", type: "EdgeZone" } });
    const { records } = await readAzure(estate({ "Microsoft.Compute/disks": [edge] }), {
      types: ["azure/compute/disk"],
    });
    expect(only(records)).toMatchObject({
      place: { known: true, value: { region: "eastasia", zone: "losangeles" } },
      placeEvidence: { source: "Disks_List", field: "extendedLocation.name", value: "losangeles in eastasia" },
    });
  });
});

describe("the census", () => {
  const types = ["azure/resources/census"];
  const item = (type: string, name: string) => armItem(home, type, name);

  test("makes one gap per type that may hold data and is not read, with the first resource by name", async () => {
    const reading = await readAzure(
      estate({
        "Microsoft.Search/searchServices": [
          item("Microsoft.Search/searchServices", "b"),
          item("Microsoft.SEARCH/SearchServices", "a"),
        ],
        "Microsoft.Purview/accounts": [item("Microsoft.Purview/accounts", "r")],
        "Microsoft.Compute/disks": [diskItem(home, "d")],
        "Microsoft.Network/virtualNetworks": [item("Microsoft.Network/virtualNetworks", "v")],
      }),
      { types, pageSize: 2 },
    );
    expect(reading.records).toEqual([]);
    expect(reading.gaps.map((gap) => [gap.type, gap.reason, gap.resource?.split("/").at(-1), gap.detail])).toEqual([
      ["microsoft.purview/accounts", "unsupported", "r", "1 resource of a type that this version does not read"],
      ["microsoft.search/searchservices", "unsupported", "a", "2 resources of a type that this version does not read"],
    ]);
  });

  test("that is denied is a gap of its own", async () => {
    const { gaps } = await readAzure(estate({}), {
      types,
      faults: [{ operation: "Resources_List", answer: "denied" }],
    });
    expect(gaps).toMatchObject([{ type: "azure/resources/census", operation: "Resources_List", reason: "denied" }]);
  });
});
