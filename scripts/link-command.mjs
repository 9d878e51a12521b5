// Runs after `npm ci` in a checkout, on whatever Node npm found: `npx jingnei` then starts the sources, built or not. npm links the
// commands of dependencies only. A checkout that cannot be written still works without it, so nothing here ends the installation.
import { chmodSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(process.argv[2] || process.cwd(), "node_modules", ".bin");
const command = join(folder, "jingnei");
const shim = '#!/usr/bin/env node\nimport("../../src/cli.ts");\n';

try {
  if (existsSync(folder)) {
    // A link that stands there is no way into the file that it points to.
    rmSync(command, { force: true });
    writeFileSync(command, shim);
    chmodSync(command, 0o755);
  }
} catch (error) {
  process.stderr.write(`npx jingnei will not find its command here: ${error.message}\n`);
}
