import { type PlannedLink, type PlannedShape, unknown } from "../../../../src/model/index.ts";
import { flow, flows } from "../flows.ts";
import { blocks, type Here, isOther } from "../here.ts";
import { shape } from "../shape.ts";
import { byArn, byBucket, byLogGroup, type Towards } from "../targets.ts";

/** A log group, a bucket or a delivery stream, by its ARN. */
const byLogArn: Towards = (here, value) => {
  if (value?.includes(":logs:") === true) return byLogGroup(here, value);
  return value?.includes(":s3:") === true ? byBucket(here, value) : byArn(here, value);
};

const network = { logKind: "network" } as const;

const distribution = shape({
  kind: "aws_cloudfront_distribution",
  type: "aws/cloudfront/distribution",
  role: "flow",
  // Data is had at edge locations, wherever in the world the nearest one stands.
  links: (here) => [
    ...blocks(here, "origin").flatMap((origin) => flow(origin, "served-from", "from", "domain_name", byOrigin)),
    ...blocks(here, "logging_config").flatMap((logs) => flow(logs, "logs-to", "to", "bucket", byDomain)),
  ],
  decides: ["origin"],
});

export const edgeShapes: readonly PlannedShape[] = [
  {
    ...distribution,
    read: (resource) => ({
      ...distribution.read(resource),
      place: unknown("unsupported"),
      placeField: "edge locations",
    }),
  },
  ...["aws_lb", "aws_alb", "aws_elb"].map((kind) =>
    shape({
      kind,
      type: "aws/elasticloadbalancing/load-balancer",
      role: "flow",
      name: "name",
      links: (here) => blocks(here, "access_logs").flatMap((logs) => accessLogs(logs)),
      attributes: () => network,
    }),
  ),
  logging("aws_route53_query_log", "aws/route53/query-log", "cloudwatch_log_group_arn"),
  logging("aws_route53_resolver_query_log_config", "aws/route53resolver/query-log-config", "destination_arn"),
  logging("aws_wafv2_web_acl_logging_configuration", "aws/wafv2/logging-configuration", "log_destination_configs"),
  logging("aws_vpclattice_access_log_subscription", "aws/vpclattice/access-log-subscription", "destination_arn"),
];

function logging(kind: string, type: string, path: string): PlannedShape {
  return shape({
    kind,
    type,
    role: "flow",
    links: (here) => flows(here, "logs-to", "to", path, byLogArn),
    attributes: () => network,
  });
}

/** Classic load balancers log where they say nothing, the others only where they say so. */
function accessLogs(logs: Here): readonly PlannedLink[] {
  return isOther(logs, "enabled", "true") ? [] : flow(logs, "logs-to", "to", "bucket", byBucket);
}

/** `crm.s3.cn-north-1.amazonaws.com.cn`; of another origin nobody knows what stands behind it. */
export function byOrigin(here: Here, value: string | undefined) {
  const bucket = /^(.+)\.s3(?:[.-][a-z0-9-]+)?\.amazonaws\.com(?:\.cn)?$/.exec(value ?? "")?.[1];
  return bucket === undefined ? (value === undefined ? {} : { id: value }) : byBucket(here, bucket);
}

export function byDomain(here: Here, value: string | undefined) {
  return byBucket(here, value?.replace(/\.s3[.-].*$/, ""));
}
