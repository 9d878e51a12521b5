import { expect, test } from "vitest";
import { type AwsEstate, serveAws } from "../../providers/aws/loopback.ts";
import type { LoopbackOptions, ResourceRecord } from "../../src/model/index.ts";
import { type AwsScan, scanAws } from "../support/aws-scan.ts";

const types = ["aws/ec2/instance", "aws/ec2/volume", "aws/ec2/snapshot", "aws/ec2/image"];
const own = "444455556666";
const scope = { provider: "aws", partition: "aws", account: own };
const arn = (rest: string) => `arn:aws:ec2:ap-east-1:${own}:${rest}`;

async function scan(ap: NonNullable<AwsEstate["accounts"][number]["ec2"]>[string], options: LoopbackOptions = {}) {
  const estate: AwsEstate = {
    accounts: [{ id: own, partition: "aws", regions: [{ id: "ap-east-1" }], ec2: { "ap-east-1": ap } }],
  };
  const cloud = await serveAws(estate, { pageSize: 2, ...options });
  try {
    const result: AwsScan = await scanAws({ provider: "aws", regions: ["ap-east-1"], endpoint: cloud.url }, { types });
    return { ...result, calls: cloud.calls };
  } finally {
    await cloud.close();
  }
}

function one(records: readonly ResourceRecord[], id: string): ResourceRecord | undefined {
  return records.find((record) => record.id === id);
}

test("instances come from every page, as compute with their tags and zone", async () => {
  const { records, calls, gaps } = await scan({
    instances: [
      { id: "i-00000001", tags: { Name: "web", "data-class": "personal" } },
      { id: "i-00000002", zone: "ap-east-1-xyz-1a" },
      { id: "i-00000003", outpost: "arn:aws:outposts:ap-east-1:444455556666:outpost/op-1" },
      { id: "i-00000004", state: "terminated" },
      { id: "i-00000005", state: "stopped" },
    ],
  });
  expect(gaps).toEqual([]);
  expect(calls.filter(({ operation }) => operation === "DescribeInstances")).toHaveLength(3);
  expect(one(records, arn("instance/i-00000001"))).toEqual({
    kind: "record",
    id: arn("instance/i-00000001"),
    type: "aws/ec2/instance",
    role: "compute",
    scope,
    name: "web",
    place: { known: true, value: { region: "ap-east-1" } },
    placeEvidence: { source: "ec2:DescribeInstances", field: "Placement.AvailabilityZone", value: "ap-east-1a" },
    tags: { known: true, value: { Name: "web", "data-class": "personal" } },
    aliases: ["i-00000001"],
    links: [],
    attributes: { instanceType: "m6i.large", state: "running" },
  });
  expect(records.map(({ name, place }) => [name, place.known ? place.value : place.why])).toEqual([
    ["web", { region: "ap-east-1" }],
    ["i-00000002", { region: "ap-east-1", zone: "ap-east-1-xyz-1a" }],
    ["i-00000003", "unsupported"],
    ["i-00000005", { region: "ap-east-1" }],
  ]);
  expect(records.map(({ placeEvidence }) => `${placeEvidence?.field}: ${placeEvidence?.value}`)).toEqual([
    "Placement.AvailabilityZone: ap-east-1a",
    "Placement.AvailabilityZone: ap-east-1-xyz-1a",
    "OutpostArn: arn:aws:outposts:ap-east-1:444455556666:outpost/op-1",
    "Placement.AvailabilityZone: ap-east-1a",
  ]);
});

