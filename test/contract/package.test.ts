import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join, parse, resolve } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { emptyFolder } from "../support/command.ts";
import { largeTerraformPlan } from "../support/large-terraform-plan.ts";
import { loadedFiles } from "../support/loaded-files.ts";

const root = resolve(import.meta.dirname, "../..");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
/** Where the package lies once it is installed, beside its dependencies. */
let installed = "";

beforeAll(() => {
  execFileSync(process.execPath, [join(root, "scripts/build.ts")], { stdio: "pipe" });
  const folder = emptyFolder();
  const packed = execFileSync("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [{ filename }] = JSON.parse(packed);
  execFileSync("tar", ["xzf", join(folder, filename), "-C", folder]);
  // Only what a user gets: dependencies, without those of development.
  installed = join(folder, "package");
  linkDependencies(join(installed, "node_modules"));
}, 120_000);

/** Everything but the packages that are named for development. */
function linkDependencies(modules: string): void {
  mkdirSync(modules);
  const left = new Set(Object.keys(manifest.devDependencies));
  for (const name of readdirSync(join(root, "node_modules"))) {
    if (name.startsWith(".") || left.has(name)) continue;
    symlinkSync(join(root, "node_modules", name), join(modules, name));
  }
}

function run(args: readonly string[]) {
  return spawnSync(process.execPath, [join(installed, manifest.bin.jingnei), ...args], {
    cwd: emptyFolder(),
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "" },
  });
}

/** The dependencies are left out before they are read: they are many. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === "node_modules") return [];
    if (entry.isFile()) return [entry.name];
    return filesIn(join(folder, entry.name)).map((name) => join(entry.name, name));
  });
}

test("the package holds what runs, and neither sources nor tests", () => {
  const files = filesIn(installed);
  expect(files.filter((name) => !name.startsWith("dist/")).sort()).toEqual([
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "package.json",
  ]);
  expect(files.filter((name) => /\.ts$/.test(name) && !name.endsWith(".d.ts"))).toEqual([]);
  expect(files.filter((name) => /^dist\/(?!src|providers|policies|reports|schemas)/.test(name))).toEqual([]);
  for (const path of [manifest.bin.jingnei, ...Object.values(manifest.exports).flatMap(targets)]) {
    expect(files).toContain(path.replace(/^\.\//, ""));
  }
});

function targets(entry: unknown): readonly string[] {
  if (typeof entry === "string") return [entry];
  return typeof entry === "object" && entry !== null ? Object.values(entry).flatMap(targets) : [];
}

test("every file that a source reads from beside itself is in the package", () => {
  const assets = /\.ts$|\.md$|\/tsconfig\.json$|^policies\/.*\.ya?ml$/;
  for (const room of ["src", "providers", "policies", "reports"]) {
    for (const file of filesIn(join(root, room)).map((name) => `${room}/${name}`)) {
      if (!assets.test(file)) expect(filesIn(join(installed, "dist"))).toContain(file);
    }
  }
});

test("the command runs from the package: executable, with its help, its regions and its law", () => {
  const bin = join(installed, manifest.bin.jingnei);
  expect(readFileSync(bin, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  expect(statSync(bin).mode & 0o111).not.toBe(0);
  const help = run(["--help"]);
  expect(help.stdout).toContain("Usage: jingnei");
  expect(run(["regions"]).stdout).toContain("aws:cn-north-1");
  const cases = run(["policies", "test"]);
  expect(cases.stdout).toMatch(/^\d+ cases of \d+ policies, 0 failed/);
  expect(run(["init"]).status).toBe(0);
  expect([help.status, cases.status]).toEqual([0, 0]);
  expect(help.stderr + cases.stderr).toBe("");
});

test("the demo runs from the package and writes both reports", () => {
  const output = join(emptyFolder(), "report");
  const demo = run(["demo", "--output", output, "--quiet"]);
  expect(demo.stderr).toBe("");
  expect(demo.status).toBe(0);
  expect(readdirSync(output).sort()).toEqual(["report.html", "report.json"]);
});

test("the program loads few files: none but its own, and what a command does not need stays unread", () => {
  const loadedBy = (args: readonly string[]) => {
    const urls = loadedFiles(join(installed, manifest.bin.jingnei), args);
    return urls.filter((url) => !url.startsWith("node:")).map((url) => url.replace(`file://${installed}/`, ""));
  };
  expect(loadedBy(["--help"]).length).toBeLessThan(8);
  const plan = join(emptyFolder(), "plan.json");
  writeFileSync(plan, largeTerraformPlan(30));
  const loaded = loadedBy([
    "check",
    plan,
    "--format=json,html,sarif,markdown,junit",
    "--fail-on=never",
    "--allow-incomplete",
  ]);
  // Every cloud's templates and every reporter: 80 chunks on 2026-11-22. Unjoined they are some 500.
  expect(loaded.length).toBeLessThan(120);
  expect(loaded.filter((url) => !/^dist\/src\/[\w-]+\.js$/.test(url))).toEqual([]);
});

test("an installation that lost its files ends at once, with the exit code of a failure", () => {
  const broken = emptyFolder();
  cpSync(join(installed, "dist"), join(broken, "dist"), { recursive: true });
  cpSync(join(installed, "package.json"), join(broken, "package.json"));
  const needed = loadedFiles(join(installed, manifest.bin.jingnei), ["--help"]).map((url) => parse(url).base);
  for (const name of readdirSync(join(broken, "dist/src"))) {
    if (name.endsWith(".js") && !needed.includes(name)) rmSync(join(broken, "dist/src", name));
  }
  const { status, stderr } = spawnSync(process.execPath, [join(broken, manifest.bin.jingnei), "regions"], {
    encoding: "utf8",
    timeout: 20_000,
  });
  expect(stderr).toBe("error: files of jingnei are missing\nInstall it again.\n");
  expect(status).toBe(2);
});

test("the licences of packages that became part of the program go with it", () => {
  const notices = readFileSync(join(installed, "dist/src/THIRD-PARTY-LICENCES.txt"), "utf8");
  for (const name of ["zod", "commander", "@marcbachmann/cel-js"])
    expect(notices).toMatch(new RegExp(`^${name} [\\d.]+$`, "m"));
  expect(notices.match(/Permission is hereby granted/g)?.length).toBe(3);
});

test("the programmatic API loads by the package's name", () => {
  const script = 'import("jingnei").then((api) => console.log(typeof api.scan, typeof api.openRun))';
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", script], { cwd: installed, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(stdout).toBe("function function\n");
});

test("SQL parameters stand without numbers, which Node 22 refuses", () => {
  const sources = ["src/store", "src/residency", "src/run"].flatMap((room) =>
    filesIn(join(root, room)).map((name) => join(root, room, name)),
  );
  expect(sources.filter((path) => /[\s(=]\?\d/.test(readFileSync(path, "utf8").replaceAll(/\/\/.*$/gm, "")))).toEqual(
    [],
  );
});
