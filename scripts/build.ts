import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import manifest from "../package.json" with { type: "json" };
import { compileContentRules } from "../policies/content-rules.ts";
import { compilePolicies } from "../policies/index.ts";
import { bundle } from "./bundle.ts";
import { licencesOf } from "./licences.ts";

/**
 * Sources to dist/: the types and scripts that `tsc` writes, the scripts joined to chunks, the assets where they stand beside the
 * sources, the editors' schemas, and the policies as one file.
 */
const root = resolve(import.meta.dirname, "..");
const dist = join(root, "dist");
const rooms = ["src", "providers", "policies", "reports"];
/** Compiled by tsc, or only for readers of the repository. */
const notAnAsset = /\.(?:ts|md)$|^tsconfig\.json$/;
/** Packages that every start needs. The clouds' SDKs stay in node_modules: each is large, and a run needs few. */
const inlined = ["zod", "commander", "@marcbachmann/cel-js"];
const outside = Object.keys(manifest.dependencies).filter((name) => !inlined.includes(name));
/** What worker threads start from, as paths in dist/. */
const workers: readonly string[] = ["src/inspect/pool/worker.js", "src/inspect/formats/pdf/pdf-worker.js"];

rmSync(dist, { recursive: true, force: true });
const compiler = spawnSync(
  process.execPath,
  [join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.build.json"],
  { cwd: root, stdio: "inherit" },
);
if (compiler.status !== 0) process.exit(1);
const out = join(dist, "src");
const foreign = await bundle({ dist, out, entries: ["cli.js", "index.js"], workers, outside });
writeFileSync(join(out, "THIRD-PARTY-LICENCES.txt"), licencesOf(foreign));
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
chmodSync(join(out, "cli.js"), 0o755);
writeFileSync(join(dist, "policies/detectors.json"), JSON.stringify(compileContentRules()));
