import { backup } from "./backup.ts";
import { cloudtrail } from "./cloudtrail.ts";
import { dynamodb } from "./dynamodb.ts";
import { ec2 } from "./ec2.ts";
import { ecr } from "./ecr.ts";
import { elasticache } from "./elasticache.ts";
import { elasticfilesystem } from "./elasticfilesystem.ts";
import { firehose } from "./firehose.ts";
import { fsx } from "./fsx.ts";
import { kinesis } from "./kinesis.ts";
import { kms } from "./kms.ts";
import { lambda } from "./lambda.ts";
import { logs } from "./logs.ts";
import { opensearch } from "./opensearch.ts";
import { organizations } from "./organizations.ts";
import { rds } from "./rds.ts";
import { redshift } from "./redshift.ts";
import { s3 } from "./s3.ts";
import { secretsmanager } from "./secretsmanager.ts";
import { sns } from "./sns.ts";
import { sqs } from "./sqs.ts";
import { ssm } from "./ssm.ts";
import { sts } from "./sts.ts";
import type { LoopbackService } from "./wire.ts";

/** Every service that the loopback cloud speaks: one file each, one line here. */
export const services: readonly LoopbackService[] = [
  ec2,
  cloudtrail,
  logs,
  firehose,
  kinesis,
  sns,
  dynamodb,
  sqs,
  rds,
  s3,
  sts,
  secretsmanager,
  ssm,
  kms,
  ecr,
  lambda,
  opensearch,
  organizations,
  elasticfilesystem,
  fsx,
  redshift,
  backup,
  elasticache,
];
