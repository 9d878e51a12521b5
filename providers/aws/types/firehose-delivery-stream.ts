import type { DeliveryStreamDescription, FirehoseClient } from "@aws-sdk/client-firehose";
import {
  type Caller,
  type Known,
  known,
  type Link,
  type ResourceRecord,
  type ResourceType,
  type Tags,
} from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { arnOf } from "../arn.ts";
import { keyElsewhere } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import type { AwsSession } from "../session.ts";
import { firehoseLinks } from "../streams/firehose-flows.ts";
import { tagsOf } from "../tags.ts";
import { wholeDetail } from "../whole-detail.ts";

/** A delivery stream: carries records on, also to services that are not in the cloud. */
export const firehoseDeliveryStream: ResourceType<AwsSession> = {
  type: "aws/firehose/delivery-stream",
  title: { en: "Firehose stream", zh: "Firehose 传输流" },
  role: "flow",
  service: "firehose",
  reach: "per-region",
  operations: [
    { operation: "ListDeliveryStreams", permission: "firehose:ListDeliveryStreams" },
    { operation: "DescribeDeliveryStream", permission: "firehose:DescribeDeliveryStream", per: "resource" },
    { operation: "ListTagsForDeliveryStream", permission: "firehose:ListTagsForDeliveryStream", per: "resource" },
  ],
  links: ["streams-to", "key-held-in"],
  unseen: {
    en: "Who puts records in directly, what functions on the way do with them, and where a service stands whose host does not tell. Of addresses only the host is kept.",
    zh: "直接写入记录的来源、途中函数对记录的处理，以及无法从主机名判断的服务所在地不可见；对于网址仅保留主机名。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { FirehoseClient, ListDeliveryStreamsCommand } = await import("@aws-sdk/client-firehose");
    const firehose = session.client(FirehoseClient, here);
    const names = itemsOf(caller, "ListDeliveryStreams", async (ExclusiveStartDeliveryStreamName, abortSignal) => {
      // Ten where nothing is asked; ten thousand is the most.
      const request = new ListDeliveryStreamsCommand({ Limit: 10_000, ExclusiveStartDeliveryStreamName });
      const answer = await firehose.send(request, { abortSignal });
      const items = required(answer.DeliveryStreamNames, "DeliveryStreamNames");
      const more = required(answer.HasMoreDeliveryStreams, "HasMoreDeliveryStreams");
      return { items, next: more ? required(items.at(-1), "DeliveryStreamNames[]") : undefined };
    });
    yield* caller.each(names, async (name) => {
      const arn = arnOf(session.scope, "firehose", here, `deliverystream/${name}`);
      const stream = await describe(caller, firehose, name, arn);
      return recordOf(session, here, { name, arn, stream, tags: await streamTags(caller, firehose, name, arn) });
    });
  },
};

async function describe(
  caller: Caller,
  firehose: FirehoseClient,
  DeliveryStreamName: string,
  arn: string,
): Promise<Known<DeliveryStreamDescription | null>> {
  const { DescribeDeliveryStreamCommand } = await import("@aws-sdk/client-firehose");
  return caller.ask("DescribeDeliveryStream", arn, async (abortSignal) => {
    const request = new DescribeDeliveryStreamCommand({ DeliveryStreamName });
    const answer = await firehose.send(request, { abortSignal });
    const stream = required(answer.DeliveryStreamDescription, "DeliveryStreamDescription");
    required(stream.Destinations, "DeliveryStreamDescription.Destinations");
    return stream;
  });
}

async function streamTags(
  caller: Caller,
  firehose: FirehoseClient,
  DeliveryStreamName: string,
  arn: string,
): Promise<Known<Tags>> {
  const { ListTagsForDeliveryStreamCommand } = await import("@aws-sdk/client-firehose");
  const tags = await wholeDetail(caller, "ListTagsForDeliveryStream", arn, async (token, abortSignal) => {
    const request = new ListTagsForDeliveryStreamCommand({
      DeliveryStreamName,
      Limit: 50,
      ExclusiveStartTagKey: token,
    });
    const answer = await firehose.send(request, { abortSignal });
    const items = required(answer.Tags, "Tags");
    return { items, next: answer.HasMoreTags === true ? required(items.at(-1)?.Key, "Tags[].Key") : undefined };
  });
  return tags.known ? known(tagsOf(tags.value ?? [])) : tags;
}

interface Reading {
  readonly name: string;
  readonly arn: string;
  readonly stream: Known<DeliveryStreamDescription | null>;
  readonly tags: Known<Tags>;
}

function recordOf(session: AwsSession, region: string, { name, arn, stream, tags }: Reading): ResourceRecord {
  const told = stream.known ? stream.value : null;
  return {
    kind: "record",
    id: arn,
    type: firehoseDeliveryStream.type,
    role: firehoseDeliveryStream.role,
    scope: session.scope,
    name,
    ...placedByAsking("firehose:ListDeliveryStreams", region),
    tags,
    aliases: [],
    links: told === null ? [] : [...firehoseLinks(told, session.scope), ...keys(session, region, told)],
    attributes: {
      ...(told?.DeliveryStreamType === undefined ? {} : { source: told.DeliveryStreamType }),
      ...(told?.DeliveryStreamStatus === undefined ? {} : { state: told.DeliveryStreamStatus }),
      ...(told?.DeliveryStreamEncryptionConfiguration?.Status === "ENABLED" ? { encrypted: true } : {}),
    },
  };
}

/** What waits to be delivered is kept for a day at most, under the key of the stream where it has one. */
function keys(session: AwsSession, region: string, told: DeliveryStreamDescription): readonly Link[] {
  const { Status: status, KeyARN: key } = told.DeliveryStreamEncryptionConfiguration ?? {};
  if (status !== "ENABLED") return [];
  const field = "DeliveryStreamDescription.DeliveryStreamEncryptionConfiguration.KeyARN";
  return keyElsewhere(session.scope, region, key, { source: "firehose:DescribeDeliveryStream", field });
}
