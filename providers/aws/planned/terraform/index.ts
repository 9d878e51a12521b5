import type { PlannedPart, PlannedShape } from "../../../../src/model/index.ts";
import { backupParts, backupShapes } from "./backup.ts";
import { clusterParts, clusterShapes } from "./clusters.ts";
import { dynamodbParts, dynamodbShapes } from "./dynamodb.ts";
import { ec2Parts, ec2Shapes } from "./ec2.ts";
import { ecrParts, ecrShapes } from "./ecr.ts";
import { edgeShapes } from "./edge.ts";
import { elasticacheParts, elasticacheShapes } from "./elasticache.ts";
import { fileSystemParts, fileSystemShapes } from "./file-systems.ts";
import { firehoseShapes } from "./firehose.ts";
import { flowLogParts, flowLogShapes } from "./flow-logs.ts";
import { lambdaParts, lambdaShapes } from "./lambda.ts";
import { logParts, logShapes } from "./logs.ts";
import { movementShapes } from "./movement.ts";
import { opensearchParts, opensearchShapes } from "./opensearch.ts";
import { queueParts, queueShapes } from "./queues.ts";
import { rdsParts, rdsShapes } from "./rds.ts";
import { redshiftParts, redshiftShapes } from "./redshift.ts";
import { s3Parts, s3Shapes } from "./s3.ts";
import { s3ControlShapes } from "./s3control.ts";
import { secretShapes } from "./secrets.ts";
import { streamParts, streamShapes } from "./streams.ts";
import { topicParts, topicShapes } from "./topics.ts";
import { trailParts, trailShapes } from "./trails.ts";

/** Kinds of Terraform and OpenTofu: one file per family in this folder, one line each here. */
export const terraformShapes: readonly PlannedShape[] = [
  ...backupShapes,
  ...clusterShapes,
  ...dynamodbShapes,
  ...ec2Shapes,
  ...ecrShapes,
  ...edgeShapes,
  ...elasticacheShapes,
  ...fileSystemShapes,
  ...firehoseShapes,
  ...flowLogShapes,
  ...lambdaShapes,
  ...logShapes,
  ...movementShapes,
  ...opensearchShapes,
  ...queueShapes,
  ...rdsShapes,
  ...redshiftShapes,
  ...s3Shapes,
  ...s3ControlShapes,
  ...secretShapes,
  ...streamShapes,
  ...topicShapes,
  ...trailShapes,
];

export const terraformParts: readonly PlannedPart[] = [
  ...backupParts,
  ...clusterParts,
  ...dynamodbParts,
  ...ec2Parts,
  ...elasticacheParts,
  ...fileSystemParts,
  ...flowLogParts,
  ...lambdaParts,
  ...logParts,
  ...opensearchParts,
  ...ecrParts,
  ...queueParts,
  ...rdsParts,
  ...redshiftParts,
  ...s3Parts,
  ...streamParts,
  ...topicParts,
  ...trailParts,
];
