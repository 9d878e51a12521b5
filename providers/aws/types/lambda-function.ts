import type { EventSourceMappingConfiguration, FunctionConfiguration, LambdaClient } from "@aws-sdk/client-lambda";
import {
  type Caller,
  type Known,
  known,
  type Link,
  type ResourceRecord,
  type ResourceType,
  type Scope,
  type Tags,
} from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { whenNeeded } from "../needed.ts";
import { neighbour } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import type { AwsSession } from "../session.ts";
import { arnTarget } from "../targets.ts";

/** A function as far as anything of it is kept: the list also tells the values of its environment, which go no further. */
type Kept = Pick<
  FunctionConfiguration,
  "FunctionArn" | "FunctionName" | "Runtime" | "PackageType" | "State" | "DeadLetterConfig" | "LoggingConfig"
>;

type Mapping = Pick<EventSourceMappingConfiguration, "EventSourceArn" | "FunctionArn" | "State" | "DestinationConfig">;

/** A function. It works on data; what feeds it, where its logs go and where what it could not handle goes. */
export const lambdaFunction: ResourceType<AwsSession> = {
  type: "aws/lambda/function",
  title: { en: "Lambda function", zh: "Lambda 函数" },
  role: "compute",
  service: "lambda",
  reach: "per-region",
  operations: [
    { operation: "ListFunctions", permission: "lambda:ListFunctions" },
    { operation: "ListEventSourceMappings", permission: "lambda:ListEventSourceMappings" },
    { operation: "ListTags", permission: "lambda:ListTags", per: "resource" },
  ],
  links: ["logs-to", "streams-to"],
  unseen: {
    en: "The code, the environment and what the function sends elsewhere; function URLs, resource policies, and destinations of asynchronous calls other than the dead-letter queue.",
    zh: "代码、环境变量以及函数自行向外发送的数据；函数 URL、资源策略以及死信队列以外的异步调用目标不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { LambdaClient: Client } = await import("@aws-sdk/client-lambda");
    const client = session.client(Client, here);
    const mappings = whenNeeded(() => listMappings(client, caller));
    let feeding: Promise<ReadonlyMap<string, readonly Mapping[]>> | undefined;
    yield* caller.each(listFunctions(client, caller), async (item) => {
      const arn = required(item.FunctionArn, "Functions[].FunctionArn");
      const tags = readTags(client, caller, arn);
      feeding ??= mappings.get().then((all) => Map.groupBy(all, ({ FunctionArn }) => unqualified(FunctionArn)));
      const own = (await feeding).get(arn) ?? [];
      return recordOf(session, here, item, { arn, tags: await tags, mappings: own });
    });
    await mappings.settle();
  },
};

function listFunctions(client: LambdaClient, caller: Caller): AsyncIterable<Kept> {
  return itemsOf(caller, "ListFunctions", async (token, abortSignal) => {
    const { ListFunctionsCommand } = await import("@aws-sdk/client-lambda");
    // A page holds 50, whatever is asked for.
    const answer = await client.send(new ListFunctionsCommand({ MaxItems: 50, Marker: token }), { abortSignal });
    const items = required(answer.Functions, "Functions").map(
      ({ FunctionArn, FunctionName, Runtime, PackageType, State, DeadLetterConfig, LoggingConfig }) => ({
        FunctionArn,
        FunctionName,
        Runtime,
        PackageType,
        State,
        DeadLetterConfig,
        LoggingConfig,
      }),
    );
    return { items, next: answer.NextMarker };
  });
}

function listMappings(client: LambdaClient, caller: Caller): AsyncIterable<Mapping> {
  return itemsOf(caller, "ListEventSourceMappings", async (token, abortSignal) => {
    const { ListEventSourceMappingsCommand } = await import("@aws-sdk/client-lambda");
    const request = new ListEventSourceMappingsCommand({ MaxItems: 100, Marker: token });
    const answer = await client.send(request, { abortSignal });
    const items = required(answer.EventSourceMappings, "EventSourceMappings").map(
      ({ EventSourceArn, FunctionArn, State, DestinationConfig }) => ({
        EventSourceArn,
        FunctionArn,
        State,
        DestinationConfig,
      }),
    );
    return { items, next: answer.NextMarker };
  });
}

