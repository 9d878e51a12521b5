import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Document } from "../../src/model/index.ts";
import { emptyFolder, jingnei } from "../support/command.ts";

interface Planned {
  readonly provider: string;
  readonly region: string;
  readonly type: string;
  readonly tags: Readonly<Record<string, string>>;
}

const bucket: Planned = {
  provider: "aws",
  region: "ap-east-1",
  type: "aws_s3_bucket",
  tags: { "data-class": "personal", "data-origin": "mainland" },
};

/** What is found of a planned bucket `crm-export`, under a configuration. */
async function found({ provider, region, type, tags }: Planned, config: string): Promise<readonly string[]> {
  const cwd = emptyFolder();
  const provider_name = `registry.terraform.io/some/${provider}`;
  const named = { address: `${type}.x`, mode: "managed", type, name: "x" };
  const after = { bucket: "crm-export", tags, tags_all: tags };
  const plan = {
    format_version: "1.2",
    planned_values: {},
    resource_changes: [{ ...named, provider_name, change: { actions: ["create"], before: null, after } }],
    configuration: {
      provider_config: {
        [provider]: { name: provider, full_name: provider_name, expressions: { region: { constant_value: region } } },
      },
      root_module: { resources: [{ ...named, provider_config_key: provider }] },
    },
  };
  writeFileSync(join(cwd, "plan.json"), JSON.stringify(plan));
  writeFileSync(join(cwd, "jingnei.yaml"), config);
  const { stderr } = await jingnei(["check", "plan.json", "--format", "json"], { cwd });
  expect(stderr).not.toContain("error:");
  const { findings } = Document.parse(JSON.parse(readFileSync(join(cwd, "jingnei-report/report.json"), "utf8")));
  return findings.map(({ policy, verdict }) => `${policy} ${verdict}`);
}

const operator = [
  "operator:",
  "  { status: non-ciio, handled: 5000000, exported: { asOf: 2026-11-01, personal: 2000000, sensitivePersonal: 0 } }",
].join("\n");

function approval(resources: string, destination = "hong-kong"): string {
  return `${operator}
approvals:
  - id: SA-1
    mechanism: security-assessment
    classes: [personal]
    destinations: ["${destination}"]
    resources: ["${resources}"]
    issued: 2025-05-01
    expires: 2099-05-01
    pipia: { id: P-1, date: 2025-04-02 }
`;
}

describe("one configuration for scans and changes: what is planned goes by the name that it will have, too", () => {
  test("in approvals", async () => {
    expect(await found(bucket, approval("arn:aws*:s3:::crm-*"))).toContain("CBDF-7-PI accepted");
    expect(await found(bucket, approval("arn:aws*:s3:::other-*"))).toContain("CBDF-7-PI not-met");
  });

  test("in suppressions", async () => {
    const entry = `{ policy: "CBDF-*", resources: ["arn:aws:s3:::crm-*"], owner: a, reason: b, expires: 2099-01-31 }`;
    expect(await found(bucket, `${operator}\nsuppressions: [${entry}]\n`)).toContain("CBDF-7-PI suppressed");
  });

  test("in origins", async () => {
    const entry = `{ resources: ["arn:aws:s3:::crm-*"], origin: elsewhere }`;
    const untold = { ...bucket, tags: { "data-class": "personal" } };
    expect(await found(untold, `${operator}\nclassification: { origins: [${entry}] }\n`)).toEqual([]);
  });
});

test("an approval may name a region of a provider that templates only are read of", async () => {
  const planned = { ...bucket, provider: "huaweicloud", region: "ap-southeast-1", type: "huaweicloud_obs_bucket" };
  expect(await found(planned, approval("*", "huawei:ap-southeast-1"))).toContain("CBDF-7-PI accepted");
});
