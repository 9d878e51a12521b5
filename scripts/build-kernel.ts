import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { compileKernel, kernelModule } from "./compile-kernel.ts";

/** `src/inspect/kernel/assembly/` to `src/inspect/kernel/module.ts`. A contract test does the same and compares. */
const root = resolve(import.meta.dirname, "..");
const bytes = compileKernel(root);
writeFileSync(join(root, "src/inspect/kernel/module.ts"), kernelModule(bytes));
console.log(`kernel: ${bytes.length} bytes`);
