import type { PlannedLink, PlannedPart, PlannedShape, PlannedTarget } from "../../../src/model/index.ts";
import { blocks, byScheme, type Here, isStated, link, linkAt, ownedBy, targetAt, textAt } from "../../planned-here.ts";
import { ossRegionOf } from "../oss-target.ts";
import { placeRegion } from "../regions.ts";
import { part, shape } from "./reader.ts";

const logstore = "alibaba/log/logstore";
const byLog = byScheme("log");
const bucket = byScheme("oss");

/** A Logstore by the names of its project and its own: alone neither of them is unique. */
function storeAt(here: Here, project: string | undefined, storePath: string): PlannedTarget {
  const { address } = targetAt(here, storePath);
  const store = textAt(here, storePath);
  const id = project === undefined || store === undefined ? {} : byLog(`${project}:${store}`);
  return { ...(address === undefined ? {} : { address }), ...id };
}

/** `cn-hangzhou` of `https://cn-hangzhou-intranet.log.aliyuncs.com`, and of itself. */
function logRegionOf(endpoint: string | undefined): string | undefined {
  const [, region] =
    /^(?:https?:\/\/)?([a-z0-9-]+?)(?:(?:-intranet|-share|-internal)?\.log\.aliyuncs\.com\/?)?$/.exec(endpoint ?? "") ??
    [];
  return region;
}

interface SinkPaths {
  readonly project: string;
  readonly store: string;
  readonly endpoint: string;
}

/** A Logstore of any region, which the endpoint tells. Keys stand beside it and are never read. */
function sink(here: Here, { project, store, endpoint }: SinkPaths): PlannedLink {
  const region = logRegionOf(textAt(here, endpoint));
  const place = region === undefined ? {} : { place: { region: placeRegion(region) } };
  const names = [textAt(here, project), textAt(here, store)].filter((name) => name !== undefined).join("/");
  const value = `${names || "a Logstore"} in ${region ?? "a region known when applied"}`;
  return link(here, "streams-to", { ...storeAt(here, textAt(here, project), store), ...place }, endpoint, value);
}

function bucketSink(here: Here, path: string, endpoint: string): readonly PlannedLink[] {
  const region = ossRegionOf(textAt(here, endpoint));
  const placed = region === undefined ? {} : { region: placeRegion(region) };
  return linkAt(here, "streams-to", path, { towards: bucket, ...placed });
}

/** `acs:oss:<region>:<uid>:<bucket>`, `acs:log:<region>:<uid>:project/<project>/logstore/<store>`; others by their ARN. */
function arnTarget(here: Here, path: string): PlannedTarget {
  const { address } = targetAt(here, path);
  const [, service, region = "", name = ""] =
    /^acs:([a-z]+):([a-z0-9-]*):[^:]*:(.+)$/.exec(textAt(here, path) ?? "") ?? [];
  const [, project, store] = /^project\/([^/]+)\/logstore\/([^/]+)$/.exec(name) ?? [];
  const placed = region === "" ? {} : { place: { region: placeRegion(region) } };
  const named = address === undefined ? {} : { address };
  if (service === "oss") return { ...named, ...bucket(name), ...placed };
  if (project !== undefined && store !== undefined) return { ...named, ...byLog(`${project}:${store}`), ...placed };
  return { ...targetAt(here, path), ...placed };
}

const channels = [
  ["alicloud_config_delivery", "delivery_channel_name", "delivery_channel_target_arn", "status"],
  ["alicloud_config_aggregate_delivery", "delivery_channel_name", "delivery_channel_target_arn", "status"],
  ["alicloud_config_delivery_channel", "delivery_channel_name", "delivery_channel_target_arn", "status"],
  ["ALIYUN::Config::DeliveryChannel", "DeliveryChannelName", "DeliveryChannelTargetArn", "Status"],
] as const;

/** Records of Cloud Config: what is configured how, by name. */
export const deliveryShapes: readonly PlannedShape[] = channels.map(([kind, name, target, status]) =>
  shape({
    kind,
    type: "alibaba/config/delivery-channel",
    role: "flow",
    name: [name],
    links: (here) =>
      textAt(here, status) === "0" || !isStated(here, target)
        ? []
        : [link(here, "logs-to", arnTarget(here, target), target)],
  }),
);

/** What transforms the logs of a Logstore and writes them to others, in Terraform's two ways and in ROS's. */
export const deliveryParts: readonly PlannedPart[] = [
  part({
    kind: "alicloud_log_oss_shipper",
    type: logstore,
    of: (here) => storeAt(here, textAt(here, "project_name"), "logstore_name"),
    links: (here) => linkAt(here, "streams-to", "oss_bucket", { towards: bucket }),
  }),
  part({
    kind: "alicloud_log_etl",
    type: logstore,
    of: (here) => storeAt(here, textAt(here, "project"), "logstore"),
    links: (here) =>
      textAt(here, "status") === "STOPPED"
        ? []
        : blocks(here, "etl_sinks").map((one) =>
            sink(one, { project: "project", store: "logstore", endpoint: "endpoint" }),
          ),
    decides: ["etl_sinks"],
  }),
  part({
    kind: "alicloud_sls_etl",
    type: logstore,
    of: (here) => storeAt(here, textAt(here, "project"), "configuration.logstore"),
    links: (here) =>
      blocks(here, "configuration.sink").map((one) =>
        sink(one, { project: "project", store: "logstore", endpoint: "endpoint" }),
      ),
    decides: ["configuration.sink"],
  }),
  part({
    kind: "alicloud_sls_scheduled_sql",
    type: logstore,
    of: (here) => storeAt(here, textAt(here, "project"), "scheduled_sql_configuration.source_logstore"),
    links: (here) =>
      blocks(here, "scheduled_sql_configuration").map((one) =>
        sink(one, { project: "dest_project", store: "dest_logstore", endpoint: "dest_endpoint" }),
      ),
    decides: ["scheduled_sql_configuration"],
  }),
  part({
    kind: "ALIYUN::SLS::OssExport",
    type: logstore,
    of: (here) => storeAt(here, textAt(here, "ProjectName"), "Configuration.Logstore"),
    links: (here) => bucketSink(here, "Configuration.Sink.Bucket", "Configuration.Sink.Endpoint"),
    decides: ["Configuration"],
  }),
  part({
    kind: "ALIYUN::SLS::Etl",
    type: logstore,
    of: (here) => storeAt(here, textAt(here, "ProjectName"), "Configuration.Logstore"),
    links: (here) =>
      blocks(here, "Configuration.Sinks").map((one) =>
        sink(one, { project: "Project", store: "Logstore", endpoint: "Endpoint" }),
      ),
    decides: ["Configuration.Sinks"],
  }),
  part({
    kind: "alicloud_oss_bucket_inventory",
    type: "alibaba/oss/bucket",
    of: ownedBy("bucket", bucket),
    // Names of objects, not what they hold.
    links: (here) =>
      textAt(here, "is_enabled") === "false"
        ? []
        : linkAt(here, "logs-to", "destination.oss_bucket_destination.bucket", { towards: inventoryBucket }),
  }),
];

/** `acs:oss:::name`, or the name alone. */
function inventoryBucket(value: string) {
  return bucket(value.replace(/^acs:oss:[^:]*:[^:]*:/, ""));
}
