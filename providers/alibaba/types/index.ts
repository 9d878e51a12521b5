import type { ResourceType } from "../../../src/model/index.ts";
import type { AlibabaSession } from "../session.ts";
import { actiontrailTrail } from "./actiontrail-trail.ts";
import { crInstance } from "./cr-instance.ts";
import { ddsInstance } from "./dds-instance.ts";
import { dtsJob } from "./dts-job.ts";
import { ecsAutoSnapshotPolicy } from "./ecs-auto-snapshot-policy.ts";
import { ecsDisk } from "./ecs-disk.ts";
import { ecsImage } from "./ecs-image.ts";
import { ecsInstance } from "./ecs-instance.ts";
import { ecsSnapshot } from "./ecs-snapshot.ts";
import { fcFunction } from "./fc-function.ts";
import { hbrBackupPlan } from "./hbr-backup-plan.ts";
import { hbrPolicy } from "./hbr-policy.ts";
import { hbrVault } from "./hbr-vault.ts";
import { kmsKey } from "./kms-key.ts";
import { kmsSecret } from "./kms-secret.ts";
import { kvstoreInstance } from "./kvstore-instance.ts";
import { logLogstore } from "./log-logstore.ts";
import { logProject } from "./log-project.ts";
import { nasFileSystem } from "./nas-file-system.ts";
import { ossBucket } from "./oss-bucket.ts";
import { polardbCluster } from "./polardb-cluster.ts";
import { rdsInstance } from "./rds-instance.ts";

/** Every resource type of Alibaba Cloud: one file each, one line here. */
export const types: readonly ResourceType<AlibabaSession>[] = [
  actiontrailTrail,
  crInstance,
  ddsInstance,
  dtsJob,
  ecsAutoSnapshotPolicy,
  ecsDisk,
  ecsImage,
  ecsInstance,
  ecsSnapshot,
  fcFunction,
  hbrBackupPlan,
  hbrPolicy,
  hbrVault,
  kmsKey,
  kmsSecret,
  kvstoreInstance,
  logLogstore,
  logProject,
  nasFileSystem,
  ossBucket,
  polardbCluster,
  rdsInstance,
];