async function readTags(client: LambdaClient, caller: Caller, arn: string): Promise<Known<Tags>> {
  const { ListTagsCommand } = await import("@aws-sdk/client-lambda");
  const tags = await caller.ask("ListTags", arn, async (abortSignal) => {
    const answer = await client.send(new ListTagsCommand({ Resource: arn }), { abortSignal });
    return required(answer.Tags, "Tags");
  });
  return tags.known ? known(tags.value ?? {}) : tags;
}

/** A mapping can name a version or an alias of its function: `…:function:name:live`. */
function unqualified(arn = ""): string {
  return arn.split(":").slice(0, 7).join(":");
}

interface Details {
  readonly arn: string;
  readonly tags: Known<Tags>;
  readonly mappings: readonly Mapping[];
}

function recordOf(session: AwsSession, region: string, item: Kept, { arn, tags, mappings }: Details): ResourceRecord {
  const links = [
    ...logGroup(session, region, item),
    ...deadLetters(session, item),
    ...mappings.flatMap((one) => sources(session, one)),
  ];
  return {
    kind: "record",
    id: arn,
    type: lambdaFunction.type,
    role: lambdaFunction.role,
    scope: session.scope,
    name: item.FunctionName ?? arn,
    ...placedByAsking("lambda:ListFunctions", region),
    tags,
    aliases: [],
    links,
    attributes: {
      ...(item.Runtime === undefined ? {} : { runtime: item.Runtime }),
      ...(item.PackageType === undefined ? {} : { packageType: item.PackageType }),
      ...(item.State === undefined ? {} : { state: item.State }),
    },
  };
}

function logGroup(session: AwsSession, region: string, { LoggingConfig: config }: Kept): readonly Link[] {
  const name = config?.LogGroup;
  if (name === undefined || name === "") return [];
  const target = neighbour(session.scope, region, "logs", `log-group:${name}`);
  const evidence = { source: "lambda:ListFunctions", field: "Functions[].LoggingConfig.LogGroup", value: name };
  return [{ kind: "logs-to", direction: "to", target, evidence }];
}

function deadLetters({ scope }: AwsSession, { DeadLetterConfig: config }: Kept): readonly Link[] {
  const arn = config?.TargetArn;
  if (arn === undefined || arn === "") return [];
  return [stream(scope, "to", arn, "lambda:ListFunctions", "Functions[].DeadLetterConfig.TargetArn")];
}

/** What feeds the function, and where it leaves what it could not handle. A mapping that is switched off feeds nothing. */
function sources(
  { scope }: AwsSession,
  { EventSourceArn: source, DestinationConfig: destinations, State: state }: Mapping,
): readonly Link[] {
  if (state === "Disabled" || state === "Disabling" || state === "Deleting") return [];
  const failures = destinations?.OnFailure?.Destination;
  const whence = "lambda:ListEventSourceMappings";
  return [
    ...(source ? [stream(scope, "from", source, whence, "EventSourceMappings[].EventSourceArn")] : []),
    ...(failures?.startsWith("arn:")
      ? [stream(scope, "to", failures, whence, "EventSourceMappings[].DestinationConfig.OnFailure.Destination")]
      : []),
  ];
}

/** A table's stream and a stream's consumer are read for the table and the stream. */
function stream(scope: Scope, direction: Link["direction"], arn: string, source: string, field: string): Link {
  const id = arn
    .replace(/^(arn:[\w-]+:dynamodb:.*:table\/[^/]+)\/stream\/.*$/, "$1")
    .replace(/^(arn:[\w-]+:kinesis:.*:stream\/[^/]+)\/consumer\/.*$/, "$1");
  return { kind: "streams-to", direction, target: arnTarget(id, scope), evidence: { source, field, value: arn } };
}
