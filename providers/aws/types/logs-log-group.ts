import type { CloudWatchLogsClient, ExportTask, LogGroup, SubscriptionFilter } from "@aws-sdk/client-cloudwatch-logs";
import type { Caller, Known, Link, ResourceRecord, ResourceType, Tags } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { arnOf, bucketArn } from "../arn.ts";
import { type Gathered, gather, throwFailures } from "../gathered.ts";
import { detailItems } from "../listed-detail.ts";
import { type AccountSubscription, accountSubscriptions } from "../logs/account-subscriptions.ts";
import { type LogWriters, logAttributes, readLogWriters } from "../logs/log-kind.ts";
import { keyElsewhere } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import type { AwsSession } from "../session.ts";
import { arnTarget, functionOfArn, logGroupOfArn } from "../targets.ts";

/**
 * A store of logs. A group says nothing of its subscriptions and tags, and no call tells those of several groups, so each is
 * asked by itself; what the account streams as a whole, exports and who writes into it are asked once per region.
 */
export const logsLogGroup: ResourceType<AwsSession> = {
  type: "aws/logs/log-group",
  title: { en: "CloudWatch log group", zh: "CloudWatch 日志组" },
  role: "store",
  service: "logs",
  reach: "per-region",
  operations: [
    { operation: "DescribeLogGroups", permission: "logs:DescribeLogGroups" },
    { operation: "DescribeSubscriptionFilters", permission: "logs:DescribeSubscriptionFilters", per: "resource" },
    { operation: "ListTagsForResource", permission: "logs:ListTagsForResource", per: "resource" },
    { operation: "DescribeAccountPolicies", permission: "logs:DescribeAccountPolicies" },
    { operation: "DescribeExportTasks", permission: "logs:DescribeExportTasks" },
    { operation: "DescribeFlowLogs", permission: "ec2:DescribeFlowLogs" },
    { operation: "DescribeTrails", permission: "cloudtrail:DescribeTrails" },
  ],
  links: ["streams-to", "key-held-in"],
  unseen: {
    en: "What the log lines hold, older export tasks that AWS no longer lists, monitoring accounts that may look into the group, and who writes into it other than flow logs, trails and the services whose names it bears.",
    zh: "日志内容、AWS 不再列出的较早导出任务、可跨账户查看该日志组的监控账户，以及流日志、跟踪和日志组名称所示服务之外的写入方不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const sdk = await import("@aws-sdk/client-cloudwatch-logs");
    const logs = session.client(sdk.CloudWatchLogsClient, here);
    const groups = itemsOf(caller, "DescribeLogGroups", async (nextToken, abortSignal) => {
      const answer = await logs.send(new sdk.DescribeLogGroupsCommand({ limit: 50, nextToken }), { abortSignal });
      return { items: required(answer.logGroups, "logGroups"), next: answer.nextToken };
    });
    // Asked when the first group turns up: most regions have none.
    let surroundings: Promise<Surroundings> | undefined;
    yield* caller.each(groups, async (group) => {
      surroundings ??= readSurroundings(session, here, caller);
      return readGroup({ session, region: here, caller, logs, group }, await surroundings);
    });
    const { subscriptions, exports, writers } = (await surroundings) ?? {};
    throwFailures(...[subscriptions, exports].filter((list) => list !== undefined));
    writers?.end();
  },
};

/** What is told for the region as a whole. */
interface Surroundings {
  readonly subscriptions: Gathered<AccountSubscription>;
  /** Export tasks by the name of their group. */
  readonly exports: Gathered<ExportTask>;
  readonly exportsOf: ReadonlyMap<string | undefined, readonly ExportTask[]>;
  readonly writers: LogWriters;
}

interface Reading {
  readonly session: AwsSession;
  readonly region: string;
  readonly caller: Caller;
  readonly logs: CloudWatchLogsClient;
  readonly group: LogGroup;
}

async function readSurroundings(session: AwsSession, region: string, caller: Caller): Promise<Surroundings> {
  const exports = await gather(exportTasks(session, region, caller));
  return {
    subscriptions: await gather(accountSubscriptions(session, region, caller)),
    exports,
    exportsOf: Map.groupBy(exports.items, ({ logGroupName }) => logGroupName),
    writers: await readLogWriters(session, region, caller),
  };
}

async function* exportTasks(session: AwsSession, region: string, caller: Caller): AsyncGenerator<ExportTask> {
  const { CloudWatchLogsClient, DescribeExportTasksCommand } = await import("@aws-sdk/client-cloudwatch-logs");
  const logs = session.client(CloudWatchLogsClient, region);
  yield* itemsOf(caller, "DescribeExportTasks", async (nextToken, abortSignal) => {
    const answer = await logs.send(new DescribeExportTasksCommand({ limit: 50, nextToken }), { abortSignal });
    return { items: required(answer.exportTasks, "exportTasks"), next: answer.nextToken };
  });
}

