import { describe, expect, test } from "vitest";
import { awsTemplates } from "../../providers/aws/planned/index.ts";
import type { PlannedChange } from "../../src/model/index.ts";
import { later } from "../../src/plan/settings.ts";
import { type GivenResource, linksOf, recordsOf } from "../support/planned-provider.ts";

function read(...given: readonly GivenResource[]) {
  return recordsOf(awsTemplates, "cn-north-1", given);
}

const policy = (more: GivenResource["settings"] = {}, details: GivenResource["settings"] = {}): GivenResource => ({
  address: "aws_dlm_lifecycle_policy.p",
  settings: {
    state: "ENABLED",
    policy_details: [
      {
        resource_types: ["VOLUME"],
        target_tags: { backup: "daily", tier: "gold" },
        schedule: [{ cross_region_copy_rule: [{ target: "ap-east-1" }] }],
        ...details,
      },
    ],
    ...more,
  },
});
const volume = (name: string, tags: GivenResource["settings"], change: PlannedChange = "create"): GivenResource => ({
  address: `aws_ebs_volume.${name}`,
  settings: { availability_zone: "cn-north-1a", tags },
  change,
});
const away = "backs-up-to to ? in ap-east-1";
const of = (...given: readonly GivenResource[]) => linksOf(read(...given).at("aws_dlm_lifecycle_policy.p"));

describe("a lifecycle policy of snapshots", () => {
  test("takes the volumes with one of its tags, be they made or left as they are, and no other", () => {
    const links = of(
      policy(),
      volume("tagged", { backup: "daily" }),
      volume("both", { backup: "weekly", tier: "gold" }),
      volume("stays", { backup: "daily" }, "none"),
      volume("other", { backup: "weekly" }),
      volume("untagged", {}),
      { address: "aws_sqs_queue.q", settings: { tags: { backup: "daily" } } },
    );
    expect(links).toEqual([
      away,
      "backs-up-to from aws_ebs_volume.tagged",
      "backs-up-to from aws_ebs_volume.both",
      "backs-up-to from aws_ebs_volume.stays",
    ]);
  });

  test("takes none of another region, and none whose tags are not known yet", () => {
    const far = { ...volume("far", { backup: "daily" }), region: "us-east-1" };
    const there = { ...far, settings: { availability_zone: "us-east-1a", tags: { backup: "daily" } } };
    expect(of(policy(), there, { address: "aws_ebs_volume.later", settings: { tags: later } })).toEqual([away]);
  });

  test("of instances takes those", () => {
    const machine: GivenResource = { address: "aws_instance.m", settings: { tags: { tier: "gold" } } };
    const links = of(policy({}, { resource_types: ["INSTANCE"] }), machine, volume("v", { tier: "gold" }));
    expect(links).toEqual([away, "backs-up-to from aws_instance.m"]);
  });

  test("that is switched off takes nothing and copies nothing", () => {
    expect(of(policy({ state: "DISABLED" }), volume("v", { backup: "daily" }))).toEqual([]);
  });

  test("whose tags are not known yet says so", () => {
    const { gaps } = read(policy({}, { target_tags: later }));
    expect(gaps.map(({ detail }) => detail)).toEqual([
      "policy_details.target_tags is known only when the change is applied",
    ]);
  });

  test("of CloudFormation likewise", () => {
    const { at } = read(
      {
        address: "Policy",
        kind: "AWS::DLM::LifecyclePolicy",
        settings: {
          State: "ENABLED",
          PolicyDetails: {
            ResourceTypes: ["VOLUME"],
            TargetTags: [{ Key: "backup", Value: "daily" }],
            Schedules: [{ CrossRegionCopyRules: [{ TargetRegion: "ap-east-1" }] }],
          },
        },
      },
      { address: "Volume", kind: "AWS::EC2::Volume", settings: { Tags: [{ Key: "backup", Value: "daily" }] } },
    );
    expect(linksOf(at("Policy"))).toEqual([away, "backs-up-to from Volume"]);
  });
});
