import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, jingnei } from "../support/command.ts";

test("regions prints every table, with jurisdiction, source and date", async () => {
  const { code, stdout, stderr } = await jingnei(["regions"]);
  expect(stdout).toMatch(/^region\s+jurisdiction\s+country/);
  expect(stdout).toMatch(/^aws:ap-east-1\s+hong-kong\s+HK/m);
  expect(stdout).toMatch(/^aws:cn-north-1\s+mainland\s+CN/m);
  expect(stdout).toMatch(/^alibaba:cn-hongkong\s+hong-kong\s+HK/m);
  expect(stdout).toMatch(/\(\d{4}-\d\d-\d\d\)$/m);
  expect(stderr).toBe("");
  expect(code).toBe(0);
});

test("regions of one provider come as JSON too", async () => {
  const { stdout } = await jingnei(["regions", "aws", "--format", "json"]);
  const { schemaVersion, regions } = JSON.parse(stdout);
  expect(schemaVersion).toBe(1);
  expect(new Set(regions.map(({ provider }: { provider: string }) => provider))).toEqual(new Set(["aws"]));
});

test("a reader that stops early is no error", async () => {
  const cli = resolve(import.meta.dirname, "../../src/cli.ts");
  const child = spawn("sh", ["-c", `"${process.execPath}" "${cli}" regions --format json | head -c 1`], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  await new Promise((done) => child.once("close", done));
  expect(stderr).toBe("");
});

test("policies list, show and test", async () => {
  const list = await jingnei(["policies", "list"]);
  expect(list.stdout).toMatch(/^policy\s+pack\s+severity\s+verdict\s+title/);
  const id = /^([A-Z][A-Z0-9.-]+) /m.exec(list.stdout)?.[1] ?? "";
  const show = await jingnei(["policies", "show", id, "--lang", "zh"]);
  expect(show.stdout).toContain(id);
  expect(show.stdout).toContain("法律依据");
  expect((await jingnei(["explain", id, "--lang", "zh"])).stdout).toBe(show.stdout);
  for (const lang of ["en", "zh"]) {
    const texts = await Promise.all(
      ["CSL-39-STORE", "CSL-23-LOG-RETENTION", "CBDF-9-EXPIRY", "CSL-37-PROCURE"].map((named) =>
        jingnei(["policies", "show", named, "--lang", lang]),
      ),
    );
    for (const { stdout } of texts) expect(stdout).not.toMatch(/\{\w/);
  }
  const cases = await jingnei(["policies", "test"]);
  expect(cases.stdout).toMatch(/^\d+ cases of \d+ policies, 0 failed\n$/);
  expect([list.code, show.code, cases.code]).toEqual([0, 0, 0]);
});

test("policies test ends with code 1 when a case fails, and with 2 when a policy cannot be read", async () => {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, "policies"));
  writeFileSync(join(cwd, "jingnei.yaml"), "policies: { directories: [./policies] }\n");
  const policy = (when: string) => `
id: OWN-1
pack: transfer
family: own
rank: 1
when: "${when}"
needs: [place.outside]
severity: low
title: { en: Own rule, zh: 自有规则 }
message: { en: "{flow}", zh: "{flow}" }
remediation: { en: Look at it., zh: 请核查。 }
basis: [{ instrument: PIPL, article: "38" }]
reviewed: 2026-11-01
cases:
  - { name: fires, given: { place.outside: true, data.personal: true }, expect: fires }
  - { name: passes, given: { place.outside: false }, expect: passes }
  - { name: unknown, given: {}, expect: unknown }
`;
  writeFileSync(join(cwd, "policies/OWN-1.yaml"), policy("place.outside"));
  expect(await jingnei(["policies", "test", "OWN-1"], { cwd })).toMatchObject({
    code: 0,
    stdout: "3 cases of 1 policies, 0 failed\n",
  });
  writeFileSync(join(cwd, "policies/OWN-1.yaml"), policy("!place.outside"));
  const failed = await jingnei(["policies", "test", "OWN-1"], { cwd });
  expect(failed.stdout).toContain("FAILED OWN-1: fires: ");
  expect(failed.code).toBe(1);
  writeFileSync(join(cwd, "policies/OWN-1.yaml"), policy("place.outsite"));
  const unread = await jingnei(["policies", "test"], { cwd });
  expect(unread.stderr).toContain("OWN-1.yaml:6");
  expect(unread.code).toBe(2);
});

test("init writes a configuration that is accepted, and never overwrites one", async () => {
  const cwd = emptyFolder();
  const first = await jingnei(["init"], { cwd });
  expect(first).toMatchObject({ code: 0, stdout: "" });
  expect(first.stderr).toContain("Wrote jingnei.yaml");
  writeFileSync(join(cwd, "jingnei.yaml"), "# mine\n");
  const second = await jingnei(["init"], { cwd });
  expect(second.code).toBe(2);
  expect(second.stderr).toContain("jingnei.yaml is there already");
  expect(readFileSync(join(cwd, "jingnei.yaml"), "utf8")).toBe("# mine\n");
  await jingnei(["init", "--config", "other.yaml", "--quiet"], { cwd });
  expect(existsSync(join(cwd, "other.yaml"))).toBe(true);
});
