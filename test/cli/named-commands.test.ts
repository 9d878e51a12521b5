import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { gapAdvice } from "../../reports/terms/coverage.ts";
import { gapReasons } from "../../src/model/index.ts";
import { jingnei } from "../support/command.ts";

test("reports and messages send their readers to commands and flags that exist", async () => {
  const root = new URL("../../", import.meta.url).pathname;
  const named = new Set<string>();
  for (const file of globSync("{reports,src}/**/*.ts", { cwd: root })) {
    for (const [, command] of readFileSync(`${root}${file}`, "utf8").matchAll(/["'`(（]jingnei ([a-z]+)\b/g)) {
      named.add(String(command));
    }
  }
  expect([...named]).toContain("explain");
  const { stdout } = await jingnei(["--help"]);
  const commands = [...stdout.matchAll(/^ {2}([a-z]+)\b/gm)].map(([, command]) => command);
  expect([...named].filter((command) => !commands.includes(command))).toEqual([]);
  const { stdout: scan } = await jingnei(["scan", "--help"]);
  const advice = gapReasons.map((reason) => gapAdvice(reason).en).join(" ");
  const flags = [...advice.matchAll(/--[a-z-]+/g)].map(([flag]) => flag);
  expect(flags).toContain("--resume");
  expect(flags.filter((flag) => !scan.includes(flag))).toEqual([]);
});
