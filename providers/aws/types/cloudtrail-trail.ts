import type { CloudTrailClient, Trail } from "@aws-sdk/client-cloudtrail";
import {
  type Caller,
  type Known,
  type Link,
  type ResourceRecord,
  type ResourceType,
  type Tags,
  unknown,
} from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { bucketArn } from "../arn.ts";
import { cloudtrailTags } from "../logs/cloudtrail-tags.ts";
import { trails } from "../logs/trails.ts";
import { keyElsewhere } from "../neighbours.ts";
import { placedByAsking } from "../placement.ts";
import type { AwsSession } from "../session.ts";
import { arnTarget, logGroupOfArn } from "../targets.ts";

/** A trail: who did what in the account, delivered as log files. It stands in its home region, whatever regions it watches. */
export const cloudtrailTrail: ResourceType<AwsSession> = {
  type: "aws/cloudtrail/trail",
  title: { en: "CloudTrail trail", zh: "CloudTrail 跟踪" },
  role: "flow",
  service: "cloudtrail",
  reach: "per-region",
  operations: [
    { operation: "DescribeTrails", permission: "cloudtrail:DescribeTrails" },
    { operation: "GetTrailStatus", permission: "cloudtrail:GetTrailStatus", per: "resource" },
    { operation: "ListTags", permission: "cloudtrail:ListTags" },
  ],
  links: ["logs-to", "key-held-in"],
  unseen: {
    en: "Trails that an organisation's management account made for this one, which events are chosen, and whether any region is left without a trail.",
    zh: "组织管理账户为本账户创建的跟踪、所选事件范围以及是否存在未启用跟踪的地域不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const all: Trail[] = [];
    for await (const trail of trails(session, here, caller)) all.push(trail);
    if (all.length === 0) return;
    const { CloudTrailClient } = await import("@aws-sdk/client-cloudtrail");
    const cloudtrail = session.client(CloudTrailClient, here);
    const arns = all.map(({ TrailARN }) => required(TrailARN, "TrailARN"));
    const tags = await cloudtrailTags(caller, cloudtrail, arns);
    yield* caller.each(all, async (trail) => {
      const arn = required(trail.TrailARN, "TrailARN");
      const logging = await isLogging(caller, cloudtrail, arn);
      return recordOf(session, here, trail, { arn, logging, tags: tags.get(arn) ?? unknown("failed") });
    });
  },
};

interface Details {
  readonly arn: string;
  readonly logging: Known<boolean | null>;
  readonly tags: Known<Tags>;
}

async function isLogging(caller: Caller, cloudtrail: CloudTrailClient, arn: string): Promise<Known<boolean | null>> {
  const { GetTrailStatusCommand } = await import("@aws-sdk/client-cloudtrail");
  return caller.ask("GetTrailStatus", arn, async (abortSignal) =>
    required((await cloudtrail.send(new GetTrailStatusCommand({ Name: arn }), { abortSignal })).IsLogging, "IsLogging"),
  );
}

function recordOf(session: AwsSession, region: string, trail: Trail, { arn, logging, tags }: Details): ResourceRecord {
  return {
    kind: "record",
    id: arn,
    type: cloudtrailTrail.type,
    role: cloudtrailTrail.role,
    scope: session.scope,
    name: required(trail.Name, "Name"),
    ...(trail.HomeRegion
      ? {
          place: { known: true, value: { region: trail.HomeRegion } },
          placeEvidence: { source: "cloudtrail:DescribeTrails", field: "HomeRegion", value: trail.HomeRegion },
        }
      : placedByAsking("cloudtrail:DescribeTrails", region)),
    tags,
    aliases: [],
    links: [
      ...destinations(session, trail),
      // The key of the files lies where their bucket lies, which need not be the trail's region.
      ...keyElsewhere(session.scope, region, trail.KmsKeyId, {
        source: "cloudtrail:DescribeTrails",
        field: "KmsKeyId",
      }),
    ],
    attributes: {
      logKind: "network",
      ...(logging.known && logging.value !== null ? { logging: logging.value } : {}),
      ...(trail.IsMultiRegionTrail === undefined ? {} : { multiRegion: trail.IsMultiRegionTrail }),
      ...(trail.IsOrganizationTrail === undefined ? {} : { organization: trail.IsOrganizationTrail }),
      ...(trail.KmsKeyId ? { encrypted: true } : {}),
    },
  };
}

/** Also of a trail that is switched off: where its files lie, and where they go again as soon as it is on. */
function destinations(session: AwsSession, trail: Trail): readonly Link[] {
  const link = (target: Link["target"], field: string, value: string): Link => ({
    kind: "logs-to",
    direction: "to",
    target,
    evidence: { source: "cloudtrail:DescribeTrails", field, value },
  });
  const { S3BucketName: bucket, CloudWatchLogsLogGroupArn: group } = trail;
  return [
    ...(bucket ? [link({ id: bucketArn(session.scope.partition, bucket) }, "S3BucketName", bucket)] : []),
    ...(group ? [link(arnTarget(logGroupOfArn(group), session.scope), "CloudWatchLogsLogGroupArn", group)] : []),
  ];
}
