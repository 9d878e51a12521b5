import { expect, test } from "vitest";
import { identifyHit } from "../../src/inspect/detectors/of-hit.ts";
import { readHit } from "../../src/inspect/detectors/read-hit.ts";
import { createHasher } from "../../src/inspect/hash.ts";
import { hitKinds } from "../../src/inspect/kernel/finder.ts";
import { createFinder } from "../../src/inspect/kernel/index.ts";
import { identifierNoise } from "../support/identifier-noise.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { synthetic } from "../support/synthetic-identifiers.ts";

const finder = createFinder(2026);
const hasher = createHasher("seed");
const other = createHasher("seed");

/** Detector and hash of every hit, read both ways. */
function expectSame(text: string): number {
  const bytes = Buffer.from(text);
  const hits = finder.find(bytes);
  for (let index = 0; index < hits.length; index++) {
    const [kind = 0, start = 0, end = 0] = [hits.kinds[index], hits.starts[index], hits.ends[index]];
    const found = identifyHit(kind, bytes, start, end);
    const detector = readHit(kind, bytes, start, end, hasher);
    const words = `${hitKinds[kind]} ${bytes.toString("utf8", start, end)}`;
    expect(detector?.id, words).toBe(found?.isValid === true ? found.detector : undefined);
    if (found?.isValid !== true) continue;
    other.hash(found.canonical);
    expect([hasher.high, hasher.low], words).toEqual([other.high, other.low]);
  }
  return hits.length;
}

test.each(hitKinds)("what is read of the bytes of %s is what is read of its text", (kind) => {
  const random = seededRandom(3);
  for (let round = 0; round < 300; round++) expectSame(` ${synthetic[kind](random)} `);
});

test.each([1, 2, 3])("in noise of identifiers, seed %i", (seed) => {
  const random = seededRandom(seed);
  let hits = 0;
  for (let round = 0; round < 100; round++) hits += expectSame(identifierNoise(1_500, random));
  expect(hits).toBeGreaterThan(1_000);
});

test.each([
  "13800138000",
  "18888888888",
  "13456789012",
  "13498888888",
  "17401234567",
  "+86 13912345678",
  "0086 139-1234-5678",
  "86-13912345678",
  "11010519491231002x",
  "8.8.8.8",
  "1.2.3.4",
  "100.64.0.1",
  "169.254.1.1",
  "192.0.2.1",
  "203.0.113.9",
  "223.5.5.0",
  "224.0.0.1",
])("%s", (value) => {
  expect(expectSame(`,${value},`)).toBe(1);
});
