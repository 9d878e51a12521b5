import { describe, expect, it } from "vitest";
import { inShort, readTerraform, resourceAt, resourcesOf } from "../support/terraform-plans.ts";

/** Made by Terraform 1.11 from the folder beside it. */
const plan = "aws5/plan.json";

function shortly(source: string, region?: string): Record<string, string> {
  const resources = resourcesOf(source, region === undefined ? {} : { region });
  return Object.fromEntries([...resources].map(([address, resource]) => [address, inShort(resource)]));
}

const mainland = "cn-north-1 (provider aws)";
const hongKong = "ap-east-1 (provider aws.hk)";

describe("a plan made by Terraform", () => {
  it("is judged address by address: what changes, and where", () => {
    const inArchive = (key: string) => ({
      [`module.archive["${key}"].aws_s3_bucket.copy`]: `create ${hongKong}`,
      [`module.archive["${key}"].aws_s3_bucket.origin`]: `create ${mainland}`,
      [`module.archive["${key}"].aws_s3_bucket_replication_configuration.origin`]: `create ${mainland}`,
      [`module.archive["${key}"].aws_s3_bucket_versioning.origin`]: `create ${mainland}`,
      ...inVault(`module.archive["${key}"].module.vault[0]`),
      ...inVault(`module.archive["${key}"].module.vault[1]`),
    });
    const inVault = (module: string) => ({
      [`${module}.aws_s3_bucket.this`]: `create ${hongKong}`,
      [`${module}.aws_s3_bucket_inventory.this`]: `create ${hongKong}`,
      [`${module}.aws_s3_bucket_logging.source`]: `create ${hongKong}`,
    });

    expect(shortly(plan)).toEqual({
      "aws_cloudwatch_log_group.app": `none ${mainland}`,
      "aws_db_instance.crm": `create ${mainland}`,
      "aws_db_instance.reader": `create ${hongKong}`,
      "aws_dynamodb_table.ledger": `drift ${mainland}`,
      "aws_ebs_snapshot.disk[0]": `create ${mainland}`,
      "aws_ebs_snapshot.disk[1]": `create ${mainland}`,
      "aws_ebs_snapshot_copy.first": `create ${hongKong}`,
      "aws_ebs_volume.crm": `replace ${mainland}`,
      "aws_ebs_volume.disk[0]": `create ${mainland}`,
      "aws_ebs_volume.disk[1]": `create ${mainland}`,
      "aws_iam_role.replication": `create ${mainland}`,
      "aws_s3_bucket.crm": "update cn-north-1 (region)",
      "aws_s3_bucket.forgotten": "none cn-north-1 (region)",
      "aws_s3_bucket.generated": "create ? (provider aws.paris, region = local.elsewhere)",
      "aws_s3_bucket.legacy": "update cn-north-1 (region)",
      "aws_s3_bucket.replica": `create ${hongKong}`,
      'aws_s3_bucket.team["hr"]': `create ${mainland}`,
      'aws_s3_bucket.team["sales.cn"]': `create ${mainland}`,
      "aws_s3_bucket_inventory.crm": `create ${mainland}`,
      "aws_s3_bucket_logging.sales": `create ${mainland}`,
      "aws_s3_bucket_policy.replica": `create ${hongKong}`,
      'aws_s3_bucket_public_access_block.team["hr"]': `create ${mainland}`,
      'aws_s3_bucket_public_access_block.team["sales.cn"]': `create ${mainland}`,
      "aws_s3_bucket_replication_configuration.crm": `create ${mainland}`,
      "aws_s3_bucket_replication_configuration.generated": `create ${mainland}`,
      "aws_s3_bucket_versioning.crm": `create ${mainland}`,
      'aws_s3_bucket_versioning.team["hr"]': `create ${mainland}`,
      'aws_s3_bucket_versioning.team["sales.cn"]': `create ${mainland}`,
      "aws_sqs_queue.orders": `none ${mainland}`,
      "data.aws_caller_identity.current": `none ${mainland}`,
      "data.aws_iam_policy_document.assume": `none ${mainland}`,
      "data.aws_iam_policy_document.replica": `none ${mainland}`,
      "module.legacy.aws_sqs_queue.events": "create ap-east-1 (provider aws.own of module.legacy)",
      "module.legacy.aws_sqs_queue.plain": `create ${mainland}`,
      ...inArchive("east"),
      ...inArchive("west"),
    });
    expect(readTerraform(plan).gaps).toEqual([]);
  });

  it("leads references to the instance that is meant", () => {
    const resources = resourcesOf(plan);
    const refs = (address: string, path: string) => resources.get(address)?.settings.refs(path);
    const vault = 'module.archive["west"].module.vault[1]';

    expect(refs("aws_s3_bucket_replication_configuration.crm", "rule[0].destination.bucket")).toEqual([
      "aws_s3_bucket.replica",
    ]);
    expect(refs("aws_s3_bucket_replication_configuration.crm", "bucket")).toEqual(["aws_s3_bucket.crm"]);
    expect(refs('aws_s3_bucket_versioning.team["sales.cn"]', "bucket")).toEqual(['aws_s3_bucket.team["sales.cn"]']);
    expect(refs('aws_s3_bucket_public_access_block.team["hr"]', "bucket")).toEqual(['aws_s3_bucket.team["hr"]']);
    expect(refs("aws_s3_bucket_logging.sales", "bucket")).toEqual(['aws_s3_bucket.team["sales.cn"]']);
    expect(refs("aws_s3_bucket_logging.sales", "target_bucket")).toEqual([
      'aws_s3_bucket.team["hr"]',
      'aws_s3_bucket.team["sales.cn"]',
    ]);
    expect(refs("aws_ebs_snapshot.disk[1]", "volume_id")).toEqual(["aws_ebs_volume.disk[1]"]);
    expect(refs("aws_ebs_snapshot_copy.first", "source_snapshot_id")).toEqual(["aws_ebs_snapshot.disk[0]"]);
    expect(refs("aws_ebs_snapshot_copy.first", "source_region")).toEqual([]);
    expect(refs("aws_db_instance.reader", "replicate_source_db")).toEqual(["aws_db_instance.crm"]);
    expect(refs("aws_s3_bucket_policy.replica", "policy")).toEqual(["data.aws_iam_policy_document.replica"]);
    expect(refs("data.aws_iam_policy_document.replica", "statement[0].resources")).toEqual(["aws_s3_bucket.replica"]);
    expect(refs("aws_iam_role.replication", "assume_role_policy")).toEqual(["data.aws_iam_policy_document.assume"]);

    expect(refs(`${vault}.aws_s3_bucket_logging.source`, "bucket")).toEqual([
      'module.archive["west"].aws_s3_bucket.copy',
    ]);
    expect(refs(`${vault}.aws_s3_bucket_logging.source`, "target_bucket")).toEqual([`${vault}.aws_s3_bucket.this`]);
    expect(refs(`${vault}.aws_s3_bucket_inventory.this`, "destination.bucket.bucket_arn")).toEqual([
      "aws_s3_bucket.replica",
    ]);
    expect(
      refs('module.archive["east"].aws_s3_bucket_replication_configuration.origin', "rule[1].destination.bucket"),
    ).toEqual(["aws_s3_bucket.replica"]);
    expect(refs("aws_s3_bucket_replication_configuration.generated", "rule[0].destination.bucket")).toEqual([
      'module.archive["east"].aws_s3_bucket.copy',
    ]);
    expect(refs("aws_s3_bucket_inventory.crm", "destination.bucket.bucket_arn")).toEqual([
      'module.archive["west"].module.vault[0].aws_s3_bucket.this',
      'module.archive["west"].module.vault[1].aws_s3_bucket.this',
    ]);
  });

  it("gives settings as they will be, and what is not known yet as unknown", () => {
    const resources = resourcesOf(plan);
    const settings = (address: string) => {
      const found = resources.get(address);
      if (!found) throw new Error(address);
      return found.settings;
    };

    expect(settings("aws_s3_bucket.crm").map("tags")).toEqual({
      known: true,
      value: { "data-class": "personal", owner: "sales" },
    });
    expect(settings("aws_s3_bucket.crm").map("tags_all")).toMatchObject({ value: { team: "crm", owner: "sales" } });
    expect(settings("aws_ebs_volume.crm").flag("encrypted")).toEqual({ known: true, value: true });
    expect(settings("aws_ebs_volume.crm").text("arn")).toEqual({ known: false, why: "unsupported" });
    expect(settings("aws_db_instance.crm").text("replicate_source_db")).toEqual({ known: true, value: undefined });
    expect(settings("aws_db_instance.crm").text("availability_zone").known).toBe(false);
    expect(settings("aws_s3_bucket_replication_configuration.crm").text("rule[0].destination.bucket").known).toBe(
      false,
    );
    expect(settings("aws_s3_bucket_replication_configuration.crm").text("rule[0].status")).toEqual({
      known: true,
      value: "Enabled",
    });
    expect(settings("aws_dynamodb_table.ledger").map("tags")).toMatchObject({
      value: { "data-class": "sensitive-personal" },
    });
    expect(settings("aws_s3_bucket.forgotten").text("bucket")).toEqual({ known: true, value: "acme-forgotten" });
  });

  it("keeps what is sensitive from everyone", () => {
    const { settings } = resourceAt(plan, "aws_db_instance.crm");

    expect(settings.text("password")).toEqual({ known: false, why: "unsupported" });
    expect(settings.text("username")).toEqual({ known: true, value: "admin" });
    expect(settings.map("").known).toBe(false);
  });

  it("names a resource by its last part, and the file as the user did", () => {
    const vault = 'module.archive["east"].module.vault[0].aws_s3_bucket.this';
    expect(resourceAt(plan, vault)).toMatchObject({ kind: "aws_s3_bucket", label: "this", file: plan });
    expect(resourceAt(plan, 'aws_s3_bucket.team["sales.cn"]').label).toBe('team["sales.cn"]');
  });

  it("can be gone through twice", () => {
    const { resources } = readTerraform(plan);
    expect([...resources].length).toBe([...resources].length);
  });
});

