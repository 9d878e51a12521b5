import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { compilePolicies } from "../policies/index.ts";

/** Sources to dist/: what `tsc` writes, the assets beside the sources, the editors' schemas, and the policies as one file. */
const root = resolve(import.meta.dirname, "..");
const dist = join(root, "dist");
const rooms = ["src", "providers", "policies", "reports"];
/** Compiled by tsc, or only for readers of the repository. */
const notAnAsset = /\.(?:ts|md)$/;

rmSync(dist, { recursive: true, force: true });
const compiler = spawnSync(
  process.execPath,
  [join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.build.json"],
  { cwd: root, stdio: "inherit" },
);
if (compiler.status !== 0) process.exit(1);
for (const room of rooms) {
  for (const entry of readdirSync(join(root, room), { withFileTypes: true, recursive: true })) {
    // Policies ship compiled: a start then parses one JSON instead of many YAML files.
    const isPolicy = room === "policies" && /\.ya?ml$/.test(entry.name) && entry.name !== "conflicts.yaml";
    if (!entry.isFile() || notAnAsset.test(entry.name) || isPolicy) continue;
    const from = join(entry.parentPath, entry.name);
    const to = join(dist, from.slice(root.length));
    mkdirSync(dirname(to), { recursive: true });
    cpSync(from, to);
  }
}
cpSync(join(root, "schemas"), join(dist, "schemas"), { recursive: true });
writeFileSync(join(dist, "policies/policies.json"), JSON.stringify(compilePolicies()));
chmodSync(join(dist, "src/cli.js"), 0o755);
