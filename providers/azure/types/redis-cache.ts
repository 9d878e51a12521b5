import type { RedisFirewallRule, RedisLinkedServerWithProperties, RedisResource } from "@azure/arm-rediscache";
import type { Caller, Gap, Link, ResourceRecord } from "../../../src/model/index.ts";
import type { Pager } from "../arm.ts";
import { classicPager } from "../classic-pager.ts";
import { groupAndName } from "../ids.ts";
import { type Found, gapOf, itemsUnder, listed, noGroup, recordsOf } from "../list.ts";
import { openToEveryone } from "../open-firewall.ts";
import { recordOf } from "../record.ts";
import type { AzureResourceType, AzureSession } from "../session.ts";

const apiVersion = "2023-04-01";
const operation = "Redis_ListBySubscription";
const linkedOperation = "LinkedServer_List";
const firewallOperation = "FirewallRules_List";

export const redisCache: AzureResourceType = {
  type: "azure/redis/cache",
  armTypes: ["Microsoft.Cache/Redis"],
  title: { en: "Azure Cache for Redis", zh: "Azure Redis 缓存" },
  role: "store",
  service: "redis",
  reach: "global",
  operations: [
    { operation, permission: "Microsoft.Cache/redis/read" },
    { operation: linkedOperation, permission: "Microsoft.Cache/redis/linkedServers/read", per: "resource" },
    { operation: firewallOperation, permission: "Microsoft.Cache/redis/firewallRules/read", per: "resource" },
  ],
  links: ["replicates-to", "reachable-from"],
  unseen: {
    en: "The storage account that snapshots of the cache are kept in and exports to others, whose connection strings are secrets; who holds an access key; and the Enterprise tiers.",
    zh: "缓存快照所在的存储账户以及向其他账户的导出（其连接字符串属于机密）、访问密钥的持有者，以及 Enterprise 各层级。",
  },
  async *collect(session, _region, caller) {
    const { getContinuationToken, RedisManagementClient } = await import("@azure/arm-rediscache");
    const { account } = session.scope;
    const client = new RedisManagementClient(session.credential, account, session.arm.clientOptions(apiVersion));
    const listing = { type: redisCache.type, operation };
    const caches = listed(session, caller, listing, () =>
      classicPager(client.redis.listBySubscription(), getContinuationToken),
    );
    const lists: Lists = {
      linked: (group, cache) => classicPager(client.linkedServer.list(group, cache), getContinuationToken),
      rules: (group, cache) => classicPager(client.firewallRules.list(group, cache), getContinuationToken),
    };
    yield* recordsOf(caller, caches, (found) => describe(session, caller, lists, found));
  },
};

interface Lists {
  readonly linked: (group: string, cache: string) => Pager<RedisLinkedServerWithProperties>;
  readonly rules: (group: string, cache: string) => Pager<RedisFirewallRule>;
}

async function describe(
  session: AzureSession,
  caller: Caller,
  lists: Lists,
  found: Found<RedisResource>,
): Promise<readonly (ResourceRecord | Gap)[]> {
  const { id, item } = found;
  const gaps: Gap[] = [];
  const gapOn = (of: string, detail: string): void => {
    gaps.push({ ...gapOf(session, { type: redisCache.type, operation: of }, "malformed", detail), resource: id });
  };
  const path = groupAndName(id);
  const links: Link[] = [];
  // The list says that there are linked caches; only their own list says where and which way.
  if ((item.linkedServers ?? []).length > 0) {
    if (path === undefined) gapOn(linkedOperation, noGroup);
    else {
      const linked = await itemsUnder(session, caller, linkedOperation, id, () => lists.linked(path.group, path.name));
      const replication = linked.items.map(replicationLink);
      if (replication.includes(null)) gapOn(linkedOperation, "a linked cache does not say which end it is");
      links.push(...replication.flatMap((link) => link ?? []));
    }
  }
  if (item.publicNetworkAccess === "Enabled" && item.subnetId === undefined) {
    if (path === undefined) gapOn(firewallOperation, noGroup);
    else {
      const rules = await itemsUnder(session, caller, firewallOperation, id, () => lists.rules(path.group, path.name));
      if (rules.complete) links.push(...exposure(rules.items));
    }
  }
  const record = recordOf(redisCache, session, found, {
    aliases: typeof item.hostName === "string" ? [item.hostName.toLowerCase()] : [],
    links,
    attributes: {
      sku: item.sku?.name,
      redisVersion: item.redisVersion,
      snapshots: switched(item.redisConfiguration?.rdbBackupEnabled),
      appendOnlyFile: switched(item.redisConfiguration?.aofBackupEnabled),
      publicNetworkAccess: item.publicNetworkAccess,
      nonTlsPort: item.enableNonSslPort,
    },
  });
  return [record, ...gaps];
}

/** `serverRole` is that of the linked cache. `null` where it is not told. */
function replicationLink(linked: RedisLinkedServerWithProperties): readonly Link[] | null {
  const { linkedRedisCacheId: id, linkedRedisCacheLocation: region, serverRole } = linked;
  if (serverRole !== "Primary" && serverRole !== "Secondary") return null;
  const named = typeof id === "string" && id !== "";
  return [
    {
      kind: "replicates-to",
      direction: serverRole === "Secondary" ? "to" : "from",
      target: {
        ...(named ? { id } : {}),
        ...(typeof region === "string" && region !== "" ? { place: { region } } : {}),
      },
      evidence: { source: linkedOperation, field: "properties.linkedRedisCacheId", value: named ? id : "not named" },
    },
  ];
}

/**
 * Without a rule everyone is let in, given public access, which the client takes for enabled where the answer is silent, as the API
 * does. Source: learn.microsoft.com, "Azure Cache for Redis network isolation", read 2026-11-22.
 */
function exposure(rules: readonly RedisFirewallRule[]): readonly Link[] {
  if (rules.length > 0)
    return openToEveryone(
      firewallOperation,
      rules.map((rule) => ({ first: rule.startIP, last: rule.endIP })),
    );
  const evidence = { source: firewallOperation, field: "value", value: "no rule, every network" };
  return [{ kind: "reachable-from", direction: "to", target: { party: "*" }, evidence }];
}

function switched(text: unknown): boolean | undefined {
  return typeof text === "string" ? text.toLowerCase() === "true" : undefined;
}
