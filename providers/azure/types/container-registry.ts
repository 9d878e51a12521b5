import type { ContainerRegistryManagementClient, Registry } from "@azure/arm-containerregistry";
import type { Caller, Link } from "../../../src/model/index.ts";
import { groupAndName } from "../ids.ts";
import { keyHeldIn } from "../key-held-in.ts";
import { type Found, gapOf, itemsUnder, listed, recordsOf } from "../list.ts";
import { recordOf } from "../record.ts";
import { normalLocation } from "../regions.ts";
import type { AzureResourceType, AzureSession } from "../session.ts";

/** Anonymous pull is told by previews and by late versions; 21Vianet gets those months later. */
const apiVersions = { AzureCloud: "2025-11-01", AzureChinaCloud: "2023-11-01-preview" } as const;
const operation = "Registries_List";
const replicationsOperation = "Replications_List";

export const containerRegistry: AzureResourceType = {
  type: "azure/container-registry/registry",
  armTypes: ["Microsoft.ContainerRegistry/registries", "Microsoft.ContainerRegistry/registries/replications"],
  title: { en: "Container registry", zh: "容器注册表" },
  role: "store",
  service: "container-registry",
  reach: "global",
  operations: [
    { operation, permission: "Microsoft.ContainerRegistry/registries/read" },
    {
      operation: replicationsOperation,
      permission: "Microsoft.ContainerRegistry/registries/replications/read",
      per: "resource",
    },
  ],
  links: ["replicates-to", "reachable-from", "key-held-in"],
  unseen: {
    en: "Images and what is in them, connected registries on customers' own sites, transfer and import of images to other registries, tokens that were handed out, and what an IP rule or private endpoint lets in.",
    zh: "映像及其内容、客户现场的连接注册表、向其他注册表传输或导入的映像、已发放的令牌，以及 IP 规则或专用终结点所允许的访问。",
  },
  async *collect(session, _region, caller) {
    const { ContainerRegistryManagementClient } = await import("@azure/arm-containerregistry");
    const { account } = session.scope;
    const options = session.arm.clientOptions(apiVersions[session.cloud.partition]);
    const client = new ContainerRegistryManagementClient(session.credential, account, options);
    const listing = { type: containerRegistry.type, operation };
    const registries = listed(session, caller, listing, () => client.registries.list());
    yield* recordsOf(caller, registries, async (found) => {
      const { item } = found;
      const path = groupAndName(found.id);
      const record = recordOf(containerRegistry, session, found, {
        aliases: typeof item.loginServer === "string" ? [item.loginServer.toLowerCase()] : [],
        links: [
          ...(path === undefined ? [] : await replicas(session, caller, client, found, path)),
          ...openToEveryone(item),
          ...keyHeldIn(
            operation,
            "properties.encryption.keyVaultProperties.keyIdentifier",
            item.encryption?.keyVaultProperties?.keyIdentifier,
          ),
        ],
        attributes: {
          sku: item.sku?.name,
          publicNetworkAccess: item.publicNetworkAccess,
          networkDefaultAction: item.networkRuleSet?.defaultAction,
          anonymousPull: item.anonymousPullEnabled,
          adminUser: item.adminUserEnabled,
          zoneRedundancy: item.zoneRedundancy,
        },
      });
      if (path !== undefined || !canReplicate(item)) return record;
      const unread = gapOf(
        session,
        { type: containerRegistry.type, operation: replicationsOperation },
        "malformed",
        noGroup,
      );
      return [record, { ...unread, resource: found.id }];
    });
  },
};

const noGroup = "its id names no resource group, so its replicas could not be asked for";

/** Source: learn.microsoft.com, "Azure Container Registry service tiers", read 2026-11-22. A tier of another name is asked. */
function canReplicate({ sku }: Registry): boolean {
  return !/^(?:Basic|Standard|Classic)$/i.test(sku?.name ?? "");
}

/** The home region stands among the replicas. */
async function replicas(
  session: AzureSession,
  caller: Caller,
  client: ContainerRegistryManagementClient,
  found: Found<Registry>,
  { group, name }: { readonly group: string; readonly name: string },
): Promise<readonly Link[]> {
  if (!canReplicate(found.item)) return [];
  const { items } = await itemsUnder(session, caller, replicationsOperation, found.id, () =>
    client.replications.list(group, name),
  );
  const home = normalLocation(found.item.location ?? "");
  return items.flatMap(({ location }) =>
    typeof location === "string" && normalLocation(location) !== home
      ? [
          {
            kind: "replicates-to",
            direction: "to",
            target: { place: { region: location } },
            evidence: { source: replicationsOperation, field: "location", value: location },
          } as const,
        ]
      : [],
  );
}

/** Pulling without signing in, from any network. */
function openToEveryone({ anonymousPullEnabled, publicNetworkAccess, networkRuleSet }: Registry): readonly Link[] {
  if (anonymousPullEnabled !== true || networkRuleSet?.defaultAction === "Deny") return [];
  if (publicNetworkAccess !== undefined && publicNetworkAccess !== "Enabled") return [];
  const evidence = { source: operation, field: "properties.anonymousPullEnabled", value: "true" };
  return [{ kind: "reachable-from", direction: "to", target: { party: "*" }, evidence }];
}
