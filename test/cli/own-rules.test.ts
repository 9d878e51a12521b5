import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveAws } from "../../providers/aws/loopback.ts";
import type { LoopbackCloud } from "../../src/model/index.ts";
import { testKeys } from "../support/aws-scan.ts";
import { emptyFolder, jingnei } from "../support/command.ts";

const rule = `id: OWN-1
pack: transfer
family: own
rank: 1
when: place.outside
needs: [place.outside]
severity: low
title: { en: Nothing outside, zh: 不得位于境外 }
message: { en: "{flow}. House rule.", zh: "{flow}。内部规定。" }
remediation: { en: Ask us., zh: 请联系我们。 }
basis:
  - { instrument: PIPL, article: "38" }
reviewed: 2026-11-22
cases:
  - { name: outside, given: { place.outside: true }, expect: fires }
  - { name: inside, given: { place.outside: false }, expect: passes }
  - { name: not located, given: {}, expect: unknown }
`;

/** A folder with a configuration and rules of its own. */
function folderWith(files: Readonly<Record<string, string>>, config = ""): string {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, "rules"));
  writeFileSync(join(cwd, "jingnei.yaml"), `policies: { directories: [./rules] }\n${config}`);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, "rules", name), text);
  return cwd;
}

let cloud: LoopbackCloud;
beforeAll(async () => {
  cloud = await serveAws({
    accounts: [
      {
        id: "444455556666",
        partition: "aws",
        regions: [{ id: "us-east-1" }],
        buckets: [{ name: "site", region: "us-east-1", tags: { "data-class": "general", "data-origin": "mainland" } }],
      },
    ],
  });
});
afterAll(() => cloud.close());

test("list, show and test cover the user's own rules and say where they come from", async () => {
  const cwd = folderWith({ "OWN-1.yaml": rule });
  const list = await jingnei(["policies", "list"], { cwd });
  expect(list.stdout).toMatch(/^OWN-1 +transfer +low +not-met +Nothing outside$/m);
  const { policies } = JSON.parse((await jingnei(["policies", "list", "--format", "json"], { cwd })).stdout);
  const own = policies.find(({ id }: { id: string }) => id === "OWN-1");
  expect(own.file).toBe(join(cwd, "rules/OWN-1.yaml"));
  const show = await jingnei(["policies", "show", "OWN-1", "--lang", "zh"], { cwd });
  expect(show.stdout).toContain("不得位于境外");
  expect(show.stdout).toContain(join(cwd, "rules/OWN-1.yaml"));
  expect((await jingnei(["policies", "test", "OWN-1"], { cwd })).stdout).toBe("3 cases of 1 policies, 0 failed\n");
});

test("they judge a scan like the built-in ones", async () => {
  const cwd = folderWith({ "OWN-1.yaml": rule }, `sources: [{ provider: aws, endpoint: "${cloud.url}" }]\n`);
  const { stdout, code } = await jingnei(["scan", "--format", "json", "--output", "-", "--fail-on", "low"], {
    cwd,
    environment: testKeys,
  });
  const { findings } = JSON.parse(stdout);
  expect(
    findings.map(({ policy, resource }: { policy: string; resource: string }) => `${policy} ${resource}`),
  ).toContain("OWN-1 arn:aws:s3:::site");
  expect(code).toBe(1);
});

