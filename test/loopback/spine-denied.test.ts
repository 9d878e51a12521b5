import { beforeAll, describe, expect, test } from "vitest";
import { providers } from "../../providers/index.ts";
import {
  type CoverageGap,
  type Document,
  type Fault,
  type Finding,
  matchesGlob,
  type ReportResource,
} from "../../src/model/index.ts";
import * as estates from "../support/spine-estates.ts";
import {
  type SpineOptions,
  type SpineProvider,
  type SpineScan,
  scanClouds,
  scanSpine,
  serveSpine,
  spineTypes,
} from "../support/spine-scan.ts";

const clouds = ["aws", "alibaba", "azure"] as const satisfies readonly SpineProvider[];

/** What is gone when an operation is not answered, by hand: the type that it lists, or the account that it opens. */
const lostWith: Readonly<Record<SpineProvider, Readonly<Record<string, { type?: string; account?: string }>>>> = {
  aws: {
    GetCallerIdentity: {},
    AssumeRole: { account: estates.aws.entered },
    ListBuckets: { type: "aws/s3/bucket" },
    DescribeInstances: { type: "aws/ec2/instance" },
    DescribeVolumes: { type: "aws/ec2/volume" },
    DescribeSnapshots: { type: "aws/ec2/snapshot" },
    DescribeImages: { type: "aws/ec2/image" },
  },
  alibaba: {
    GetCallerIdentity: {},
    AssumeRole: { account: estates.alibaba.member },
    ListBuckets: { type: "alibaba/oss/bucket" },
    DescribeInstances: { type: "alibaba/ecs/instance" },
    DescribeDisks: { type: "alibaba/ecs/disk" },
    DescribeSnapshots: { type: "alibaba/ecs/snapshot" },
    DescribeImages: { type: "alibaba/ecs/image" },
    DescribeAutoSnapshotPolicyEx: { type: "alibaba/ecs/auto-snapshot-policy" },
  },
  azure: {
    Subscriptions_List: { account: estates.azure.china },
    Subscriptions_Get: { account: estates.azure.world },
    StorageAccounts_List: { type: "azure/storage/account" },
    VirtualMachines_ListAll: { type: "azure/compute/virtual-machine" },
    Disks_List: { type: "azure/compute/disk" },
    Snapshots_List: { type: "azure/compute/snapshot" },
    Images_List: { type: "azure/compute/image" },
  },
};

type Chosen = Partial<Readonly<Record<SpineProvider, string>>>;

async function declaredBy(cloud: SpineProvider): Promise<readonly string[]> {
  const provider = await providers[cloud]?.();
  const types = ((await provider?.types()) ?? []).filter(({ type }) => isSpineType(type));
  const entry = (provider?.entry ?? []).filter((one) => one.with === undefined || one.with === "role");
  const operations = [...entry, ...types.flatMap((type) => type.operations)];
  return [...new Set(operations.map(({ operation }) => operation))];
}

function isSpineType(type: string): boolean {
  return spineTypes.some((glob) => matchesGlob(glob, type));
}

const declared = {
  aws: await declaredBy("aws"),
  alibaba: await declaredBy("alibaba"),
  azure: await declaredBy("azure"),
};

/** One operation of each cloud at a time: they share nothing, so that each is a test of its own. Some clouds run out of them. */
const rounds = Array.from({ length: Math.max(...clouds.map((cloud) => declared[cloud].length)) }, (_, round) => {
  const left = clouds.filter((cloud) => declared[cloud][round] !== undefined);
  const denied: Chosen = Object.fromEntries(left.map((cloud) => [cloud, declared[cloud][round]]));
  return { denied, names: left.map((cloud) => `${cloud} ${denied[cloud]}`).join(", ") };
});

let whole: SpineScan;

beforeAll(async () => {
  whole = await scanSpine();
});

test("the estates exercise every declared operation, the scan calls no other, and without faults it is complete", () => {
  for (const cloud of clouds) {
    expect(declared[cloud].length, cloud).toBeGreaterThan(10);
    expect([...whole.called(cloud)].sort(), cloud).toEqual([...declared[cloud]].sort());
  }
  expect(whole.document.coverage).toMatchObject({ complete: true, gaps: [] });
  expect(whole.exitCodeWithoutFindings).toBe(0);
  expect(whole.exitCode).toBe(1);
});

