import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Document } from "../../src/model/index.ts";
import { testKeys } from "../support/aws-scan.ts";
import { listWithBoto, type Moto, motoMissing, startMoto } from "../support/moto.ts";
import { furnishedRegions, furnishMoto } from "../support/moto-estate.ts";
import { spineFolder } from "../support/spine-command.ts";
import { spineTypes } from "../support/spine-scan.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const missing = motoMissing();
/** What the furniture is of; the other types have tests against moto of their own. */
const types = spineTypes.filter((type) => type.startsWith("aws/"));
const jurisdictions: Readonly<Record<(typeof furnishedRegions)[number], string>> = {
  "us-east-1": "foreign",
  "ap-east-1": "hong-kong",
  "cn-north-1": "mainland",
};

describe.skipIf(missing !== undefined)(
  `jingnei scan against moto${missing === undefined ? "" : ` (skipped: ${missing})`}`,
  () => {
    let moto: Moto;
    /** What boto3 lists, by region. */
    let listed: Readonly<Record<string, readonly string[]>>;

    beforeAll(async () => {
      moto = await startMoto();
      await furnishMoto(moto.url);
      listed = Object.fromEntries(furnishedRegions.map((region) => [region, listWithBoto(moto.url, region)]));
    });
    afterAll(async () => moto?.close());

    test.each(["endpoint", "AWS_ENDPOINT_URL"])(
      "by %s: both partitions in one run, the ids that boto3 lists and no other, each in its jurisdiction",
      async (by) => {
        const sources = [{ partition: "aws", regions: ["us-east-1", "ap-east-1"] }, { partition: "aws-cn" }].map(
          (source) => ({ provider: "aws", ...source, ...(by === "endpoint" ? { endpoint: moto.url } : {}) }),
        );
        const environment = by === "endpoint" ? testKeys : { ...testKeys, AWS_ENDPOINT_URL: moto.url };
        const folder = spineFolder({ sources, environment }, types);
        const { code, stderr } = await folder.scan();
        const document = folder.document();

        expect(document.coverage.gaps, stderr).toEqual([]);
        expect(document.coverage).toMatchObject({ complete: true, endpoints: ["127.0.0.1"] });
        expect([0, 1]).toContain(code);
        expect(idsOf(document)).toEqual(Object.values(listed).flat().sort());
        for (const region of furnishedRegions) {
          const here = document.resources.filter(({ place }) => place.region === region);
          expect(here.map(({ id }) => id).sort(), region).toEqual(listed[region]?.toSorted());
          expect(new Set(here.map(({ type }) => type)), region).toEqual(new Set(types));
          expect(new Set(here.map(({ place }) => place.jurisdiction)), region).toEqual(
            new Set([jurisdictions[region]]),
          );
          const partition = region === "cn-north-1" ? "aws-cn" : "aws";
          expect(new Set(here.map((resource) => resource.partition)), region).toEqual(new Set([partition]));
        }
      },
    );
  },
);

function idsOf({ resources }: Document): readonly string[] {
  return resources.map(({ id }) => id).sort();
}
