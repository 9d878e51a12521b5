import type { AzureHeld } from "../../support/case-clouds.ts";
import type { FoundLink, TypeCase, Where } from "../../support/type-case.ts";

const everyone: FoundLink = { kind: "reachable-from", party: "*" };
const idOf = ({ account, region }: Where, name: string) =>
  `/subscriptions/${account}/resourceGroups/rg-${region}/providers/Microsoft.Cache/Redis/${name}-${region}`;
const elsewhere =
  "/subscriptions/99999999-1111-4222-8333-444455556666/resourceGroups/rg-dr/providers/Microsoft.Cache/Redis";

/** A primary without a firewall, its secondary with one that lets all in, a secondary of somebody else's, one in a network. */
const typeCase: TypeCase<AzureHeld> = {
  type: "azure/redis/cache",
  held(where) {
    const { region } = where;
    const item = (name: string, properties: object, rest: object = {}) => ({
      id: idOf(where, name),
      name: `${name}-${region}`,
      type: "Microsoft.Cache/Redis",
      location: region,
      properties: {
        provisioningState: "Succeeded",
        hostName: `${name}-${region}.redis.cache.example`,
        sku: { name: "Premium", family: "P", capacity: 1 },
        publicNetworkAccess: "Enabled",
        linkedServers: [],
        redisConfiguration: {
          "rdb-backup-enabled": "true",
          "rdb-storage-connection-string": "DefaultEndpointsProtocol=https;AccountName=snapshots;AccountKey=c2VjcmV0",
        },
        ...properties,
      },
      ...rest,
    });
    const linkedTo = (name: string) => ({ linkedServers: [{ id: `${idOf(where, name)}/linkedServers/x` }] });
    const path = (on: string, list: string) => `${idOf(where, on)}/${list}`.toLowerCase();
    const linked = (id: string, linkedRedisCacheLocation: string, serverRole: string) => ({
      name: id.slice(id.lastIndexOf("/") + 1),
      properties: { linkedRedisCacheId: id, linkedRedisCacheLocation, serverRole },
    });
    const rule = (name: string, startIP: string, endIP: string) => ({ name, properties: { startIP, endIP } });
    return {
      resources: {
        "Microsoft.Cache/Redis": [
          item("first", linkedTo("first"), { tags: { "data-class": "个人信息", team: "" } }),
          item("second", linkedTo("second")),
          item("third", { ...linkedTo("third"), publicNetworkAccess: "Disabled" }),
          item("inside", {
            subnetId: "/subscriptions/x/resourceGroups/y/providers/Microsoft.Network/virtualNetworks/z/subnets/s",
          }),
          item("walled", { redisConfiguration: {} }),
        ],
      },
      children: {
        [path("first", "linkedServers")]: [linked(idOf(where, "second"), "Japan East", "Secondary")],
        [path("second", "linkedServers")]: [linked(idOf(where, "first"), region, "Primary")],
        [path("third", "linkedServers")]: [linked(`${elsewhere}/theirs`, "Japan West", "Primary")],
        [path("second", "firewallRules")]: [rule("all", "0.0.0.0", "255.255.255.255")],
        [path("walled", "firewallRules")]: [rule("office", "198.51.100.0", "198.51.100.255")],
      },
    };
  },
  finds(where) {
    const { region } = where;
    const plain = { role: "store", tags: {} } as const;
    return [
      {
        ...plain,
        id: idOf(where, "first"),
        name: `first-${region}`,
        tags: { "data-class": "个人信息", team: "" },
        attributes: { snapshots: true, sku: "Premium" },
        links: [{ kind: "replicates-to", id: idOf(where, "second"), region: "Japan East" }, everyone],
      },
      {
        ...plain,
        id: idOf(where, "second"),
        name: `second-${region}`,
        links: [{ kind: "replicates-to", direction: "from", id: idOf(where, "first"), region }, everyone],
      },
      {
        ...plain,
        id: idOf(where, "third"),
        name: `third-${region}`,
        links: [{ kind: "replicates-to", direction: "from", id: `${elsewhere}/theirs`, region: "Japan West" }],
      },
      { ...plain, id: idOf(where, "inside"), name: `inside-${region}`, links: [] },
      { ...plain, id: idOf(where, "walled"), name: `walled-${region}`, links: [] },
    ];
  },
  lists: [{ operation: "Redis_ListBySubscription" }],
};

export default typeCase;
