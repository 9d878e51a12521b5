import { describe, expect, test } from "vitest";
import { sampledLines, startSampling } from "../../src/inspect/engine/sampled-lines.ts";

const mebi = 1024 ** 2;

/** What is weighed of pieces that follow each other, as places in all of them. */
function weighed(pieces: Iterable<Uint8Array>): readonly (readonly [start: number, end: number])[] {
  const sampling = startSampling();
  const lines: (readonly [number, number])[] = [];
  let before = 0;
  for (const piece of pieces) {
    for (const [start, end] of sampledLines(piece, sampling)) lines.push([before + start, before + end]);
    before += piece.length;
  }
  return lines;
}

function bytesOf(lines: ReturnType<typeof weighed>): number {
  return lines.reduce((sum, [start, end]) => sum + end - start, 0);
}

function* repeated(piece: Uint8Array, times: number): Iterable<Uint8Array> {
  for (let time = 0; time < times; time++) yield piece;
}

describe("the lines of an object that are weighed", () => {
  const short = Buffer.from(`${"x".repeat(49)}\n`.repeat(20_000));

  test("are the first 2,000, and then whole ones in runs of four, farther and farther apart", () => {
    const lines = weighed(repeated(short, 64));
    const first = lines.slice(0, 2_000);
    expect(first).toEqual(first.map((_, index) => [index * 50, index * 50 + 49]));
    const rest = lines.slice(2_000);
    expect(rest.every(([start, end]) => start % 50 === 0 && end - start === 49)).toBe(true);
    const gaps = rest.map(([start], index) => start - (rest[index - 1]?.[1] ?? 0)).filter((gap) => gap > 1);
    expect(rest.length).toBeLessThanOrEqual(gaps.length * 4);
    expect(gaps.at(-1)).toBeGreaterThan(mebi);
    expect(bytesOf(rest)).toBeLessThan(mebi);
  });

  test("do not depend on where one piece ends at a line and the next begins", () => {
    const pieces = Array.from({ length: 100 }, (_, index) => short.subarray(index * 10_000, (index + 1) * 10_000));
    expect(weighed(pieces)).toEqual(weighed([short]));
  });

  test("are weighed in part only where one of them is as long as the file", () => {
    const endless = Buffer.alloc(mebi, "1,");
    const lines = weighed(repeated(endless, 256));
    expect(bytesOf(lines)).toBeGreaterThan(2 * mebi - 1);
    expect(bytesOf(lines)).toBeLessThan(8 * mebi);
    // To the end of it, though nowhere a line begins.
    expect(lines.at(-1)?.[0]).toBeGreaterThan(240 * mebi);
  });

  test("are cut where no number is, when they are long", () => {
    const long = Buffer.from(`${"a".repeat(3 * mebi)}\n`.concat(`${"13800138000,".repeat(10_000)}\n`.repeat(40)));
    for (const [start, end] of weighed([long]).slice(1)) {
      expect((end - start) % 12, String(start)).toBe(0);
    }
  });
});
