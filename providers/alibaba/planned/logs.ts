import type { PlannedLink, PlannedPart, PlannedShape, PlannedTarget } from "../../../src/model/index.ts";
import {
  byScheme,
  type Here,
  isStated,
  link,
  linkAt,
  linkFrom,
  numberAt,
  targetAt,
  textAt,
} from "../../planned-here.ts";
import { ossRegionOf } from "../oss-target.ts";
import { placeRegion } from "../regions.ts";
import { part, shape } from "./reader.ts";

const project = { type: "alibaba/log/project", role: "compute", scheme: "log" } as const;
const logstore = { type: "alibaba/log/logstore", role: "store", scheme: "log" } as const;
const trail = { type: "alibaba/actiontrail/trail", role: "flow" } as const;
const byLog = byScheme("log");
const bucket = byScheme("oss");

/** A Logstore by the names of its project and its own: alone neither of them is unique. */
function storeTarget(here: Here, projectPath: string, storePath: string): PlannedTarget {
  const { address } = targetAt(here, storePath);
  const names = [textAt(here, projectPath), textAt(here, storePath)];
  const id = names.every((name) => name !== undefined) ? byLog(names.join(":")) : {};
  return { ...(address === undefined ? {} : { address }), ...id };
}

/** 3650 stands for "never deleted" (SLS API reference, CreateLogStore). */
function retention(days: number | undefined): number | string | undefined {
  return days === 3650 ? "unlimited" : days;
}

/** Switched on unless something else is stated. */
function deliveries(here: Here): readonly PlannedLink[] {
  if ((textAt(here, "status") ?? "Enable") !== "Enable") return [];
  const path = "sls_project_arn";
  const arn = textAt(here, path);
  const region = arn === undefined ? undefined : /^acs:log:([a-z0-9-]+):/.exec(arn)?.[1];
  const name = textAt(here, "trail_name") ?? textAt(here, "name");
  const { address } = targetAt(here, path);
  // The Logstore is made by ActionTrail and named after the trail (ActionTrail API reference, CreateTrail, 2026-01).
  const store = arn === undefined || name === undefined ? {} : { id: `${arn}/logstore/actiontrail_${name}` };
  const placed = region === undefined ? {} : { place: { region: placeRegion(region) } };
  return [
    ...linkAt(here, "logs-to", "oss_bucket_name", { towards: bucket }),
    ...(isStated(here, path)
      ? [link(here, "logs-to", { ...(address === undefined ? store : { address }), ...placed }, path)]
      : []),
    ...linkAt(here, "logs-to", "max_compute_project_arn"),
  ];
}

export const logShapes: readonly PlannedShape[] = [
  shape({ kind: "alicloud_log_project", ...project, name: ["project_name", "name"], id: "project_name" }),
  shape({ kind: "ALIYUN::SLS::Project", ...project, name: ["Name"], id: "Name" }),
  shape({
    kind: "alicloud_log_store",
    ...logstore,
    name: ["logstore_name", "name"],
    parent: ["project_name", byLog],
    alias: (here) => storeTarget(here, "project_name", "logstore_name").id ?? storeTarget(here, "project", "name").id,
    links: (here) => [
      ...linkFrom(here, "part-of", "project_name", { towards: byLog }),
      ...linkFrom(here, "part-of", "project", { towards: byLog }),
    ],
    attributes: (here) => ({
      retentionDays: retention(numberAt(here, "retention_period")),
      mode: textAt(here, "mode"),
      telemetry: textAt(here, "telemetry_type"),
    }),
  }),
  shape({
    kind: "ALIYUN::SLS::Logstore",
    ...logstore,
    name: ["LogstoreName"],
    parent: ["ProjectName", byLog],
    alias: (here) => storeTarget(here, "ProjectName", "LogstoreName").id,
    links: (here) => linkFrom(here, "part-of", "ProjectName", { towards: byLog }),
    attributes: (here) => ({ retentionDays: retention(numberAt(here, "TTL")) }),
  }),
  // Measurements lie in Logstores of another kind.
  shape({
    kind: "ALIYUN::SLS::MetricStore",
    ...logstore,
    name: ["LogstoreName"],
    parent: ["ProjectName", byLog],
    alias: (here) => storeTarget(here, "ProjectName", "LogstoreName").id,
    links: (here) => linkFrom(here, "part-of", "ProjectName", { towards: byLog }),
    attributes: (here) => ({ retentionDays: retention(numberAt(here, "TTL")), telemetry: "Metrics" }),
  }),
  shape({
    kind: "ALIYUN::VPC::FlowLog",
    type: "alibaba/vpc/flow-log",
    role: "flow",
    name: ["FlowLogName"],
    links: (here) => [link(here, "logs-to", storeTarget(here, "ProjectName", "LogStoreName"), "LogStoreName")],
    attributes: () => ({ logKind: "network" }),
  }),
  ...["alicloud_cen_flowlog", "alicloud_vpc_flow_log"].map((kind) =>
    shape({
      kind,
      type: "alibaba/vpc/flow-log",
      role: "flow",
      name: ["flow_log_name"],
      links: (here) =>
        textAt(here, "status") === "Inactive"
          ? []
          : [link(here, "logs-to", storeTarget(here, "project_name", "log_store_name"), "log_store_name")],
      attributes: (here) => ({ logKind: "network", logging: textAt(here, "status") !== "Inactive" }),
    }),
  ),
  shape({
    kind: "alicloud_actiontrail_trail",
    ...trail,
    name: ["trail_name", "name"],
    links: deliveries,
    attributes: (here) => ({
      logKind: "network",
      logging: here.settings.text("status").known ? (textAt(here, "status") ?? "Enable") === "Enable" : undefined,
      regions: textAt(here, "trail_region"),
    }),
    decides: ["status"],
    filledIn: ["status"],
  }),
  shape({
    kind: "ALIYUN::ACTIONTRAIL::Trail",
    ...trail,
    name: ["Name"],
    links: (here) => [
      ...linkAt(here, "logs-to", "OssBucketName", { towards: bucket }),
      ...linkAt(here, "logs-to", "SlsProjectArn"),
    ],
    attributes: () => ({ logKind: "network" }),
  }),
];

export const logParts: readonly PlannedPart[] = [
  part({
    kind: "alicloud_log_oss_export",
    type: logstore.type,
    of: (here) => storeTarget(here, "project_name", "logstore_name"),
    links: (here) => linkAt(here, "streams-to", "bucket", { towards: bucket }),
  }),
  part({
    kind: "alicloud_sls_oss_export_sink",
    type: logstore.type,
    of: (here) => storeTarget(here, "project", "configuration.logstore"),
    links: (here) => {
      const region = ossRegionOf(textAt(here, "configuration.sink.endpoint"));
      const placed = region === undefined ? {} : { region: placeRegion(region) };
      return linkAt(here, "streams-to", "configuration.sink.bucket", { towards: bucket, ...placed });
    },
    decides: ["configuration"],
  }),
];
