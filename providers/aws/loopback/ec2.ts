import {
  findItem,
  type Items,
  type LoopbackFlowLog,
  type LoopbackImage,
  type LoopbackInstance,
  type LoopbackShares,
  type LoopbackSnapshot,
  type LoopbackTags,
  type LoopbackVolume,
} from "./estate.ts";
import {
  type AwsAnswer,
  type AwsRequest,
  element,
  type LoopbackService,
  requestId,
  type ServiceContext,
  xmlHead,
} from "./wire.ts";

const namespace = "http://ec2.amazonaws.com/doc/2016-11-15/";
const resourceFields = ["SnapshotId", "ImageId"] as const;

export const ec2: LoopbackService = {
  id: "ec2",
  throttled: { status: 503, code: "RequestLimitExceeded" },
  denied: { status: 403, code: "UnauthorizedOperation" },
  identify({ form }) {
    const field = resourceFields.find((name) => form.has(name));
    return { operation: form.get("Action") ?? "Unknown", resource: field === undefined ? null : form.get(field) };
  },
  error: (status, code, message) => ({
    status,
    body: `${xmlHead}<Response><Errors><Error>${element("Code", code)}${element("Message", message)}</Error></Errors>${element("RequestID", requestId)}</Response>`,
  }),
  answer(request, operation, context) {
    const here = request.account.ec2?.[request.region] ?? {};
    switch (operation) {
      case "DescribeRegions":
        return result(operation, regionInfo(request));
      case "DescribeInstances":
        return list(request, operation, context, here.instances, "reservationSet", (item) =>
          reservation(item, request),
        );
      case "DescribeVolumes":
        return list(request, operation, context, here.volumes, "volumeSet", (item) => volume(item, request.region));
      case "DescribeSnapshots":
        return list(request, operation, context, here.snapshots, "snapshotSet", (item) => snapshot(item, request));
      case "DescribeImages":
        return list(request, operation, context, here.images, "imagesSet", (item) => image(item, request));
      case "DescribeFlowLogs":
        return list(request, operation, context, here.flowLogs, "flowLogSet", flowLog);
      case "DescribeSnapshotAttribute": {
        const id = request.form.get("SnapshotId") ?? "";
        const found = findItem(here.snapshots, id, (item) => item.id);
        if (found === undefined)
          return ec2.error(400, "InvalidSnapshot.NotFound", `The snapshot '${id}' does not exist.`);
        return result(
          operation,
          `${element("snapshotId", id)}<createVolumePermission>${shares(found.shares)}</createVolumePermission>`,
        );
      }
      case "DescribeImageAttribute": {
        const id = request.form.get("ImageId") ?? "";
        const found = findItem(here.images, id, (item) => item.id);
        if (found === undefined)
          return ec2.error(400, "InvalidAMIID.NotFound", `The image id '[${id}]' does not exist`);
        return result(
          operation,
          `${element("imageId", id)}<launchPermission>${shares(found.shares)}</launchPermission>`,
        );
      }
      default:
        return ec2.error(400, "InvalidAction", `The action ${operation} is not valid for this web service.`);
    }
  },
};

function result(operation: string, body: string): AwsAnswer {
  return {
    status: 200,
    body: `${xmlHead}<${operation}Response xmlns="${namespace}">${element("requestId", requestId)}${body}</${operation}Response>`,
  };
}

function list<T>(
  request: AwsRequest,
  operation: string,
  context: ServiceContext,
  items: Items<T> | undefined,
  set: string,
  render: (item: T) => string,
): AwsAnswer {
  const limit = Number(request.form.get("MaxResults") ?? 1000);
  const { items: dealt, next } = context.pager.page(items, request.form.get("NextToken"), limit, context.repeatToken);
  // Empty as AWS spells it.
  const body =
    dealt.length === 0
      ? `<${set}/>`
      : `<${set}>${dealt.map((item) => `<item>${render(item)}</item>`).join("")}</${set}>`;
  return result(operation, `${body}${element("nextToken", next)}`);
}

function regionInfo({ account }: AwsRequest): string {
  const suffix = account.partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
  const items = account.regions.map(
    ({ id, optIn }) =>
      `<item>${element("regionName", id)}${element("regionEndpoint", `ec2.${id}.${suffix}`)}${element("optInStatus", optIn ?? "opt-in-not-required")}</item>`,
  );
  return `<regionInfo>${items.join("")}</regionInfo>`;
}

function tagSet(tags: LoopbackTags | undefined): string {
  const entries = Object.entries(tags ?? {});
  if (entries.length === 0) return "";
  return `<tagSet>${entries.map(([key, value]) => `<item>${element("key", key)}${element("value", value)}</item>`).join("")}</tagSet>`;
}

