import { expect, test } from "vitest";
import { textWidth } from "../../src/model/index.ts";
import { jingnei } from "../support/command.ts";

const commands = "demo scan check inspect report diff explain permissions preflight regions init policies".split(" ");
const pages = [
  [],
  ...commands.map((command) => [command]),
  ...["list", "show", "test"].map((command) => ["policies", command]),
];

async function helpOf(command: readonly string[], ...more: readonly string[]): Promise<readonly string[]> {
  const { stdout, code } = await jingnei([...command, "--help", ...more]);
  expect(code).toBe(0);
  return stdout.split("\n");
}

test.each(pages.map((page) => [page.join(" "), page] as const))(
  "the help of jingnei %s fits a terminal of 80 columns, in English and in Chinese",
  async (_, page) => {
    const [english, chinese] = await Promise.all([helpOf(page), helpOf(page, "--lang", "zh")]);
    for (const line of [...english, ...chinese]) expect(textWidth(line), line).toBeLessThanOrEqual(80);
    const entries = /^ {2}(?:-\w, )?(?:--[\w-]+|\w+)(?: \S+)*/;
    const named = (lines: readonly string[]) => lines.flatMap((line) => entries.exec(line)?.[0].trim() ?? []);
    expect(named(chinese)).toEqual(named(english));
    // What is told of a flag or a command, and not its name or the words that it takes.
    const told = chinese
      .filter((line) => /^ {2}\S.* {2}\S/.test(line))
      .map((line) => line.replace(/^ {2}\S.*? {2}/, ""));
    for (const line of told) expect(line).toMatch(/\p{Script=Han}/u);
    expect(chinese.join("\n")).toMatch(/^用法：/);
  },
  30_000,
);

test("the environment names the language of the help, and the flag wins", async () => {
  const environment = { JINGNEI_LANG: "zh" };
  expect((await jingnei(["help", "scan"], { environment })).stdout).toContain("用法：");
  expect((await jingnei(["scan", "--help", "--lang=en"], { environment })).stdout).toContain("Usage:");
});
