import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, jingnei } from "../support/command.ts";

test.each([
  [["scna"], "unknown command 'scna'. Did you mean scan?", "jingnei --help"],
  [["policies", "lst"], "unknown command 'lst'. Did you mean list?", "jingnei policies --help"],
  [["scan", "--fail-no", "high"], "unknown option '--fail-no'. Did you mean --fail-on?", "jingnei scan --help"],
  [
    ["scan", "--fail-on=hgih"],
    '--fail-on "hgih" is not known. Did you mean high?',
    "critical, high, medium, low, never",
  ],
  [["--fail-on", "high", "scan"], "flags stand behind the command: jingnei scan --fail-on", "jingnei --help"],
  [["scan", "extra"], "too many arguments for 'scan'", "jingnei scan --help"],
  [["scan", "--config"], "option '--config <file>' argument missing", "jingnei scan --help"],
  [["report"], "missing required argument 'run'", "jingnei report --help"],
  [["scan", "--format", "jsn"], '--format "jsn" is not known. Did you mean json?', "json, html"],
  [["scan", "--output", "-"], "--output - takes one format, not 2: json, html", "--format json --output -"],
  [["scan", "--output", "-", "--format", "json,html"], "--output - takes one format", "Choose one"],
  [["scan", "--as-of", "2026-02-30"], '--as-of "2026-02-30" is no date', "YYYY-MM-DD"],
  [["scan", "--concurrency", "0"], "--concurrency must be a whole number from 1 to 256", "Give such a number"],
  [["scan", "--lang", "fr"], '--lang "fr" is not known', "en, zh"],
  [["scan", "--log-level", "loud"], '--log-level "loud" is not known', "error, warn, info, debug"],
  [["scan"], "there is no jingnei.yaml here", "jingnei init"],
  [["scan", "--config", "other.yaml"], "the configuration file other.yaml does not exist", "jingnei init"],
  [["regions", "alibabba"], 'there is no provider "alibabba". Did you mean alibaba?', "Name one of"],
  [["explain", "nothing-like-it"], '"nothing-like-it" is neither a policy nor a finding', "--run"],
  [["report", "20261122T080000-ab12cd"], 'there is no run, folder or report.json "20261122T080000-ab12cd"', "--store"],
])("%j is refused with code 2, naming what is near", async (args, message, remedy) => {
  const { code, stdout, stderr } = await jingnei(args);
  expect(stderr).toContain(message);
  expect(stderr).toContain(remedy);
  expect(stderr).toMatch(/^error: /);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stdout).toBe("");
  expect(code).toBe(2);
});

test.each([[[]], [["policies"]]])("%j without a command prints help to stderr and ends with code 2", async (args) => {
  const { code, stdout, stderr } = await jingnei(args);
  expect(stderr).toContain("Usage: jingnei");
  expect(stdout).toBe("");
  expect(code).toBe(2);
});

test.each([[["--help"]], [["help"]], [["help", "scan"]], [["scan", "-h"]]])(
  "%j prints help to stdout",
  async (args) => {
    const { code, stdout, stderr } = await jingnei(args);
    expect(stdout).toContain("Usage: jingnei");
    expect(stderr).toBe("");
    expect(code).toBe(0);
  },
);

test("--version prints the version of the package", async () => {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8"));
  expect((await jingnei(["--version"])).stdout).toBe(`${version}\n`);
});

test("an environment variable is checked like its flag, and the flag wins", async () => {
  const environment = { JINGNEI_FAIL_ON: "hgih" };
  expect((await jingnei(["scan"], { environment })).stderr).toContain(
    'JINGNEI_FAIL_ON "hgih" is not known. Did you mean high?',
  );
  expect((await jingnei(["scan", "--fail-on", "low"], { environment })).stderr).toContain(
    "there is no jingnei.yaml here",
  );
});

test("a misspelt setting in the environment is pointed out", async () => {
  const { stderr } = await jingnei(["scan"], { environment: { JINGNEI_FAIL_NO: "low" } });
  expect(stderr).toContain(
    "note: the environment variable JINGNEI_FAIL_NO is no setting. Did you mean JINGNEI_FAIL_ON?",
  );
});

test("every mistake of a configuration is printed with file, line and column", async () => {
  const cwd = emptyFolder();
  writeFileSync(
    join(cwd, "jingnei.yaml"),
    "operator:\n  status: ciioo\nsources:\n  - provider: awz\n  - provider: aws\n    prfile: x\n",
  );
  const { code, stderr } = await jingnei(["scan"], { cwd });
  expect(stderr).toContain("3 mistakes in the configuration");
  expect(stderr).toContain('jingnei.yaml:2:11: operator.status: "ciioo" is none of');
  expect(stderr).toContain('jingnei.yaml:4:15: sources[0].provider: "awz" is no provider. Did you mean aws?');
  expect(stderr).toContain("jingnei.yaml:6:5: sources[1].prfile: unknown key. Did you mean profile?");
  expect(code).toBe(2);
});

test("a configuration without sources says how to name them", async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "jingnei.yaml"), "operator: { status: ciio }\n");
  const { code, stderr } = await jingnei(["scan"], { cwd });
  expect(stderr).toContain("jingnei.yaml names no sources, so there is nothing to scan");
  expect(stderr).toContain("under `sources:`");
  expect(code).toBe(2);
});

test("control characters of a configuration are shown, not obeyed", async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "jingnei.yaml"), 'operator: { "\\e[2Jstatus\\u202e": ciio }\n');
  const { stderr } = await jingnei(["scan"], { cwd });
  expect(stderr).not.toMatch(/\p{Cc}(?<!\n)|\p{Cf}/u);
  expect(stderr).toContain("unknown key");
});

test("an output folder that cannot be written is refused before anything is scanned", async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "taken"), "a file");
  writeFileSync(join(cwd, "jingnei.yaml"), "sources: [{ provider: aws, endpoint: 'http://127.0.0.1:9' }]\n");
  const { code, stderr } = await jingnei(["scan", "--output", "taken"], { cwd });
  expect(stderr).toContain("taken cannot be written");
  expect(code).toBe(2);
});
