import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { type Lock, missingEntries } from "../../scripts/complete-lock.ts";

it("package-lock.json lists the optional packages of every platform, or `npm ci` refuses it", () => {
  const lock: Lock = JSON.parse(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8"));
  expect(Object.keys(missingEntries(lock)), "run `node scripts/complete-lock.ts`").toEqual([]);
  const { "node_modules/@biomejs/cli-darwin-arm64": dropped, ...packages } = lock.packages;
  expect(dropped).toBeDefined();
  expect(missingEntries({ packages })).toEqual({
    "node_modules/@biomejs/cli-darwin-arm64": {
      version: dropped?.version,
      dev: true,
      optional: true,
      os: ["darwin"],
      cpu: ["arm64"],
    },
  });
});
