import { detailOf, listOf, Refusal, said, tagPairs } from "./operations.ts";
import { jsonService } from "./protocols.ts";

const listGlobalTables = listOf("GlobalTables", {
  in: "GlobalTables",
  token: ["ExclusiveStartGlobalTableName", "LastEvaluatedGlobalTableName"],
  limit: "Limit",
  most: 100,
});

/**
 * Tables stand in `Tables` as DescribeTable tells them, with `$kinesis` for their streaming destinations and `$policy`. A
 * region that holds the collection `withoutGlobalTables`, be it empty, knows nothing of those of 2017.
 */
export const dynamodb = jsonService({
  id: "dynamodb",
  version: "1.0",
  about: ["TableName", "ResourceArn", "ExportArn"],
  operations: {
    ListTables: listOf("Tables", {
      in: "TableNames",
      token: ["ExclusiveStartTableName", "LastEvaluatedTableName"],
      limit: "Limit",
      most: 100,
      say: (item) => item["TableName"],
    }),
    DescribeTable: detailOf("Tables", {
      by: "TableName",
      key: "TableName",
      answer: (item) => ({ Table: said(item) }),
    }),
    ListTagsOfResource: detailOf("Tables", {
      by: "ResourceArn",
      key: "TableArn",
      answer: (item, { input, pager, repeatToken }) => {
        const asked = input["NextToken"];
        const token = typeof asked === "string" ? asked : null;
        const { items, next } = pager.page(tagPairs(item), token, 10, repeatToken);
        return { Tags: items, NextToken: next };
      },
    }),
    GetResourcePolicy: detailOf("Tables", {
      by: "ResourceArn",
      key: "TableArn",
      answer: ({ $policy: policy }) => {
        if (policy === undefined) throw new Refusal("PolicyNotFoundException", "There is no policy.");
        return { Policy: JSON.stringify(policy), RevisionId: "1" };
      },
    }),
    DescribeKinesisStreamingDestination: detailOf("Tables", {
      by: "TableName",
      key: "TableName",
      answer: (item) => ({
        TableName: item["TableName"],
        KinesisDataStreamDestinations: item["$kinesis"] ?? [],
      }),
    }),
    ListGlobalTables(question) {
      if (question.held["withoutGlobalTables"] === undefined) return listGlobalTables(question);
      throw new Refusal("UnknownOperationException", "An unknown operation was requested.");
    },
    ListBackups: listOf("Backups", {
      in: "BackupSummaries",
      token: ["ExclusiveStartBackupArn", "LastEvaluatedBackupArn"],
      limit: "Limit",
      most: 100,
      // Without a type only what users made is listed.
      only: (item, { BackupType: asked }) => asked === "ALL" || (item["BackupType"] ?? "USER") === (asked ?? "USER"),
    }),
    ListExports: listOf("Exports", {
      in: "ExportSummaries",
      token: ["NextToken", "NextToken"],
      limit: "MaxResults",
      most: 25,
      say: ({ ExportArn, ExportStatus, ExportType }) => ({ ExportArn, ExportStatus, ExportType }),
    }),
    DescribeExport: detailOf("Exports", {
      by: "ExportArn",
      key: "ExportArn",
      missing: "ExportNotFoundException",
      answer: (item) => ({ ExportDescription: said(item) }),
    }),
  },
});