test.each(rounds)("what is denied is a gap, and nothing else is lost: $names", async ({ denied }) => {
  const part = await scanSpine(faultsOf(denied, "denied"));
  for (const cloud of clouds) {
    const operation = denied[cloud];
    if (operation === undefined) expect(of(part.document, cloud), cloud).toEqual(of(whole.document, cloud));
    else expectGapAndNoLoss(part.document, cloud, operation, "denied");
  }
  const { complete, asked, answered } = part.document.coverage;
  expect(complete).toBe(false);
  expect(answered).toBeLessThan(asked);
  expect([1, 3]).toContain(part.exitCode);
  expect(part.exitCodeWithoutFindings).toBe(3);
});

test("who may not ask who he is gets a gap of his source, and the other sources are scanned", async () => {
  const denied = { aws: "GetCallerIdentity", azure: "Subscriptions_List" };
  const { document } = await scanSpine(faultsOf(denied, "denied"));
  expect(document.coverage.gaps.map(({ account, type, operation }) => [account, type, operation]).sort()).toEqual([
    ["sources[0]", "identity", "GetCallerIdentity"],
    ["sources[1]", "identity", "GetCallerIdentity"],
    ["sources[4]", "identity", "Subscriptions_List"],
  ]);
  expect(new Set(document.resources.map(({ account }) => account))).toEqual(
    new Set([estates.alibaba.own, estates.alibaba.member, estates.azure.world]),
  );
});

test("whose credentials are refused or missing gets an error that names the source, and nothing is scanned", async () => {
  const clouds = await serveSpine();
  const without = { AWS_EC2_METADATA_DISABLED: "true", HOME: "/nonexistent" };
  const wrong: readonly (readonly [number, Readonly<Record<string, string | undefined>>])[] = [
    [0, { ...without, AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined }],
    [2, { ALIBABA_CLOUD_ACCESS_KEY_ID: "LTAI5tSomebodyElses0" }],
    [4, { AZURE_ACCESS_TOKEN: undefined }],
  ];
  try {
    for (const [index, change] of wrong) {
      const sources = clouds.sources.slice(index, index + 1);
      const attempt = scanClouds({ sources, environment: { ...clouds.environment, ...change } });
      await expect(attempt).rejects.toMatchObject({
        code: "credential",
        message: expect.stringContaining("sources[0]"),
      });
    }
  } finally {
    await clouds.close();
  }
});

/** Lists, a detail, and what comes before them. */
const lists = { aws: "ListBuckets", alibaba: "DescribeDisks", azure: "Disks_List" };
const details = { aws: "GetBucketReplication", alibaba: "GetBucketInfo", azure: "BlobContainers_List" };
const regions = { aws: "DescribeRegions", alibaba: "DescribeRegions", azure: "Subscriptions_ListLocations" };
const entrances = { aws: "AssumeRole", alibaba: "AssumeRole", azure: "Subscriptions_Get" };

describe.each([
  { answer: "throttled", reason: "throttled", sample: [lists, details, regions, entrances] },
  { answer: "server-error", reason: "failed", sample: [lists, details, regions, entrances] },
  { answer: "malformed", reason: "malformed", sample: [lists, details, regions, entrances] },
  { answer: "hang", reason: "timeout", sample: [lists, details, entrances] },
] as const)("what always answers $answer", ({ answer, reason, sample }) => {
  test.each(sample)(
    `is a gap of reason ${reason}, and nothing else is lost: $aws, $alibaba, $azure`,
    async (chosen) => {
      const part = await scanSpine(faultsOf(chosen, answer), answer === "hang" ? { timeoutMs: 2_500 } : {});
      for (const cloud of clouds) expectGapAndNoLoss(part.document, cloud, chosen[cloud], reason);
      expect(part.exitCodeWithoutFindings).toBe(3);
    },
  );
});

test("an operation that fails once and is answered then leaves no gap", async () => {
  const faults: readonly Fault[] = [{ operation: "*", answer: "server-error", times: 1 }];
  const part = await scanSpine({ aws: { faults }, alibaba: { faults }, azure: { faults } }, { attempts: 2 });
  expect(sameButRun(part.document)).toEqual(sameButRun(whole.document));
});

test("a list that breaks off on its second page keeps the first", async () => {
  const second = { operation: "ListBuckets", answer: "repeat-token" } as const;
  const third = { operation: "StorageAccounts_List", answer: "repeat-token" } as const;
  const paged = { pageSize: 2 };
  const part = await scanSpine({
    aws: { ...paged, faults: [second] },
    alibaba: { ...paged, faults: [second] },
    azure: { ...paged, faults: [third] },
  });
  for (const cloud of clouds) {
    const gaps = part.document.coverage.gaps.filter(({ provider }) => provider === cloud);
    expect(new Set(gaps.map(({ operation, reason }) => `${operation} ${reason}`)), cloud).toEqual(
      new Set([`${cloud === "azure" ? third.operation : second.operation} malformed`]),
    );
    const store = lostWith[cloud][cloud === "azure" ? third.operation : second.operation]?.type;
    const kept = of(part.document, cloud).resources.filter(({ type }) => type === store);
    expect(kept.length, cloud).toBeGreaterThanOrEqual(2);
  }
});