describe("a plan that leaves things open", () => {
  const open = "aws5-unclear/plan.json";

  it("takes the region from --region only where no provider block says one", () => {
    const found = shortly(open, "cn-northwest-1");

    expect(found["aws_s3_bucket.target[0]"]).toBe("create cn-northwest-1 (--region)");
    expect(found['module.named["a"].aws_s3_bucket.this']).toBe("create eu-west-3 (provider aws.far)");
    expect(found["aws_s3_bucket.secret"]).toBe("create ? (provider aws.secret, region = var.secret_region)");
    expect(shortly(open)["aws_s3_bucket.target[0]"]).toBe("create ? (provider aws)");
  });

  it("tells the blocks of a set apart by what is constant in them", () => {
    const { settings } = resourceAt(open, "aws_dynamodb_table.global");

    expect(settings.text("replica[0].region_name")).toEqual({ known: true, value: "ap-east-1" });
    expect(settings.refs("replica[0].kms_key_arn")).toEqual(["aws_kms_key.replica[1]"]);
    expect(settings.refs("replica[1].kms_key_arn")).toEqual(["aws_kms_key.replica[0]"]);
    const replicas = settings.each("replica");
    expect(replicas.known && replicas.value.map((replica) => replica.refs("kms_key_arn"))).toEqual([
      ["aws_kms_key.replica[1]"],
      ["aws_kms_key.replica[0]"],
    ]);
  });

  it("takes every output of a module where the plan has dropped the name of the one picked by key", () => {
    const { settings } = resourceAt(open, 'aws_s3_bucket_replication_configuration.by_key["b"]');

    expect(settings.refs("bucket")).toEqual([
      'module.named["b"].aws_s3_bucket.this',
      'module.named["b"].aws_kms_key.this',
    ]);
    expect(settings.refs("rule[1].destination.bucket")).toEqual([]);
    expect(settings.text("rule[1].destination.bucket").known).toBe(false);
  });

  it("takes all that a map is made of for the value of one key", () => {
    const { settings } = resourceAt(open, 'aws_s3_bucket_versioning.mixed["first"]');
    expect(settings.refs("bucket")).toEqual(["aws_s3_bucket.secret", "aws_s3_bucket.target[0]"]);
  });
});

describe("plans that do not do everything", () => {
  it("hands on what was changed by hand where the plan only refreshes", () => {
    expect(shortly("aws5/refresh.json")["aws_dynamodb_table.ledger"]).toBe(`drift ${mainland}`);
    expect(shortly("aws5/refresh.json")["aws_cloudwatch_log_group.app"]).toBe(`none ${mainland}`);
  });

  it("hands on what -target leaves out as it is", () => {
    const found = shortly("aws5/target.json");

    expect(found["aws_s3_bucket_versioning.crm"]).toBe(`create ${mainland}`);
    expect(found["aws_ebs_volume.crm"]).toBe(`none ${mainland}`);
    expect(found["aws_sqs_queue.orders"]).toBe(`none ${mainland}`);
    expect(found["aws_sqs_queue.jobs"]).toBeUndefined();
  });
});
