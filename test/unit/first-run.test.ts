import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Link, ReportSource, StreamedFinding } from "../../src/model/index.ts";
import type { FinishedRun } from "../../src/run/index.ts";
import { type Stated, type StatedAccount, scanStated } from "../support/stated-estate.ts";

/*
 * A first run over somebody's whole estate: nothing tagged, nothing declared. 20,000 stores elsewhere in 60 accounts of three
 * clouds, 300 in the Mainland in six more.
 */
const elsewhere = 20_000;
const mainland = 300;

interface Kind {
  readonly provider: string;
  readonly partition: string;
  readonly regions: readonly string[];
  readonly mainlandRegions: readonly string[];
  readonly accountAt: (index: number) => string;
  readonly storeAt: (account: string, region: string, index: number) => Stated;
}

const kinds: readonly Kind[] = [
  {
    provider: "aws",
    partition: "aws",
    regions: ["us-east-1", "eu-central-1", "ap-southeast-1", "ap-east-1"],
    mainlandRegions: [],
    accountAt: (index) => String(100_000_000_000 + index),
    storeAt: (account, region, index) =>
      index % 2 === 0
        ? { id: `arn:aws:s3:::data-${account}-${index}`, type: "aws/s3/bucket", region, attributes: { public: false } }
        : {
            id: `arn:aws:ec2:${region}:${account}:volume/vol-${index}`,
            type: "aws/ec2/volume",
            region,
            attributes: { encrypted: index % 3 === 0, sizeGiB: 100 },
          },
  },
  {
    provider: "alibaba",
    partition: "alibaba",
    regions: ["ap-southeast-1", "eu-central-1", "cn-hongkong"],
    mainlandRegions: ["cn-hangzhou", "cn-beijing"],
    accountAt: (index) => String(1_000_000_000_000_000 + index),
    storeAt: (account, region, index) =>
      index % 2 === 0
        ? { id: `acs:oss:${region}:${account}:data-${account}-${index}`, type: "alibaba/oss/bucket", region }
        : {
            id: `acs:ecs:${region}:${account}:disk/d-${index}`,
            type: "alibaba/ecs/disk",
            region,
            attributes: { encrypted: index % 3 === 0 },
          },
  },
  {
    provider: "azure",
    partition: "public",
    regions: ["westeurope", "eastus", "eastasia"],
    mainlandRegions: [],
    accountAt: (index) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
    storeAt: (account, region, index) => ({
      id: `/subscriptions/${account}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/data${index}`,
      type: "azure/storage/account",
      region,
      attributes: { sku: "Standard_LRS" },
    }),
  },
  {
    provider: "aws",
    partition: "aws-cn",
    regions: [],
    mainlandRegions: ["cn-north-1", "cn-northwest-1"],
    accountAt: (index) => String(200_000_000_000 + index),
    storeAt: (account, region, index) => ({
      id: `arn:aws-cn:ec2:${region}:${account}:volume/vol-${index}`,
      type: "aws/ec2/volume",
      region,
      attributes: { encrypted: index % 3 === 0 },
    }),
  },
  {
    provider: "azure",
    partition: "china",
    regions: [],
    mainlandRegions: ["chinaeast2", "chinanorth3"],
    accountAt: (index) => `00000000-0000-4000-9000-${String(index).padStart(12, "0")}`,
    storeAt: (account, region, index) => ({
      id: `/subscriptions/${account}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/cn${index}`,
      type: "azure/storage/account",
      region,
      attributes: { sku: "Standard_LRS" },
    }),
  },
];

/** `count` stores spread over the accounts of the kinds that have such regions. */
function spread(
  count: number,
  accounts: number,
  regionsOf: (kind: Kind) => readonly string[],
  offset: number,
): StatedAccount[] {
  const able = kinds.filter((kind) => regionsOf(kind).length > 0);
  return Array.from({ length: accounts }, (_, index) => {
    const kind = able[index % able.length];
    if (kind === undefined) throw new Error("no kind has such regions");
    const account = kind.accountAt(offset + index);
    const own = Math.floor(count / accounts) + (index < count % accounts ? 1 : 0);
    const regions = regionsOf(kind);
    const resources = Array.from({ length: own }, (_, store) =>
      kind.storeAt(account, regions[store % regions.length] ?? "", offset * 1_000_000 + index * 10_000 + store),
    );
    return { provider: kind.provider, partition: kind.partition, account, resources };
  });
}

