import type { Destination } from "@aws-sdk/client-cloudwatch-logs";
import { type Known, known, type Link, type ResourceRecord, type ResourceType } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import { letsEveryoneRead, parsePolicy, type ResourcePolicy, readersOf } from "../resource-policy.ts";
import type { AwsSession } from "../session.ts";
import { arnTarget } from "../targets.ts";

/**
 * Where log groups of other accounts stream to: a name in this region, in front of a stream that may lie in any other. So a
 * subscription that ends in the region may still leave it.
 */
export const logsDestination: ResourceType<AwsSession> = {
  type: "aws/logs/destination",
  title: { en: "CloudWatch Logs destination", zh: "CloudWatch Logs 目标" },
  role: "flow",
  service: "logs",
  reach: "per-region",
  operations: [
    { operation: "DescribeDestinations", permission: "logs:DescribeDestinations" },
    { operation: "ListTagsForResource", permission: "logs:ListTagsForResource", per: "resource" },
  ],
  links: ["streams-to"],
  unseen: {
    en: "Which log groups of other accounts stream into it: their own scan tells.",
    zh: "其他账户的哪些日志组写入该目标，需由这些账户的扫描给出。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const sdk = await import("@aws-sdk/client-cloudwatch-logs");
    const logs = session.client(sdk.CloudWatchLogsClient, here);
    const destinations = itemsOf(caller, "DescribeDestinations", async (nextToken, abortSignal) => {
      const answer = await logs.send(new sdk.DescribeDestinationsCommand({ limit: 50, nextToken }), { abortSignal });
      return { items: required(answer.destinations, "destinations"), next: answer.nextToken };
    });
    yield* caller.each(destinations, async (destination) => {
      const resourceArn = required(destination.arn, "arn");
      const tags = await caller.ask("ListTagsForResource", resourceArn, async (abortSignal) => {
        const answer = await logs.send(new sdk.ListTagsForResourceCommand({ resourceArn }), { abortSignal });
        return required(answer.tags, "tags");
      });
      // No call: a policy that cannot be read is a gap of its destination, and costs the others nothing.
      const policy = await caller.ask("DescribeDestinations", resourceArn, async () =>
        destination.accessPolicy ? parsePolicy(destination.accessPolicy) : null,
      );
      return recordOf(session, here, destination, {
        tags: tags.known ? known(tags.value ?? {}) : tags,
        policy,
      });
    });
  },
};

interface Details {
  readonly tags: ResourceRecord["tags"];
  readonly policy: Known<ResourcePolicy | null>;
}

function recordOf(session: AwsSession, region: string, destination: Destination, details: Details): ResourceRecord {
  const writers = writersOf(details.policy, session.scope.account);
  return {
    kind: "record",
    id: required(destination.arn, "arn"),
    type: logsDestination.type,
    role: logsDestination.role,
    scope: session.scope,
    name: required(destination.destinationName, "destinationName"),
    ...placedByAsking("logs:DescribeDestinations", region),
    tags: details.tags,
    aliases: [],
    links: target(session, destination),
    attributes: writers === "" ? {} : { writers },
  };
}

function target(session: AwsSession, { targetArn }: Destination): readonly Link[] {
  if (!targetArn) return [];
  return [
    {
      kind: "streams-to",
      direction: "to",
      target: arnTarget(targetArn, session.scope),
      evidence: { source: "logs:DescribeDestinations", field: "destinations[].targetArn", value: targetArn },
    },
  ];
}

const writing = ["logs:putsubscriptionfilter"];

/** Who may point log groups here: data comes from them, none goes to them, so it is no link. */
function writersOf(policy: Known<ResourcePolicy | null>, own: string): string {
  if (!policy.known || policy.value === null) return "";
  if (letsEveryoneRead(policy.value, writing)) return "*";
  return readersOf(policy.value, own, writing)
    .map(({ party }) => party)
    .join(" ");
}
