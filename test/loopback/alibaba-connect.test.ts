import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { AlibabaEstate } from "../../providers/alibaba/loopback/estate.ts";
import type { Fault } from "../../src/model/index.ts";
import { everything } from "../support/alibaba-estates.ts";
import { environment, estateOf, scan, secrets, uid } from "../support/alibaba-scan.ts";

const member = "2222222222222222";
const locked = "3333333333333333";

const company: AlibabaEstate = {
  keys: secrets,
  account: uid,
  regions: ["cn-hangzhou", "cn-hongkong", "cn-moon-1"],
  accounts: {
    [uid]: { buckets: [{ name: "own", location: "oss-cn-hangzhou" }], roles: ["Audit"] },
    [member]: {
      buckets: [{ name: "theirs", location: "oss-cn-hongkong" }],
      regions: { "cn-hongkong": { snapshots: [{ SnapshotId: "s-9", SourceDiskId: "d-9" }] } },
      roles: ["Audit"],
    },
    [locked]: { buckets: [{ name: "unseen", location: "oss-cn-hangzhou" }] },
  },
};

describe("a list of accounts", () => {
  test("is entered by a role in each; one that cannot be entered is a gap, and the others are read", async () => {
    const source = { accounts: [uid, member, locked], role: "Audit" };
    const { records, gaps, outcome } = await scan(company, { source, attempts: 1 });
    expect(records.map((record) => record.id).toSorted()).toEqual([
      `acs:ecs:cn-hongkong:${member}:snapshot/s-9`,
      `acs:oss:cn-hangzhou:${uid}:own`,
      `acs:oss:cn-hongkong:${member}:theirs`,
    ]);
    expect(outcome.scopes.map((scope) => scope.account)).toEqual([uid, member]);
    expect(gaps.filter((gap) => gap.reason !== "unlisted-region")).toEqual([
      {
        kind: "gap",
        scope: { provider: "alibaba", partition: "alibaba", account: locked },
        type: "accounts",
        region: null,
        operation: "AssumeRole",
        reason: "denied",
        detail: expect.stringMatching(/^NoPermission: You are not authorized/),
        resource: null,
      },
    ]);
  });

  test("needs no role for the account of the credentials, and one for any other", async () => {
    const own = await scan(company, { source: { accounts: [uid] } });
    expect(own.calls.map((call) => call.operation)).not.toContain("AssumeRole");
    await expect(scan(company, { source: { accounts: [member] } })).rejects.toMatchObject({
      code: "config",
      message: expect.stringContaining(member),
    });
  });
});

