import type {
  ProtectedItemResource,
  ProtectedItemUnion,
  ProtectionPolicyResource,
} from "@azure/arm-recoveryservicesbackup";
import type { Caller, Link } from "../../src/model/index.ts";
import type { Pager } from "./arm.ts";
import { classicPager } from "./classic-pager.ts";
import { isArmId } from "./ids.ts";
import { itemsUnder } from "./list.ts";
import { onePerTarget } from "./one-per-target.ts";
import type { AzureSession } from "./session.ts";

/** The first version that tells which file shares are copied into the vault. */
const apiVersion = "2023-06-01";
export const itemsOperation = "BackupProtectedItems_List";
export const policiesOperation = "BackupPolicies_List";

/** Group and name of a vault. */
interface VaultPath {
  readonly group: string;
  readonly name: string;
}

/** The lists under a vault that tell what is backed up into it. */
export interface BackupLists {
  items(path: VaultPath): Pager<ProtectedItemResource>;
  policies(path: VaultPath): Pager<ProtectionPolicyResource>;
}

export async function backupLists(session: AzureSession): Promise<BackupLists> {
  const { RecoveryServicesBackupClient, getContinuationToken } = await import("@azure/arm-recoveryservicesbackup");
  const options = session.arm.clientOptions(apiVersion);
  const client = new RecoveryServicesBackupClient(session.credential, session.scope.account, options);
  return {
    items: ({ group, name }) => classicPager(client.backupProtectedItems.list(name, group), getContinuationToken),
    policies: ({ group, name }) => classicPager(client.backupPolicies.list(name, group), getContinuationToken),
  };
}

/**
 * The resources whose data lies in a vault, those too whose protection was stopped or that were deleted softly. Backups of a file share
 * stay beside it as snapshots unless its policy takes them into the vault (learn.microsoft.com, "About Azure Files backup", read 2026-11-22).
 */
export async function protectedIn(
  session: AzureSession,
  caller: Caller,
  lists: BackupLists,
  vault: string,
  path: VaultPath,
): Promise<readonly Link[]> {
  const { items } = await itemsUnder(session, caller, itemsOperation, vault, () => lists.items(path));
  const vaulted = items.some(isShare) ? await vaultedPolicies(session, caller, lists, vault, path) : new Set<string>();
  const links = items.flatMap((item): readonly Link[] => {
    if (isShare(item) && !vaulted.has(item.properties?.policyId?.toLowerCase() ?? "")) return [];
    const [field, id] = sourceOf(item.properties);
    if (id === undefined) return [];
    const evidence = { source: itemsOperation, field: `properties.${field}`, value: id };
    return [{ kind: "backs-up-to", direction: "from", target: { id }, evidence }];
  });
  return onePerTarget(links);
}

function isShare({ properties }: ProtectedItemResource): boolean {
  return properties?.protectedItemType === "AzureFileShareProtectedItem";
}

async function vaultedPolicies(
  session: AzureSession,
  caller: Caller,
  lists: BackupLists,
  vault: string,
  path: VaultPath,
): Promise<ReadonlySet<string>> {
  const { items } = await itemsUnder(session, caller, policiesOperation, vault, () => lists.policies(path));
  return new Set(
    items.flatMap(({ id, properties }) =>
      id !== undefined &&
      properties !== undefined &&
      "vaultRetentionPolicy" in properties &&
      properties.vaultRetentionPolicy !== undefined
        ? [id.toLowerCase()]
        : [],
    ),
  );
}

/** Items from outside Azure have no source id. */
function sourceOf(item: ProtectedItemUnion | undefined): readonly [field: string, id: string | undefined] {
  const stated = item?.sourceResourceId;
  if (typeof stated === "string" && isArmId(stated)) return ["sourceResourceId", stated];
  const machine: unknown = item !== undefined && "virtualMachineId" in item ? item.virtualMachineId : undefined;
  return ["virtualMachineId", typeof machine === "string" && isArmId(machine) ? machine : undefined];
}
