import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AwsScan, scanAws, testKeys } from "../support/aws-scan.ts";
import { listWithBoto, type Moto, motoMissing, startMoto } from "../support/moto.ts";
import { furnishedRegions, furnishMoto } from "../support/moto-estate.ts";
import { spineTypes } from "../support/spine-scan.ts";

const missing = motoMissing();
const regions = furnishedRegions;
/** What the furniture is of; the other types have tests against moto of their own. */
const types = spineTypes.filter((type) => type.startsWith("aws/"));

describe.skipIf(missing !== undefined)(`moto as AWS${missing === undefined ? "" : ` (skipped: ${missing})`}`, () => {
  let moto: Moto;
  let snapshots: Readonly<Record<string, string>>;

  beforeAll(async () => {
    moto = await startMoto();
    snapshots = await furnishMoto(moto.url);
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
    expect(
      await ids([scanAws({ ...global, endpoint }, { types }), scanAws({ ...china, endpoint }, { types })]),
    ).toEqual(expected);
    const environment = { ...testKeys, AWS_ENDPOINT_URL: endpoint };
    expect(await ids([scanAws(global, { environment, types }), scanAws(china, { environment, types })])).toEqual(
      expected,
    );
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
    const { records } = await scanAws(source, { types });
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