describe("an account", () => {
  test("is asked who it is once", async () => {
    const { calls } = await scan(company);
    expect(calls.filter((call) => call.operation === "GetCallerIdentity")).toHaveLength(1);
  });

  test("is scanned in the regions of the live list, and a region nobody knows is a gap", async () => {
    const { calls, gaps } = await scan(company);
    const regions = new Set(calls.filter((call) => call.operation === "DescribeDisks").map((call) => call.region));
    expect(regions).toEqual(new Set(["cn-hangzhou", "cn-hongkong", "cn-moon-1"]));
    expect(gaps.map((gap) => [gap.reason, gap.region])).toEqual([["unlisted-region", "cn-moon-1"]]);
  });

  test("is scanned in the regions of the source only, and the outcome says which it left out", async () => {
    const { calls, records, gaps, outcome } = await scan(company, { source: { regions: ["oss-cn-hongkong"] } });
    const regions = new Set(calls.filter((call) => call.operation === "DescribeDisks").map((call) => call.region));
    expect(regions).toEqual(new Set(["cn-hongkong"]));
    expect(outcome.excluded).toContain(`alibaba:cn-hangzhou (regions of ${uid})`);
    // The list of buckets knows no regions; what lies in one that was left out is left out too.
    expect(records.map((record) => record.name)).not.toContain("own");
    expect(gaps.filter((gap) => gap.reason !== "unlisted-region")).toEqual([]);
  });

  test("leaves out buckets of regions that the source does not name, listed or not, and still says where copies go", async () => {
    const buckets = [
      {
        name: "here",
        location: "oss-cn-hangzhou",
        replication: [{ bucket: "far", location: "oss-us-west-1" }],
        logsTo: "odd",
      },
      { name: "far", location: "oss-us-west-1" },
      { name: "odd", location: "oss-cn-north-99" },
      { name: "anywhere", location: "oss-rg-china-mainland" },
    ];
    const settings = { source: { regions: ["cn-hangzhou"] }, only: ["alibaba/oss/*"] };
    const { records, outcome } = await scan(estateOf({ buckets }), settings);
    expect(records.map((record) => record.name)).toEqual(["here", "anywhere"]);
    for (const region of ["us-west-1", "oss-cn-north-99"]) {
      expect(outcome.excluded).toContain(`alibaba:${region} (regions of ${uid})`);
    }
    expect(records[0]?.links.map((link) => link.target)).toEqual([
      { id: `acs:oss:us-west-1:${uid}:far`, place: { region: "us-west-1" } },
      { id: `acs:oss:cn-north-99:${uid}:odd`, place: { region: "oss-cn-north-99" } },
    ]);
  });

  test("whose list of regions is denied is still read, with a gap for the list", async () => {
    const faults: readonly Fault[] = [{ operation: "DescribeRegions", answer: "denied" }];
    const source = { regions: ["cn-hangzhou", "ap-southeast-1"] };
    const whole = await scan(estateOf(everything), { source });
    const { records, gaps } = await scan(estateOf(everything), { source, loopback: { faults } });
    expect(gaps.map((gap) => [gap.type, gap.operation, gap.reason])).toEqual([
      ["regions", "DescribeRegions", "denied"],
    ]);
    expect(records).toHaveLength(whole.records.length);
  });

  test("that may not even be asked who it is becomes a gap", async () => {
    const faults: readonly Fault[] = [{ operation: "GetCallerIdentity", answer: "denied" }];
    const { gaps } = await scan(company, { loopback: { faults } });
    expect(gaps.map((gap) => [gap.type, gap.operation, gap.reason])).toEqual([
      ["identity", "GetCallerIdentity", "denied"],
    ]);
  });
});

describe("credentials that are of no use", () => {
  test("are an error that says where they came from", async () => {
    const unknown = { ...environment, ALIBABA_CLOUD_ACCESS_KEY_ID: "LTAI5tSomebodyElse" };
    await expect(scan(company, { environment: unknown })).rejects.toMatchObject({
      code: "credential",
      message: expect.stringMatching(/access key from the environment \(InvalidAccessKeyId\.NotFound\)/),
    });
  });

  test("are an error when there are none, and no instance is asked", async () => {
    await expect(scan(company, { environment: { HOME: "/nonexistent" } })).rejects.toMatchObject({
      code: "credential",
      message: expect.stringMatching(/sources\[0\].*no credentials/),
    });
  });
});

test("a profile of mode RamRoleArn works with the role's temporary keys", async () => {
  const home = await mkdtemp(join(tmpdir(), "jingnei-alibaba-"));
  try {
    await mkdir(join(home, ".aliyun"));
    const profile = {
      name: "audit",
      mode: "RamRoleArn",
      access_key_id: secrets.accessKeyId,
      access_key_secret: secrets.accessKeySecret,
      sts_token: secrets.securityToken,
      ram_role_arn: `acs:ram::${member}:role/Audit`,
    };
    await writeFile(join(home, ".aliyun", "config.json"), JSON.stringify({ profiles: [profile] }));
    const { records, outcome } = await scan(company, { source: { profile: "audit" }, environment: { HOME: home } });
    expect(outcome.scopes.map((scope) => scope.account)).toEqual([member]);
    expect(records.map((record) => record.name).toSorted()).toEqual(["s-9", "theirs"]);
  } finally {
    await rm(home, { recursive: true });
  }
});
