import { z } from "zod";
import type { Caller, Link } from "../../src/model/index.ts";
import { reportBad } from "./bad-rows.ts";
import { ecs, ecsId, ecsTags, numberedPage, tokenPage } from "./ecs.ts";
import { askPages, byNumber, byToken, type FetchPage } from "./paging.ts";
import { placeRegion } from "./regions.ts";
import { countRows, flag, optional, optionalText, rowsOf, whole } from "./rpc-fields.ts";
import type { AlibabaSession } from "./session.ts";

export const AutoSnapshotPolicy = z.object({
  AutoSnapshotPolicyId: z.string(),
  AutoSnapshotPolicyName: optionalText,
  Status: optionalText,
  RetentionDays: optional(z.number()),
  CopiedSnapshotsRetentionDays: optional(z.number()),
  EnableCrossRegionCopy: optional(flag),
  /** A region, or a JSON array of regions in a text; some answers hold the array itself. */
  TargetCopyRegions: z.union([optionalText, z.array(z.string()).transform((regions) => regions.join(","))]),
  DiskNums: optional(whole),
  Tags: ecsTags,
});
export type AutoSnapshotPolicy = z.infer<typeof AutoSnapshotPolicy>;

const PolicyPage = z.object({
  ...numberedPage,
  AutoSnapshotPolicies: rowsOf("AutoSnapshotPolicy", "AutoSnapshotPolicyId", AutoSnapshotPolicy),
});
type PolicyPage = z.infer<typeof PolicyPage>;

const Association = z.object({ AutoSnapshotPolicyId: z.string(), DiskId: z.string() });
const AssociationPage = z.object({
  ...tokenPage,
  AutoSnapshotPolicyAssociations: rowsOf("AutoSnapshotPolicyAssociation", "DiskId", Association),
});

export function policyPages(session: AlibabaSession, region: string): FetchPage<PolicyPage> {
  const list = {
    product: ecs,
    region,
    action: "DescribeAutoSnapshotPolicyEx",
    parameters: { RegionId: region },
    answer: PolicyPage,
  };
  return byNumber(session.rpc, list, 100, (page) => countRows(page.AutoSnapshotPolicies));
}

/**
 * Regions a policy copies its snapshots to; none where copying is off. A policy that copies without saying where (the field is
 * not shown to every account) gives `null`: a place that is not told.
 */
export function copyRegions(policy: AutoSnapshotPolicy): readonly (string | null)[] {
  if (policy.EnableCrossRegionCopy === false) return [];
  const regions = (policy.TargetCopyRegions ?? "").split(/[\s,"'[\]]+/).filter((region) => region !== "");
  if (regions.length > 0) return regions;
  return policy.EnableCrossRegionCopy === true ? [null] : [];
}

/** One region that the snapshots of a disk are copied to, and the policy that says so. */
export interface CopyRule {
  readonly policy: string;
  readonly link: Link;
}

/** The edge belongs to whoever holds the data, the disk; a policy without disks states it for itself. */
export function copyLink(policy: AutoSnapshotPolicy, region: string | null): Link {
  return {
    kind: "backs-up-to",
    direction: "to",
    target: region === null ? {} : { place: { region: placeRegion(region) } },
    evidence: {
      source: "ecs:DescribeAutoSnapshotPolicyEx",
      field: `AutoSnapshotPolicies.AutoSnapshotPolicy[].${region === null ? "EnableCrossRegionCopy" : "TargetCopyRegions"}`,
      value: `${policy.AutoSnapshotPolicyId}: ${region ?? "a region that is not shown"}`,
    },
  };
}

/**
 * Which disks of a region have their snapshots copied elsewhere. A disk shows one policy but can have ten (ECS API reference,
 * ApplyAutoSnapshotPolicy, 2026-08), so each policy that copies is asked for its disks; what the disk shows counts as well.
 * Nothing here can end the list of disks: a part that is not answered is a gap, and the rest stays.
 */
export async function copyRulesByDisk(
  session: AlibabaSession,
  region: string,
  caller: Caller,
): Promise<(disk: string, shown: string | undefined) => readonly CopyRule[]> {
  const every = ecsId(session, region, "snapshotpolicy", "*");
  const pages = await askPages(caller, "DescribeAutoSnapshotPolicyEx", every, policyPages(session, region));
  const policies = pages.flatMap((page) => page.AutoSnapshotPolicies.good);
  for (const { bad } of pages.map((page) => page.AutoSnapshotPolicies)) {
    await reportBad(caller, "DescribeAutoSnapshotPolicyEx", bad, ({ id }) => {
      return id === undefined ? every : ecsId(session, region, "snapshotpolicy", id);
    });
  }
  const rulesOfPolicy = new Map<string, readonly CopyRule[]>();
  const policiesOfDisk = new Map<string, string[]>();
  for (const policy of policies) {
    const id = policy.AutoSnapshotPolicyId;
    const targets = copyRegions(policy);
    if (targets.length === 0) continue;
    rulesOfPolicy.set(
      id,
      targets.map((target) => ({ policy: id, link: copyLink(policy, target) })),
    );
    for (const disk of await disksOf(session, region, caller, id)) {
      policiesOfDisk.set(disk, [...(policiesOfDisk.get(disk) ?? []), id]);
    }
  }
  return (disk, shown) => {
    const ids = new Set([...(policiesOfDisk.get(disk) ?? []), ...(shown?.split(",") ?? [])].map((id) => id.trim()));
    return [...ids].sort().flatMap((id) => rulesOfPolicy.get(id) ?? []);
  };
}

async function disksOf(
  session: AlibabaSession,
  region: string,
  caller: Caller,
  policy: string,
): Promise<readonly string[]> {
  const list = {
    product: ecs,
    region,
    action: "DescribeAutoSnapshotPolicyAssociations",
    parameters: { RegionId: region, AutoSnapshotPolicyId: policy },
    answer: AssociationPage,
  };
  const rows = (page: z.infer<typeof AssociationPage>) => countRows(page.AutoSnapshotPolicyAssociations);
  const id = ecsId(session, region, "snapshotpolicy", policy);
  const pages = await askPages(caller, list.action, id, byToken(session.rpc, list, 100, rows));
  for (const page of pages) await reportBad(caller, list.action, page.AutoSnapshotPolicyAssociations.bad, () => id);
  return pages.flatMap((page) => page.AutoSnapshotPolicyAssociations.good.map((pair) => pair.DiskId));
}