test.each([
  [
    "a wrong article",
    { "OWN-1.yaml": rule.replace('"38"', '"3800"') },
    "OWN-1.yaml:12: PIPL has no article 3800",
    "Cite one of",
  ],
  [
    "an unknown CEL field",
    { "OWN-1.yaml": rule.replace("when: place.outside", "when: place.outsid") },
    "OWN-1.yaml:5: a condition names an unknown fact, place.outsid. Did you mean place.outside?",
    "It may name",
  ],
  [
    "an id used twice",
    { "OWN-1.yaml": rule, "OWN-2.yaml": rule },
    "OWN-2.yaml:1: the policy id OWN-1 is used twice",
    "another id",
  ],
  [
    "an id that is built in",
    { "CSL-39-STORE.yaml": rule.replace("OWN-1", "CSL-39-STORE") },
    "the policy id CSL-39-STORE is used twice; policies/localization/CSL-39-STORE.yaml has it already",
    "another id",
  ],
  [
    "no case that is unknown",
    { "OWN-1.yaml": rule.replace(/^ {2}- \{ name: not located.*\n/m, "") },
    "OWN-1.yaml:14: no case expects unknown",
    "every outcome has its case",
  ],
  [
    "no case that passes",
    { "OWN-1.yaml": rule.replace(/^ {2}- \{ name: inside.*\n/m, "") },
    "no case expects passes",
    "Add one",
  ],
  [
    "no case that fires",
    { "OWN-1.yaml": rule.replace(/^ {2}- \{ name: outside.*\n/m, "") },
    "no case expects fires",
    "Add one",
  ],
  [
    "no case at all",
    { "OWN-1.yaml": `${rule.slice(0, rule.indexOf("cases:"))}cases: []\n` },
    "OWN-1.yaml:14: cases: must not be empty",
    "Correct the value",
  ],
  [
    "a misspelt key",
    { "OWN-1.yaml": rule.replace("severity:", "sevrity:") },
    "OWN-1.yaml:7: sevrity: unknown key. Did you mean severity?",
    "Remove or rename the key",
  ],
  [
    "a misspelt word",
    { "OWN-1.yaml": rule.replace("severity: low", "severity: lwo") },
    'OWN-1.yaml:7: severity: "lwo" is none of critical, high, medium, low, info. Did you mean low?',
    "Correct the value",
  ],
  [
    "a missing key",
    { "OWN-1.yaml": rule.replace(/^title:.*\n/m, "") },
    "OWN-1.yaml:1: title: is required",
    "Correct the value",
  ],
  [
    "a number where text belongs",
    { "OWN-1.yaml": rule.replace('"38"', "38") },
    "OWN-1.yaml:12: basis[0].article: expected text, found number 38; put it in quotes",
    "Correct the value",
  ],
  ["broken YAML", { "OWN-1.yaml": rule.replace("rank: 1", "rank: [1") }, "OWN-1.yaml:5: column", "Correct the YAML"],
  [
    "aliases that multiply",
    { "OWN-1.yaml": `a: &a [${"x,".repeat(50)}]\nb: &b [${"*a,".repeat(50)}]\nc: [${"*b,".repeat(50)}]\n` },
    "OWN-1.yaml:1: Excessive alias count",
    "Write out what the aliases repeat",
  ],
  ["a file that is no text", { "OWN-1.yaml": "\u0000\uD800" }, "OWN-1.yaml:1: ", "."],
  [
    "arithmetic that overflows on the rule's own cases",
    {
      "OWN-1.yaml": rule
        .replace("when: place.outside", "when: place.outside && parameters.houseLimit + 9223372036854775807 > 0")
        .replace("pack", "pack"),
      "parameters.yaml": "houseLimit: { value: 5, title: { en: a, zh: 甲 }, source: house rules, confidence: C }\n",
    },
    "OWN-1.yaml: the condition `parameters.houseLimit + 9223372036854775807 > 0` failed",
    "Correct the condition",
  ],
])("%s is its own clear error with code 2, before anything is scanned", async (_what, files, message, remedy) => {
  const cwd = folderWith(files, `sources: [{ provider: aws, endpoint: "http://127.0.0.1:1" }]\n`);
  for (const command of [["policies", "test"], ["scan"]]) {
    const { code, stderr, stdout } = await jingnei(command, { cwd, environment: testKeys });
    expect(stderr).toMatch(/^error: /);
    expect(stderr).toContain(message);
    expect(stderr).toContain(remedy);
    expect(stderr).not.toContain("This is a bug");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  }
});

test("links in the folder are followed, round in a circle once; one that leads nowhere is an error, not a rule less", async () => {
  const cwd = folderWith({});
  mkdirSync(join(cwd, "shared"));
  writeFileSync(join(cwd, "shared/OWN-1.yaml"), rule);
  symlinkSync("../shared", join(cwd, "rules/more"));
  symlinkSync("../rules", join(cwd, "shared/back"));
  expect((await jingnei(["policies", "test", "OWN-1"], { cwd })).stdout).toBe("3 cases of 1 policies, 0 failed\n");
  symlinkSync("nowhere.yaml", join(cwd, "rules/OWN-2.yaml"));
  const { code, stderr } = await jingnei(["policies", "test"], { cwd });
  expect(stderr).toContain("OWN-2.yaml:1: it cannot be read (ENOENT)");
  expect(code).toBe(2);
});

test("a folder of rules that is not there is an error, not an empty catalogue", async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "jingnei.yaml"), "policies: { directories: [./rulez] }\n");
  const { code, stderr } = await jingnei(["policies", "list"], { cwd });
  expect(stderr).toContain(`there is no folder of policies at ${join(cwd, "rulez")}`);
  expect(code).toBe(2);
});

test("an expired approval is pointed out with its line, and covers nothing", async () => {
  const cwd = emptyFolder();
  writeFileSync(
    join(cwd, "jingnei.yaml"),
    `operator: { status: non-ciio, sectors: [finanse] }
sources: [{ provider: aws, endpoint: "${cloud.url}" }]
approvals:
  - { id: SA-1, mechanism: certification, classes: [personal], destinations: [US], resources: ["*"], issued: 2024-01-01, expires: 2025-01-01 }
`,
  );
  const args = ["scan", "--as-of", "2026-11-22", "--output", "out"];
  const { stderr } = await jingnei(args, { cwd, environment: testKeys });
  expect(stderr).toContain(
    'note: jingnei.yaml:4:131: approvals[0].expires: the approval "SA-1" expired on 2025-01-01 and covers nothing any more',
  );
  expect(stderr).toContain('no policy speaks of the sector "finanse". Did you mean finance?');
  const earlier = await jingnei([...args.slice(0, 2), "2025-01-01", "--output", "out"], { cwd, environment: testKeys });
  expect(earlier.stderr).not.toContain("expired");
});
