import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { alibaba } from "../../providers/alibaba/index.ts";
import type { DemoCloud } from "../../src/model/index.ts";
import { type Collected, collectFrom } from "../support/alibaba-scan.ts";

const uid = "1234567890123456";
let cloud: DemoCloud;
let found: Collected;

beforeAll(async () => {
  cloud = await alibaba.demo();
  found = await collectFrom(cloud.sources[0], { environment: cloud.environment });
});
afterAll(() => cloud.close());

describe("the sample company's account", () => {
  test("is read without a gap, with a modest number of resources", () => {
    expect(found.gaps).toEqual([]);
    expect(found.outcome.regionDifferences).toEqual([]);
    expect(found.records.length).toBeGreaterThan(40);
    expect(found.records.length).toBeLessThan(150);
  });

  test("has the ways out that the story tells", () => {
    const arrows = found.records.flatMap((record) =>
      record.links
        .filter((link) => link.kind !== "part-of")
        .map(({ kind, direction, target }) => {
          const other = target.id ?? target.party ?? target.place?.region;
          return direction === "to" ? `${record.id} ${kind} ${other}` : `${other} ${kind} ${record.id}`;
        }),
    );
    expect(arrows.toSorted()).toEqual([
      `acs:dts:cn-hangzhou:${uid}:job/l3m1213ye7l0001 streams-to ap-southeast-1`,
      `acs:ecs:cn-hangzhou:${uid}:disk/d-bp1memberdb0001 backs-up-to ap-southeast-1`,
      `acs:ecs:cn-hangzhou:${uid}:disk/d-bp1memberdb0001 copied-to acs:ecs:cn-hangzhou:${uid}:snapshot/s-bp1memberdb0001`,
      `acs:ecs:cn-hangzhou:${uid}:image/m-bp1memberdb0001 shared-with 9876543210987654`,
      `acs:ecs:cn-hangzhou:${uid}:snapshot/s-bp1memberdb0001 copied-to acs:ecs:ap-southeast-1:${uid}:snapshot/s-t4nmemberdb0001`,
      `acs:ecs:cn-hangzhou:${uid}:snapshot/s-bp1memberdb0001 copied-to acs:ecs:cn-hangzhou:${uid}:image/m-bp1memberdb0001`,
      `acs:oss:cn-hangzhou:${uid}:haitang-member-prod logs-to acs:oss:cn-hangzhou:${uid}:haitang-oss-logs`,
      `acs:oss:cn-hangzhou:${uid}:haitang-member-prod replicates-to acs:oss:cn-hongkong:${uid}:haitang-member-hk`,
      `acs:oss:cn-hangzhou:${uid}:haitang-member-prod served-from oss-accelerate`,
      `acs:oss:cn-shanghai:${uid}:haitang-orders replicates-to acs:oss:ap-southeast-1:${uid}:haitang-orders-sg`,
      `acs:oss:cn-shanghai:${uid}:haitang-www reachable-from *`,
      `acs:rds:cn-hangzhou:${uid}:dbinstance/rm-bp1points0001 backs-up-to ap-southeast-1`,
      `rds://rm-bp1points0001 streams-to acs:dts:cn-hangzhou:${uid}:job/l3m1213ye7l0001`,
    ]);
  });
});
