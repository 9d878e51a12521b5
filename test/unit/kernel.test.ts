import { describe, expect, test } from "vitest";
import { hitKinds } from "../../src/inspect/kernel/finder.ts";
import { createFinder } from "../../src/inspect/kernel/index.ts";
import { hitsOf } from "../support/hits-of.ts";
import { identifierNoise } from "../support/identifier-noise.ts";
import { mixedContent } from "../support/mixed-content.ts";
import { referenceHits } from "../support/reference-finder.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { synthetic } from "../support/synthetic-identifiers.ts";

const year = 2026;
const module = createFinder(year);
const twin = createFinder(year, { engine: "javascript" });
const reference = (bytes: Uint8Array): readonly string[] =>
  referenceHits(bytes, year).map(({ kind, start, end }) => `${kind} ${start}-${end}`);

/** All three see the same. The reference is left out where it would take too long. */
function expectAgreement(bytes: Uint8Array): readonly string[] {
  const hits = hitsOf(module, bytes);
  expect(hitsOf(twin, bytes)).toEqual(hits);
  expect(hits).toEqual(reference(bytes));
  return hits;
}

test("runs as WebAssembly where nothing else is asked for", () => {
  expect(module.engine).toBe("wasm-simd");
  expect(twin.engine).toBe("javascript");
});

describe("published numbers", () => {
  test.each([
    ["id-18", "11010519491231002X"],
    ["id-18", "11010519491231002x"],
    ["id-18", "620102199001010257"],
    ["id-15", "110105491231002"],
    ["mobile", "13812345678"],
    ["mobile", "+86 138-1234-5678"],
    ["mobile", "008613812345678"],
    ["mobile", "138 1234 5678"],
    ["card", "6222020212345678909"],
    ["card", "6222 0202 1234 5678 909"],
    ["card", "4111-1111-1111-1111"],
    ["uscc", "91350100M000100Y43"],
    ["org-code", "M000100Y-4"],
    ["imei", "490154203237518"],
    ["imsi", "460001234567890"],
    ["iccid", "89860012345678901238"],
    ["vin", "1M8GDM9AXKP042788"],
    ["passport", "E12345678"],
    ["passport", "M1234567801"],
    ["hkid", "A123456(3)"],
    ["hkid", "AB9876543"],
    ["tw-id", "A123456789"],
    ["plate", "京A12345"],
    ["plate", "粤BD12345"],
    ["plate", "粤Z1234港"],
    ["landline", "010-62345678"],
    ["landline", "075526012345"],
    ["email", "a.b@qq.com"],
    ["ipv4", "192.169.0.255"],
    ["ipv4", "172.32.16.1"],
    ["ipv4", "100.1.1.1"],
    ["ipv4", "12.7.0.1"],
    ["mac", "00:1a:2B:3c:4d:5e"],
  ])("%s %s is found", (kind, value) => {
    expect(expectAgreement(Buffer.from(value))).toContain(`${kind} 0-${Buffer.byteLength(value)}`);
  });

  test.each([
    ["110105194912310020", "wrong check character"],
    ["110101190002290012", "1900 was no leap year"],
    ["440305203501010013", "born in the future"],
    ["12345678901", "no such network"],
    ["15412345678", "not given out"],
    ["6222020212345678900", "wrong check digit"],
    ["91350100M000100Y4Z", "wrong check character"],
    ["P103265(2)", "wrong check digit"],
    ["A123456788", "wrong check digit"],
    ["LFV2A21K7F4123456", "wrong check character"],
    ["x13812345678", "part of a word"],
    ["3.13812345678", "a decimal"],
    ["1.2.3.4.5", "a version"],
    ["256.1.1.1", "no address"],
    ["10.1.2.3", "a private network"],
    ["127.0.0.1", "the machine itself"],
    ["192.168.0.255", "a private network"],
    ["172.16.0.1", "a private network"],
    ["172.31.255.1", "a private network"],
    ["a@b", "no domain"],
    ["git@github.com:some/thing", "a repository"],
    ["京东A12345", "a brand and a number"],
    ["京A1234I", "no plate has an I"],
  ])("%s is not found: %s", (value) => {
    expect(expectAgreement(Buffer.from(value))).toEqual([]);
  });

  test("a valid resident id that passes Luhn and begins like a card is no card", () => {
    expect(expectAgreement(Buffer.from("620102199001010257"))).toEqual(["id-18 0-18"]);
  });
});

describe("every identifier, wherever it stands in the blocks of 64 bytes", () => {
  test.each(hitKinds)("%s", (kind) => {
    const random = seededRandom(64);
    for (const [before, behind] of [
      [" ", " "],
      ["，", "。"],
      ["\n", ""],
      ["", "\n"],
    ] as const) {
      for (let offset = before === "" ? 130 : 0; offset <= 130; offset++) {
        const value = synthetic[kind](random);
        const lead = "·".repeat(offset >> 1) + ".".repeat(offset & 1) + before;
        const bytes = Buffer.from(lead + value + behind);
        const start = Buffer.byteLength(lead);
        expect(expectAgreement(bytes)).toContain(`${kind} ${start}-${start + Buffer.byteLength(value)}`);
      }
    }
  });
});

