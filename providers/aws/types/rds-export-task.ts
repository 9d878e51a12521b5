import type { ExportTask } from "@aws-sdk/client-rds";
import { known, type Link, type ResourceRecord, type ResourceType } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { arnOf, bucketArn } from "../arn.ts";
import { dayOf } from "../day.ts";
import { keyElsewhere } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import type { AwsSession } from "../session.ts";
import { arnTarget } from "../targets.ts";

const source = "rds:DescribeExportTasks";

/** An export of a snapshot's or a cluster's tables to a bucket. RDS gives tasks no ARN and no tags. */
export const rdsExportTask: ResourceType<AwsSession> = {
  type: "aws/rds/export-task",
  title: { en: "RDS export task", zh: "RDS 导出任务" },
  role: "flow",
  service: "rds",
  reach: "per-region",
  operations: [{ operation: "DescribeExportTasks", permission: "rds:DescribeExportTasks" }],
  links: ["copied-to", "key-held-in"],
  unseen: {
    en: "Whether the exported files are still in the bucket, and where they were copied from there.",
    zh: "导出的文件是否仍在存储桶中以及此后被复制到何处不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { DescribeExportTasksCommand, RDSClient } = await import("@aws-sdk/client-rds");
    const rds = session.client(RDSClient, here);
    const tasks = itemsOf(caller, "DescribeExportTasks", async (Marker, abortSignal) => {
      const answer = await rds.send(new DescribeExportTasksCommand({ MaxRecords: 100, Marker }), { abortSignal });
      return { items: required(answer.ExportTasks, "ExportTasks"), next: answer.Marker };
    });
    for await (const task of tasks) if (!leftNothing(task)) yield recordOf(session, here, task);
  },
};

/** One that ended before anything was written. */
function leftNothing({ Status, PercentProgress }: ExportTask): boolean {
  return /^(?:canceled|failed)$/i.test(Status ?? "") && (PercentProgress ?? 0) === 0;
}

function recordOf(session: AwsSession, region: string, task: ExportTask): ResourceRecord {
  const name = required(task.ExportTaskIdentifier, "ExportTasks[].ExportTaskIdentifier");
  return {
    kind: "record",
    id: arnOf(session.scope, "rds", region, `export-task:${name}`),
    type: rdsExportTask.type,
    role: rdsExportTask.role,
    scope: session.scope,
    name,
    ...placedByAsking(source, region),
    tags: known({}),
    aliases: [],
    links: [
      ...ends(session, task),
      ...keyElsewhere(session.scope, region, task.KmsKeyId, { source, field: "KmsKeyId" }),
    ],
    attributes: { ...(task.Status === undefined ? {} : { state: task.Status }), ...dayOf(task.TaskStartTime) },
  };
}

function ends(session: AwsSession, { SourceArn, S3Bucket }: ExportTask): readonly Link[] {
  const links: Link[] = [];
  if (SourceArn !== undefined && SourceArn !== "") {
    const evidence = { source, field: "SourceArn", value: SourceArn };
    links.push({ kind: "copied-to", direction: "from", target: arnTarget(SourceArn, session.scope), evidence });
  }
  if (S3Bucket !== undefined && S3Bucket !== "") {
    const evidence = { source, field: "S3Bucket", value: S3Bucket };
    const target = { id: bucketArn(session.scope.partition, S3Bucket) };
    links.push({ kind: "copied-to", direction: "to", target, evidence });
  }
  return links;
}
