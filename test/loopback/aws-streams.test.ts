import { describe, expect, test } from "vitest";
import { type AwsAccount, serveAws } from "../../providers/aws/loopback.ts";
import type { LoopbackCall } from "../../src/model/index.ts";
import { type AwsScan, gapLines, scanAws } from "../support/aws-scan.ts";

const account = "444455556666";
const region = "ap-east-1";
const arn = (service: string, rest: string) => `arn:aws:${service}:${region}:${account}:${rest}`;

type Services = NonNullable<AwsAccount["services"]>[string];

async function scanned(
  services: Services,
  types: readonly string[],
): Promise<AwsScan & { readonly calls: readonly LoopbackCall[] }> {
  const one: AwsAccount = {
    id: account,
    partition: "aws",
    regions: [{ id: region }],
    services: { [region]: services },
  };
  const cloud = await serveAws({ accounts: [one] });
  try {
    const scan = await scanAws({ provider: "aws", regions: [region], endpoint: cloud.url }, { types });
    return { ...scan, calls: cloud.calls };
  } finally {
    await cloud.close();
  }
}

function linksOf({ records }: AwsScan): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    records.map(({ name, links }) => [name, links.map(({ kind, target }) => `${kind} ${target.id ?? target.party}`)]),
  );
}

describe("log groups", () => {
  const group = (logGroupName: string, rest: object = {}) => ({
    logGroupName,
    logGroupArn: arn("logs", `log-group:${logGroupName}`),
    logGroupClass: "STANDARD",
    ...rest,
  });
  const policy = (policyName: string, selectionCriteria?: string, policyDocument?: string) => ({
    policyName,
    policyType: "SUBSCRIPTION_FILTER_POLICY",
    policyDocument: policyDocument ?? JSON.stringify({ DestinationArn: arn("kinesis", `stream/${policyName}`) }),
    ...(selectionCriteria === undefined ? {} : { selectionCriteria }),
  });

  test("a stream of the whole account is one of every group that its criteria do not leave out", async () => {
    const scan = await scanned(
      {
        logs: {
          logGroups: [group("a"), group("b/1"), group("rare", { logGroupClass: "INFREQUENT_ACCESS" })],
          accountPolicies: [
            policy("all"),
            policy("not-a", 'LogGroupName NOT IN ["a"]'),
            policy("only-b", 'LogGroupNamePrefix IN ["b/"]'),
            policy("of-tomorrow", "LogGroupTag = x"),
          ],
        },
      },
      ["aws/logs/log-group"],
    );
    const stream = (name: string) => `streams-to ${arn("kinesis", `stream/${name}`)}`;
    expect(linksOf(scan)).toEqual({
      a: [stream("all"), stream("of-tomorrow")],
      "b/1": [stream("all"), stream("not-a"), stream("only-b"), stream("of-tomorrow")],
      // Its class takes no subscriptions.
      rare: [],
    });
    const asked = scan.calls.filter(({ operation }) => operation === "DescribeSubscriptionFilters");
    expect(asked.map(({ resource }) => resource).sort()).toEqual(["a", "b/1"]);
  });

  test("an account policy that cannot be read is a gap, and the groups are there", async () => {
    const scan = await scanned(
      { logs: { logGroups: [group("a")], accountPolicies: [policy("odd", undefined, "secret text")] } },
      ["aws/logs/log-group"],
    );
    expect(gapLines(scan.gaps)).toEqual([`aws/logs/log-group ${region} DescribeAccountPolicies malformed list`]);
    expect(scan.records).toHaveLength(1);
    expect(JSON.stringify(scan)).not.toContain("secret text");
  });

  test("a group of the delivery class keeps nothing longer than a day", async () => {
    const scan = await scanned({ logs: { logGroups: [group("a", { logGroupClass: "DELIVERY" })] } }, [
      "aws/logs/log-group",
    ]);
    expect(scan.records[0]?.attributes).toMatchObject({ retentionDays: 1 });
  });

  test("a region without groups costs one call", async () => {
    const scan = await scanned({}, ["aws/logs/log-group"]);
    const operations = scan.calls.map(({ operation }) => operation);
    expect(operations.filter((operation) => !["GetCallerIdentity", "DescribeRegions"].includes(operation))).toEqual([
      "DescribeLogGroups",
    ]);
  });
});

