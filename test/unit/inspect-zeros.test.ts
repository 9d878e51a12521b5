import { describe, expect, it } from "vitest";
import { createEngine } from "../../src/inspect/engine/engine.ts";
import { withoutZeros } from "../../src/inspect/formats/zeros.ts";
import { defaultLimits } from "../../src/inspect/limits.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { contentOf } from "../support/unpack.ts";

const engine = await createEngine({ year: 2026, seed: "test", limits: defaultLimits });
const { signal } = new AbortController();

async function filtered(chunks: readonly Uint8Array[]): Promise<{ readonly bytes: Buffer; readonly passed: number }> {
  const kept: Uint8Array[] = [];
  let passed = 0;
  async function* stream() {
    yield* chunks;
  }
  const each = withoutZeros(stream(), (bytes) => {
    passed += bytes;
  });
  for await (const chunk of each) kept.push(chunk.slice());
  return { bytes: Buffer.concat(kept), passed };
}

describe("long stretches of zeros in text", () => {
  const shapes: Readonly<Record<string, (phone: number) => string>> = {
    csv: (phone) => `wang,${phone}\n`,
    txt: (phone) => `call ${phone} and say so\n`,
    jsonl: (phone) => `{"phone":"${phone}"}\n`,
    log: (phone) => `2026-01-01T00:00:00Z INFO phone=${phone}\n`,
    sql: (phone) => `INSERT INTO t VALUES ('${phone}');\n`,
  };
  const phones = Array.from({ length: 5_000 }, (_, at) => 13_900_000_000 + (((at + 1) * 48_271) % 100_000_000));

  it.each(Object.entries(shapes))("are passed over in %s, and said to be", async (ending, shape) => {
    const half = Buffer.from(phones.map(shape).join(""));
    const content = Buffer.concat([half, Buffer.alloc(4 * 1024 ** 2), half]);
    const found = await engine.inspect(contentOf(content, `a.${ending}`), signal);
    const [gap] = found.gaps;
    expect(found.gaps.map(({ reason }) => reason)).toEqual(["skipped"]);
    const passed = Number(/^(\d+) bytes in long stretches of zeros/.exec(gap?.detail ?? "")?.[1]);
    expect(passed).toBeGreaterThan(3 * 1024 ** 2);
    expect(found.inspectedBytes).toBe(content.length - passed);
    expect(found.detectors.get("cn-mobile")?.matches).toBe(2 * phones.length);
  });

  it("do not join what stands before them and behind them", async () => {
    const before = Buffer.from(`${"x".repeat(65_536 - 6)} 13800`);
    const content = Buffer.concat([before, Buffer.alloc(1024 ** 2), Buffer.from("138000 ")]);
    const found = await engine.inspect(contentOf(content, "a.txt"), signal);
    expect(found.detectors.size).toBe(0);
  });

  it("are all that is left out, however the chunks are cut", async () => {
    const random = seededRandom(7);
    for (let round = 0; round < 40; round++) {
      const whole = Buffer.concat(
        Array.from({ length: 6 }, () => {
          const length = random.below(30_000);
          return random.below(2) === 0 ? Buffer.alloc(length) : Buffer.alloc(length, "abc\n");
        }),
      );
      const chunks: Uint8Array[] = [];
      for (let at = 0; at < whole.length; ) {
        const length = 1 + random.below(20_000);
        chunks.push(whole.subarray(at, at + length));
        at += length;
      }
      const { bytes, passed } = await filtered(chunks);
      expect(bytes.length + passed).toBe(whole.length);
      const textOf = (all: Buffer): string => all.toString("latin1").replaceAll("\0", "");
      expect(textOf(bytes) === textOf(whole)).toBe(true);
    }
  });

  it("short ones stay as they are", async () => {
    const chunk = Buffer.concat([Buffer.from("a\n"), Buffer.alloc(4_000), Buffer.from("b\n")]);
    expect(await filtered([chunk])).toEqual({ bytes: chunk, passed: 0 });
  });
});
