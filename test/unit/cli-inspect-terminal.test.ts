import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { loadContentRules } from "../../policies/content-rules.ts";
import type { CommandContext } from "../../src/cli/context.ts";
import { inspectCommand } from "../../src/cli/inspect.ts";
import { textWidth } from "../../src/model/index.ts";
import { emptyFolder } from "../support/command.ts";

const columns = 60;

/** Runs the command as a person at a terminal does: both streams write to one screen. */
async function screenOf(flags: Readonly<Record<string, unknown>>): Promise<string> {
  const folder = emptyFolder();
  const long = "很长的文件名称".repeat(6);
  writeFileSync(join(folder, `${long}.csv`), "手机\n13800138000\n13900139000\n");
  let text = "";
  const stream = () => {
    const made = Object.assign(new PassThrough(), { isTTY: true, columns });
    made.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
    // Only what a command needs of a terminal is there.
    return made as unknown as NodeJS.WriteStream;
  };
  const context = {
    house: { contentRules: async () => loadContentRules() },
    environment: {},
    stdout: stream(),
    stderr: stream(),
  } as unknown as CommandContext;
  await inspectCommand(context, { threads: "1", ...flags }, [folder]);
  return text;
}

const wipe = "\r\u001b[2K";

test("the line of progress is wiped before the table is written, and is no wider than the terminal", async () => {
  const screen = await screenOf({ lang: "zh" });
  const progress = screen.split(wipe).filter((part) => part.includes("MiB"));
  expect(progress.length).toBeGreaterThan(0);
  for (const line of progress) expect(textWidth(line)).toBeLessThan(columns);
  expect(screen.slice(screen.lastIndexOf(wipe) + wipe.length)).toMatch(/^对象/);
});

test("nothing is drawn into JSON", async () => {
  const screen = await screenOf({ format: "json" });
  expect(screen).not.toContain(wipe);
  expect(JSON.parse(screen)).toMatchObject({ schemaVersion: 1 });
});
