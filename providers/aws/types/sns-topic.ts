import type { SNSClient, Subscription } from "@aws-sdk/client-sns";
import {
  type Caller,
  type Known,
  known,
  type ResourceRecord,
  type ResourceType,
  type Tags,
} from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { detailItems } from "../listed-detail.ts";
import { whenNeeded } from "../needed.ts";
import { keyElsewhere } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import { policyReach } from "../policy-reach.ts";
import { parsePolicy, type ResourcePolicy } from "../resource-policy.ts";
import type { AwsSession } from "../session.ts";
import { isConfirmed, subscriptionLinks, type ToldSubscription } from "../streams/subscriptions.ts";
import { tagsOf } from "../tags.ts";

/**
 * A topic: hands every message to its subscribers. Subscriptions are listed once for the region, which tells the account's own;
 * one that another account made is told only by the topic itself, which is asked where it counts more than the list has.
 */
export const snsTopic: ResourceType<AwsSession> = {
  type: "aws/sns/topic",
  title: { en: "SNS topic", zh: "SNS 主题" },
  role: "flow",
  service: "sns",
  reach: "per-region",
  operations: [
    { operation: "ListTopics", permission: "sns:ListTopics" },
    { operation: "ListSubscriptions", permission: "sns:ListSubscriptions" },
    { operation: "GetTopicAttributes", permission: "sns:GetTopicAttributes", per: "resource" },
    { operation: "ListSubscriptionsByTopic", permission: "sns:ListSubscriptionsByTopic", per: "resource" },
    { operation: "ListTagsForResource", permission: "sns:ListTagsForResource", per: "resource" },
  ],
  links: ["streams-to", "reachable-from", "key-held-in"],
  unseen: {
    en: "What messages hold, filters of subscriptions, and where web endpoints, mailboxes and phones are. Addresses and numbers are not kept.",
    zh: "消息内容、订阅筛选条件以及网址、邮箱和手机所在地不可见；不保留邮箱地址和手机号码。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { ListTopicsCommand, SNSClient } = await import("@aws-sdk/client-sns");
    const sns = session.client(SNSClient, here);
    const topics = itemsOf(caller, "ListTopics", async (NextToken, abortSignal) => {
      const answer = await sns.send(new ListTopicsCommand({ NextToken }), { abortSignal });
      return { items: required(answer.Topics, "Topics"), next: answer.NextToken };
    });
    const subscriptions = whenNeeded(() => listSubscriptions(caller, sns));
    let byTopic: ReadonlyMap<string | undefined, readonly Subscription[]> | undefined;
    yield* caller.each(topics, async ({ TopicArn }) => {
      const arn = required(TopicArn, "TopicArn");
      byTopic ??= Map.groupBy(await subscriptions.get(), (subscription) => subscription.TopicArn);
      const own = byTopic.get(arn) ?? [];
      const settings = await settingsOf(caller, sns, arn);
      const all = await allSubscriptions(caller, sns, arn, own, settings);
      return recordOf(session, here, { arn, settings, subscriptions: all, tags: await topicTags(caller, sns, arn) });
    });
    await subscriptions.settle();
  },
};

async function* listSubscriptions(caller: Caller, sns: SNSClient): AsyncGenerator<Subscription> {
  const { ListSubscriptionsCommand } = await import("@aws-sdk/client-sns");
  yield* itemsOf(caller, "ListSubscriptions", async (NextToken, abortSignal) => {
    const answer = await sns.send(new ListSubscriptionsCommand({ NextToken }), { abortSignal });
    return { items: required(answer.Subscriptions, "Subscriptions"), next: answer.NextToken };
  });
}

interface Settings {
  readonly confirmed: number;
  readonly key: string | undefined;
  /** It keeps what it hands on, to be replayed. */
  readonly archives: boolean;
  readonly policy: ResourcePolicy | null;
}

async function settingsOf(caller: Caller, sns: SNSClient, TopicArn: string): Promise<Known<Settings | null>> {
  const { GetTopicAttributesCommand } = await import("@aws-sdk/client-sns");
  return caller.ask("GetTopicAttributes", TopicArn, async (abortSignal) => {
    const answer = await sns.send(new GetTopicAttributesCommand({ TopicArn }), { abortSignal });
    const attributes = required(answer.Attributes, "Attributes");
    return {
      confirmed: Number(required(attributes["SubscriptionsConfirmed"], "Attributes.SubscriptionsConfirmed")),
      key: attributes["KmsMasterKeyId"] || undefined,
      archives: ![undefined, "", "{}"].includes(attributes["ArchivePolicy"]),
      policy: attributes["Policy"] ? parsePolicy(attributes["Policy"]) : null,
    };
  });
}

async function allSubscriptions(
  caller: Caller,
  sns: SNSClient,
  TopicArn: string,
  own: readonly Subscription[],
  settings: Known<Settings | null>,
): Promise<readonly ToldSubscription[]> {
  const count = settings.known ? settings.value?.confirmed : undefined;
  const listed = own.map((subscription) => ({ ...subscription, source: "sns:ListSubscriptions" }));
  if (count !== undefined && count <= own.filter(isConfirmed).length) return listed;
  const { ListSubscriptionsByTopicCommand } = await import("@aws-sdk/client-sns");
  const others: Subscription[] = [];
  const found = detailItems(caller, "ListSubscriptionsByTopic", TopicArn, async (NextToken, abortSignal) => {
    const answer = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn, NextToken }), { abortSignal });
    return { items: required(answer.Subscriptions, "Subscriptions"), next: answer.NextToken };
  });
  for await (const subscription of found) others.push(subscription);
  return [...others.map((subscription) => ({ ...subscription, source: "sns:ListSubscriptionsByTopic" })), ...listed];
}

async function topicTags(caller: Caller, sns: SNSClient, ResourceArn: string): Promise<Known<Tags>> {
  const { ListTagsForResourceCommand } = await import("@aws-sdk/client-sns");
  const tags = await caller.ask("ListTagsForResource", ResourceArn, async (abortSignal) =>
    required((await sns.send(new ListTagsForResourceCommand({ ResourceArn }), { abortSignal })).Tags, "Tags"),
  );
  return tags.known ? known(tagsOf(tags.value ?? [])) : tags;
}

interface Reading {
  readonly arn: string;
  readonly settings: Known<Settings | null>;
  readonly subscriptions: readonly ToldSubscription[];
  readonly tags: Known<Tags>;
}

function recordOf(session: AwsSession, region: string, reading: Reading): ResourceRecord {
  const { arn, settings, subscriptions, tags } = reading;
  const told = settings.known ? settings.value : null;
  const reach = policyReach(known(told?.policy ?? null), {
    own: session.scope.account,
    actions: ["sns:subscribe"],
    source: "sns:GetTopicAttributes",
    field: "Attributes.Policy",
  });
  return {
    kind: "record",
    id: arn,
    type: snsTopic.type,
    // One that archives holds messages for up to a year.
    role: told?.archives === true ? "store" : snsTopic.role,
    scope: session.scope,
    name: arn.slice(arn.lastIndexOf(":") + 1),
    ...placedByAsking("sns:ListTopics", region),
    tags,
    aliases: [],
    links: [
      ...subscriptionLinks(subscriptions, session.scope),
      ...reach,
      ...keyElsewhere(session.scope, region, told?.key, {
        source: "sns:GetTopicAttributes",
        field: "Attributes.KmsMasterKeyId",
      }),
    ],
    attributes: {
      ...(told?.key === undefined ? {} : { encrypted: true }),
      ...(told?.archives === true ? { archives: true } : {}),
    },
  };
}
