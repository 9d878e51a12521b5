import { z } from "zod";
import { known, type Link, type LinkTarget, type ResourceRecord, type ResourceType } from "../../../src/model/index.ts";
import { gapsOf } from "../bad-rows.ts";
import { hostsOf } from "../hosts.ts";
import { ossTarget } from "../oss-target.ts";
import { placeRegion } from "../regions.ts";
import type { RpcProduct } from "../rpc.ts";
import { flag, optional, optionalText, readRows } from "../rpc-fields.ts";
import { type AlibabaSession, acs, regionOf, stated } from "../session.ts";

const actiontrail: RpcProduct = {
  name: "actiontrail",
  version: "2020-07-06",
  host: hostsOf("actiontrail", ["cn-beijing-finance-1", "cn-hangzhou-finance", "cn-shenzhen-finance-1"]),
  published: "actiontrail",
};

const Trail = z.object({
  Name: z.string().min(1),
  HomeRegion: optionalText,
  TrailRegion: optionalText,
  Status: optionalText,
  EventRW: optionalText,
  IsOrganizationTrail: optional(flag),
  OssBucketName: optionalText,
  OssBucketLocation: optionalText,
  SlsProjectArn: optionalText,
  MaxComputeProjectArn: optionalText,
});
type Trail = z.infer<typeof Trail>;

const Answer = z.object({ TrailList: z.array(z.unknown()).transform((trails) => readRows(trails, "Name", Trail)) });

/** Trails of ActionTrail, each asked for in the region it was made in: who did what in the account, delivered elsewhere. */
export const actiontrailTrail: ResourceType<AlibabaSession> = {
  type: "alibaba/actiontrail/trail",
  title: { en: "ActionTrail trail", zh: "操作审计 ActionTrail 跟踪" },
  role: "flow",
  service: "actiontrail",
  reach: "per-region",
  operations: [{ operation: "DescribeTrails", permission: "actiontrail:DescribeTrails" }],
  links: ["logs-to"],
  unseen: {
    en: "Events that ActionTrail itself keeps for 90 days without a trail, delivery of past events, data event selectors, and whether a delivery arrived. Trails have no tags.",
    zh: "未创建跟踪时操作审计自行保留的 90 天事件、历史事件投递任务、数据事件选择器，以及投递是否成功。跟踪不支持标签。",
  },
  async *collect(session, asked, caller) {
    const region = regionOf(asked);
    const operation = "DescribeTrails";
    const parameters = { RegionId: region, IncludeOrganizationTrail: true, IncludeShadowTrails: false };
    const request = { product: actiontrail, region, action: operation, parameters, answer: Answer };
    const { TrailList: rows } = await caller.call(operation, (signal) => session.rpc.request(request, signal));
    const idOf = (name: string) => trailId(session, region, name);
    yield* gapsOf(session, rows, { type: "alibaba/actiontrail/trail", region, operation, idOf });
    for (const trail of rows.good) {
      // A host that serves several regions may show them all; each region is asked for its own.
      if (placeRegion(trail.HomeRegion ?? region) === region) yield toRecord(session, region, trail);
    }
  },
};

function trailId(session: AlibabaSession, region: string, name: string): string {
  return acs(session, "actiontrail", region, `trail/${name}`);
}

function toRecord(session: AlibabaSession, region: string, trail: Trail): ResourceRecord {
  const { Status: status } = trail;
  // `Fresh` was never switched on, `Disable` was switched off; what is not told is neither.
  const logging = status === undefined ? undefined : /^enable/i.test(status);
  return {
    kind: "record",
    id: trailId(session, region, trail.Name),
    type: "alibaba/actiontrail/trail",
    role: "flow",
    scope: session.scope,
    name: trail.Name,
    place: known({ region: placeRegion(trail.HomeRegion ?? region) }),
    placeEvidence: {
      source: "actiontrail:DescribeTrails",
      field: "TrailList[].HomeRegion",
      value: trail.HomeRegion ?? region,
    },
    tags: known({}),
    aliases: [],
    // Also of a trail that is stopped: a flow that is only configured is one, and `logging` says how it stands.
    links: deliveries(trail),
    attributes: stated({
      logKind: "network",
      logging,
      status,
      regions: trail.TrailRegion,
      events: trail.EventRW,
      organization: trail.IsOrganizationTrail,
    }),
  };
}

function deliveries(trail: Trail): readonly Link[] {
  const { Name: name, OssBucketName: bucket, OssBucketLocation: location } = trail;
  const links: Link[] = [];
  if (bucket !== undefined) {
    const value = `${bucket} in ${location ?? "an unstated region"}`;
    links.push(logsTo(ossTarget(bucket, location), "OssBucketName", value));
  }
  const { SlsProjectArn: project, MaxComputeProjectArn: lake } = trail;
  if (project !== undefined) {
    // The Logstore is made by ActionTrail and named after the trail (ActionTrail API reference, CreateTrail, 2026-01).
    links.push(logsTo(arnTarget(project, `/logstore/actiontrail_${name}`), "SlsProjectArn", project));
  }
  if (lake !== undefined) links.push(logsTo(arnTarget(lake, ""), "MaxComputeProjectArn", lake));
  return links;
}

/** `acs:<service>:<region>:<uid>:<relative>`: the ARN tells the region, and an account that may be another. */
function arnTarget(arn: string, part: string): LinkTarget {
  const region = arn.split(":")[2] ?? "";
  const id = `${arn}${part}`;
  return region === "" || region === "*" ? { id } : { id, place: { region: placeRegion(region) } };
}

function logsTo(target: LinkTarget, field: string, value: string): Link {
  return {
    kind: "logs-to",
    direction: "to",
    target,
    evidence: { source: "actiontrail:DescribeTrails", field: `TrailList[].${field}`, value },
  };
}
