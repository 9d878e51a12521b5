import { z } from "zod";
import type { Caller } from "../../src/model/index.ts";
import { reportBad } from "./bad-rows.ts";
import { numberedPage, tokenPage } from "./ecs.ts";
import { ossTarget } from "./oss-target.ts";
import { askPages, byNumber, byToken, type FetchPage } from "./paging.ts";
import type { RpcProduct } from "./rpc.ts";
import { countRows, flag, idText, listOf, optional, optionalText, type Rows, readRows, rowsOf } from "./rpc-fields.ts";
import { type AlibabaSession, acs } from "./session.ts";

/** What the types of Cloud Backup (HBR) share. */
export const hbr: RpcProduct = {
  name: "hbr",
  version: "2017-09-08",
  host: (region) => `hbr.${region}.aliyuncs.com`,
  published: "hbr",
};

export function vaultId(region: string, owner: string, id: string): string {
  return `acs:hbr:${region}:${owner}:vault/${id}`;
}

export function policyId(session: AlibabaSession, region: string, id: string): string {
  return acs(session, "hbr", region, `policy/${id}`);
}

export function planId(session: AlibabaSession, region: string, id: string): string {
  return acs(session, "hbr", region, `plan/${id}`);
}

const crossing = { CrossAccountType: optionalText, CrossAccountUserId: optional(idText), Disabled: optional(flag) };

const PlanRule = z.object({
  DoCopy: optional(flag),
  DestinationRegionId: optionalText,
  Disabled: optional(flag),
});

const Plan = z.object({
  PlanId: z.string().min(1),
  PlanName: optionalText,
  SourceType: optionalText,
  VaultId: optionalText,
  Bucket: optionalText,
  FileSystemId: optionalText,
  InstanceId: optionalText,
  InstanceName: optionalText,
  DataSourceId: optionalText,
  /** Only plans for whole ECS instances have rules. */
  Rules: listOf("Rule", PlanRule),
  ...crossing,
});
export type Plan = z.infer<typeof Plan>;

export const PlanPage = z.object({ ...numberedPage, BackupPlans: rowsOf("BackupPlan", "PlanId", Plan) });

const Rule = z.object({ RuleType: optionalText, VaultId: optionalText, ReplicationRegionId: optionalText });

const Policy = z.object({
  PolicyId: z.string().min(1),
  PolicyName: optionalText,
  PolicyType: optionalText,
  Rules: optional(z.array(Rule)),
});
export type Policy = z.infer<typeof Policy>;

const PolicyPage = z.object({
  ...tokenPage,
  Policies: z.array(z.unknown()).transform((rows) => readRows(rows, "PolicyId", Policy)),
});

const Binding = z.object({
  PolicyBindingId: optionalText,
  PolicyId: z.string().min(1),
  SourceType: optionalText,
  DataSourceId: optionalText,
  ...crossing,
});
export type Binding = z.infer<typeof Binding>;

const BindingPage = z.object({
  ...tokenPage,
  PolicyBindings: z.array(z.unknown()).transform((rows) => readRows(rows, "PolicyBindingId", Binding)),
});

/** What is backed up, and by which plan or binding. */
export interface Backup {
  /** The plan, or the policy that the source is bound to. */
  readonly by: string;
  readonly vault: string;
  /** Id or alias of what is backed up. */
  readonly source: string;
}

/** Regions that the backups of a policy are copied to. */
export function replicationRegions(policy: Policy): readonly string[] {
  const rules = (policy.Rules ?? []).filter(({ RuleType }) => RuleType?.toUpperCase() === "REPLICATION");
  return [...new Set(rules.flatMap(({ ReplicationRegionId: region }) => (region === undefined ? [] : [region])))];
}

export function vaultsOf(policy: Policy): readonly string[] {
  return [...new Set((policy.Rules ?? []).flatMap(({ VaultId: vault }) => (vault === undefined ? [] : [vault])))];
}

