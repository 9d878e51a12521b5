import { describe, expect, it } from "vitest";
import type { Link, PlannedResource } from "../../src/model/index.ts";
import { later } from "../../src/plan/settings.ts";
import { planned, type Written } from "../support/aws-planned.ts";
import { recordsOf } from "../support/planned-change.ts";

const beijing = "cn-north-1";
const ningxia = "cn-northwest-1";

function at(address: string, written: Written) {
  return { ...planned(written), address };
}

function ends(links: readonly Link[] | undefined): readonly string[] {
  return (links ?? []).map(
    ({ kind, direction, target }) => `${kind} ${direction === "to" ? ">" : "<"} ${target.id ?? "?"}`,
  );
}

describe("resources of one change", () => {
  const bucket = at("aws_s3_bucket.crm", { kind: "aws_s3_bucket", values: { bucket: "crm" }, region: beijing });
  const copy = at("aws_s3_bucket.copy", { kind: "aws_s3_bucket", values: { bucket: later }, region: ningxia });

  it("meet through a setting that one of them refers to", () => {
    const versioning = at("aws_s3_bucket_versioning.copy", {
      kind: "aws_s3_bucket_versioning",
      values: { bucket: later },
      refs: { bucket: "aws_s3_bucket.copy" },
    });
    const replication = at("aws_s3_bucket_replication_configuration.crm", {
      kind: "aws_s3_bucket_replication_configuration",
      values: { bucket: "crm", rule: [{ status: "Enabled", destination: [{ bucket: later }] }] },
      refs: { "rule.destination.bucket": "aws_s3_bucket_versioning.copy" },
      region: beijing,
    });
    const { records } = recordsOf(bucket, copy, versioning, replication);
    expect(ends(records.get("aws_s3_bucket.crm")?.links)).toEqual(["replicates-to > aws_s3_bucket.copy"]);
    expect([...records.keys()]).toEqual(["aws_s3_bucket.crm", "aws_s3_bucket.copy"]);
  });

  it("name by its id what they refer to and do not hold", () => {
    const logging = at("aws_s3_bucket_logging.crm", {
      kind: "aws_s3_bucket_logging",
      values: { bucket: "crm", target_bucket: "central" },
      refs: { target_bucket: "data.aws_s3_bucket.central" },
      region: beijing,
    });
    const { records } = recordsOf(bucket, logging);
    expect(ends(records.get("aws_s3_bucket.crm")?.links)).toEqual(["logs-to > arn:aws-cn:s3:::central"]);
  });

  it("let a setting of a bucket that is not among them stand for itself", () => {
    const policy = at("aws_s3_bucket_logging.other", {
      kind: "aws_s3_bucket_logging",
      values: { bucket: "other", target_bucket: "logs" },
      region: beijing,
    });
    const { records } = recordsOf(policy);
    const stray = records.get("aws_s3_bucket_logging.other");
    expect([stray?.role, ...ends(stray?.links)]).toEqual([
      "store",
      "logs-to < arn:aws-cn:s3:::other",
      "logs-to > arn:aws-cn:s3:::logs",
    ]);
  });

  it("take no random name for the other end", () => {
    const logging = at("aws_s3_bucket_logging.crm", {
      kind: "aws_s3_bucket_logging",
      values: { bucket: "crm", target_bucket: later },
      refs: { target_bucket: "random_id.suffix" },
      region: beijing,
    });
    const { records } = recordsOf(bucket, logging, at("random_id.suffix", { kind: "random_id" }));
    expect(ends(records.get("aws_s3_bucket.crm")?.links)).toEqual(["logs-to > ?"]);
  });

  describe("on a bucket that stays as it is", () => {
    const Statement = [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject" }];
    const stays = at("aws_s3_bucket.crm", { kind: "aws_s3_bucket", values: { bucket: "crm" }, change: "none" });
    const policy = (change: "create" | "none") =>
      at("aws_s3_bucket_policy.open", {
        kind: "aws_s3_bucket_policy",
        values: { bucket: "crm", policy: JSON.stringify({ Statement }) },
        refs: { bucket: "aws_s3_bucket.crm" },
        change,
      });
    const block = (isOn: boolean, change: "update" | "none") =>
      at("aws_s3_bucket_public_access_block.b", {
        kind: "aws_s3_bucket_public_access_block",
        values: { bucket: "crm", restrict_public_buckets: isOn, ignore_public_acls: isOn },
        refs: { bucket: "aws_s3_bucket.crm" },
        change,
      });
    const told = (...parts: readonly PlannedResource[]) =>
      [...recordsOf(stays, ...parts).records.values()].filter(({ unchanged }) => !unchanged).map(({ id }) => id);

    it("open what nothing closes", () => {
      expect(told(policy("create"))).toEqual(["aws_s3_bucket_policy.open"]);
      expect(told(policy("create"), block(false, "none"))).toEqual(["aws_s3_bucket_policy.open"]);
    });

    it("open nothing under a block on public access", () => {
      expect(told(policy("create"), block(true, "none"))).toEqual([]);
      expect(told(policy("create"), block(true, "update"))).toEqual([]);
    });

    it("open what a block closed that is taken away", () => {
      expect(told(policy("none"), block(false, "update"))).toEqual(["aws_s3_bucket_public_access_block.b"]);
      expect(told(policy("none"), block(true, "update"))).toEqual([]);
    });
  });

  it("join a global cluster by the one that writes to it", () => {
    const joined = { refs: { global_cluster_identifier: "aws_rds_global_cluster.g" }, kind: "aws_rds_cluster" };
    const { records } = recordsOf(
      at("aws_rds_global_cluster.g", {
        kind: "aws_rds_global_cluster",
        values: { source_db_cluster_identifier: later },
      }),
      at("aws_rds_cluster.writer", {
        ...joined,
        values: { master_username: "x", global_cluster_identifier: later },
        region: beijing,
      }),
      at("aws_rds_cluster.reader", {
        ...joined,
        values: { master_username: later, global_cluster_identifier: later },
        region: ningxia,
      }),
    );
    const [link] = records.get("aws_rds_cluster.reader")?.links ?? [];
    expect(records.get("aws_rds_cluster.writer")?.aliases).toContain(link?.target.id);
    expect([link?.kind, link?.direction, records.size]).toEqual(["replicates-to", "from", 2]);
  });

  it("join a global cluster by the one it was made from", () => {
    const { records } = recordsOf(
      at("aws_rds_cluster.first", {
        kind: "aws_rds_cluster",
        values: { cluster_identifier: "first" },
        region: beijing,
      }),
      at("aws_rds_global_cluster.g", {
        kind: "aws_rds_global_cluster",
        values: { source_db_cluster_identifier: later },
        refs: { source_db_cluster_identifier: "aws_rds_cluster.first" },
      }),
      at("aws_rds_cluster.reader", {
        kind: "aws_rds_cluster",
        values: { master_username: later, global_cluster_identifier: later },
        refs: { global_cluster_identifier: "aws_rds_global_cluster.g" },
        region: ningxia,
      }),
    );
    expect(ends(records.get("aws_rds_cluster.reader")?.links)).toEqual(["replicates-to < aws_rds_cluster.first"]);
  });

  it("join a global datastore by its primary", () => {
    const { records } = recordsOf(
      at("aws_elasticache_replication_group.p", { kind: "aws_elasticache_replication_group", region: beijing }),
      at("aws_elasticache_global_replication_group.g", {
        kind: "aws_elasticache_global_replication_group",
        values: { primary_replication_group_id: later },
        refs: { primary_replication_group_id: "aws_elasticache_replication_group.p" },
      }),
      at("aws_elasticache_replication_group.s", {
        kind: "aws_elasticache_replication_group",
        values: { global_replication_group_id: later },
        refs: { global_replication_group_id: "aws_elasticache_global_replication_group.g" },
        region: ningxia,
      }),
    );
    expect(ends(records.get("aws_elasticache_replication_group.s")?.links)).toEqual([
      "replicates-to < aws_elasticache_replication_group.p",
    ]);
    expect(records.size).toBe(2);
  });

  it("tell a log group that network logs are written to it", () => {
    const { records } = recordsOf(
      at("aws_cloudwatch_log_group.g", { kind: "aws_cloudwatch_log_group", values: { name: "app" }, region: beijing }),
      at("aws_flow_log.f", {
        kind: "aws_flow_log",
        values: { log_destination: later },
        refs: { log_destination: "aws_cloudwatch_log_group.g" },
        region: beijing,
      }),
    );
    expect(records.get("aws_cloudwatch_log_group.g")?.attributes).toEqual({
      retentionDays: "unlimited",
      logKind: "network",
    });
    expect(ends(records.get("aws_flow_log.f")?.links)).toEqual(["logs-to > aws_cloudwatch_log_group.g"]);
  });

  it("copy out of the vault that a plan fills", () => {
    const { records } = recordsOf(
      at("aws_backup_vault.v", { kind: "aws_backup_vault", values: { name: "vault" }, region: beijing }),
      at("aws_backup_plan.p", {
        kind: "aws_backup_plan",
        values: { rule: [{ target_vault_name: "vault", copy_action: [{ destination_vault_arn: later }] }] },
        refs: { "rule.copy_action.destination_vault_arn": "aws_backup_vault.w" },
        region: beijing,
      }),
    );
    expect(ends(records.get("aws_backup_vault.v")?.links)).toEqual(["backs-up-to > aws_backup_vault.w"]);
  });

  it("meet through what lies within a file system", () => {
    const { records } = recordsOf(
      at("aws_fsx_ontap_file_system.f", { kind: "aws_fsx_ontap_file_system", region: beijing }),
      at("aws_fsx_ontap_storage_virtual_machine.s", {
        kind: "aws_fsx_ontap_storage_virtual_machine",
        values: { file_system_id: later },
        refs: { file_system_id: "aws_fsx_ontap_file_system.f" },
      }),
      at("aws_fsx_ontap_volume.v", {
        kind: "aws_fsx_ontap_volume",
        values: { storage_virtual_machine_id: later },
        refs: { storage_virtual_machine_id: "aws_fsx_ontap_storage_virtual_machine.s" },
      }),
      at("aws_fsx_backup.b", {
        kind: "aws_fsx_backup",
        values: { volume_id: later },
        refs: { volume_id: "aws_fsx_ontap_volume.v" },
        region: beijing,
      }),
    );
    expect(ends(records.get("aws_fsx_backup.b")?.links)).toEqual(["copied-to < aws_fsx_ontap_file_system.f"]);
    expect(records.size).toBe(2);
  });

  it("leave a gap for what may hold data and is not read, and none for what holds none", () => {
    const { gaps } = recordsOf(
      at("aws_athena_workgroup.m", { kind: "aws_athena_workgroup", region: beijing }),
      at("aws_iam_role.r", { kind: "aws_iam_role", region: beijing }),
      at("aws_dynamodb_table.t", { kind: "aws_dynamodb_table", values: { replica: later }, region: beijing }),
    );
    expect(gaps.map(({ resource, reason }) => [resource, reason])).toEqual([
      ["aws_athena_workgroup.m", "unsupported"],
      ["aws_dynamodb_table.t", "unsupported"],
    ]);
  });
});