async function readGroup(reading: Reading, surroundings: Surroundings): Promise<ResourceRecord> {
  const { session, region, caller, logs, group } = reading;
  const name = required(group.logGroupName, "logGroupName");
  const id = logGroupOfArn(group.logGroupArn ?? group.arn ?? arnOf(session.scope, "logs", region, `log-group:${name}`));
  const filters = await subscriptionsOf(caller, logs, group, name, id);
  return {
    kind: "record",
    id,
    type: logsLogGroup.type,
    role: logsLogGroup.role,
    scope: session.scope,
    name,
    ...placedByAsking("logs:DescribeLogGroups", region),
    tags: await tagsOf(caller, logs, id),
    aliases: [],
    links: [
      ...own(session, filters),
      ...ofAccount(session, group, name, surroundings.subscriptions.items),
      ...exported(session, surroundings.exportsOf.get(name) ?? []),
      ...keyElsewhere(session.scope, region, group.kmsKeyId, { source: "logs:DescribeLogGroups", field: "kmsKeyId" }),
    ],
    attributes: {
      retentionDays: group.retentionInDays ?? (group.logGroupClass === "DELIVERY" ? 1 : "unlimited"),
      ...logAttributes({ id, name }, surroundings.writers),
      ...(group.kmsKeyId ? { encrypted: true } : {}),
      ...(group.logGroupClass === undefined ? {} : { logGroupClass: group.logGroupClass }),
    },
  };
}

/** Only the standard class takes subscriptions; groups of the other two are passed on by nobody but readers. */
function streams({ logGroupClass }: LogGroup): boolean {
  return logGroupClass !== "INFREQUENT_ACCESS" && logGroupClass !== "DELIVERY";
}

async function subscriptionsOf(
  caller: Caller,
  logs: CloudWatchLogsClient,
  group: LogGroup,
  logGroupName: string,
  id: string,
): Promise<readonly SubscriptionFilter[]> {
  if (!streams(group)) return [];
  const { DescribeSubscriptionFiltersCommand } = await import("@aws-sdk/client-cloudwatch-logs");
  const filters: SubscriptionFilter[] = [];
  const found = detailItems(caller, "DescribeSubscriptionFilters", id, async (nextToken, abortSignal) => {
    const request = new DescribeSubscriptionFiltersCommand({ logGroupName, limit: 50, nextToken });
    const answer = await logs.send(request, { abortSignal });
    return { items: required(answer.subscriptionFilters, "subscriptionFilters"), next: answer.nextToken };
  });
  for await (const filter of found) filters.push(filter);
  return filters;
}

async function tagsOf(caller: Caller, logs: CloudWatchLogsClient, resourceArn: string): Promise<Known<Tags>> {
  const { ListTagsForResourceCommand } = await import("@aws-sdk/client-cloudwatch-logs");
  const tags = await caller.ask("ListTagsForResource", resourceArn, async (abortSignal) =>
    required((await logs.send(new ListTagsForResourceCommand({ resourceArn }), { abortSignal })).tags, "tags"),
  );
  return tags.known ? { known: true, value: tags.value ?? {} } : tags;
}

function own(session: AwsSession, filters: readonly SubscriptionFilter[]): readonly Link[] {
  return filters.flatMap(({ destinationArn }) =>
    destinationArn === undefined
      ? []
      : [stream(session, destinationArn, "DescribeSubscriptionFilters", "subscriptionFilters[].destinationArn")],
  );
}

function ofAccount(
  session: AwsSession,
  group: LogGroup,
  name: string,
  subscriptions: readonly AccountSubscription[],
): readonly Link[] {
  return subscriptions
    .filter((subscription) => streams(group) && subscription.covers(name))
    .map(({ destination }) =>
      stream(session, destination, "DescribeAccountPolicies", "accountPolicies[].policyDocument.DestinationArn"),
    );
}

function stream(session: AwsSession, arn: string, operation: string, field: string): Link {
  return {
    kind: "streams-to",
    direction: "to",
    target: arnTarget(functionOfArn(arn), session.scope),
    evidence: { source: `logs:${operation}`, field, value: arn },
  };
}

/** Tasks that carried something, or will. */
const carrying = new Set<string | undefined>(["COMPLETED", "PENDING", "RUNNING"]);

/**
 * An export carries a span of time by a job, as a stream does, and leaves no copy of the whole group: to call it one would let
 * a bucket in the mainland stand for logs that it does not hold.
 */
function exported(session: AwsSession, tasks: readonly ExportTask[]): readonly Link[] {
  const buckets = new Set(
    tasks.flatMap(({ destination, status }) => (destination && carrying.has(status?.code) ? [destination] : [])),
  );
  return [...buckets].sort().map((bucket) => ({
    kind: "streams-to",
    direction: "to",
    target: { id: bucketArn(session.scope.partition, bucket) },
    evidence: { source: "logs:DescribeExportTasks", field: "exportTasks[].destination", value: bucket },
  }));
}
