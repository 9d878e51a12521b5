import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { loadedFiles } from "../support/loaded-files.ts";

const root = resolve(import.meta.dirname, "../..");

/** Files and packages that a command loads from the sources. */
function loadedBy(args: readonly string[]): readonly string[] {
  return loadedFiles(join(root, "src/cli.ts"), args).map((url) => url.replace(`file://${root}/`, ""));
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