describe("queues", () => {
  const queue = (name: string, rest: object = {}) => ({
    QueueUrl: `https://queues.example.net/${account}/${name}`,
    QueueArn: arn("sqs", name),
    ...rest,
  });

  test("the host in a queue's URL is not called, and one that was deleted a moment ago is no queue and no gap", async () => {
    const items = [queue("here"), queue("gone")];
    const queues = {
      count: items.length,
      at: (index: number) => items[index] ?? queue("none"),
      find: (url: string) => items.find(({ QueueUrl }) => QueueUrl === url && !url.endsWith("/gone")),
    };
    const scan = await scanned({ sqs: { queues } }, ["aws/sqs/queue"]);
    expect(scan.records.map(({ id }) => id)).toEqual([arn("sqs", "here")]);
    expect(scan.gaps).toEqual([]);
    expect(scan.hosts.every((host) => host.startsWith("127.0.0.1"))).toBe(true);
  });

  test("policies that cannot be read are gaps of their queues, and their text is in none", async () => {
    const scan = await scanned(
      {
        sqs: {
          queues: [
            queue("redrive", { RedrivePolicy: "secret text" }),
            queue("policy", { Policy: "secret text" }),
            queue("fine", { SqsManagedSseEnabled: "true" }),
          ],
        },
      },
      ["aws/sqs/queue"],
    );
    expect(gapLines(scan.gaps)).toEqual(
      ["policy", "redrive"].map((name) => `aws/sqs/queue ${region} GetQueueAttributes malformed ${arn("sqs", name)}`),
    );
    expect(scan.records.map(({ name, attributes }) => [name, attributes["encrypted"]])).toEqual([
      ["redrive", undefined],
      ["policy", undefined],
      ["fine", true],
    ]);
    expect(JSON.stringify(scan)).not.toContain("secret text");
  });
});

test("addresses and numbers of a topic's subscribers are in no record, and no path of a web endpoint", async () => {
  const TopicArn = arn("sns", "orders");
  const subscription = (Protocol: string, Endpoint: string) => ({
    SubscriptionArn: `${TopicArn}:${Protocol}`,
    Owner: account,
    Protocol,
    Endpoint,
    TopicArn,
  });
  const scan = await scanned(
    {
      sns: {
        topics: [{ TopicArn, $attributes: { SubscriptionsConfirmed: "5" } }],
        subscriptions: [
          subscription("email", "zhang.san@example.com"),
          subscription("sms", "+8613800138000"),
          subscription("https", "https://zhang:secret@example.com/13800138000?key=secret"),
          subscription("application", arn("sns", "endpoint/APNS/app/13800138000")),
          subscription("https", "not an address 13800138000"),
        ],
      },
    },
    ["aws/sns/topic"],
  );
  expect(linksOf(scan)).toEqual({
    orders: ["application", "email", "example.com", "https", "sms"].map((end) => `streams-to ${end}`),
  });
  expect(JSON.stringify(scan)).not.toMatch(/zhang|secret|13800138000/);
  // All five are the account's own: the topic is not asked again.
  expect(scan.calls.map(({ operation }) => operation)).not.toContain("ListSubscriptionsByTopic");
});

test("a region without CloudTrail Lake holds no event data store, and that is no gap", async () => {
  const scan = await scanned({ cloudtrail: { withoutLake: [] } }, ["aws/cloudtrail/event-data-store"]);
  expect(scan.records).toEqual([]);
  expect(scan.gaps).toEqual([]);
});
