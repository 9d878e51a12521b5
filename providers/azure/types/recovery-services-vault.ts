import type { Vault } from "@azure/arm-recoveryservices";
import type { ProtectedItemUnion } from "@azure/arm-recoveryservicesbackup";
import type { Caller, Link } from "../../../src/model/index.ts";
import type { Pager } from "../arm.ts";
import { classicPager } from "../classic-pager.ts";
import { groupAndName, isArmId } from "../ids.ts";
import { keyHeldIn } from "../key-held-in.ts";
import { type Found, gapOf, itemsUnder, listed, recordsOf } from "../list.ts";
import { onePerTarget } from "../one-per-target.ts";
import { pairLink } from "../pair.ts";
import { recordOf } from "../record.ts";
import type { AzureResourceType, AzureSession } from "../session.ts";

const apiVersion = "2023-04-01";
const backupApiVersion = "2023-02-01";
const operation = "Vaults_ListBySubscriptionId";
const itemsOperation = "BackupProtectedItems_List";
const redundancyField = "properties.redundancySettings.standardTierStorageRedundancy";

export const recoveryServicesVault: AzureResourceType = {
  type: "azure/recovery-services/vault",
  armTypes: ["Microsoft.RecoveryServices/vaults"],
  title: { en: "Recovery Services vault", zh: "恢复服务保管库" },
  role: "copy",
  service: "recovery-services",
  reach: "global",
  operations: [
    { operation, permission: "Microsoft.RecoveryServices/Vaults/read" },
    {
      operation: itemsOperation,
      permission: "Microsoft.RecoveryServices/Vaults/backupProtectedItems/read",
      per: "resource",
    },
  ],
  links: ["backs-up-to", "key-held-in"],
  unseen: {
    en: "Recovery points and how long they are kept, servers outside Azure that are backed up here, and restores into another region. Snapshots for instant restore stay with the machine and are not told apart.",
    zh: "恢复点及其保留时间、备份到此处的 Azure 之外的服务器、还原到其他地域的操作；用于即时还原的快照与虚拟机存放在一起，不作区分。",
  },
  async *collect(session, _region, caller) {
    const { RecoveryServicesClient } = await import("@azure/arm-recoveryservices");
    const { account } = session.scope;
    const client = new RecoveryServicesClient(session.credential, account, session.arm.clientOptions(apiVersion));
    const listing = { type: recoveryServicesVault.type, operation };
    const itemsOf = await protectedItems(session);
    const vaults = listed(session, caller, listing, () => client.vaults.listBySubscriptionId());
    yield* recordsOf(caller, vaults, async (found) => {
      const { item } = found;
      const redundancy = redundancyOf(item);
      const protectedHere = await protectedIn(session, caller, found, itemsOf);
      const record = recordOf(recoveryServicesVault, session, found, {
        links: [
          ...protectedHere.links,
          ...redundancy.links,
          ...keyHeldIn(
            operation,
            "properties.encryption.keyVaultProperties.keyUri",
            item.properties?.encryption?.keyVaultProperties?.keyUri,
          ),
        ],
        attributes: {
          redundancy: item.properties?.redundancySettings?.standardTierStorageRedundancy,
          crossRegionRestore: item.properties?.redundancySettings?.crossRegionRestore,
          publicNetworkAccess: item.properties?.publicNetworkAccess,
          softDelete: item.properties?.securitySettings?.softDeleteSettings?.softDeleteState,
          immutability: item.properties?.securitySettings?.immutabilitySettings?.state,
        },
      });
      const unread = redundancy.unread === null ? [] : [{ operation, detail: redundancy.unread }];
      return [
        record,
        ...[...unread, ...protectedHere.unread].map((gap) => ({
          ...gapOf(session, { type: recoveryServicesVault.type, operation: gap.operation }, "malformed", gap.detail),
          resource: found.id,
        })),
      ];
    });
  },
};

type ItemsOf = (path: { readonly group: string; readonly name: string }) => Pager<{ properties?: ProtectedItemUnion }>;

async function protectedItems(session: AzureSession): Promise<ItemsOf> {
  const { RecoveryServicesBackupClient, getContinuationToken } = await import("@azure/arm-recoveryservicesbackup");
  const { account } = session.scope;
  const client = new RecoveryServicesBackupClient(
    session.credential,
    account,
    session.arm.clientOptions(backupApiVersion),
  );
  return ({ group, name }) => classicPager(client.backupProtectedItems.list(name, group), getContinuationToken);
}

interface Protected {
  readonly links: readonly Link[];
  readonly unread: readonly { readonly operation: string; readonly detail: string }[];
}

/** Data of an item whose protection was stopped or that was deleted softly still lies in the vault. */
async function protectedIn(
  session: AzureSession,
  caller: Caller,
  found: Found<Vault>,
  itemsOf: ItemsOf,
): Promise<Protected> {
  const path = groupAndName(found.id);
  if (path === undefined) {
    return { links: [], unread: [{ operation: itemsOperation, detail: "its id names no resource group" }] };
  }
  const { items } = await itemsUnder(session, caller, itemsOperation, found.id, () => itemsOf(path));
  const links = items.flatMap(({ properties }): readonly Link[] => {
    const [field, id] = sourceOf(properties);
    if (id === undefined) return [];
    const evidence = { source: itemsOperation, field: `properties.${field}`, value: id };
    return [{ kind: "backs-up-to", direction: "from", target: { id }, evidence }];
  });
  return { links: onePerTarget(links), unread: [] };
}

/** Items from outside Azure have no source id. */
function sourceOf(item: ProtectedItemUnion | undefined): readonly [field: string, id: string | undefined] {
  const stated = item?.sourceResourceId;
  if (typeof stated === "string" && isArmId(stated)) return ["sourceResourceId", stated];
  const machine: unknown = item !== undefined && "virtualMachineId" in item ? item.virtualMachineId : undefined;
  return ["virtualMachineId", typeof machine === "string" && isArmId(machine) ? machine : undefined];
}

/** Source of the default: learn.microsoft.com and docs.azure.cn, "Create a Recovery Services vault" (set storage redundancy), read 2026-11-22. */
function redundancyOf({ location, properties }: Vault): { links: readonly Link[]; unread: string | null } {
  const stated = properties?.redundancySettings?.standardTierStorageRedundancy;
  const paired = (rule: string) =>
    pairLink({ kind: "backs-up-to", location, source: operation, field: redundancyField, rule });
  if (stated === undefined || stated === null || stated === "") {
    return { links: [paired("provider default: a vault is GeoRedundant unless set otherwise")], unread: null };
  }
  switch (stated.toLowerCase()) {
    case "georedundant":
      return { links: [paired(stated)], unread: null };
    case "locallyredundant":
    case "zoneredundant":
      return { links: [], unread: null };
    default:
      return { links: [], unread: "its redundancy is of a kind that this version does not know" };
  }
}
