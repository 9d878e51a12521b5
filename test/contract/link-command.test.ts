import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder } from "../support/command.ts";

const root = resolve(import.meta.dirname, "../..");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Runs what npm runs after an installation, in another folder. */
function link(folder: string): void {
  expect(manifest.scripts.prepare).toBe("node scripts/link-command.mjs");
  execFileSync(process.execPath, [join(root, "scripts/link-command.mjs")], { cwd: folder });
}

test("the installation of a checkout makes the command that the README names, from the sources", () => {
  const checkout = emptyFolder();
  const bin = join(checkout, "node_modules/.bin");
  mkdirSync(bin, { recursive: true });
  symlinkSync(join(root, "src"), join(checkout, "src"));
  const built = join(checkout, "built.js");
  writeFileSync(built, "as it was");
  symlinkSync(built, join(bin, "jingnei"));
  link(checkout);
  expect(execFileSync(process.execPath, [join(bin, "jingnei"), "--version"], { encoding: "utf8" })).toBe(
    `${manifest.version}\n`,
  );
  expect(readFileSync(built, "utf8")).toBe("as it was");
});

test("an installation without a folder of commands is none that fails", () => {
  link(emptyFolder());
});
