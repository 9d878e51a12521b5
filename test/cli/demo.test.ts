import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Document } from "../../src/model/index.ts";
import { emptyFolder, jingnei } from "../support/command.ts";

test("demo ends with code 0 whatever it finds, says what to open, and leaves nothing but the reports", async () => {
  const cwd = emptyFolder();
  const { code, stdout, stderr } = await jingnei(["demo"], { cwd });
  expect(stderr).toMatch(/Open file:\/\/\/\S+\/jingnei-report\/report\.html in a browser\.\n$/);
  expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
  expect(readdirSync(cwd)).toEqual(["jingnei-report"]);
  const report = Document.parse(JSON.parse(readFileSync(join(cwd, "jingnei-report/report.json"), "utf8")));
  expect(report.run.mode).toBe("demo");
  expect(report.coverage.endpoints.filter((host) => host.split(":")[0] !== "127.0.0.1")).toEqual([]);
});

test("demo ignores the user's own clouds and settings", async () => {
  const environment = {
    AWS_PROFILE: "mine",
    AZURE_TENANT_ID: "mine",
    HTTPS_PROXY: "http://127.0.0.1:9",
    JINGNEI_FAIL_ON: "low",
  };
  expect((await jingnei(["demo", "--quiet"], { environment })).code).toBe(0);
});

test("demo hands its flags on: one report to stdout, in the language asked for", async () => {
  const { code, stdout, stderr } = await jingnei(["demo", "--output", "-", "--format", "json", "--lang", "zh"]);
  expect(Document.parse(JSON.parse(stdout)).run.mode).toBe("demo");
  expect(stderr).toMatch(/检查发现/);
  expect(code).toBe(0);
});

test("demo ends with code 2 when it cannot write", async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "taken"), "");
  const { code, stderr } = await jingnei(["demo", "--output", "taken"], { cwd });
  expect(stderr).toMatch(/^error: taken cannot be written/);
  expect(code).toBe(2);
});
