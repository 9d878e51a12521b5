import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { bundle } from "../../scripts/bundle.ts";
import { licencesOf } from "../../scripts/licences.ts";
import { emptyFolder } from "../support/command.ts";

const page = `
  import { readFileSync } from "node:fs";
  import { join } from "node:path";
  export function place() {
    return [
      readFileSync(new URL("./page.css", import.meta.url), "utf8"),
      readFileSync(join(import.meta.dirname, "page.css"), "utf8"),
      import.meta.url.split("/").slice(-2).join("/"),
    ].join(" ");
  }`;
const starter = `
  import { Worker } from "node:worker_threads";
  export const start = () => new Promise((done) => {
    new Worker(new URL("./reader.ts", import.meta.url)).on("message", done);
  });`;

/** What tsc might have written, with one package in reach and one that is not. */
function written(files: Readonly<Record<string, string>>): string {
  const folder = emptyFolder();
  const all: Readonly<Record<string, string>> = {
    "package.json": '{ "type": "module" }',
    "node_modules/near/package.json": '{ "name": "near", "version": "1.2.3", "type": "module", "main": "index.js" }',
    "node_modules/near/index.js": 'export const near = "near";',
    "node_modules/near/LICENSE": "Do as you like.",
    "dist/reports/page.css": "css",
    "dist/reports/page.js": page,
    "dist/src/inspect/start.js": starter,
    "dist/src/inspect/start.d.ts": "export declare const start: () => Promise<unknown>;",
    "dist/src/inspect/reader.js":
      'import { parentPort } from "node:worker_threads"; import { near } from "near"; parentPort.postMessage("read " + near);',
    "dist/src/far.js": 'import { far } from "far"; console.log(far);',
    "dist/src/cli.js": `
      import { near } from "near";
      const { place } = await import("../reports/page.js");
      const { start } = await import("./inspect/start.js");
      console.log(near, place(), await start());
      if (process.argv[2] === "far") await import("./far.js");`,
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function options(folder: string, workers: readonly string[]) {
  return {
    dist: join(folder, "dist"),
    out: join(folder, "dist/src"),
    entries: ["cli.js"],
    workers,
    outside: ["far"],
  };
}

test("chunks run where the sources ran: own files, workers and packages are found, and lazy imports stay lazy", async () => {
  const folder = written({});
  const foreign = await bundle(options(folder, ["src/inspect/reader.js"]));
  const cli = join(folder, "dist/src/cli.js");
  const { stdout, stderr } = spawnSync(process.execPath, [cli], { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(stdout).toBe("near css css reports/page.js read near\n");
  expect(readFileSync(cli, "utf8")).not.toContain("page.css");
  expect(spawnSync(process.execPath, [cli, "far"], { encoding: "utf8" }).stderr).toContain("Cannot find package 'far'");
  expect(licencesOf(foreign)).toBe("near 1.2.3\n\nDo as you like.\n");
});

test("what was joined is gone, types and everything else stay", async () => {
  const folder = written({});
  await bundle(options(folder, ["src/inspect/reader.js"]));
  const dist = join(folder, "dist");
  expect(existsSync(join(dist, "src/inspect/start.d.ts"))).toBe(true);
  expect(existsSync(join(dist, "reports/page.css"))).toBe(true);
  const scripts = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"));
  expect(scripts.filter((name) => dirname(name) !== "src")).toEqual([]);
  expect(scripts).toContain("src/cli.js");
  expect(scripts).toContain("src/reader.js");
});

test("a worker that is not among the entries ends the build: its chunk would not be there", async () => {
  const folder = written({});
  await expect(bundle(options(folder, []))).rejects.toThrow("starts ./reader.ts, which is not among workers");
});

test("a package that cannot be found ends the build", async () => {
  const folder = written({ "dist/src/far.js": 'import "further"; ' });
  await expect(bundle(options(folder, ["src/inspect/reader.js"]))).rejects.toThrow("further");
});
