import { known, type Link, type ResourceRecord, type ResourceType } from "../../../src/model/index.ts";
import { gapsOf } from "../bad-rows.ts";
import { hbr, type Plan, PlanPage, planId, sourceId } from "../hbr.ts";
import { byNumber } from "../paging.ts";
import { placeRegion } from "../regions.ts";
import { countRows } from "../rpc-fields.ts";
import { type AlibabaSession, regionOf, stated } from "../session.ts";

/**
 * Backup plans of Cloud Backup for whole ECS instances, the older way of what policies do now. They use no vault; what they copy
 * to another region are snapshots. Plans that end in a vault are told at the vault.
 */
export const hbrBackupPlan: ResourceType<AlibabaSession> = {
  type: "alibaba/hbr/backup-plan",
  title: { en: "Cloud Backup plan for ECS instances", zh: "云备份 Cloud Backup ECS 整机备份计划" },
  role: "flow",
  service: "hbr",
  reach: "per-region",
  operations: [{ operation: "DescribeBackupPlans", permission: "hbr:DescribeBackupPlans" }],
  links: ["backs-up-to"],
  unseen: {
    en: "Which copies have been made already (the ECS snapshots show them), and plans that synchronize OSS and NAS. Plans have no tags.",
    zh: "已生成的副本（见 ECS 快照），以及 OSS 与 NAS 之间的数据同步计划。备份计划不支持标签。",
  },
  async *collect(session, asked, caller) {
    const region = regionOf(asked);
    const operation = "DescribeBackupPlans";
    const parameters = { RegionId: region, SourceType: "UDM_ECS" };
    const list = { product: hbr, region, action: operation, parameters, answer: PlanPage };
    const idOf = (id: string) => planId(session, region, id);
    const fetch = byNumber(session.rpc, list, 99, (page) => countRows(page.BackupPlans));
    for await (const { BackupPlans: rows } of caller.pages(operation, fetch)) {
      yield* gapsOf(session, rows, { type: "alibaba/hbr/backup-plan", region, operation, idOf });
      for (const plan of rows.good) {
        if (plan.SourceType?.toUpperCase() === "UDM_ECS") yield toRecord(session, region, plan);
      }
    }
  },
};

function toRecord(session: AlibabaSession, region: string, plan: Plan): ResourceRecord {
  const elsewhere = plan.Disabled === true ? [] : copyRegions(plan).filter((to) => placeRegion(to ?? "") !== region);
  return {
    kind: "record",
    id: planId(session, region, plan.PlanId),
    type: "alibaba/hbr/backup-plan",
    role: "flow",
    scope: session.scope,
    name: plan.PlanName ?? plan.PlanId,
    place: known({ region: placeRegion(region) }),
    placeEvidence: { source: "hbr:DescribeBackupPlans", field: "region asked", value: region },
    tags: known({}),
    aliases: [],
    links: elsewhere.length === 0 ? [] : [...from(session, region, plan), ...elsewhere.map(to)],
    attributes: stated({
      disabled: plan.Disabled,
      copiesTo: elsewhere.map((region) => region ?? "not shown").join(", "),
    }),
  };
}

/** Regions that the rules copy to; `null` where a rule copies without saying where. */
function copyRegions({ Rules }: Plan): readonly (string | null)[] {
  const copying = Rules.filter(({ DoCopy, Disabled }) => DoCopy === true && Disabled !== true);
  return [...new Set(copying.map(({ DestinationRegionId: region }) => region ?? null))];
}

function from(session: AlibabaSession, region: string, plan: Plan): readonly Link[] {
  const DataSourceId = plan.InstanceId ?? plan.DataSourceId;
  const id = sourceId(session, region, { ...plan, DataSourceId });
  if (id === undefined) return [];
  return [
    {
      kind: "backs-up-to",
      direction: "from",
      target: { id },
      evidence: { source: "hbr:DescribeBackupPlans", field: "BackupPlans.BackupPlan[].InstanceId", value: id },
    },
  ];
}

function to(region: string | null): Link {
  return {
    kind: "backs-up-to",
    direction: "to",
    target: region === null ? {} : { place: { region: placeRegion(region) } },
    evidence: {
      source: "hbr:DescribeBackupPlans",
      field: `BackupPlans.BackupPlan[].Rules.Rule[].${region === null ? "DoCopy" : "DestinationRegionId"}`,
      value: region ?? "a region that is not shown",
    },
  };
}
