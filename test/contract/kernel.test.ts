import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { compileKernel, kernelModule } from "../../scripts/compile-kernel.ts";
import { kernelBase64, kernelDigest } from "../../src/inspect/kernel/module.ts";

const root = resolve(import.meta.dirname, "../..");

test("the kernel that ships is what its sources compile to, byte for byte", () => {
  const bytes = compileKernel(root);
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(kernelDigest);
  expect(Buffer.from(kernelBase64, "base64").equals(bytes)).toBe(true);
  expect(kernelModule(bytes)).toBe(readFileSync(join(root, "src/inspect/kernel/module.ts"), "utf8"));
});
