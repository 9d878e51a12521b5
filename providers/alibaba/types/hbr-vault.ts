import { z } from "zod";
import { type Caller, known, type Link, type ResourceRecord, type ResourceType } from "../../../src/model/index.ts";
import { gapsOf } from "../bad-rows.ts";
import { numberedPage } from "../ecs.ts";
import {
  type Backup,
  backupsOf,
  bindingsOf,
  hbr,
  policiesOf,
  replicationRegions,
  sourceId,
  vaultId,
  vaultsOf,
} from "../hbr.ts";
import { byNumber } from "../paging.ts";
import { placeRegion } from "../regions.ts";
import { countRows, flag, idText, listOf, optional, optionalText, rowsOf } from "../rpc-fields.ts";
import { type AlibabaSession, regionOf, stated, tagsOf } from "../session.ts";

const tag = z.object({ Key: z.string(), Value: optional(z.string()) });

/** 0 stands for an account that is not told (Cloud Backup API reference, DescribeVaults, 2026-10). */
const account = optional(idText).transform((uid) => (uid === "0" ? undefined : uid));

const Vault = z.object({
  VaultId: z.string().min(1),
  VaultName: optionalText,
  VaultType: optionalText,
  VaultRegionId: optionalText,
  VaultOwnerId: account,
  VaultStorageClass: optionalText,
  Status: optionalText,
  RedundancyType: optionalText,
  EncryptType: optionalText,
  WormEnabled: optional(flag),
  ReplicationSourceOwnerId: account,
  ReplicationSourceRegionId: optionalText,
  ReplicationSourceVaultId: optionalText,
  ReplicationTargetOwnerId: account,
  ReplicationTargetRegionId: optionalText,
  ReplicationTargetVaultId: optionalText,
  RsTargetAccountIds: listOf("RsTargetAccountId", account),
  Tags: listOf("Tag", tag).transform((tags) => tagsOf(tags.map(({ Key, Value }) => [Key, Value ?? ""] as const))),
});
type Vault = z.infer<typeof Vault>;

const Page = z.object({ ...numberedPage, Vaults: rowsOf("Vault", "VaultId", Vault) });

/** Vaults of Cloud Backup: what is backed up into them, and the vaults that mirror them. */
export const hbrVault: ResourceType<AlibabaSession> = {
  type: "alibaba/hbr/vault",
  title: { en: "Cloud Backup vault", zh: "云备份 Cloud Backup 备份库" },
  role: "copy",
  service: "hbr",
  reach: "per-region",
  operations: [
    { operation: "DescribeVaults", permission: "hbr:DescribeVaults" },
    { operation: "DescribeBackupPlans", permission: "hbr:DescribeBackupPlans" },
    { operation: "DescribePoliciesV2", permission: "hbr:DescribePoliciesV2" },
    { operation: "DescribePolicyBindings", permission: "hbr:DescribePolicyBindings" },
  ],
  links: ["backs-up-to", "replicates-to", "shared-with"],
  unseen: {
    en: "Backups of SAP HANA and of databases on machines, backups of file systems and machines outside the cloud, and single recovery points.",
    zh: "SAP HANA 及自建数据库的备份、云下文件系统和服务器的备份、以及单个备份点。",
  },
  async *collect(session, asked, caller) {
    const region = regionOf(asked);
    const operation = "DescribeVaults";
    const list = { product: hbr, region, action: operation, parameters: { RegionId: region }, answer: Page };
    const idOf = (id: string) => vaultId(region, session.scope.account, id);
    const fetch = byNumber(session.rpc, list, 99, (page) => countRows(page.Vaults));
    let ways: Promise<Ways> | undefined;
    for await (const { Vaults: rows } of caller.pages(operation, fetch)) {
      yield* gapsOf(session, rows, { type: "alibaba/hbr/vault", region, operation, idOf });
      if (rows.good.length === 0) continue;
      // Asked for once a region, and only where there is a vault.
      ways ??= waysOf(session, region, caller);
      const known = await ways;
      for (const vault of rows.good) yield toRecord(session, region, vault, known);
    }
  },
};

/** What goes into the vaults of a region and, by policy, out of them. */
interface Ways {
  readonly backups: readonly Backup[];
  readonly copies: readonly { readonly policy: string; readonly vault: string; readonly region: string }[];
}

async function waysOf(session: AlibabaSession, region: string, caller: Caller): Promise<Ways> {
  const [plans, policies, bindings] = await Promise.all([
    backupsOf(session, region, caller),
    policiesOf(session, region, caller),
    bindingsOf(session, region, caller),
  ]);
  const bound = policies.flatMap((policy) => {
    const own = bindings.filter((one) => one.PolicyId === policy.PolicyId && one.SourceType !== "UDM_ECS");
    const sources = own.map((one) => sourceId(session, region, one)).filter((id) => id !== undefined);
    return vaultsOf(policy).flatMap((vault) => sources.map((source) => ({ by: policy.PolicyId, vault, source })));
  });
  const copies = policies.flatMap((policy) =>
    vaultsOf(policy).flatMap((vault) =>
      replicationRegions(policy).map((to) => ({ policy: policy.PolicyId, vault, region: to })),
    ),
  );
  return { backups: [...plans, ...bound], copies };
}

