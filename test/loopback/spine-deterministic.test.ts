import { describe, expect, test } from "vitest";
import { companyConfig } from "../../src/demo/company.ts";
import type { Fault } from "../../src/model/index.ts";
import { withoutRun } from "../support/spine-command.ts";
import { sampleCompany } from "../support/spine-demo.ts";
import { type SpineOptions, type SpineScan, scanClouds, scanSpine, serveSpine } from "../support/spine-scan.ts";

const { sources: _sources, ...config } = companyConfig([], new Date("2026-11-22T08:00:00Z"));

/** Faults that hit many resources and pages at once: what a gap shows of them must not depend on which came first. */
const faults: Readonly<Record<keyof SpineOptions, readonly Fault[]>> = {
  aws: [
    { operation: "GetBucketLogging", answer: "denied" },
    { operation: "GetBucketTagging", region: "us-east-1", answer: "malformed" },
    { operation: "DescribeSnapshots", region: "cn-northwest-1", answer: "denied" },
  ],
  alibaba: [
    { operation: "GetBucketLogging", answer: "throttled" },
    { operation: "DescribeDisks", region: "cn-shanghai", answer: "server-error" },
  ],
  azure: [{ operation: "ObjectReplicationPolicies_List", answer: "denied" }],
};

function dealing(pageSize: number, shuffleSeed: number): SpineOptions {
  return {
    aws: { pageSize, shuffleSeed, faults: faults.aws },
    alibaba: { pageSize, shuffleSeed, faults: faults.alibaba },
    azure: { pageSize, shuffleSeed, faults: faults.azure },
  };
}

/** The page shows the run's id and times; nothing else of it may differ. */
function withoutRunIn({ html, document: { run } }: SpineScan): string {
  expect(html).toContain(run.id);
  return [run.id, run.startedAt, run.finishedAt].reduce((text, word) => text.replaceAll(word, ""), html);
}

describe("the same estates give the same bytes", () => {
  test("whatever the order and size of pages, the concurrency and the hour", async () => {
    const one = await scanSpine(dealing(2, 1), { config, concurrency: 1, id: "20261122T080000-aaaaaa" }, sampleCompany);
    const many = await scanSpine(
      dealing(7, 4711),
      { config, concurrency: 16, id: "20261122T090000-bbbbbb" },
      sampleCompany,
    );
    expect(one.document.findings.length).toBeGreaterThan(20);
    expect(one.document.coverage.gaps.some(({ count }) => count > 10)).toBe(true);
    expect(withoutRun(many.json)).toBe(withoutRun(one.json));
    expect(withoutRunIn(many)).toBe(withoutRunIn(one));
  });

  test("for seed after seed", async () => {
    const first = await scanSpine(dealing(3, 2));
    for (const seed of [3, 5, 8]) {
      expect(withoutRun((await scanSpine(dealing(seed, seed), { concurrency: seed })).json), `seed ${seed}`).toBe(
        withoutRun(first.json),
      );
    }
  });

  test("whether the regions of an account are named in one source or in several", async () => {
    const clouds = await serveSpine();
    try {
      const [, aws, alibaba, , , azure] = clouds.sources;
      const wishes = [
        { ...aws, accounts: "current", regions: ["us-east-1", "ap-east-1", "ap-southeast-1"] },
        { ...alibaba, regions: ["cn-hangzhou", "cn-hongkong", "ap-southeast-1"] },
        { ...azure, regions: ["eastasia", "southeastasia", "uksouth"] },
      ];
      const split = wishes.flatMap((wish) => wish.regions.map((region) => ({ ...wish, regions: [region] })));
      const one = (await scanClouds({ ...clouds, sources: wishes })).document;
      const several = (await scanClouds({ ...clouds, sources: split })).document;
      expect(new Set(one.resources.map(({ provider }) => provider))).toEqual(new Set(["alibaba", "aws", "azure"]));
      expect(several.resources).toEqual(one.resources);
      expect(several.edges).toEqual(one.edges);
      expect(several.findings).toEqual(one.findings);
      expect(several.coverage.excluded).toEqual(one.coverage.excluded);
    } finally {
      await clouds.close();
    }
  });

  test("whatever the order of the sources", async () => {
    const clouds = await serveSpine();
    try {
      const forwards = await scanClouds(clouds);
      const backwards = await scanClouds({ ...clouds, sources: clouds.sources.toReversed() });
      expect(withoutRun(backwards.json)).toBe(withoutRun(forwards.json));
    } finally {
      await clouds.close();
    }
  });
});