describe("every identifier at the end of content of any length, and where the kernel goes on to the next 2,048 bytes", () => {
  test.each(hitKinds)("%s", (kind) => {
    const random = seededRandom(2_048);
    for (const [from, to] of [
      [110, 146],
      [2_030, 2_066],
      [4_078, 4_114],
    ] as const) {
      for (let length = from; length <= to; length++) {
        const value = Buffer.from(synthetic[kind](random));
        const start = length - value.length;
        const bytes = Buffer.alloc(length, "·,".repeat(20));
        bytes.fill(";", start - 3);
        value.copy(bytes, start);
        const found = `${kind} ${start}-${length}`;
        expect(hitsOf(module, bytes)).toContain(found);
        expect(hitsOf(twin, bytes)).toEqual(hitsOf(module, bytes));
        const longer = Buffer.concat([bytes, Buffer.from(", 13812345678")]);
        expect(hitsOf(module, longer)).toContain(found);
        expect(hitsOf(twin, longer)).toEqual(hitsOf(module, longer));
      }
    }
  });
});

describe("WebAssembly, JavaScript and regular expressions agree", () => {
  test.each([21, 22, 23, 24])("on long noise of identifiers, seed %i", (seed) => {
    const random = seededRandom(seed);
    for (let round = 0; round < 12; round++) {
      expectAgreement(Buffer.from(identifierNoise(2_000 + random.below(7_000), random)));
    }
  });

  test("on digits, capitals and marks only, where every pattern shows often", () => {
    const random = seededRandom(25);
    for (let round = 0; round < 400; round++) {
      const alphabet = random.pick([
        "0123456789.",
        "01.:-/ ",
        "1 -2345678",
        "0123456789ABCXx",
        "京A1B粤2@.c",
        "0a1:-/F",
      ]);
      expectAgreement(Buffer.from(random.text(random.below(700), alphabet)));
    }
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])("on noise of identifiers, seed %i", (seed) => {
    const random = seededRandom(seed);
    let hits = 0;
    for (let round = 0; round < 150; round++) {
      hits += expectAgreement(Buffer.from(identifierNoise(random.below(1_500), random))).length;
    }
    expect(hits).toBeGreaterThan(1_000);
  });

  test("on any bytes", () => {
    const random = seededRandom(9);
    for (let round = 0; round < 400; round++) {
      const bytes = Buffer.from(Array.from({ length: random.below(600) }, () => random.below(256)));
      expectAgreement(bytes);
    }
  });

  test.each(["prose", "mixed", "dense"] as const)("on %s", (density) => {
    expectAgreement(mixedContent(250_000, density, 10));
  });

  test("on noise cut anywhere", () => {
    const random = seededRandom(11);
    const noise = Buffer.from(identifierNoise(4_000, random));
    for (let round = 0; round < 400; round++) {
      const start = random.below(noise.length);
      expectAgreement(noise.subarray(start, start + random.below(200)));
    }
  });
});

describe.each([module, twin])("$engine", (finder) => {
  test("takes what is read into its own memory without looking at what stands beside it", () => {
    const random = seededRandom(12);
    for (let round = 0; round < 300; round++) {
      const noise = Buffer.from(identifierNoise(600, random));
      const room = finder.room(noise.length);
      const [start, length] = [random.below(400), random.below(300)];
      const expected = hitsOf(finder, Buffer.from(noise.subarray(start, start + length)));
      room.set(noise);
      expect(hitsOf(finder, room.subarray(start, start + length))).toEqual(expected);
      expect(noise.equals(room)).toBe(true);
    }
  });

  test("takes no more than its capacity, and that in full", () => {
    const id = "11010519491231002X";
    const bytes = Buffer.alloc(finder.capacity, " ");
    bytes.write(id, 0);
    bytes.write(id, finder.capacity - id.length);
    const expected = ["id-18 0-18", `id-18 ${finder.capacity - id.length}-${finder.capacity}`];
    expect(hitsOf(finder, bytes)).toEqual(expected);
    const room = finder.room(finder.capacity);
    room.set(bytes);
    expect(hitsOf(finder, room)).toEqual(expected);
    expect(() => finder.find(Buffer.alloc(finder.capacity + 1))).toThrow(RangeError);
    expect(() => finder.room(finder.capacity + 1)).toThrow(RangeError);
    expect(hitsOf(finder, Buffer.alloc(0))).toEqual([]);
  });

  test("tells every hit of the densest content there is", () => {
    const most = Math.floor(finder.capacity / 5);
    const hits = finder.find(Buffer.alloc(5 * most, "b.cc@"));
    expect(hits.length).toBe(most - 1);
    expect(hits.starts[1]).toBe(5);
  });

  test("forgets the content before", () => {
    finder.find(Buffer.from("13812345678 138 1234 5678"));
    expect(hitsOf(finder, Buffer.from("no number"))).toEqual([]);
    expect(hitsOf(finder, Buffer.from("138 1234 5678"))).toEqual(["mobile 0-13"]);
  });
});
