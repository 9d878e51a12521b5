import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");

/** How many modules of SDKs Node has loaded after importing something in a process of its own. */
function sdkModulesAfter(imported: string): number {
  const program = `
    await import(${JSON.stringify(imported)});
    const { createRequire } = await import("node:module");
    const loaded = Object.keys(createRequire(${JSON.stringify(`${root}/`)}).cache);
    console.log(loaded.filter((path) => path.includes("@aws-sdk")).length);`;
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", program], {
    cwd: root,
    encoding: "utf8",
  });
  return Number(output.trim());
}

test("the registry of AWS types loads no SDK: each comes when its type collects", () => {
  expect(sdkModulesAfter(resolve(root, "providers/aws/types/index.ts"))).toBe(0);
  expect(sdkModulesAfter("@aws-sdk/client-ec2")).toBeGreaterThan(0);
});
