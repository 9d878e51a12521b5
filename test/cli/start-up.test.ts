import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder } from "../support/command.ts";

const root = resolve(import.meta.dirname, "../..");

/** Files and packages that a command loads, as Node's own loader reports them. */
function loadedBy(args: readonly string[]): readonly string[] {
  const folder = emptyFolder();
  const hook = join(folder, "hook.mjs");
  writeFileSync(
    hook,
    `import { registerHooks } from "node:module";
     import { writeSync } from "node:fs";
     registerHooks({ load(url, context, next) { writeSync(2, "LOADED " + url + "\\n"); return next(url, context); } });`,
  );
  const { stderr, status } = spawnSync(process.execPath, ["--import", hook, join(root, "src/cli.ts"), ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "" },
  });
  expect(status).toBe(0);
  return stderr
    .split("\n")
    .filter((line) => line.startsWith("LOADED "))
    .map((line) => line.slice("LOADED ".length).replace(`file://${root}/`, ""));
}

test.each([[["--help"]], [["scan", "--help"]], [["help", "policies"]]])(
  "%j loads commander and nothing else",
  (args) => {
    const loaded = loadedBy(args);
    expect(
      loaded
        .filter((url) => url.includes("node_modules/"))
        .every((url) => url.includes("/commander/") || url.includes("node_modules/commander/")),
    ).toBe(true);
    expect(loaded.filter((url) => !url.includes("node_modules/") && !url.startsWith("node:")).sort()).toEqual([
      "src/cli.ts",
      "src/cli/failure.ts",
      "src/cli/flags.ts",
      "src/cli/program.ts",
    ]);
  },
);

test("--version loads nothing but what reads it", () => {
  const loaded = loadedBy(["--version"]);
  expect(loaded).toContain("src/run/tool-info.ts");
  expect(loaded.filter((url) => /node_modules\/(?!commander)/.test(url))).toEqual([]);
});

test("the region table, the policies and the permissions load no cloud SDK", () => {
  const permissions = ["aws", "alibaba", "azure"].map((provider) => ["permissions", provider]);
  for (const args of [["regions"], ["policies", "list"], ...permissions]) {
    const sdks = loadedBy(args).filter((url) => /node_modules\/(@aws-sdk|@smithy|@azure|@alicloud)/.test(url));
    expect(sdks).toEqual([]);
  }
});
