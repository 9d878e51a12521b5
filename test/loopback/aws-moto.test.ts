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
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AwsScan, scanAws, testKeys } from "../support/aws-scan.ts";
import { listWithBoto, type Moto, motoMissing, startMoto } from "../support/moto.ts";

const missing = motoMissing();
const regions = ["us-east-1", "ap-east-1", "cn-north-1"] as const;

describe.skipIf(missing !== undefined)(`moto as AWS${missing === undefined ? "" : ` (skipped: ${missing})`}`, () => {
  let moto: Moto;
  let snapshots: Readonly<Record<string, string>>;

  beforeAll(async () => {
    moto = await startMoto();
    const made: Record<string, string> = {};
    for (const region of regions) made[region] = await furnish(moto.url, region, made);
    snapshots = made;
  }, 120_000);
  afterAll(async () => moto?.close());

  test("the set of ids equals what another client lists, in both partitions, by `endpoint` and by environment", async () => {
    const expected = regions.flatMap((region) => listWithBoto(moto.url, region)).sort();
    expect(expected.length).toBeGreaterThanOrEqual(regions.length * 7);

    const global = { provider: "aws", regions: ["us-east-1", "ap-east-1"] };
    const china = { provider: "aws", partition: "aws-cn" };
    const ids = async (scans: readonly Promise<AwsScan>[]) => {
      const done = await Promise.all(scans);
      expect(done.flatMap(({ gaps }) => gaps)).toEqual([]);
      return done.flatMap(({ records }) => records.map(({ id }) => id)).sort();
    };
    const endpoint = moto.url;
    expect(await ids([scanAws({ ...global, endpoint }), scanAws({ ...china, endpoint })])).toEqual(expected);
    const environment = { ...testKeys, AWS_ENDPOINT_URL: endpoint };
    expect(await ids([scanAws(global, { environment }), scanAws(china, { environment })])).toEqual(expected);
  }, 120_000);

  test("aws-cn has its own regions only, although moto lists others", async () => {
    const { sessions } = await scanAws({ provider: "aws", partition: "aws-cn", endpoint: moto.url }, { types: [] });
    expect(sessions[0]?.regions).toEqual(["cn-north-1", "cn-northwest-1"]);
  });

  test("a region that moto says nobody opted in to, and serves all the same, is scanned", async () => {
    const { sessions, gaps } = await scanAws({ provider: "aws", endpoint: moto.url }, { types: [] });
    expect(gaps).toEqual([]);
    expect(sessions[0]?.regions).toContain("ap-east-1");
  });

  test("regions, tags, replication, copies and sharing come across", async () => {
    const source = { provider: "aws", regions: ["us-east-1", "ap-east-1"], endpoint: moto.url };
    const { records } = await scanAws(source);
    const bucket = records.find(({ name }) => name === "moto-ap-east-1-a");
    expect(bucket).toMatchObject({
      place: { value: { region: "ap-east-1" } },
      tags: { value: { "data-class": "personal" } },
      links: [{ kind: "replicates-to", target: { id: "arn:aws:s3:::moto-ap-east-1-b" } }],
    });
    const shared = records.find(({ aliases }) => aliases.includes(snapshots["us-east-1"] ?? ""));
    expect(shared?.links.map(({ kind, target }) => [kind, target.party ?? target.id?.split(":volume/")[0]])).toEqual([
      ["copied-to", "arn:aws:ec2:us-east-1:123456789012"],
      ["shared-with", "222233334444"],
    ]);
  });
});

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
