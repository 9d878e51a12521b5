import type { KinesisClient, StreamDescriptionSummary, StreamSummary } from "@aws-sdk/client-kinesis";
import {
  type Caller,
  type Known,
  known,
  type ResourceRecord,
  type ResourceType,
  type Tags,
} from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { keyElsewhere } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import { policyReach } from "../policy-reach.ts";
import { parsePolicy, type ResourcePolicy } from "../resource-policy.ts";
import type { AwsSession } from "../session.ts";
import { tagsOf } from "../tags.ts";
import { wholeDetail } from "../whole-detail.ts";

/** A stream: keeps its records for a day to a year. Who reads it says so itself: a delivery stream, a function, a table. */
export const kinesisStream: ResourceType<AwsSession> = {
  type: "aws/kinesis/stream",
  title: { en: "Kinesis data stream", zh: "Kinesis 数据流" },
  role: "store",
  service: "kinesis",
  reach: "per-region",
  operations: [
    { operation: "ListStreams", permission: "kinesis:ListStreams" },
    { operation: "DescribeStreamSummary", permission: "kinesis:DescribeStreamSummary", per: "resource" },
    { operation: "GetResourcePolicy", permission: "kinesis:GetResourcePolicy", per: "resource" },
    { operation: "ListTagsForStream", permission: "kinesis:ListTagsForStream", per: "resource" },
  ],
  links: ["reachable-from", "key-held-in"],
  unseen: {
    en: "Consumers, registered or not, the policies of registered ones, and what records hold.",
    zh: "已注册和未注册的使用者、已注册使用者自身的策略以及记录内容不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { KinesisClient, ListStreamsCommand } = await import("@aws-sdk/client-kinesis");
    const kinesis = session.client(KinesisClient, here);
    // The next page begins after the last name: every endpoint knows that, and not each the newer token.
    const streams = itemsOf(caller, "ListStreams", async (ExclusiveStartStreamName, abortSignal) => {
      // More than a hundred are never given.
      const answer = await kinesis.send(new ListStreamsCommand({ Limit: 100, ExclusiveStartStreamName }), {
        abortSignal,
      });
      const items = required(answer.StreamSummaries, "StreamSummaries");
      const more = required(answer.HasMoreStreams, "HasMoreStreams");
      return { items, next: more ? required(items.at(-1)?.StreamName, "StreamSummaries[].StreamName") : undefined };
    });
    yield* caller.each(streams, async (stream) => {
      const arn = required(stream.StreamARN, "StreamARN");
      const summary = await summaryOf(caller, kinesis, arn);
      const policy = await policyOf(caller, kinesis, arn);
      return recordOf(session, here, stream, { summary, policy, tags: await streamTags(caller, kinesis, arn) });
    });
  },
};

async function summaryOf(
  caller: Caller,
  kinesis: KinesisClient,
  StreamARN: string,
): Promise<Known<StreamDescriptionSummary | null>> {
  const { DescribeStreamSummaryCommand } = await import("@aws-sdk/client-kinesis");
  return caller.ask("DescribeStreamSummary", StreamARN, async (abortSignal) => {
    const answer = await kinesis.send(new DescribeStreamSummaryCommand({ StreamARN }), { abortSignal });
    return required(answer.StreamDescriptionSummary, "StreamDescriptionSummary");
  });
}

/** A stream without a policy is answered with an empty object. */
async function policyOf(
  caller: Caller,
  kinesis: KinesisClient,
  ResourceARN: string,
): Promise<Known<ResourcePolicy | null>> {
  const { GetResourcePolicyCommand } = await import("@aws-sdk/client-kinesis");
  return caller.ask("GetResourcePolicy", ResourceARN, async (abortSignal) => {
    const answer = await kinesis.send(new GetResourcePolicyCommand({ ResourceARN }), { abortSignal });
    const text = required(answer.Policy, "Policy");
    return text === "" || text === "{}" ? null : parsePolicy(text);
  });
}

async function streamTags(caller: Caller, kinesis: KinesisClient, StreamARN: string): Promise<Known<Tags>> {
  const { ListTagsForStreamCommand } = await import("@aws-sdk/client-kinesis");
  const tags = await wholeDetail(caller, "ListTagsForStream", StreamARN, async (token, abortSignal) => {
    const request = new ListTagsForStreamCommand({ StreamARN, Limit: 50, ExclusiveStartTagKey: token });
    const answer = await kinesis.send(request, { abortSignal });
    const items = required(answer.Tags, "Tags");
    return { items, next: answer.HasMoreTags === true ? required(items.at(-1)?.Key, "Tags[].Key") : undefined };
  });
  return tags.known ? known(tagsOf(tags.value ?? [])) : tags;
}

interface Details {
  readonly summary: Known<StreamDescriptionSummary | null>;
  readonly policy: Known<ResourcePolicy | null>;
  readonly tags: Known<Tags>;
}

function recordOf(
  session: AwsSession,
  region: string,
  stream: StreamSummary,
  { summary, policy, tags }: Details,
): ResourceRecord {
  const told = summary.known ? summary.value : null;
  return {
    kind: "record",
    id: required(stream.StreamARN, "StreamARN"),
    type: kinesisStream.type,
    role: kinesisStream.role,
    scope: session.scope,
    name: required(stream.StreamName, "StreamName"),
    ...placedByAsking("kinesis:ListStreams", region),
    tags,
    aliases: [],
    links: [
      ...policyReach(policy, {
        own: session.scope.account,
        actions: ["kinesis:getrecords", "kinesis:subscribetoshard"],
        source: "kinesis:GetResourcePolicy",
        field: "Policy",
      }),
      ...keyElsewhere(session.scope, region, told?.KeyId, { source: "kinesis:DescribeStreamSummary", field: "KeyId" }),
    ],
    attributes: {
      ...(told?.EncryptionType === undefined ? {} : { encrypted: told.EncryptionType !== "NONE" }),
      // In hours: `retentionDays` is what rules of logs read.
      ...(told?.RetentionPeriodHours === undefined ? {} : { retentionHours: told.RetentionPeriodHours }),
      ...(told?.ConsumerCount === undefined ? {} : { registeredConsumers: told.ConsumerCount }),
    },
  };
}
