import type { SQSClient } from "@aws-sdk/client-sqs";
import { z } from "zod";
import {
  type Caller,
  type Known,
  known,
  type Link,
  type ResourceRecord,
  type ResourceType,
} from "../../../src/model/index.ts";
import { MalformedAnswer, required } from "../answer.ts";
import { arnOf } from "../arn.ts";
import { keyElsewhere } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import { policyReach } from "../policy-reach.ts";
import { parsePolicy, type ResourcePolicy } from "../resource-policy.ts";
import type { AwsSession } from "../session.ts";
import { arnTarget } from "../targets.ts";

/** A queue: keeps messages for up to two weeks. */
export const sqsQueue: ResourceType<AwsSession> = {
  type: "aws/sqs/queue",
  title: { en: "SQS queue", zh: "SQS 队列" },
  role: "store",
  service: "sqs",
  reach: "per-region",
  operations: [
    { operation: "ListQueues", permission: "sqs:ListQueues" },
    { operation: "GetQueueAttributes", permission: "sqs:GetQueueAttributes", per: "resource" },
    { operation: "ListQueueTags", permission: "sqs:ListQueueTags", per: "resource" },
  ],
  links: ["streams-to", "reachable-from", "key-held-in"],
  unseen: {
    en: "What messages hold, who receives them within the account, and message moves out of a dead-letter queue.",
    zh: "消息内容、账户内的接收方以及从死信队列移出消息的任务不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { ListQueuesCommand, SQSClient } = await import("@aws-sdk/client-sqs");
    const sqs = session.client(SQSClient, here);
    const urls = itemsOf(caller, "ListQueues", async (NextToken, abortSignal) => {
      // Without MaxResults there is no second page: the list then ends at a thousand.
      const answer = await sqs.send(new ListQueuesCommand({ MaxResults: 1000, NextToken }), { abortSignal });
      // An account without queues is told so by the lack of the list.
      return { items: answer.QueueUrls ?? [], next: answer.NextToken };
    });
    for await (const record of caller.each(urls, (url) => readQueue(session, here, caller, sqs, url))) {
      if (record !== undefined) yield record;
    }
  },
};

/** Of a queue that was deleted a moment ago: lists name it for a minute longer. */
const gone = ["QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue"];

async function readQueue(
  session: AwsSession,
  region: string,
  caller: Caller,
  sqs: SQSClient,
  url: string,
): Promise<ResourceRecord | undefined> {
  const name = url.slice(url.lastIndexOf("/") + 1);
  const arn = arnOf(session.scope, "sqs", region, name);
  const settings = await settingsOf(caller, sqs, url, arn);
  if (settings.known && settings.value === null) return undefined;
  const { ListQueueTagsCommand } = await import("@aws-sdk/client-sqs");
  const tags = await caller.ask(
    "ListQueueTags",
    arn,
    // A queue without tags is answered without the field.
    async (abortSignal) => (await sqs.send(new ListQueueTagsCommand({ QueueUrl: url }), { abortSignal })).Tags ?? {},
    gone,
  );
  return recordOf(session, region, { name, arn, settings, tags: tags.known ? known(tags.value ?? {}) : tags });
}

interface Settings {
  readonly arn: string;
  readonly encrypted: boolean | undefined;
  readonly key: string | undefined;
  readonly deadLetters: string | undefined;
  readonly policy: ResourcePolicy | null;
}

async function settingsOf(
  caller: Caller,
  sqs: SQSClient,
  QueueUrl: string,
  arn: string,
): Promise<Known<Settings | null>> {
  const { GetQueueAttributesCommand } = await import("@aws-sdk/client-sqs");
  const request = new GetQueueAttributesCommand({
    QueueUrl,
    AttributeNames: ["QueueArn", "KmsMasterKeyId", "SqsManagedSseEnabled", "RedrivePolicy", "Policy"],
  });
  return caller.ask(
    "GetQueueAttributes",
    arn,
    async (abortSignal) => {
      const attributes = required((await sqs.send(request, { abortSignal })).Attributes, "Attributes");
      return {
        arn: required(attributes.QueueArn, "Attributes.QueueArn"),
        encrypted: attributes.KmsMasterKeyId ? true : truthOf(attributes.SqsManagedSseEnabled),
        key: attributes.KmsMasterKeyId,
        deadLetters: attributes.RedrivePolicy ? deadLettersOf(attributes.RedrivePolicy) : undefined,
        policy: attributes.Policy ? parsePolicy(attributes.Policy) : null,
      };
    },
    gone,
  );
}

function truthOf(text: string | undefined): boolean | undefined {
  return text === undefined ? undefined : text === "true";
}

const RedrivePolicy = z.object({ deadLetterTargetArn: z.string().optional() });

function deadLettersOf(text: string): string | undefined {
  try {
    return RedrivePolicy.parse(JSON.parse(text)).deadLetterTargetArn;
  } catch {
    throw new MalformedAnswer("the redrive policy cannot be read");
  }
}

interface Reading {
  readonly name: string;
  readonly arn: string;
  readonly settings: Known<Settings | null>;
  readonly tags: ResourceRecord["tags"];
}

function recordOf(session: AwsSession, region: string, { name, arn, settings, tags }: Reading): ResourceRecord {
  const told = settings.known ? settings.value : null;
  return {
    kind: "record",
    id: told?.arn ?? arn,
    type: sqsQueue.type,
    role: sqsQueue.role,
    scope: session.scope,
    name,
    ...placedByAsking("sqs:ListQueues", region),
    tags,
    aliases: [],
    links: told === null ? [] : links(session, region, told),
    attributes: told?.encrypted === undefined ? {} : { encrypted: told.encrypted },
  };
}

function links(session: AwsSession, region: string, { deadLetters, key, policy }: Settings): readonly Link[] {
  const source = "sqs:GetQueueAttributes";
  const others = [
    ...policyReach(known(policy), {
      own: session.scope.account,
      actions: ["sqs:receivemessage"],
      source,
      field: "Attributes.Policy",
    }),
    ...keyElsewhere(session.scope, region, key, { source, field: "Attributes.KmsMasterKeyId" }),
  ];
  if (deadLetters === undefined) return others;
  const evidence = { source, field: "Attributes.RedrivePolicy.deadLetterTargetArn", value: deadLetters };
  return [{ kind: "streams-to", direction: "to", target: arnTarget(deadLetters, session.scope), evidence }, ...others];
}
