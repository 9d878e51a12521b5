import type { GenericResourceExpanded } from "@azure/arm-resources";
import type { Caller, Gap, Link } from "../../../src/model/index.ts";
import { BackupInstance, BackupPolicy, BackupVault, fillsVault } from "../backup-vault-answers.ts";
import { genericLists } from "../generic-list.ts";
import { isArmId } from "../ids.ts";
import { keyHeldIn } from "../key-held-in.ts";
import { type Found, gapOf, itemsUnder, listed, recordsOf } from "../list.ts";
import { onePerTarget } from "../one-per-target.ts";
import { pairLink } from "../pair.ts";
import { recordOf } from "../record.ts";
import { normalLocation } from "../regions.ts";
import type { AzureResourceType, AzureSession } from "../session.ts";

/** The key that encrypts a vault is told by late versions only. 21Vianet gets versions months later. */
const apiVersions = { AzureCloud: "2024-04-01", AzureChinaCloud: "2023-12-01" } as const;
const operation = "BackupVaults_GetInSubscription";
const instancesOperation = "BackupInstances_List";
const policiesOperation = "BackupPolicies_List";

export const backupVault: AzureResourceType = {
  type: "azure/data-protection/backup-vault",
  armTypes: ["Microsoft.DataProtection/backupVaults"],
  title: { en: "Backup vault", zh: "备份保管库" },
  role: "copy",
  service: "data-protection",
  reach: "global",
  operations: [
    { operation, permission: "Microsoft.DataProtection/backupVaults/read" },
    {
      operation: instancesOperation,
      permission: "Microsoft.DataProtection/backupVaults/backupInstances/read",
      per: "resource",
    },
    {
      operation: policiesOperation,
      permission: "Microsoft.DataProtection/backupVaults/backupPolicies/read",
      per: "resource",
    },
  ],
  links: ["backs-up-to", "key-held-in"],
  unseen: {
    en: "Recovery points and how long they are kept, restores into another region or subscription, and where operational backups, which stay beside their source, keep their snapshots. In Azure operated by 21Vianet, the key that encrypts a vault.",
    zh: "恢复点及其保留时间、还原到其他地域或订阅的操作，以及与数据源存放在一起的操作备份的快照位置；在世纪互联运营的 Azure 中，加密保管库的密钥。",
  },
  async *collect(session, _region, caller) {
    const list = await genericLists(session, apiVersions[session.cloud.partition]);
    const path = `/subscriptions/${session.scope.account}/providers/Microsoft.DataProtection/backupVaults`;
    const listing = { type: backupVault.type, operation };
    const vaults = listed(session, caller, listing, () => list(path));
    yield* recordsOf(caller, vaults, async (found) => {
      const gaps: Gap[] = [];
      const unread = (asked: string, detail: string): void => {
        gaps.push({ ...gapOf(session, { ...listing, operation: asked }, "malformed", detail), resource: found.id });
      };
      const answer = BackupVault.safeParse(found.item.properties);
      if (!answer.success) unread(operation, "its settings have another shape than documented");
      const vault: BackupVault = answer.success ? answer.data : {};
      const copies = copiesOf(vault, found.item.location);
      if (copies.length === 0 && answer.success && !staysInRegion(vault)) {
        unread(operation, "its redundancy is not stated, or of a kind that this version does not know");
      }
      const record = recordOf(backupVault, session, found, {
        links: [
          ...(await protectedIn(session, caller, found, list, unread)),
          ...copies,
          ...keyHeldIn(
            operation,
            "properties.securitySettings.encryptionSettings.keyVaultProperties.keyUri",
            vault.securitySettings?.encryptionSettings?.keyVaultProperties?.keyUri,
          ),
        ],
        attributes: {
          redundancy: redundancies(vault).sort().join(", ") || undefined,
          crossRegionRestore: vault.featureSettings?.crossRegionRestoreSettings?.state ?? undefined,
          softDelete: vault.securitySettings?.softDeleteSettings?.state ?? undefined,
          immutability: vault.securitySettings?.immutabilitySettings?.state ?? undefined,
        },
      });
      return [record, ...gaps];
    });
  },
};

function redundancies({ storageSettings }: BackupVault): string[] {
  return [...new Set((storageSettings ?? []).flatMap(({ type }) => (typeof type === "string" ? [type] : [])))];
}

function staysInRegion(vault: BackupVault): boolean {
  const stated = redundancies(vault);
  return stated.length > 0 && stated.every((type) => /^(?:Locally|Zone)Redundant$/i.test(type));
}

/** Regions that are told outrank the pair. */
function copiesOf(vault: BackupVault, location: unknown): readonly Link[] {
  const home = typeof location === "string" ? normalLocation(location) : "";
  const told = (vault.replicatedRegions ?? []).filter((region) => region !== "" && normalLocation(region) !== home);
  if (told.length > 0) {
    return [...new Set(told)].map((region) => ({
      kind: "backs-up-to",
      direction: "to",
      target: { place: { region } },
      evidence: { source: operation, field: "properties.replicatedRegions", value: region },
    }));
  }
  const geo = redundancies(vault).find((type) => /^GeoRedundant$/i.test(type));
  if (geo === undefined) return [];
  const field = "properties.storageSettings[].type";
  return [pairLink({ kind: "backs-up-to", location, source: operation, field, rule: geo })];
}

type Lists = Awaited<ReturnType<typeof genericLists>>;

/** What an instance's policy takes into the vault. Where the policies cannot be read it is unknown, and the gap says so. */
async function protectedIn(
  session: AzureSession,
  caller: Caller,
  found: Found<GenericResourceExpanded>,
  list: Lists,
  unread: (operation: string, detail: string) => void,
): Promise<readonly Link[]> {
  const under = (asked: string, child: string) =>
    itemsUnder(session, caller, asked, found.id, () => list(`${found.id}/${child}`));
  const instances = await under(instancesOperation, "backupInstances");
  if (instances.items.length === 0) return [];
  const policies = await under(policiesOperation, "backupPolicies");
  const fills = new Map<string, boolean>();
  let allRead = policies.complete;
  for (const { id, properties } of policies.items) {
    const policy = BackupPolicy.safeParse(properties);
    if (policy.success && typeof id === "string") fills.set(id.toLowerCase(), fillsVault(policy.data));
    else {
      allRead = false;
      unread(policiesOperation, "a policy has another shape than documented");
    }
  }
  const links: Link[] = [];
  for (const { properties } of instances.items) {
    const instance = BackupInstance.safeParse(properties);
    if (!instance.success) {
      unread(instancesOperation, "an instance has another shape than documented");
      continue;
    }
    const { dataSourceInfo, policyInfo } = instance.data;
    const id = dataSourceInfo.resourceID;
    // A policy that is gone leaves its data in the vault.
    const filled = fills.get(policyInfo?.policyId?.toLowerCase() ?? "") ?? allRead;
    if (!filled || typeof id !== "string" || !isArmId(id)) continue;
    const evidence = { source: instancesOperation, field: "properties.dataSourceInfo.resourceID", value: id };
    links.push({ kind: "backs-up-to", direction: "from", target: { id }, evidence });
  }
  return onePerTarget(links);
}
