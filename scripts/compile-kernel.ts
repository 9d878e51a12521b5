import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** No allocator and no collector: the memory is laid out by hand, in 64 KiB pages that hold assembly/layout.ts. */
const options = [
  ...["-O3", "--converge", "--noAssert", "--runtime", "stub", "--use", "abort=", "--enable", "simd"],
  ...["--memoryBase", "1024", "--initialMemory", "14", "--maximumMemory", "14"],
];

/** The kernel's WebAssembly: the same bytes for the same sources and the same compiler. */
export function compileKernel(root: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "jingnei-kernel-"));
  try {
    const file = join(folder, "kernel.wasm");
    const require = createRequire(import.meta.url);
    const compiler = require.resolve("assemblyscript/bin/asc.js");
    execFileSync(process.execPath, [compiler, "index.ts", "--outFile", file, ...options], {
      cwd: join(root, "src/inspect/kernel/assembly"),
      stdio: ["ignore", "ignore", "pipe"],
    });
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A TypeScript module with the bytes and the digest by which a test knows them. */
export function kernelModule(bytes: Buffer): string {
  const digest = createHash("sha256").update(bytes).digest("hex");
  const lines = bytes.toString("base64").match(/.{1,116}/g) ?? [];
  return [
    "/** Written by `npm run kernel` from assembly/, not by hand. */",
    `export const kernelDigest = "${digest}";`,
    "",
    "/** WebAssembly with SIMD, base64. */",
    "export const kernelBase64 = `",
    ...lines,
    "`;",
    "",
  ].join("\n");
}
