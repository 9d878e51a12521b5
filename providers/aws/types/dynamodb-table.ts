import type {
  DynamoDBClient,
  GlobalTable,
  KinesisDataStreamDestination,
  TableDescription,
} from "@aws-sdk/client-dynamodb";
import { type Caller, known, type ResourceRecord, type ResourceType } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { arnOf } from "../arn.ts";
import { isOldGlobalCandidate, tableLinks } from "../dynamodb/table-links.ts";
import { describeError } from "../errors.ts";
import { type NeededList, whenNeeded } from "../needed.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import { policyReach } from "../policy-reach.ts";
import { parsePolicy } from "../resource-policy.ts";
import type { AwsSession } from "../session.ts";
import { tagsOf } from "../tags.ts";
import { wholeDetail } from "../whole-detail.ts";

/** A key-value table with its replicas. Continuous backups stay in the region. */
export const dynamodbTable: ResourceType<AwsSession> = {
  type: "aws/dynamodb/table",
  title: { en: "DynamoDB table", zh: "DynamoDB 表" },
  role: "store",
  service: "dynamodb",
  reach: "per-region",
  operations: [
    { operation: "ListTables", permission: "dynamodb:ListTables" },
    { operation: "ListGlobalTables", permission: "dynamodb:ListGlobalTables" },
    { operation: "DescribeTable", permission: "dynamodb:DescribeTable", per: "resource" },
    { operation: "GetResourcePolicy", permission: "dynamodb:GetResourcePolicy", per: "resource" },
    { operation: "ListTagsOfResource", permission: "dynamodb:ListTagsOfResource", per: "resource" },
    {
      operation: "DescribeKinesisStreamingDestination",
      permission: "dynamodb:DescribeKinesisStreamingDestination",
      per: "resource",
    },
  ],
  links: ["replicates-to", "copied-to", "streams-to", "reachable-from", "key-held-in"],
  unseen: {
    en: "Who reads a table's stream, roles that other accounts may take on, zero-ETL integrations, and what programs copy out.",
    zh: "表的数据流由谁读取、其他账户可承担的角色、零 ETL 集成以及程序自行复制的数据不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const sdk = await import("@aws-sdk/client-dynamodb");
    const dynamodb = session.client(sdk.DynamoDBClient, here);
    const names = itemsOf(caller, "ListTables", async (ExclusiveStartTableName, abortSignal) => {
      const request = new sdk.ListTablesCommand({ Limit: 100, ExclusiveStartTableName });
      const answer = await dynamodb.send(request, { abortSignal });
      return { items: required(answer.TableNames, "TableNames"), next: answer.LastEvaluatedTableName };
    });
    const globals = whenNeeded(() =>
      knownHere(
        itemsOf(caller, "ListGlobalTables", async (ExclusiveStartGlobalTableName, abortSignal) => {
          const request = new sdk.ListGlobalTablesCommand({
            Limit: 100,
            ExclusiveStartGlobalTableName,
            RegionName: here,
          });
          const answer = await dynamodb.send(request, { abortSignal });
          return { items: required(answer.GlobalTables, "GlobalTables"), next: answer.LastEvaluatedGlobalTableName };
        }),
      ),
    );
    yield* caller.each(names, (name) => readTable(session, here, dynamodb, caller, name, globals));
    await globals.settle();
  },
};

/**
 * Global tables of 2017 were made in a few regions only, and DynamoDB says of an operation that a region never had that it does
 * not know it (boto3 issue 1542, 2018-04-26): an answer, and none that says anything is missing.
 */
async function* knownHere(tables: AsyncIterable<GlobalTable>): AsyncGenerator<GlobalTable> {
  try {
    yield* tables;
  } catch (error) {
    if (describeError(error).code !== "UnknownOperationException") throw error;
  }
}

async function readTable(
  session: AwsSession,
  region: string,
  dynamodb: DynamoDBClient,
  caller: Caller,
  name: string,
  globals: NeededList<GlobalTable>,
): Promise<ResourceRecord> {
  const sdk = await import("@aws-sdk/client-dynamodb");
  const arn = arnOf(session.scope, "dynamodb", region, `table/${name}`);
  const [described, policy, tags, streams] = await Promise.all([
    caller.ask("DescribeTable", arn, async (abortSignal): Promise<TableDescription> => {
      const answer = await dynamodb.send(new sdk.DescribeTableCommand({ TableName: name }), { abortSignal });
      return required(answer.Table, "Table");
    }),
    caller.ask(
      "GetResourcePolicy",
      arn,
      async (abortSignal) => {
        const answer = await dynamodb.send(new sdk.GetResourcePolicyCommand({ ResourceArn: arn }), { abortSignal });
        return parsePolicy(required(answer.Policy, "Policy"));
      },
      ["PolicyNotFoundException"],
    ),
    wholeDetail(caller, "ListTagsOfResource", arn, async (NextToken, abortSignal) => {
      const request = new sdk.ListTagsOfResourceCommand({ ResourceArn: arn, NextToken });
      const answer = await dynamodb.send(request, { abortSignal });
      return { items: required(answer.Tags, "Tags"), next: answer.NextToken };
    }),
    caller.ask(
      "DescribeKinesisStreamingDestination",
      arn,
      async (abortSignal): Promise<readonly KinesisDataStreamDestination[]> => {
        const request = new sdk.DescribeKinesisStreamingDestinationCommand({ TableName: name });
        const answer = await dynamodb.send(request, { abortSignal });
        return required(answer.KinesisDataStreamDestinations, "KinesisDataStreamDestinations");
      },
    ),
  ]);
  const table = described.known && described.value !== null ? described.value : {};
  return {
    kind: "record",
    id: arn,
    type: dynamodbTable.type,
    role: dynamodbTable.role,
    scope: session.scope,
    name,
    ...placedByAsking("dynamodb:ListTables", region),
    tags: tags.known ? known(tagsOf(tags.value ?? [])) : tags,
    aliases: [],
    links: [
      ...tableLinks(
        { scope: session.scope, region, name },
        table,
        streams.known ? (streams.value ?? []) : [],
        isOldGlobalCandidate(table) ? await globals.get() : [],
      ),
      ...policyReach(policy, {
        own: session.scope.account,
        actions: reading,
        source: "dynamodb:GetResourcePolicy",
        field: "Policy",
      }),
    ],
    attributes: attributesOf(table),
  };
}

/** Actions that give items away. */
const reading = [
  "dynamodb:batchgetitem",
  "dynamodb:getitem",
  "dynamodb:partiqlselect",
  "dynamodb:query",
  "dynamodb:scan",
];

function attributesOf(table: TableDescription): ResourceRecord["attributes"] {
  const { SSEDescription: sse, StreamSpecification: stream, TableStatus: state } = table;
  return {
    // Left out where the key is the service's own: DynamoDB says nothing then.
    ...(sse?.Status === "ENABLED" ? { encrypted: true } : {}),
    ...(stream?.StreamEnabled === true ? { stream: stream.StreamViewType ?? "enabled" } : {}),
    ...(state === undefined ? {} : { state }),
  };
}