const estate = [
  ...spread(elsewhere, 60, ({ regions }) => regions, 0),
  ...spread(mainland, 6, ({ mainlandRegions }) => mainlandRegions, 1_000),
];

function everyMember(source: ReportSource): ReadonlySet<string> {
  const members = new Set<string>();
  for (const { id, resource } of source.findings()) {
    if (resource !== null) members.add(resource);
    for (const member of source.members(id)) members.add(member);
  }
  return members;
}

function countByPolicy(findings: Iterable<StreamedFinding>): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { policy } of findings) counts[policy] = (counts[policy] ?? 0) + 1;
  return counts;
}

/** The same stores with what such estates have: copies elsewhere, open doors, keys and logs in another region. */
function withFlows(accounts: readonly StatedAccount[]): readonly StatedAccount[] {
  return accounts.map((account) => ({
    ...account,
    resources: account.resources.map((store, index) => ({ ...store, links: linksOf(account, index) })),
  }));
}

function linksOf({ resources }: StatedAccount, index: number): readonly Link[] {
  const here = resources[index]?.region ?? "";
  const neighbour = resources[(index + 1) % resources.length];
  const isMainland = here.startsWith("cn-") && here !== "cn-hongkong";
  const to = (kind: Link["kind"], target: Link["target"]): Link => ({
    kind,
    direction: "to",
    target,
    evidence: { source: "stated", field: kind, value: "" },
  });
  return [
    ...(index % 5 === 0 && neighbour !== undefined ? [to("replicates-to", { id: neighbour.id })] : []),
    ...(index % 11 === 0 ? [to("shared-with", { party: "999999999999" })] : []),
    ...(index % 7 === 0 && !isMainland ? [to("reachable-from", { party: "*" })] : []),
    ...(index % 13 === 0 ? [to("key-held-in", { place: { region: here } })] : []),
    ...(index % 17 === 0 ? [to("logs-to", { place: { region: here } })] : []),
    ...(index % 19 === 0 && !isMainland ? [to("replicates-to", { place: { region: "not-in-any-table-1" } })] : []),
  ];
}

describe.each([
  ["nothing declared", {}, estate],
  ["nothing declared, with copies and grants", {}, withFlows(estate)],
  ["a CIIO", { operator: { status: "ciio" } }, estate],
  ["no CIIO", { operator: { status: "non-ciio" } }, estate],
  ["a state organ", { operator: { status: "state-organ" } }, estate],
  ["a bank of many people", { operator: { sectors: ["finance", "insurance"], handled: 20_000_000 } }, estate],
])("a first run over 20,000 stores elsewhere and 300 in the Mainland: %s", (_who, config, accounts) => {
  let run: FinishedRun;
  beforeAll(async () => {
    run = await scanStated(accounts, config);
  }, 120_000);
  afterAll(() => run.close());

  test("at most 200 findings come of it", () => {
    const counts = countByPolicy(run.source.findings());
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    expect(total, JSON.stringify(counts)).toBeLessThanOrEqual(200);
    expect(total).toBeGreaterThanOrEqual(60);
  });

  test("every store is listed, and what is outside stands in a finding, once per account", () => {
    const members = everyMember(run.source);
    let listed = 0;
    let outside = 0;
    for (const { id, place, scope } of run.source.resources()) {
      listed++;
      if (place.jurisdiction === "mainland") {
        expect(scope).toBe("in");
      } else {
        outside++;
        expect(scope).toBe("unknown");
        if (!members.has(id)) expect.fail(`${id} stands in no finding`);
      }
    }
    expect([listed, outside]).toEqual([elsewhere + mainland, elsewhere]);
  });

  test("nothing is asserted of stores that nobody has said a word about", () => {
    const verdicts = new Set([...run.source.findings()].map(({ verdict }) => verdict));
    expect(verdicts).toEqual(new Set(["review"]));
  });
});
