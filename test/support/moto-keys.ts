import { execFileSync } from "node:child_process";
import { BackupClient, CreateBackupPlanCommand, CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import {
  CreateRepositoryCommand,
  ECRClient,
  PutReplicationConfigurationCommand,
  TagResourceCommand,
} from "@aws-sdk/client-ecr";
import { CreateKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { CreateAccountCommand, CreateOrganizationCommand, OrganizationsClient } from "@aws-sdk/client-organizations";
import { CreateSecretCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";

const account = "123456789012";
const tag = { Key: "data-class", Value: "个人信息" };

/** Keys, secrets, parameters, image repositories and backups of a region, as somebody would set them up. */
export async function furnishKeys(url: string, region: string, other: string): Promise<void> {
  const config = {
    endpoint: url,
    region,
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
    maxAttempts: 1,
  };
  const partition = region.startsWith("cn-") ? "aws-cn" : "aws";

  const secrets = new SecretsManagerClient(config);
  await secrets.send(
    new CreateSecretCommand({
      Name: "crm/db",
      SecretString: "never read",
      Tags: [tag],
      AddReplicaRegions: [{ Region: other }],
    }),
  );
  await secrets.send(new CreateSecretCommand({ Name: "lone", SecretString: "never read" }));

  const parameters = new SSMClient(config);
  await parameters.send(
    new PutParameterCommand({ Name: "/crm/size", Value: "never read", Type: "String", Tags: [tag] }),
  );
  await parameters.send(new PutParameterCommand({ Name: "token", Value: "never read", Type: "SecureString" }));

  const kms = new KMSClient(config);
  await kms.send(
    new CreateKeyCommand({ Description: "ours", Tags: [{ TagKey: tag.Key, TagValue: tag.Value }], MultiRegion: true }),
  );

  const ecr = new ECRClient(config);
  const { repository } = await ecr.send(new CreateRepositoryCommand({ repositoryName: "crm/api" }));
  await ecr.send(new TagResourceCommand({ resourceArn: repository?.repositoryArn, tags: [tag] }));
  await ecr.send(new CreateRepositoryCommand({ repositoryName: "tools" }));
  await ecr.send(
    new PutReplicationConfigurationCommand({
      replicationConfiguration: {
        rules: [
          {
            destinations: [{ region: other, registryId: account }],
            repositoryFilters: [{ filter: "crm", filterType: "PREFIX_MATCH" }],
          },
        ],
      },
    }),
  );

  const backup = new BackupClient(config);
  for (const BackupVaultName of ["customers", "spare"]) {
    await backup.send(new CreateBackupVaultCommand({ BackupVaultName, BackupVaultTags: { [tag.Key]: tag.Value } }));
  }
  const far = `arn:${partition}:backup:${other}:${account}:backup-vault:far`;
  await backup.send(
    new CreateBackupPlanCommand({
      BackupPlan: {
        BackupPlanName: "daily",
        Rules: [
          {
            RuleName: "daily",
            TargetBackupVaultName: "customers",
            CopyActions: [{ DestinationBackupVaultArn: far }],
          },
        ],
      },
    }),
  );
  for (const client of [secrets, parameters, kms, ecr, backup]) client.destroy();
}

/** An organisation with so many members besides the management account. */
export async function furnishOrganisation(url: string, region: string, members: number): Promise<void> {
  const client = new OrganizationsClient({
    endpoint: url,
    region,
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
    maxAttempts: 1,
  });
  await client.send(new CreateOrganizationCommand({ FeatureSet: "ALL" }));
  for (let number = 1; number <= members; number++) {
    await client.send(new CreateAccountCommand({ AccountName: `m${number}`, Email: `m${number}@example.com` }));
  }
  client.destroy();
}

/** ARNs of a region by boto3, a client that shares no code with ours. */
export function listKeysWithBoto(url: string, region: string): readonly string[] {
  return boto(program, url, region);
}

/** Ids of an organisation's accounts, by boto3. */
export function listAccountsWithBoto(url: string, region: string): readonly string[] {
  return boto(accounts, url, region);
}

function boto(text: string, url: string, region: string): readonly string[] {
  const output = execFileSync("python3", ["-c", text, url, region], {
    encoding: "utf8",
    env: {
      ...process.env,
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_EC2_METADATA_DISABLED: "true",
    },
  });
  return output
    .split("\n")
    .filter((line) => line !== "")
    .sort();
}

const program = `
import sys, boto3
url, region = sys.argv[1:3]
client = lambda service: boto3.client(service, region_name=region, endpoint_url=url)
for secret in client("secretsmanager").list_secrets()["SecretList"]: print(secret["ARN"])
identity = client("sts").get_caller_identity()
partition, account = identity["Arn"].split(":")[1], identity["Account"]
# moto leaves the ARN out.
for parameter in client("ssm").describe_parameters()["Parameters"]:
    print(f"arn:{partition}:ssm:{region}:{account}:parameter/{parameter['Name'].lstrip('/')}")
kms = client("kms")
for key in kms.list_keys()["Keys"]:
    if kms.describe_key(KeyId=key["KeyId"])["KeyMetadata"]["KeyManager"] == "CUSTOMER": print(key["KeyArn"])
for repository in client("ecr").describe_repositories()["repositories"]: print(repository["repositoryArn"])
backup = client("backup")
for vault in backup.list_backup_vaults()["BackupVaultList"]: print(vault["BackupVaultArn"])
for plan in backup.list_backup_plans()["BackupPlansList"]: print(plan["BackupPlanArn"])
`;

const accounts = `
import sys, boto3
url, region = sys.argv[1:3]
pages = boto3.client("organizations", region_name=region, endpoint_url=url).get_paginator("list_accounts").paginate()
for page in pages:
    for account in page["Accounts"]: print(account["Id"])
`;
