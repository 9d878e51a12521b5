import type { BackupClient } from "@aws-sdk/client-backup";
import type { Caller, Link, ResourceRecord, ResourceType, Scope } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { type CopyWay, copyWays } from "../backup/copy-jobs.ts";
import { copyVaults, firstVaults, listPlans, rulesOf } from "../backup/plans.ts";
import { selectedBy } from "../backup/selections.ts";
import { listVaults, mostPerPage, readTags, type Vault, vaultTarget } from "../backup/vaults.ts";
import { detailItems } from "../listed-detail.ts";
import { whenNeeded } from "../needed.ts";
import { keyElsewhere } from "../neighbours.ts";
import { placedByAsking } from "../placement.ts";
import type { AwsSession } from "../session.ts";

/**
 * A vault of backups. What plans and jobs say of it is stated here, where both ends meet: what is backed up goes to the vault,
 * and from the vault to those that its backups are copied to. Its access policy opens it to nobody: of other accounts AWS
 * Backup accepts nothing but copies into it ("Vault access policies", read 2026-11-22), so it is not asked for.
 */
export const backupVault: ResourceType<AwsSession> = {
  type: "aws/backup/vault",
  title: { en: "AWS Backup vault", zh: "AWS Backup 备份保管库" },
  role: "copy",
  service: "backup",
  reach: "per-region",
  operations: [
    { operation: "ListBackupVaults", permission: "backup:ListBackupVaults" },
    { operation: "ListCopyJobs", permission: "backup:ListCopyJobs" },
    { operation: "ListBackupPlans", permission: "backup:ListBackupPlans" },
    { operation: "GetBackupPlan", permission: "backup:GetBackupPlan", per: "resource" },
    { operation: "ListBackupSelections", permission: "backup:ListBackupSelections", per: "resource" },
    { operation: "GetBackupSelection", permission: "backup:GetBackupSelection", per: "resource" },
    {
      operation: "ListProtectedResourcesByBackupVault",
      permission: "backup:ListProtectedResourcesByBackupVault",
      per: "resource",
    },
    { operation: "ListTags", permission: "backup:ListTags", per: "resource" },
  ],
  links: ["backs-up-to", "key-held-in"],
  unseen: {
    en: "What a plan selects by tag or wildcard and has not backed up yet, vaults shared through Resource Access Manager, restores into other accounts, and copies older than the jobs that are kept.",
    zh: "计划按标签或通配符选择但尚未备份的资源、通过 Resource Access Manager 共享的保管库、恢复到其他账户的数据以及早于作业保留期的复制不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { BackupClient: Client } = await import("@aws-sdk/client-backup");
    const client = session.client(Client, here);
    const planned = whenNeeded(() => plannedLinks(client, caller, here, session.scope));
    const copied = whenNeeded(() => copyWays(client, caller));
    yield* caller.each(listVaults(client, caller, session.scope), async (vault) => {
      const [links, ways, used, tags] = await Promise.all([
        planned.get(),
        copied.get(),
        protectedLinks(client, caller, vault),
        readTags(client, caller, vault.arn),
      ]);
      const own = links.flatMap((one) => (one.vault === vault.arn ? [one.link] : []));
      const all = [...own, ...used, ...wayLinks(ways, vault, session.scope)];
      const record = recordOf(session, here, vault);
      return { ...record, tags, links: [...onePerEnd(all), ...record.links] };
    });
    await planned.settle();
    await copied.settle();
  },
};

interface VaultLink {
  /** ARN of the vault that states it. */
  readonly vault: string;
  readonly link: Link;
}

/** What the plans of the region make of its vaults. */
async function* plannedLinks(
  client: BackupClient,
  caller: Caller,
  region: string,
  own: Scope,
): AsyncGenerator<VaultLink> {
  for await (const plan of listPlans(client, caller)) {
    const [rules, selected] = await Promise.all([
      rulesOf(client, caller, plan),
      selectedBy(client, caller, plan, region),
    ]);
    for (const rule of rules) {
      for (const { arn: vault } of firstVaults(rule, region, own)) {
        for (const arn of selected) {
          const evidence = { source: "backup:GetBackupSelection", field: "BackupSelection.Resources[]", value: arn };
          yield { vault, link: { kind: "backs-up-to", direction: "from", target: { id: arn }, evidence } };
        }
        for (const { arn, field, value } of copyVaults(rule)) {
          const evidence = { source: "backup:GetBackupPlan", field, value };
          yield { vault, link: { kind: "backs-up-to", direction: "to", target: vaultTarget(arn, own), evidence } };
        }
      }
    }
  }
}

/** What has been backed up into the vault, however it was selected. */
async function protectedLinks(client: BackupClient, caller: Caller, vault: Vault): Promise<readonly Link[]> {
  const operation = "ListProtectedResourcesByBackupVault";
  const resources = detailItems(caller, operation, vault.arn, async (token, abortSignal) => {
    const { ListProtectedResourcesByBackupVaultCommand } = await import("@aws-sdk/client-backup");
    const request = new ListProtectedResourcesByBackupVaultCommand({
      BackupVaultName: vault.name,
      MaxResults: mostPerPage,
      NextToken: token,
    });
    const answer = await client.send(request, { abortSignal });
    return { items: required(answer.Results, "Results"), next: answer.NextToken };
  });
  const links: Link[] = [];
  for await (const { ResourceArn } of resources) {
    const arn = required(ResourceArn, "Results[].ResourceArn");
    const evidence = { source: `backup:${operation}`, field: "Results[].ResourceArn", value: arn };
    links.push({ kind: "backs-up-to", direction: "from", target: { id: arn }, evidence });
  }
  return links;
}

function wayLinks(ways: readonly CopyWay[], vault: Vault, own: Scope): readonly Link[] {
  return ways.flatMap(({ from, to }): readonly Link[] => {
    if (from !== vault.arn) return [];
    const evidence = { source: "backup:ListCopyJobs", field: "CopyJobs[].DestinationBackupVaultArn", value: to };
    return [{ kind: "backs-up-to", direction: "to", target: vaultTarget(to, own), evidence }];
  });
}

/** Plans and what came of them say the same; the plan's word comes first. */
function onePerEnd(links: readonly Link[]): readonly Link[] {
  const kept = new Map<string, Link>();
  for (const link of links) {
    const key = `${link.direction} ${link.target.id}`;
    if (!kept.has(key)) kept.set(key, link);
  }
  return [...kept.values()];
}

function recordOf(session: AwsSession, region: string, { arn, name, listed }: Vault): Omit<ResourceRecord, "tags"> {
  return {
    kind: "record",
    id: arn,
    type: backupVault.type,
    role: backupVault.role,
    scope: session.scope,
    name,
    ...placedByAsking("backup:ListBackupVaults", region),
    aliases: [],
    links: keyElsewhere(session.scope, region, listed.EncryptionKeyArn, {
      source: "backup:ListBackupVaults",
      field: "BackupVaultList[].EncryptionKeyArn",
    }),
    attributes: {
      ...(listed.EncryptionKeyArn === undefined ? {} : { encrypted: true }),
      ...(listed.VaultType === undefined ? {} : { vaultType: listed.VaultType }),
      ...(listed.Locked === undefined ? {} : { locked: listed.Locked }),
      ...(listed.NumberOfRecoveryPoints === undefined ? {} : { recoveryPoints: listed.NumberOfRecoveryPoints }),
    },
  };
}