test("a volume names its machine and what it was restored from", async () => {
  const { records, calls } = await scan({
    volumes: [
      { id: "vol-00000001", instance: "i-00000001", snapshot: "snap-00000009", encrypted: false, sizeGiB: 30 },
      { id: "vol-00000002", sourceVolume: "vol-00000001" },
      { id: "vol-00000003" },
    ],
  });
  expect(calls.filter(({ operation }) => operation === "DescribeVolumes")).toHaveLength(2);
  expect(records[0]).toEqual({
    kind: "record",
    id: arn("volume/vol-00000001"),
    type: "aws/ec2/volume",
    role: "store",
    scope,
    name: "vol-00000001",
    place: { known: true, value: { region: "ap-east-1" } },
    placeEvidence: { source: "ec2:DescribeVolumes", field: "AvailabilityZone", value: "ap-east-1a" },
    tags: { known: true, value: {} },
    aliases: ["vol-00000001"],
    links: [
      {
        kind: "part-of",
        direction: "from",
        target: { id: arn("instance/i-00000001") },
        evidence: { source: "ec2:DescribeVolumes", field: "Attachments[0].InstanceId", value: "i-00000001" },
      },
      {
        kind: "copied-to",
        direction: "from",
        target: { id: "snap-00000009" },
        evidence: { source: "ec2:DescribeVolumes", field: "SnapshotId", value: "snap-00000009" },
      },
    ],
    attributes: { encrypted: false, volumeType: "gp3", sizeGiB: 30 },
  });
  expect(records[1]?.links.map((link) => [link.kind, link.direction, link.target])).toEqual([
    ["copied-to", "from", { id: arn("volume/vol-00000001") }],
  ]);
  expect(records[2]?.links).toEqual([]);
});

test("a snapshot names its volume, what it was copied from and whom it is shared with", async () => {
  const { records, calls } = await scan({
    snapshots: [
      {
        id: "snap-00000001",
        volume: "vol-00000001",
        started: "2023-10-18T03:00:00.000Z",
        shares: ["333344445555", "222233334444", own],
        sizeGiB: 8,
      },
      { id: "snap-00000002", description: "[Copied snap-00000001 from ap-southeast-1]", shares: ["all"] },
      { id: "snap-00000003", encrypted: true },
    ],
  });
  expect(calls.filter(({ operation }) => operation === "DescribeSnapshots")).toHaveLength(2);
  const granted = (value: string) => ({
    kind: "shared-with",
    direction: "to",
    target: { party: value },
    evidence: { source: "ec2:DescribeSnapshotAttribute", field: "CreateVolumePermissions[].UserId", value },
  });
  expect(records[0]).toEqual({
    kind: "record",
    id: arn("snapshot/snap-00000001"),
    type: "aws/ec2/snapshot",
    role: "copy",
    scope,
    name: "snap-00000001",
    place: { known: true, value: { region: "ap-east-1" } },
    placeEvidence: { source: "ec2:DescribeSnapshots", field: "region asked", value: "ap-east-1" },
    tags: { known: true, value: {} },
    aliases: ["snap-00000001", "arn:aws:ec2:ap-east-1::snapshot/snap-00000001"],
    links: [
      {
        kind: "copied-to",
        direction: "from",
        target: { id: arn("volume/vol-00000001") },
        evidence: { source: "ec2:DescribeSnapshots", field: "VolumeId", value: "vol-00000001" },
      },
      granted("222233334444"),
      granted("333344445555"),
    ],
    attributes: { encrypted: false, sizeGiB: 8, storageTier: "standard", public: false, created: "2023-10-18" },
  });
  expect(records[1]?.links.map((link) => [link.kind, link.direction, link.target])).toEqual([
    ["copied-to", "from", { id: "snap-00000001", place: { region: "ap-southeast-1" } }],
    ["shared-with", "to", { party: "*" }],
  ]);
  expect(records[1]?.attributes).toMatchObject({ public: true });
  // vol-ffffffff is EC2's word for "no volume".
  expect(records[2]?.links).toEqual([]);
});