function shares(parties: LoopbackShares | undefined): string {
  const items = (parties ?? []).map((party) => {
    if (party === "all") return `<item>${element("group", "all")}</item>`;
    if (party.includes(":ou/")) return `<item>${element("organizationalUnitArn", party)}</item>`;
    if (party.startsWith("arn:")) return `<item>${element("organizationArn", party)}</item>`;
    return `<item>${element("userId", party)}</item>`;
  });
  return items.join("");
}

function reservation(item: LoopbackInstance, { account, region }: AwsRequest): string {
  const instance = `<item>${element("instanceId", item.id)}<instanceState><code>16</code>${element("name", item.state ?? "running")}</instanceState>${element("instanceType", item.instanceType ?? "m6i.large")}${element("launchTime", "2025-03-01T08:00:00.000Z")}<placement>${element("availabilityZone", item.zone ?? `${region}a`)}</placement>${element("outpostArn", item.outpost)}${tagSet(item.tags)}</item>`;
  return `${element("reservationId", `r-${item.id.slice(2)}`)}${element("ownerId", account.id)}<groupSet/><instancesSet>${instance}</instancesSet>`;
}

function volume(item: LoopbackVolume, region: string): string {
  const attachment =
    item.instance === undefined
      ? "<attachmentSet/>"
      : `<attachmentSet><item>${element("volumeId", item.id)}${element("instanceId", item.instance)}${element("device", "/dev/xvda")}${element("status", "attached")}</item></attachmentSet>`;
  return `${element("volumeId", item.id)}${element("size", item.sizeGiB ?? 100)}<snapshotId>${item.snapshot ?? ""}</snapshotId>${element("sourceVolumeId", item.sourceVolume)}${element("availabilityZone", item.zone ?? `${region}a`)}${element("status", item.instance === undefined ? "available" : "in-use")}${element("createTime", "2025-03-01T08:00:00.000Z")}${attachment}${element("volumeType", "gp3")}${element("encrypted", item.encrypted ?? true)}${element("kmsKeyId", item.kmsKey)}${element("outpostArn", item.outpost)}${tagSet(item.tags)}`;
}

function snapshot(item: LoopbackSnapshot, { account }: AwsRequest): string {
  return `${element("snapshotId", item.id)}${element("volumeId", item.volume ?? "vol-ffffffff")}${element("status", "completed")}${element("startTime", item.started ?? "2025-06-01T02:00:00.000Z")}${element("progress", "100%")}${element("ownerId", account.id)}${element("volumeSize", item.sizeGiB ?? 100)}${element("description", item.description ?? "")}${element("encrypted", item.encrypted ?? false)}${element("storageTier", "standard")}${element("kmsKeyId", item.kmsKey)}${element("outpostArn", item.outpost)}${tagSet(item.tags)}`;
}

function image(item: LoopbackImage, { account }: AwsRequest): string {
  const mappings = (item.snapshots ?? []).map(
    (id, index) =>
      `<item>${element("deviceName", `/dev/xvd${String.fromCharCode(97 + index)}`)}<ebs>${element("snapshotId", id)}${element("volumeSize", 100)}${element("encrypted", false)}</ebs></item>`,
  );
  return `${element("imageId", item.id)}${element("imageLocation", `${account.id}/${item.name ?? item.id}`)}${element("imageState", "available")}${element("imageOwnerId", account.id)}${element("creationDate", item.created ?? "2025-06-02T02:00:00.000Z")}${element("isPublic", item.public ?? false)}${element("architecture", "x86_64")}${element("imageType", "machine")}${element("name", item.name ?? item.id)}<rootDeviceType>ebs</rootDeviceType><blockDeviceMapping>${mappings.join("")}</blockDeviceMapping>${element("sourceInstanceId", item.sourceInstance)}${element("sourceImageId", item.sourceImage)}${element("sourceImageRegion", item.sourceRegion)}${tagSet(item.tags)}`;
}

function flowLog(item: LoopbackFlowLog): string {
  return `${element("creationTime", "2025-03-01T08:00:00.000Z")}${element("deliverLogsStatus", "SUCCESS")}${element("flowLogId", item.id)}${element("flowLogStatus", "ACTIVE")}${element("logGroupName", item.logGroup)}${element("resourceId", item.resource)}${element("trafficType", "ALL")}${element("logDestinationType", item.type)}${element("logDestination", item.destination)}${element("maxAggregationInterval", 600)}${tagSet(item.tags)}`;
}