function faultsOf(chosen: Chosen, answer: Fault["answer"]): SpineOptions {
  return Object.fromEntries(
    Object.entries(chosen).flatMap(([cloud, operation]) =>
      operation === undefined ? [] : [[cloud, { faults: [{ operation, answer }] }]],
    ),
  );
}

function expectGapAndNoLoss(document: Document, cloud: SpineProvider, operation: string, reason: string): void {
  const what = `${cloud} ${operation}`;
  const before = of(whole.document, cloud);
  const after = of(document, cloud);
  // Where the list of regions stays away, the ones of the source are asked in vain that nobody opted in to.
  const gaps = after.gaps.filter((gap) => !(operation === "DescribeRegions" && gap.reason === "not-enabled"));
  expect(new Set(gaps.map((gap) => `${gap.operation} ${gap.reason}`)), what).toEqual(
    new Set([`${operation} ${reason}`]),
  );

  const isLost = isLostWith(cloud, operation);
  expect(ids(after.resources), what).toEqual(ids(before.resources.filter((resource) => !isLost(resource))));
  for (const finding of before.findings) expectNotSilent(finding, before, after, gaps, what);
}

function isLostWith(cloud: SpineProvider, operation: string): (resource: ReportResource) => boolean {
  const lost = lostWith[cloud][operation];
  if (lost === undefined) return () => false;
  return ({ type, account }) => (lost.type ?? type) === type && (lost.account ?? account) === account;
}

type Part = ReturnType<typeof of>;

/**
 * A finding may only go with its resource, give way to another about the same resource, or rest on a setting that was not
 * answered, its own or of what its data comes from; the gap then names the account and the type whose settings these are.
 */
function expectNotSilent(
  finding: Finding,
  before: Part,
  after: Part,
  gaps: readonly CoverageGap[],
  what: string,
): void {
  const { resource, edge } = finding;
  if (after.findings.some(({ id }) => id === finding.id)) return;
  const about = [resource, ...finding.members].filter((id) => after.resources.some((one) => one.id === id));
  if (about.length === 0) return;
  if (about.every((id) => after.findings.some((one) => one.resource === id || one.members.includes(String(id)))))
    return;

  const isSame = (one: Part["edges"][number]) =>
    one.from === resource && one.kind === edge?.kind && one.to === edge.to && one.party === edge.party;
  expect(after.edges.some(isSame), `${what}: ${finding.policy} on ${resource} is gone although its edge is there`).toBe(
    false,
  );
  const told = classSources([resource, ...finding.members], before);
  const ends = before.resources.filter(({ id }) => id === resource || id === edge?.to || told.has(id));
  // What is said once per account rests on all that travelled there: a gap anywhere in the account explains it.
  const ofAccount = finding.subject?.kind === "account" ? finding.subject.id : undefined;
  const named = gaps.filter(
    (gap) =>
      gap.account === ofAccount || ends.some(({ type, account }) => gap.type === type && gap.account === account),
  );
  expect(named, `${what}: ${finding.policy} on ${resource} is gone without a gap`).not.toEqual([]);
}

/** The resources that data of these was said to come from, step by step. */
function classSources(about: readonly (string | null)[], { resources }: Part): ReadonlySet<string> {
  const found = new Set<string>();
  const left = [...about];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    for (const { kind, detail } of resources.find((one) => one.id === id)?.dataClass.evidence ?? []) {
      const from = kind === "inherited" ? / from (\S+)$/.exec(detail)?.[1] : undefined;
      if (from === undefined || found.has(from)) continue;
      found.add(from);
      left.push(from);
    }
  }
  return found;
}

/** What a document says of one cloud. */
function of(document: Document, cloud: SpineProvider) {
  const resources = document.resources.filter(({ provider }) => provider === cloud);
  const own = new Set(resources.map(({ id }) => id));
  return {
    resources,
    edges: document.edges.filter(({ from, to }) => own.has(from) || own.has(String(to))),
    findings: document.findings.filter(({ resource, members }) => own.has(resource ?? members[0] ?? "")),
    gaps: document.coverage.gaps.filter(({ provider }) => provider === cloud),
  };
}

function ids(resources: readonly ReportResource[]): readonly string[] {
  return resources.map(({ id }) => id);
}

function sameButRun({ run: _run, ...rest }: Document): Omit<Document, "run"> {
  return rest;
}
