import { armItem, childKey } from "../../../providers/azure/loopback-items.ts";
import type { AzureHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const namespace: TypeCase<AzureHeld> = {
  type: "azure/event-hub/namespace",
  held: ({ account, region }) => {
    const home = { subscription: account, group: "events", location: region };
    const storage = `/subscriptions/${account}/resourceGroups/lake/providers/Microsoft.Storage/storageAccounts`;
    const item = (name: string, sku: string, properties: object, tags?: Readonly<Record<string, string>>) =>
      armItem(home, "Microsoft.EventHub/namespaces", `${name}-${region}`, {
        sku: { name: sku, tier: sku },
        ...(tags === undefined ? {} : { tags }),
        properties: {
          serviceBusEndpoint: `https://${name}-${region}.servicebus.windows.net:443/`,
          publicNetworkAccess: "Enabled",
          ...properties,
        },
      });
    const clicks = item(
      "clicks",
      "Premium",
      {
        geoDataReplication: {
          maxReplicationLagDurationInSeconds: 0,
          locations: [
            { locationName: region, roleType: "Primary" },
            { locationName: "uksouth", roleType: "Secondary" },
          ],
        },
        encryption: {
          keySource: "Microsoft.KeyVault",
          keyVaultProperties: [
            { keyName: "events", keyVaultUri: "https://pay.vault.azure.net" },
            { keyName: "older", keyVaultUri: "https://pay.vault.azure.net" },
          ],
        },
      },
      { 部门: "支付", owner: "" },
    );
    const orders = item("orders", "Standard", {});
    const standby = item("standby", "Standard", {});
    const basic = item("basic", "Basic", {});
    // After a promotion: where it was made is a replica now.
    const promoted = item("promoted", "Premium", {
      geoDataReplication: {
        locations: [
          { locationName: region, roleType: "Secondary" },
          { locationName: "UK South", roleType: "Primary" },
        ],
      },
    });
    const hub = (name: string, captureDescription?: object) => ({
      name,
      properties: { partitionCount: 2, captureDescription },
    });
    const into = (account: string) => ({
      name: "EventHubArchive.AzureBlockBlob",
      properties: { storageAccountResourceId: `${storage}/${account}`, blobContainer: "capture" },
    });
    const pairing = (role: string, partnerNamespace: string) => ({
      name: "alias",
      properties: { role, partnerNamespace },
    });
    return {
      resources: { "Microsoft.EventHub/namespaces": [clicks, orders, standby, basic, promoted] },
      children: {
        [childKey(clicks, "eventhubs")]: [
          hub("raw", { enabled: true, destination: into("lake") }),
          hub("clean", { enabled: true, destination: into("LAKE") }),
          hub("paused", { enabled: false, destination: into("elsewhere") }),
          hub("plain"),
        ],
        [childKey(orders, "disasterRecoveryConfigs")]: [pairing("Primary", standby.id)],
        // Told by its name alone.
        [childKey(standby, "disasterRecoveryConfigs")]: [
          pairing("Secondary", `orders-${region}`),
          pairing("PrimaryNotReplicating", "former"),
        ],
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const tellsReplicas = partition === "AzureCloud";
    const id = `/subscriptions/${account}/resourceGroups/events/providers/Microsoft.EventHub/namespaces`;
    const storage = `/subscriptions/${account}/resourceGroups/lake/providers/Microsoft.Storage/storageAccounts`;
    const plain = (name: string) =>
      ({ id: `${id}/${name}-${region}`, name: `${name}-${region}`, role: "store", tags: {} }) as const;
    return [
      {
        ...plain("clicks"),
        tags: { 部门: "支付", owner: "" },
        attributes: { sku: "Premium", keySource: "Microsoft.KeyVault" },
        links: [
          ...(tellsReplicas ? [{ kind: "replicates-to", region: "uksouth" } as const] : []),
          { kind: "streams-to", id: `${storage}/LAKE` },
          { kind: "key-held-in", id: "pay.vault.azure.net" },
        ],
      },
      { ...plain("orders"), links: [{ kind: "fails-over-to", id: `${id}/standby-${region}` }] },
      {
        ...plain("standby"),
        links: [{ kind: "fails-over-to", direction: "from", id: `orders-${region}.servicebus.windows.net` }],
      },
      tellsReplicas
        ? { ...plain("promoted"), region: "UK South", links: [{ kind: "replicates-to", region }] }
        : { ...plain("promoted"), links: [] },
      { ...plain("basic"), attributes: { sku: "Basic" }, links: [] },
    ];
  },
  lists: [{ operation: "Namespaces_List" }],
};

export default namespace;
