import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { defaultLimits } from "../../src/inspect/limits.ts";
import { createThread } from "../../src/inspect/pool/thread.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jingnei-thread-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a thread takes one order after the other", async () => {
  const thread = createThread({ year: 2026, seed: "test", limits: defaultLimits });
  const text = "身份证 11010519491231002X\n";
  const path = join(folder, "a.txt");
  writeFileSync(path, text);
  const order = { path, size: Buffer.byteLength(text), version: "1", part: {} };
  try {
    for (let turn = 0; turn < 3; turn++) {
      const result = await thread.inspect(order);
      expect(result.gaps).toEqual([]);
      expect(result.inspectedBytes).toBe(order.size);
      expect(result.detectors.get("cn-resident-id")?.matches).toBe(1);
    }
  } finally {
    await thread.end();
  }
});
