import * as logs from "@aws-sdk/client-cloudwatch-logs";
import * as ec2 from "@aws-sdk/client-ec2";
import * as kms from "@aws-sdk/client-kms";
import * as rds from "@aws-sdk/client-rds";
import * as s3 from "@aws-sdk/client-s3";
import * as secrets from "@aws-sdk/client-secrets-manager";

const credentials = { accessKeyId: "BENCH", secretAccessKey: "nobodysSecret" };

/**
 * What a script would do that wants the same facts: the SDK's own paginators at the largest page, and the calls per resource
 * without which tags, sharing, replicas and subscriptions are not told.
 */
export async function plainLoop(endpoint: string, regions: readonly string[]): Promise<void> {
  await buckets(endpoint, regions[0] ?? "us-east-1");
  for (const region of regions) {
    const settings = { endpoint, region, credentials };
    await machines(new ec2.EC2Client(settings));
    await databases(new rds.RDSClient(settings));
    await keys(new kms.KMSClient(settings));
    await secretsOf(new secrets.SecretsManagerClient(settings));
    await groups(new logs.CloudWatchLogsClient(settings));
  }
}

async function machines(client: ec2.EC2Client): Promise<void> {
  for await (const _ of ec2.paginateDescribeInstances({ client, pageSize: 1000 }, {}));
  for await (const _ of ec2.paginateDescribeVolumes({ client, pageSize: 1000 }, {}));
  for await (const page of ec2.paginateDescribeSnapshots({ client, pageSize: 1000 }, { OwnerIds: ["self"] })) {
    for (const { SnapshotId } of page.Snapshots ?? []) {
      await client.send(new ec2.DescribeSnapshotAttributeCommand({ SnapshotId, Attribute: "createVolumePermission" }));
    }
  }
}

async function buckets(endpoint: string, region: string): Promise<void> {
  const client = new s3.S3Client({ endpoint, region, credentials, forcePathStyle: true });
  for await (const page of s3.paginateListBuckets({ client, pageSize: 10_000 }, {})) {
    for (const { Name: Bucket } of page.Buckets ?? []) {
      const questions = [
        client.send(new s3.GetBucketTaggingCommand({ Bucket })),
        client.send(new s3.GetBucketReplicationCommand({ Bucket })),
        client.send(new s3.GetBucketLoggingCommand({ Bucket })),
        client.send(new s3.GetBucketPolicyCommand({ Bucket })),
        client.send(new s3.GetBucketPolicyStatusCommand({ Bucket })),
        client.send(new s3.GetBucketAclCommand({ Bucket })),
        client.send(new s3.GetPublicAccessBlockCommand({ Bucket })),
        client.send(new s3.GetBucketWebsiteCommand({ Bucket })),
      ];
      // "No such configuration" is an answer.
      await Promise.allSettled(questions);
    }
  }
}

async function databases(client: rds.RDSClient): Promise<void> {
  for await (const _ of rds.paginateDescribeDBInstances({ client, pageSize: 100 }, {}));
}

async function keys(client: kms.KMSClient): Promise<void> {
  for await (const page of kms.paginateListKeys({ client, pageSize: 1000 }, {})) {
    for (const { KeyArn: KeyId } of page.Keys ?? []) {
      await client.send(new kms.DescribeKeyCommand({ KeyId }));
      await client.send(new kms.ListResourceTagsCommand({ KeyId }));
    }
  }
}

async function secretsOf(client: secrets.SecretsManagerClient): Promise<void> {
  for await (const page of secrets.paginateListSecrets({ client, pageSize: 100 }, {})) {
    for (const { ARN: SecretId } of page.SecretList ?? []) {
      await client.send(new secrets.DescribeSecretCommand({ SecretId }));
    }
  }
}

async function groups(client: logs.CloudWatchLogsClient): Promise<void> {
  for await (const page of logs.paginateDescribeLogGroups({ client, pageSize: 50 }, {})) {
    for (const { logGroupName, logGroupArn: resourceArn } of page.logGroups ?? []) {
      await client.send(new logs.DescribeSubscriptionFiltersCommand({ logGroupName }));
      await client.send(new logs.ListTagsForResourceCommand({ resourceArn }));
    }
  }
}