function toRecord(session: AlibabaSession, region: string, vault: Vault, ways: Ways): ResourceRecord {
  const stands = vault.VaultRegionId ?? region;
  return {
    kind: "record",
    id: vaultId(placeRegion(stands), vault.VaultOwnerId ?? session.scope.account, vault.VaultId),
    type: "alibaba/hbr/vault",
    role: "copy",
    scope: session.scope,
    name: vault.VaultName ?? vault.VaultId,
    place: known({ region: placeRegion(stands) }),
    placeEvidence: { source: "hbr:DescribeVaults", field: "Vaults.Vault[].VaultRegionId", value: stands },
    tags: known(vault.Tags),
    aliases: [],
    links: [
      ...mirrorLinks(session, vault),
      ...policyCopies(vault, ways),
      ...shareLinks(vault),
      ...backupLinks(vault, ways),
    ],
    attributes: stated({
      kind: vault.VaultType,
      storage: vault.VaultStorageClass,
      redundancy: vault.RedundancyType,
      status: vault.Status,
      // With a key of Cloud Backup (`HBR_PRIVATE`) or with one of KMS, or `NONE`.
      encrypted: vault.EncryptType === undefined ? undefined : vault.EncryptType.toUpperCase() !== "NONE",
      encryptedWith: vault.EncryptType,
      immutable: vault.WormEnabled,
    }),
  };
}

/** Both ends tell of the other one, in its region and perhaps in another account; the source at times of the region alone. */
function mirrorLinks(session: AlibabaSession, vault: Vault): readonly Link[] {
  const links: Link[] = [];
  const own = session.scope.account;
  const { ReplicationSourceVaultId: from, ReplicationSourceRegionId: fromRegion } = vault;
  if (from !== undefined) {
    const owner = vault.ReplicationSourceOwnerId ?? own;
    links.push(mirror("from", { id: from, region: fromRegion, owner, field: "ReplicationSourceVaultId" }));
  }
  const { ReplicationTargetVaultId: to, ReplicationTargetRegionId: toRegion } = vault;
  if (to !== undefined || toRegion !== undefined) {
    const owner = vault.ReplicationTargetOwnerId ?? own;
    const field = to === undefined ? "ReplicationTargetRegionId" : "ReplicationTargetVaultId";
    links.push(mirror("to", { id: to, region: toRegion, owner, field }));
  }
  return links;
}

interface OtherVault {
  readonly id: string | undefined;
  readonly region: string | undefined;
  readonly owner: string;
  readonly field: string;
}

function mirror(direction: Link["direction"], { id, region, owner, field }: OtherVault): Link {
  const place = region === undefined ? undefined : { region: placeRegion(region) };
  return {
    kind: "replicates-to",
    direction,
    target: {
      ...(place === undefined || id === undefined ? {} : { id: vaultId(place.region, owner, id) }),
      ...(place === undefined ? {} : { place }),
    },
    evidence: {
      source: "hbr:DescribeVaults",
      field: `Vaults.Vault[].${field}`,
      value: `${id ?? "a vault"} in ${region ?? "an unstated region"}`,
    },
  };
}

/** Accounts that a vault is shared with through Resource Sharing. */
function shareLinks(vault: Vault): readonly Link[] {
  const parties = new Set(vault.RsTargetAccountIds.filter((party) => party !== undefined));
  return [...parties].sort().map((party) => ({
    kind: "shared-with",
    direction: "to",
    target: { party },
    evidence: {
      source: "hbr:DescribeVaults",
      field: "Vaults.Vault[].RsTargetAccountIds.RsTargetAccountId[]",
      value: party,
    },
  }));
}

/** A policy that copies its backups elsewhere says so before the first copy is made; the mirror vault is told apart above. */
function policyCopies(vault: Vault, { copies }: Ways): readonly Link[] {
  return copies
    .filter((copy) => copy.vault === vault.VaultId && copy.region !== vault.ReplicationTargetRegionId)
    .map(({ policy, region }) => ({
      kind: "replicates-to",
      direction: "to",
      target: { place: { region: placeRegion(region) } },
      evidence: {
        source: "hbr:DescribePoliciesV2",
        field: "Policies[].Rules[].ReplicationRegionId",
        value: `${policy}: ${region}`,
      },
    }));
}

function backupLinks(vault: Vault, { backups }: Ways): readonly Link[] {
  const own = backups.filter((backup) => backup.vault === vault.VaultId);
  const bySource = new Map(own.map((backup) => [backup.source, backup]));
  return [...bySource.values()].map(({ by, source }) => ({
    kind: "backs-up-to",
    direction: "from",
    target: { id: source },
    evidence: {
      source: by.startsWith("po-") ? "hbr:DescribePolicyBindings" : "hbr:DescribeBackupPlans",
      field: by.startsWith("po-") ? "PolicyBindings[].DataSourceId" : "BackupPlans.BackupPlan[].VaultId",
      value: `${by}: ${source}`,
    },
  }));
}
