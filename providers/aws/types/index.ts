import type { ResourceType } from "../../../src/model/index.ts";
import { backupPlan } from "./backup-plan.ts";
import { backupRecoveryPoint } from "./backup-recovery-point.ts";
import { backupVault } from "./backup-vault.ts";
import { cloudtrailEventDataStore } from "./cloudtrail-event-data-store.ts";
import { cloudtrailTrail } from "./cloudtrail-trail.ts";
import { dynamodbBackup } from "./dynamodb-backup.ts";
import { dynamodbExport } from "./dynamodb-export.ts";
import { dynamodbTable } from "./dynamodb-table.ts";
import { ec2FlowLog } from "./ec2-flow-log.ts";
import { ec2Image } from "./ec2-image.ts";
import { ec2Instance } from "./ec2-instance.ts";
import { ec2Snapshot } from "./ec2-snapshot.ts";
import { ec2Volume } from "./ec2-volume.ts";
import { ecrRepository } from "./ecr-repository.ts";
import { efsFileSystem } from "./efs-file-system.ts";
import { elasticacheCluster } from "./elasticache-cluster.ts";
import { elasticacheReplicationGroup } from "./elasticache-replication-group.ts";
import { elasticacheServerlessCache } from "./elasticache-serverless-cache.ts";
import { elasticacheServerlessCacheSnapshot } from "./elasticache-serverless-cache-snapshot.ts";
import { elasticacheSnapshot } from "./elasticache-snapshot.ts";
import { firehoseDeliveryStream } from "./firehose-delivery-stream.ts";
import { fsxBackup } from "./fsx-backup.ts";
import { fsxFileSystem } from "./fsx-file-system.ts";
import { kinesisStream } from "./kinesis-stream.ts";
import { kmsKey } from "./kms-key.ts";
import { lambdaFunction } from "./lambda-function.ts";
import { logsDestination } from "./logs-destination.ts";
import { logsLogGroup } from "./logs-log-group.ts";
import { opensearchDomain } from "./opensearch-domain.ts";
import { rdsAutomatedBackup } from "./rds-automated-backup.ts";
import { rdsCluster } from "./rds-cluster.ts";
import { rdsClusterAutomatedBackup } from "./rds-cluster-automated-backup.ts";
import { rdsClusterSnapshot } from "./rds-cluster-snapshot.ts";
import { rdsExportTask } from "./rds-export-task.ts";
import { rdsInstance } from "./rds-instance.ts";
import { rdsIntegration } from "./rds-integration.ts";
import { rdsSnapshot } from "./rds-snapshot.ts";
import { redshiftCluster } from "./redshift-cluster.ts";
import { redshiftDataShare } from "./redshift-data-share.ts";
import { redshiftSnapshot } from "./redshift-snapshot.ts";
import { s3Bucket } from "./s3-bucket.ts";
import { secretsmanagerSecret } from "./secretsmanager-secret.ts";
import { snsTopic } from "./sns-topic.ts";
import { sqsQueue } from "./sqs-queue.ts";
import { ssmParameter } from "./ssm-parameter.ts";

/** Every resource type of this provider: one file each in this folder, one line each here. */
export const types: readonly ResourceType[] = [
  s3Bucket,
  ec2Instance,
  ec2Volume,
  ec2Snapshot,
  ec2Image,
  ec2FlowLog,
  logsLogGroup,
  firehoseDeliveryStream,
  kinesisStream,
  snsTopic,
  sqsQueue,
  cloudtrailEventDataStore,
  cloudtrailTrail,
  logsDestination,
  rdsInstance,
  rdsCluster,
  secretsmanagerSecret,
  ssmParameter,
  kmsKey,
  ecrRepository,
  rdsSnapshot,
  rdsClusterSnapshot,
  rdsAutomatedBackup,
  rdsExportTask,
  lambdaFunction,
  opensearchDomain,
  dynamodbTable,
  dynamodbBackup,
  dynamodbExport,
  efsFileSystem,
  fsxFileSystem,
  fsxBackup,
  redshiftCluster,
  redshiftSnapshot,
  redshiftDataShare,
  backupPlan,
  backupRecoveryPoint,
  backupVault,
  elasticacheCluster,
  elasticacheReplicationGroup,
  elasticacheServerlessCache,
  elasticacheSnapshot,
  elasticacheServerlessCacheSnapshot,
  rdsIntegration,
  rdsClusterAutomatedBackup,
];
