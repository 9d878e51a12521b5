import { known, type Link, type ResourceRecord, type ResourceType } from "../../../src/model/index.ts";
import { gapsOf } from "../bad-rows.ts";
import { type Binding, bindingsOf, type Policy, policyId, policyPages, replicationRegions, sourceId } from "../hbr.ts";
import { placeRegion } from "../regions.ts";
import { type AlibabaSession, regionOf, stated } from "../session.ts";

/**
 * Policies of Cloud Backup. Those for whole ECS instances use no vault: what they copy elsewhere are snapshots, so that the way
 * out stands on the policy. Where a vault is used it stands on the vault.
 */
export const hbrPolicy: ResourceType<AlibabaSession> = {
  type: "alibaba/hbr/policy",
  title: { en: "Cloud Backup policy", zh: "云备份 Cloud Backup 备份策略" },
  role: "flow",
  service: "hbr",
  reach: "per-region",
  operations: [
    { operation: "DescribePoliciesV2", permission: "hbr:DescribePoliciesV2" },
    { operation: "DescribePolicyBindings", permission: "hbr:DescribePolicyBindings" },
  ],
  links: ["backs-up-to"],
  unseen: {
    en: "Which copies have been made already (the ECS snapshots show them), and tag rules that bind instances later. Policies have no tags.",
    zh: "已生成的副本（见 ECS 快照），以及按标签规则后续自动关联的实例。备份策略不支持标签。",
  },
  async *collect(session, asked, caller) {
    const region = regionOf(asked);
    const operation = "DescribePoliciesV2";
    const idOf = (id: string) => policyId(session, region, id);
    let bindings: Promise<readonly Binding[]> | undefined;
    for await (const rows of caller.pages(operation, policyPages(session, region))) {
      yield* gapsOf(session, rows, { type: "alibaba/hbr/policy", region, operation, idOf });
      if (rows.good.length === 0) continue;
      bindings ??= bindingsOf(session, region, caller);
      const all = await bindings;
      for (const policy of rows.good) {
        const machines = all.filter((one) => one.PolicyId === policy.PolicyId && one.SourceType === "UDM_ECS");
        yield toRecord(session, region, policy, machines);
      }
    }
  },
};

function toRecord(
  session: AlibabaSession,
  region: string,
  policy: Policy,
  machines: readonly Binding[],
): ResourceRecord {
  const elsewhere = replicationRegions(policy).filter((to) => placeRegion(to) !== region);
  const forMachines = machines.length > 0 || policy.PolicyType === "UDM_ECS_ONLY";
  return {
    kind: "record",
    id: policyId(session, region, policy.PolicyId),
    type: "alibaba/hbr/policy",
    role: "flow",
    scope: session.scope,
    name: policy.PolicyName ?? policy.PolicyId,
    place: known({ region: placeRegion(region) }),
    placeEvidence: { source: "hbr:DescribePoliciesV2", field: "region asked", value: region },
    tags: known({}),
    aliases: [],
    links: forMachines && elsewhere.length > 0 ? [...from(session, region, machines), ...elsewhere.map(to)] : [],
    attributes: stated({ kind: policy.PolicyType, copiesTo: elsewhere.join(", ") }),
  };
}

function from(session: AlibabaSession, region: string, machines: readonly Binding[]): readonly Link[] {
  const ids = machines.map((one) => sourceId(session, region, one)).filter((id) => id !== undefined);
  return [...new Set(ids)].map((id) => ({
    kind: "backs-up-to",
    direction: "from",
    target: { id },
    evidence: { source: "hbr:DescribePolicyBindings", field: "PolicyBindings[].DataSourceId", value: id },
  }));
}

function to(region: string): Link {
  return {
    kind: "backs-up-to",
    direction: "to",
    target: { place: { region: placeRegion(region) } },
    evidence: {
      source: "hbr:DescribePoliciesV2",
      field: "Policies[].Rules[].ReplicationRegionId",
      value: region,
    },
  };
}
