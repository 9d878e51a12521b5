import type { ExportDescription } from "@aws-sdk/client-dynamodb";
import { type Known, known, type Link, type ResourceRecord, type ResourceType } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { bucketArn } from "../arn.ts";
import { dayOf } from "../day.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import type { AwsSession } from "../session.ts";
import { arnTarget } from "../targets.ts";

const source = "dynamodb:DescribeExport";

/** An export of a table to a bucket, which may lie in another region and belong to another account. Exports take no tags. */
export const dynamodbExport: ResourceType<AwsSession> = {
  type: "aws/dynamodb/export",
  title: { en: "DynamoDB export", zh: "DynamoDB 导出" },
  role: "flow",
  service: "dynamodb",
  reach: "per-region",
  operations: [
    { operation: "ListExports", permission: "dynamodb:ListExports" },
    { operation: "DescribeExport", permission: "dynamodb:DescribeExport", per: "resource" },
  ],
  links: ["copied-to"],
  unseen: {
    en: "Exports older than 90 days, which DynamoDB no longer lists, and whether the exported files are still there.",
    zh: "超过 90 天的导出（DynamoDB 不再列出）以及导出的文件是否仍然存在不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { DescribeExportCommand, DynamoDBClient, ListExportsCommand } = await import("@aws-sdk/client-dynamodb");
    const dynamodb = session.client(DynamoDBClient, here);
    const exports = itemsOf(caller, "ListExports", async (NextToken, abortSignal) => {
      const answer = await dynamodb.send(new ListExportsCommand({ MaxResults: 25, NextToken }), { abortSignal });
      return { items: required(answer.ExportSummaries, "ExportSummaries"), next: answer.NextToken };
    });
    const records = caller.each(exports, async ({ ExportArn, ExportStatus }): Promise<ResourceRecord | undefined> => {
      if (ExportStatus === "FAILED") return undefined;
      const arn = required(ExportArn, "ExportSummaries[].ExportArn");
      const described = await caller.ask("DescribeExport", arn, async (abortSignal): Promise<ExportDescription> => {
        const answer = await dynamodb.send(new DescribeExportCommand({ ExportArn: arn }), { abortSignal });
        return required(answer.ExportDescription, "ExportDescription");
      });
      return recordOf(session, here, arn, described);
    });
    for await (const record of records) if (record !== undefined) yield record;
  },
};

function recordOf(
  session: AwsSession,
  region: string,
  arn: string,
  described: Known<ExportDescription | null>,
): ResourceRecord {
  const description = described.known && described.value !== null ? described.value : {};
  return {
    kind: "record",
    id: arn,
    type: dynamodbExport.type,
    role: dynamodbExport.role,
    scope: session.scope,
    name: arn.replace(/^.*:table\//, ""),
    ...placedByAsking("dynamodb:ListExports", region),
    tags: known({}),
    aliases: [],
    links: ends(session, description),
    attributes: {
      ...(description.ExportStatus === undefined ? {} : { state: description.ExportStatus }),
      ...dayOf(description.ExportTime),
    },
  };
}

function ends(session: AwsSession, { TableArn, S3Bucket, S3BucketOwner: owner }: ExportDescription): readonly Link[] {
  const links: Link[] = [];
  if (TableArn !== undefined && TableArn !== "") {
    const evidence = { source, field: "ExportDescription.TableArn", value: TableArn };
    links.push({ kind: "copied-to", direction: "from", target: arnTarget(TableArn, session.scope), evidence });
  }
  if (S3Bucket !== undefined && S3Bucket !== "") {
    const party = owner === undefined || owner === "" || owner === session.scope.account ? {} : { party: owner };
    const target = { id: bucketArn(session.scope.partition, S3Bucket), ...party };
    const evidence = { source, field: "ExportDescription.S3Bucket", value: S3Bucket };
    links.push({ kind: "copied-to", direction: "to", target, evidence });
  }
  return links;
}
