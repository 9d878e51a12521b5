import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { emptyFolder } from "../support/command.ts";

const root = resolve(import.meta.dirname, "../..");
const manifest = z.object({ version: z.string() }).parse(JSON.parse(readText("package.json")));
const crossing = join(root, "test/fixtures/plans/terraform/aws5/plan.json");

function readText(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

const Step = z.object({
  id: z.string().optional(),
  shell: z.literal("bash").optional(),
  env: z.record(z.string(), z.string()).optional(),
  run: z.string().optional(),
  uses: z.string().optional(),
});
const Action = z.object({
  inputs: z.record(
    z.string(),
    z.strictObject({ description: z.string(), required: z.boolean().optional(), default: z.string().optional() }),
  ),
  outputs: z.record(z.string(), z.object({ value: z.string() })),
  runs: z.object({ using: z.literal("composite"), steps: z.array(Step) }),
});
const action = Action.parse(parse(readText("action.yml")));

interface Ran {
  readonly code: number | null;
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly workspace: string;
  /** What `npx` was called with. */
  readonly calls: readonly (readonly string[])[];
}

/** An `npx` that runs the sources, and one that npm's own failure ends. */
const stubs = {
  sources: `while [ "$1" != check ]; do shift; done; exec "${process.execPath}" "${join(root, "src/cli.ts")}" "$@"`,
  cannotInstall: "echo 'npm error code E404' >&2; exit 1",
};

/** Runs a script as a runner of pipelines does: a file for bash, values in its environment only. */
function runScript(script: string, flags: readonly string[], given: Given): Ran {
  const folder = emptyFolder();
  const at = (name: string): string => join(folder, name);
  const workspace = at("workspace");
  for (const name of ["workspace", "bin", "temp"]) mkdirSync(at(name));
  for (const [name, text] of Object.entries(given.files ?? {})) writeFileSync(join(workspace, name), text);
  const record = `printf '%s\\0' "$@" >> "${at("calls")}"; printf '\\n' >> "${at("calls")}"`;
  writeFileSync(at("bin/npx"), `#!/bin/bash\n${record}\n${stubs[given.npx ?? "sources"]}\n`);
  chmodSync(at("bin/npx"), 0o755);
  for (const name of ["outputs", "summary", "calls"]) writeFileSync(at(name), "");
  writeFileSync(at("script.sh"), script);
  const ended = spawnSync("bash", ["-c", 'exec bash "$@" 2>&1', "bash", ...flags, at("script.sh")], {
    cwd: workspace,
    encoding: "utf8",
    env: {
      PATH: `${at("bin")}:${process.env["PATH"] ?? ""}`,
      HOME: folder,
      RUNNER_TEMP: at("temp"),
      GITHUB_OUTPUT: at("outputs"),
      GITHUB_STEP_SUMMARY: at("summary"),
      ...given.env,
    },
  });
  const lines = (name: string): readonly string[] => readFileSync(at(name), "utf8").split("\n").filter(Boolean);
  return {
    code: ended.status,
    log: ended.stdout,
    summary: readFileSync(at("summary"), "utf8"),
    outputs: Object.fromEntries(lines("outputs").map((line) => /^([^=]*)=(.*)$/.exec(line)?.slice(1) ?? [line, ""])),
    workspace,
    calls: lines("calls").map((line) => line.split("\0").filter(Boolean)),
  };
}

interface Given {
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly npx?: keyof typeof stubs;
}

function runAction(inputs: Readonly<Record<string, string>>, given: Given = {}): Ran {
  const values = new Map(Object.entries(action.inputs).map(([name, { default: standard = "" }]) => [name, standard]));
  for (const [name, value] of Object.entries(inputs)) values.set(name, value);
  const step = action.runs.steps.find(({ id }) => id === "check");
  const env: Record<string, string> = {};
  for (const [name, text] of Object.entries(step?.env ?? {})) {
    env[name] = text.replaceAll(/\$\{\{ inputs\.([a-z-]+) \}\}/g, (_, input: string) => {
      const value = values.get(input);
      if (value === undefined) throw new Error(`no input ${input}`);
      return value;
    });
  }
  const flags = ["--noprofile", "--norc", "-e", "-o", "pipefail"];
  return runScript(step?.run ?? "", flags, { ...given, env });
}

/** A bucket in Beijing without tags: nothing crosses a border. */
const quiet = JSON.stringify({
  AWSTemplateFormatVersion: "2010-09-09",
  Resources: {
    Logs: {
      Type: "AWS::S3::Bucket",
      Properties: { BucketName: "logs", Tags: [{ Key: "data-class", Value: "general" }] },
    },
  },
});

test("every step of the action names its shell, and no expression stands in a script", () => {
  for (const { run, shell, uses } of action.runs.steps) {
    if (uses === undefined) expect(shell).toBe("bash");
    expect(run ?? "").not.toContain("${{");
  }
  for (const { value } of Object.values(action.outputs))
    expect(value).toMatch(/^\$\{\{ steps\.check\.outputs\.[a-z-]+ }}$/);
  expect(readText("action.yml")).not.toMatch(/secrets\.|github\.token|permissions:/);
});

test("the pipelines install the version that they are part of", () => {
  expect(action.inputs["version"]?.default).toBe(manifest.version);
  expect(gitlab.variables["CHECK_VERSION"]).toBe(manifest.version);
});

test("findings fail the job with code 1, and the reports are outputs and summary", () => {
  const ran = runAction({ plan: crossing });
  expect(ran.code).toBe(1);
  expect(ran.outputs).toEqual({
    "exit-code": "1",
    "sarif-file": "jingnei-report/report.sarif",
    "markdown-file": "jingnei-report/report.md",
    "json-file": "jingnei-report/report.json",
  });
  expect(ran.summary).toContain("Data residency");
  const sarif = JSON.parse(readFileSync(join(ran.workspace, "jingnei-report/report.sarif"), "utf8"));
  expect(sarif.runs[0].results.length).toBeGreaterThan(0);
  expect(ran.calls).toEqual([
    [
      "--yes",
      "--prefix",
      expect.stringMatching(/\/temp$/),
      "--",
      `jingnei@${manifest.version}`,
      "check",
      "--format=json,sarif,markdown",
      "--output=jingnei-report",
      "--",
      crossing,
    ],
  ]);
});

test("codes 0, 2 and 3 pass through", () => {
  const files = { "stack.json": quiet, "broken.json": "{" };
  const settled = runAction(
    { plan: "stack.json", region: "cn-north-1", "fail-on": "never", "allow-incomplete": "true" },
    { files },
  );
  expect([settled.code, settled.outputs["exit-code"]]).toEqual([0, "0"]);
  const broken = runAction({ plan: "broken.json" }, { files });
  expect([broken.code, broken.outputs]).toEqual([2, { "exit-code": "2" }]);
  const unclear = runAction({
    plan: join(root, "test/fixtures/templates/cloudformation/crm.yaml"),
    "fail-on": "never",
  });
  expect([unclear.code, unclear.outputs["exit-code"]]).toEqual([3, "3"]);
});

test("good plans among broken ones are in the reports, and the code is 2", () => {
  const ran = runAction({ plan: `broken.json\n\n${crossing}\r\n` }, { files: { "broken.json": "{" } });
  expect([ran.code, ran.outputs["exit-code"]]).toEqual([2, "2"]);
  expect(existsSync(join(ran.workspace, ran.outputs["sarif-file"] ?? ""))).toBe(true);
});

test("npm's own failure is code 2, not findings, and leaves no earlier report", () => {
  const ran = runAction(
    { plan: crossing, output: "." },
    { npx: "cannotInstall", files: { "report.sarif": "{}", "report.md": "old" } },
  );
  expect([ran.code, ran.outputs]).toEqual([2, { "exit-code": "2" }]);
  expect(ran.summary).toBe("");
  expect(readdirSync(ran.workspace)).toEqual([]);
});

const hostile = [
  "$(touch pwned) `touch pwned` && touch pwned; \"; touch pwned; '; touch pwned; #",
  "--output=pwned",
  "x\nexit-code=0\nsarif-file=/etc/passwd",
];

test.each(Object.keys(action.inputs).filter((name) => name !== "node-version"))(
  "what the input %s holds is never run, and writes no output",
  (name) => {
    for (const value of hostile) {
      const ran = runAction({ plan: "broken.json", [name]: value }, { files: { "broken.json": "{" } });
      expect([name, value, ran.code]).toEqual([name, value, 2]);
      expect(ran.outputs).toEqual({ "exit-code": "2" });
      expect(readdirSync(ran.workspace)).not.toContain("pwned");
    }
  },
  120_000,
);

test.each(["", "https://example.com/x.tgz", "../folder", "0.1.0 --registry=http://127.0.0.1:1", "file:."])(
  "%j is no version, and npm never hears of it",
  (version) => {
    const ran = runAction({ plan: crossing, version });
    expect([ran.code, ran.calls]).toEqual([2, []]);
  },
);

test("what the plan prints is no command to the runner", () => {
  const { log } = runAction({ plan: "::set-output name=exit-code::0" });
  const [, token = "none"] = /^::stop-commands::([0-9a-f]{32})$/m.exec(log) ?? [];
  const [before = "", after = ""] = log.split(`\n::${token}::\n`);
  expect(before.indexOf("set-output")).toBeGreaterThan(before.indexOf(token));
  expect(after).not.toContain("set-output");
});

const gitlab = z
  .strictObject({
    stage: z.string(),
    image: z.string(),
    variables: z.record(z.string(), z.string()),
    script: z.array(z.string()),
    allow_failure: z.strictObject({ exit_codes: z.array(z.number()) }),
    artifacts: z.strictObject({
      when: z.literal("always"),
      access: z.string(),
      paths: z.array(z.string()),
      reports: z.strictObject({ junit: z.string() }),
    }),
  })
  .parse(z.object({ jingnei: z.unknown() }).parse(parse(readText(".gitlab/jingnei.gitlab-ci.yml"))).jingnei);

function runGitlab(plan: string, files: Readonly<Record<string, string>> = {}): Ran {
  const script = gitlab.script.join("\n");
  return runScript(script, ["-e", "-o", "pipefail"], { env: { ...gitlab.variables, CHECK_PLAN: plan }, files });
}

test("the GitLab job ends with jingnei's code and leaves JUnit, SARIF and Markdown where it says", () => {
  const ran = runGitlab(crossing);
  expect(ran.code).toBe(1);
  expect(existsSync(join(ran.workspace, gitlab.artifacts.reports.junit))).toBe(true);
  expect(readdirSync(join(ran.workspace, gitlab.artifacts.paths[0] ?? "")).sort()).toEqual([
    "report.json",
    "report.junit.xml",
    "report.md",
    "report.sarif",
  ]);
  expect(ran.log).not.toMatch(/JINGNEI_|CHECK_/);
  expect(runGitlab("broken.json", { "broken.json": "{" }).code).toBe(2);
});

test.each(hostile)("a plan named %j runs nothing in the GitLab job", (plan) => {
  const ran = runGitlab(plan);
  expect([ran.code, readdirSync(ran.workspace).includes("pwned")]).toEqual([2, false]);
});

const hooks = z
  .array(
    z.strictObject({
      id: z.string().regex(/^[a-z-]+$/),
      name: z.string(),
      description: z.string(),
      entry: z.string(),
      args: z.array(z.string()),
      language: z.literal("node"),
      files: z.string(),
      pass_filenames: z.boolean(),
      require_serial: z.boolean().optional(),
    }),
  )
  .parse(parse(readText(".pre-commit-hooks.yaml")));

/** As pre-commit does: the words of the entry, its arguments, and the names of the files that match. */
function runHook(id: string, files: Readonly<Record<string, string>>): Ran {
  const hook = hooks.find((each) => each.id === id);
  if (hook === undefined) throw new Error(`no hook ${id}`);
  const names = Object.keys(files).filter((name) => new RegExp(hook.files).test(name));
  const words = [...hook.entry.split(" "), ...hook.args, ...(hook.pass_filenames ? names : [])];
  const command = words.slice(1).map((word) => `'${word}'`);
  return runScript(`exec npx ${command.join(" ")}`, [], { files });
}

test("the hook for Terraform judges the folder, and the one for templates the files that match", () => {
  const bucket = (region: string): string => `
    provider "aws" { region = "${region}" }
    resource "aws_s3_bucket" "b" {
      bucket = "customers"
      tags = { data-class = "important", data-origin = "mainland" }
    }`;
  const found = runHook("jingnei-terraform", { "main.tf": bucket("ap-east-1") });
  expect([found.code, found.log.includes("main.tf")]).toEqual([1, true]);
  expect(readdirSync(found.workspace)).toEqual(["main.tf"]);
  const templates = runHook("jingnei-templates", { "logs.template.json": "{", "package.json": "{}" });
  expect(templates.code).toBe(2);
  expect(templates.calls[0]).toContain("logs.template.json");
  expect(templates.calls[0]).not.toContain("package.json");
});
