import { known, type ResourceRecord, type ResourceType } from "../../../src/model/index.ts";
import { type AutoSnapshotPolicy, copyLink, copyRegions, policyPages } from "../auto-snapshot-policies.ts";
import { gapsOf } from "../bad-rows.ts";
import { ecsId, placedIn } from "../ecs.ts";
import { type AlibabaSession, regionOf, stated } from "../session.ts";

/**
 * Automatic snapshot policies. A policy that copies to another region is a way out of each disk it is applied to, so the link
 * stands on those disks, where the class of the data is known; on the policy only while no disk uses it.
 */
export const ecsAutoSnapshotPolicy: ResourceType<AlibabaSession> = {
  type: "alibaba/ecs/auto-snapshot-policy",
  title: { en: "ECS automatic snapshot policy", zh: "ECS 自动快照策略" },
  role: "flow",
  service: "ecs",
  reach: "per-region",
  operations: [{ operation: "DescribeAutoSnapshotPolicyEx", permission: "ecs:DescribeAutoSnapshotPolicyEx" }],
  links: ["backs-up-to"],
  unseen: {
    en: "Policies that another product applies, such as Cloud Backup.",
    zh: "由其他产品（如云备份）执行的备份策略。",
  },
  async *collect(session, asked, caller) {
    const region = regionOf(asked);
    const idOf = (id: string) => ecsId(session, region, "snapshotpolicy", id);
    const operation = "DescribeAutoSnapshotPolicyEx";
    for await (const { AutoSnapshotPolicies: rows } of caller.pages(operation, policyPages(session, region))) {
      yield* gapsOf(session, rows, { type: "alibaba/ecs/auto-snapshot-policy", region, operation, idOf });
      for (const policy of rows.good) yield toRecord(session, region, policy);
    }
  },
};

function toRecord(session: AlibabaSession, region: string, policy: AutoSnapshotPolicy): ResourceRecord {
  const targets = copyRegions(policy);
  const unused = policy.DiskNums === undefined || policy.DiskNums === 0;
  return {
    kind: "record",
    id: ecsId(session, region, "snapshotpolicy", policy.AutoSnapshotPolicyId),
    type: "alibaba/ecs/auto-snapshot-policy",
    role: "flow",
    scope: session.scope,
    name: policy.AutoSnapshotPolicyName ?? policy.AutoSnapshotPolicyId,
    ...placedIn("DescribeAutoSnapshotPolicyEx", region),
    tags: known(policy.Tags),
    aliases: [],
    links: unused ? targets.map((target) => copyLink(policy, target)) : [],
    attributes: stated({
      status: policy.Status,
      crossRegionCopy: targets.length > 0,
      copiesTo: targets.map((target) => target ?? "not shown").join(", "),
      disks: policy.DiskNums,
      retentionDays: policy.RetentionDays,
      copiedRetentionDays: policy.CopiedSnapshotsRetentionDays,
    }),
  };
}
