import {
  CopySnapshotCommand,
  CreateImageCommand,
  CreateSnapshotCommand,
  CreateVolumeCommand,
  EC2Client,
  ModifySnapshotAttributeCommand,
  RunInstancesCommand,
} from "@aws-sdk/client-ec2";
import {
  CreateBucketCommand,
  PutBucketReplicationCommand,
  PutBucketTaggingCommand,
  PutBucketVersioningCommand,
  S3Client,
} from "@aws-sdk/client-s3";

export const furnishedRegions = ["us-east-1", "ap-east-1", "cn-north-1"] as const;

/** Furnishes each region; gives the id of its first snapshot. */
export async function furnishMoto(url: string): Promise<Readonly<Record<string, string>>> {
  const made: Record<string, string> = {};
  for (const region of furnishedRegions) made[region] = await furnish(url, region, made);
  return made;
}

/** Two buckets, an instance, a volume, a snapshot, its copy and an image. */
async function furnish(url: string, region: string, made: Readonly<Record<string, string>>): Promise<string> {
  const config = {
    endpoint: url,
    region,
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
    maxAttempts: 1,
  };
  const s3 = new S3Client({ ...config, forcePathStyle: true });
  const ec2 = new EC2Client(config);
  const partition = region.startsWith("cn-") ? "aws-cn" : "aws";
  for (const letter of ["a", "b"]) {
    const Bucket = `moto-${region}-${letter}`;
    const constraint =
      region === "us-east-1" ? {} : { CreateBucketConfiguration: { LocationConstraint: region as "ap-east-1" } };
    await s3.send(new CreateBucketCommand({ Bucket, ...constraint }));
    await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: "Enabled" } }));
  }
  const Bucket = `moto-${region}-a`;
  await s3.send(
    new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet: [{ Key: "data-class", Value: "personal" }] } }),
  );
  await s3.send(
    new PutBucketReplicationCommand({
      Bucket,
      ReplicationConfiguration: {
        Role: `arn:${partition}:iam::123456789012:role/replication`,
        Rules: [{ Status: "Enabled", Prefix: "", Destination: { Bucket: `arn:${partition}:s3:::moto-${region}-b` } }],
      },
    }),
  );

  const run = await ec2.send(
    new RunInstancesCommand({ ImageId: "ami-12c6146b", MinCount: 1, MaxCount: 1, InstanceType: "t3.micro" }),
  );
  const InstanceId = run.Instances?.[0]?.InstanceId ?? "";
  const volume = await ec2.send(new CreateVolumeCommand({ AvailabilityZone: `${region}a`, Size: 8 }));
  const snapshot = await ec2.send(new CreateSnapshotCommand({ VolumeId: volume.VolumeId }));
  const SnapshotId = snapshot.SnapshotId ?? "";
  await ec2.send(
    new ModifySnapshotAttributeCommand({
      SnapshotId,
      Attribute: "createVolumePermission",
      OperationType: "add",
      UserIds: ["222233334444"],
    }),
  );
  const elsewhere = partition === "aws" && region !== "us-east-1";
  const source = elsewhere ? { id: made["us-east-1"] ?? "", region: "us-east-1" } : { id: SnapshotId, region };
  await ec2.send(new CopySnapshotCommand({ SourceRegion: source.region, SourceSnapshotId: source.id }));
  await ec2.send(new CreateImageCommand({ InstanceId, Name: `image-${region}` }));
  s3.destroy();
  ec2.destroy();
  return SnapshotId;
}