test("an image names its snapshots, its machine, its source image and whom it is shared with", async () => {
  const organisation = "arn:aws:organizations::999988887777:organization/o-a1b2c3d4e5";
  const { records, calls } = await scan({
    images: [
      {
        id: "ami-00000001",
        name: "ledger",
        created: "2025-06-02T02:00:00.000Z",
        snapshots: ["snap-00000001", "snap-00000002"],
        sourceInstance: "i-00000001",
        shares: ["222233334444", organisation],
      },
      {
        id: "ami-00000002",
        sourceImage: "ami-00000001",
        sourceRegion: "ap-southeast-1",
        public: true,
        shares: ["all"],
      },
      { id: "ami-00000003", public: true },
    ],
  });
  expect(calls.filter(({ operation }) => operation === "DescribeImages")).toHaveLength(2);
  const from = (id: string, field: string, value: string) => ({
    kind: "copied-to",
    direction: "from",
    target: { id },
    evidence: { source: "ec2:DescribeImages", field, value },
  });
  const granted = (field: string, value: string) => ({
    kind: "shared-with",
    direction: "to",
    target: { party: value },
    evidence: { source: "ec2:DescribeImageAttribute", field: `LaunchPermissions[].${field}`, value },
  });
  expect(records[0]).toEqual({
    kind: "record",
    id: arn("image/ami-00000001"),
    type: "aws/ec2/image",
    role: "copy",
    scope,
    name: "ledger",
    place: { known: true, value: { region: "ap-east-1" } },
    placeEvidence: { source: "ec2:DescribeImages", field: "region asked", value: "ap-east-1" },
    tags: { known: true, value: {} },
    aliases: ["ami-00000001", "arn:aws:ec2:ap-east-1::image/ami-00000001"],
    links: [
      from(arn("snapshot/snap-00000001"), "BlockDeviceMappings[0].Ebs.SnapshotId", "snap-00000001"),
      from(arn("snapshot/snap-00000002"), "BlockDeviceMappings[1].Ebs.SnapshotId", "snap-00000002"),
      from(arn("instance/i-00000001"), "SourceInstanceId", "i-00000001"),
      granted("UserId", "222233334444"),
      granted("OrganizationArn", organisation),
    ],
    attributes: { public: false, state: "available", created: "2025-06-02" },
  });
  expect(records[1]?.links.map((link) => [link.kind, link.direction, link.target])).toEqual([
    ["copied-to", "from", { id: "ami-00000001", place: { region: "ap-southeast-1" } }],
    ["shared-with", "to", { party: "*" }],
  ]);
  // Public by the list alone: the permissions did not say so.
  expect(records[2]?.links.map(({ evidence }) => evidence)).toEqual([
    { source: "ec2:DescribeImages", field: "Public", value: "true" },
  ]);
});

test("an image is known to be public also where its permissions are denied", async () => {
  const { records, gaps } = await scan(
    { images: [{ id: "ami-00000001", public: true, shares: ["all"] }] },
    { faults: [{ operation: "DescribeImageAttribute", answer: "denied" }] },
  );
  expect(records[0]?.links.map(({ target }) => target)).toEqual([{ party: "*" }]);
  expect(gaps).toMatchObject([{ operation: "DescribeImageAttribute", resource: arn("image/ami-00000001") }]);
});

test("pages dealt in another order give the same records", async () => {
  const numbers = [1, 2, 3, 4, 5, 6, 7];
  const estate = {
    volumes: numbers.map((number) => ({ id: `vol-0000000${number}`, snapshot: `snap-0000000${number}` })),
    snapshots: numbers.map((number) => ({ id: `snap-0000000${number}`, shares: [`22223333444${number}`] })),
  };
  const byId = (a: ResourceRecord, b: ResourceRecord) => (a.id < b.id ? -1 : 1);
  const plain = await scan(estate);
  const shuffled = await scan(estate, { shuffleSeed: 5 });
  expect(shuffled.records.map(({ id }) => id)).not.toEqual(plain.records.map(({ id }) => id));
  expect(shuffled.records.toSorted(byId)).toEqual(plain.records.toSorted(byId));
  expect(plain.records).toHaveLength(14);
});
