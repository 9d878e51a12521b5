import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { emptyFolder, jingnei } from "../support/command.ts";

const cli = resolve(import.meta.dirname, "../../src/cli.ts");
/** util-linux's `script` gives a command a terminal of its own; that of BSD takes other flags. */
const recorder = "script";
const hasScript = /util-linux/.test(spawnSync(recorder, ["--version"], { encoding: "utf8" }).stdout ?? "");

/** Types a line whenever a question ends in a colon, and says what came of it. */
function atTerminal(
  cwd: string,
  flags: string,
  lines: readonly string[],
): Promise<{ code: number | null; screen: string }> {
  const child = spawn(recorder, ["-qec", `"${process.execPath}" "${cli}" init ${flags}`, "/dev/null"], {
    cwd,
    env: { PATH: process.env["PATH"] ?? "", HOME: cwd, TERM: "xterm" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const left = [...lines];
  let screen = "";
  let answered = 0;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    screen += text;
    // A prompt ends with where the cursor goes.
    const asked = screen.match(/(?:: |：)\P{L}\[\d+G/gu)?.length ?? 0;
    for (; answered < asked; answered++) child.stdin.write(left.shift() ?? "\r");
  });
  return new Promise((done) => child.once("close", (code) => done({ code, screen })));
}

test("away from a terminal init writes the example, for editors too, without a question", async () => {
  const cwd = emptyFolder();
  const { code, stdout, stderr } = await jingnei(["init"], { cwd });
  expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
  expect(stderr).toBe("Wrote jingnei.yaml. Read it through, then run: jingnei scan\n");
  const text = readFileSync(join(cwd, "jingnei.yaml"), "utf8");
  expect(text).toMatch(/^# yaml-language-server: \$schema=\S+jingnei\.schema\.json\n# jingnei\.yaml: /);
  expect(parse(text)).toEqual({ operator: { status: "undeclared" } });
});

test.runIf(hasScript)("at a terminal it asks, and writes what was said", async () => {
  const cwd = emptyFolder();
  const { code, screen } = await atTerminal(cwd, "", ["111122223333\r", "\r", "\r", "alibaba\r", "non-ciio\r"]);
  expect(code).toBe(0);
  expect(screen).toContain("dependence:");
  const written = parse(readFileSync(join(cwd, "jingnei.yaml"), "utf8"));
  expect(written.operator).toEqual({ status: "non-ciio" });
  expect(written.sources).toEqual([{ provider: "alibaba" }]);
  expect(written.classification.origins).toEqual([{ account: "111122223333", origin: "mainland" }]);
});

test.runIf(hasScript)("Ctrl-C ends with code 130 and writes nothing; Ctrl-D skips the rest", async () => {
  const stopped = emptyFolder();
  const { code, screen } = await atTerminal(stopped, "--lang zh", ["111122223333\r", "\u0003"]);
  expect(code).toBe(130);
  expect(screen).toContain("未写入任何文件");
  expect(existsSync(join(stopped, "jingnei.yaml"))).toBe(false);
  const cut = emptyFolder();
  expect((await atTerminal(cut, "", ["111122223333\r", "\u0004"])).code).toBe(0);
  expect(parse(readFileSync(join(cut, "jingnei.yaml"), "utf8")).classification.origins).toHaveLength(1);
});

test.runIf(hasScript)("a file that is there is said before anything is asked; --quiet asks nothing", async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "jingnei.yaml"), "# mine\n");
  const there = await atTerminal(cwd, "", []);
  expect(there.screen).toContain("jingnei.yaml is there already and stays as it is");
  expect(there.screen).not.toContain("Accounts");
  expect(there.code).toBe(2);
  expect((await atTerminal(cwd, "--config other.yaml --quiet", [])).screen).toBe("");
  expect(existsSync(join(cwd, "other.yaml"))).toBe(true);
});