export function policyPages(session: AlibabaSession, region: string): FetchPage<Rows<Policy>> {
  const parameters = { RegionId: region };
  const list = { product: hbr, region, action: "DescribePoliciesV2", parameters, answer: PolicyPage };
  const fetch = byToken(session.rpc, list, 100, (page) => countRows(page.Policies));
  return async (token, signal) => {
    const { page, next } = await fetch(token, signal);
    return { page: page.Policies, next };
  };
}

/** Bindings of all policies of a region that are switched on. */
export async function bindingsOf(session: AlibabaSession, region: string, caller: Caller): Promise<readonly Binding[]> {
  const parameters = { RegionId: region };
  const list = { product: hbr, region, action: "DescribePolicyBindings", parameters, answer: BindingPage };
  const fetch = byToken(session.rpc, list, 100, (page) => countRows(page.PolicyBindings));
  const pages = await askPages(caller, list.action, policyId(session, region, "*"), fetch);
  const rows = pages.map((page) => page.PolicyBindings);
  return (await goodRows(caller, list.action, policyId(session, region, "*"), rows)).filter(isOn);
}

/** Every backup of a region that ends in a vault: plans, the older way, and policies. */
export async function backupsOf(session: AlibabaSession, region: string, caller: Caller): Promise<readonly Backup[]> {
  const parameters = { RegionId: region };
  const list = { product: hbr, region, action: "DescribeBackupPlans", parameters, answer: PlanPage };
  const fetch = byNumber(session.rpc, list, 99, (page) => countRows(page.BackupPlans));
  const every = acs(session, "hbr", region, "vault/*");
  const pages = await askPages(caller, list.action, every, fetch);
  const plans = await goodRows(
    caller,
    list.action,
    every,
    pages.map((page) => page.BackupPlans),
  );
  return plans.filter(isOn).flatMap((plan) => {
    const { PlanId: by, VaultId: vault } = plan;
    const id = plan.Bucket ?? plan.FileSystemId ?? plan.InstanceId ?? plan.InstanceName;
    const source = id === undefined ? undefined : sourceId(session, region, { ...plan, DataSourceId: id });
    return vault === undefined || source === undefined ? [] : [{ by, vault, source }];
  });
}

export async function policiesOf(session: AlibabaSession, region: string, caller: Caller): Promise<readonly Policy[]> {
  const every = policyId(session, region, "*");
  const pages = await askPages(caller, "DescribePoliciesV2", every, policyPages(session, region));
  return await goodRows(caller, "DescribePoliciesV2", every, pages);
}

/** What the source types name (Cloud Backup API reference, CreatePolicyBindings, 2026-10). What lies outside the cloud has no id. */
export function sourceId(
  session: AlibabaSession,
  region: string,
  source: Pick<Binding, "SourceType" | "DataSourceId" | "CrossAccountType" | "CrossAccountUserId">,
): string | undefined {
  const { SourceType: type, DataSourceId: id, CrossAccountType, CrossAccountUserId } = source;
  if (id === undefined) return undefined;
  const other = CrossAccountType?.toUpperCase() === "CROSS_ACCOUNT" ? (CrossAccountUserId ?? "*") : undefined;
  const owner = other ?? session.scope.account;
  switch (type?.toUpperCase()) {
    case "OSS":
      return ossTarget(id).id;
    case "NAS":
      return `acs:nas:${region}:${owner}:filesystem/${id}`;
    case "ECS_FILE":
    case "UDM_ECS":
      return `acs:ecs:${region}:${owner}:instance/${id}`;
    case "OTS":
      return `acs:ots:${region}:${owner}:instance/${id}`;
    default:
      // CPFS goes by more than one source type; its ids are unmistakable.
      return /^(?:bm)?cpfs-/.test(id) ? `acs:nas:${region}:${owner}:filesystem/${id}` : undefined;
  }
}

function isOn({ Disabled }: { readonly Disabled?: boolean | undefined }): boolean {
  return Disabled !== true;
}

async function goodRows<Item>(
  caller: Caller,
  operation: string,
  asked: string,
  pages: readonly Rows<Item>[],
): Promise<readonly Item[]> {
  for (const { bad } of pages) await reportBad(caller, operation, bad, () => asked);
  return pages.flatMap(({ good }) => good);
}
