import type { GenericResourceExpanded } from "@azure/arm-resources";
import { z } from "zod";
import type { Link } from "../../../src/model/index.ts";
import { genericLists } from "../generic-list.ts";
import { isArmId } from "../ids.ts";
import { gapOf, listed, listedUnder } from "../list.ts";
import { recordOf } from "../record.ts";
import type { AzureResourceType } from "../session.ts";

const vaultsApiVersion = "2023-04-01";
const apiVersion = "2023-04-01";
const vaultsOperation = "Vaults_ListBySubscriptionId";
const operation = "ReplicationProtectedItems_List";

/** Azure Site Recovery 2023-04-01, read through the generic client. Only replication between regions tells both of them. */
const Item = z.object({
  friendlyName: z.string().nullish(),
  protectionState: z.string().nullish(),
  activeLocation: z.string().nullish(),
  providerSpecificDetails: z
    .object({
      instanceType: z.string().nullish(),
      fabricObjectId: z.string().nullish(),
      primaryFabricLocation: z.string().nullish(),
      recoveryFabricLocation: z.string().nullish(),
    })
    .nullish(),
});

export const replicationProtectedItem: AzureResourceType = {
  type: "azure/recovery-services/replication-protected-item",
  armTypes: [],
  title: { en: "Machine replicated by Site Recovery", zh: "Site Recovery 复制的虚拟机" },
  role: "copy",
  service: "recovery-services",
  reach: "global",
  operations: [
    { operation: vaultsOperation, permission: "Microsoft.RecoveryServices/Vaults/read" },
    { operation, permission: "Microsoft.RecoveryServices/vaults/replicationProtectedItems/read", per: "resource" },
  ],
  links: ["fails-over-to"],
  unseen: {
    en: "Where machines from outside Azure are replicated to, the cache account in the source's region, replica disks one by one, and machines that a failover or its test has made.",
    zh: "Azure 之外的机器复制到的位置、源地域中的缓存存储账户、各副本磁盘，以及故障转移或测试故障转移所创建的虚拟机。",
  },
  async *collect(session, _region, caller) {
    const { RecoveryServicesClient } = await import("@azure/arm-recoveryservices");
    const { account } = session.scope;
    const client = new RecoveryServicesClient(session.credential, account, session.arm.clientOptions(vaultsApiVersion));
    const list = await genericLists(session, apiVersion);
    const listing = { type: replicationProtectedItem.type, operation };
    const vaultListing = { ...listing, operation: vaultsOperation, readsTags: false };
    const vaults = listed(session, caller, vaultListing, () => client.vaults.listBySubscriptionId());
    const read = caller.each(vaults, async (vault) =>
      vault.kind === "gap"
        ? [vault]
        : await listedUnder<GenericResourceExpanded>(session, caller, listing, vault.id, () =>
            list(`${vault.id}/replicationProtectedItems`),
          ),
    );
    for await (const items of read) {
      for (const found of items) {
        if (found.kind === "gap") {
          yield found;
          continue;
        }
        const answer = Item.safeParse(found.item.properties);
        const details = answer.success ? answer.data.providerSpecificDetails : undefined;
        yield recordOf(replicationProtectedItem, session, found, {
          // The id often ends with a GUID; this is the machine's own name.
          name: answer.data?.friendlyName ?? undefined,
          location: {
            field: "properties.providerSpecificDetails.recoveryFabricLocation",
            value: details?.recoveryFabricLocation ?? undefined,
          },
          links: source(details?.fabricObjectId),
          attributes: {
            machine: answer.data?.friendlyName ?? undefined,
            replication: details?.instanceType ?? undefined,
            state: answer.data?.protectionState ?? undefined,
            activeLocation: answer.data?.activeLocation ?? undefined,
          },
        });
        if (!answer.success) {
          const detail = "its settings have another shape than documented";
          yield { ...gapOf(session, listing, "malformed", detail), resource: found.id };
        }
      }
    }
  },
};

/** The machine whose disks are written to the other region all the time, to be started there. */
function source(id: unknown): readonly Link[] {
  if (typeof id !== "string" || !isArmId(id)) return [];
  const evidence = { source: operation, field: "properties.providerSpecificDetails.fabricObjectId", value: id };
  return [{ kind: "fails-over-to", direction: "from", target: { id }, evidence }];
}
