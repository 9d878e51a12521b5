import { deflateRawSync, zstdCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { CellsPiece } from "../../src/inspect/piece.ts";
import { literalSnappy } from "../support/literal-snappy.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { varint } from "../support/thrift-writer.ts";
import { contentOf, streamOf, unpack } from "../support/unpack.ts";

interface Column {
  readonly name: string;
  readonly kind: number;
  readonly encoding?: number;
  readonly dictionarySize?: number;
  /** Streams by their kind. */
  readonly streams: Readonly<Record<number, Uint8Array>>;
}

interface Options {
  readonly compression?: number;
  readonly stripes?: number;
  readonly magic?: string;
  readonly stripeAt?: number;
}

const number = (field: number, value: number): Buffer => Buffer.concat([varint(field * 8), varint(value)]);
const part = (field: number, ...bytes: readonly Uint8Array[]): Buffer => {
  const all = Buffer.concat(bytes);
  return Buffer.concat([varint(field * 8 + 2), varint(all.length), all]);
};

function chunked(bytes: Uint8Array, compression: number): Buffer {
  const packers = [undefined, deflateRawSync, literalSnappy, undefined, literalLz4, zstdCompressSync];
  const pack = packers[compression];
  if (pack === undefined) return Buffer.from(bytes);
  const parts: Uint8Array[] = [];
  for (let from = 0; from < bytes.length; from += 1_000) {
    // Every other chunk as it is, which the format allows.
    const plain = bytes.subarray(from, from + 1_000);
    const isPlain = (from / 1_000) % 2 === 1;
    const chunk = isPlain ? plain : pack(plain);
    const header = Buffer.alloc(3);
    header.writeUIntLE(chunk.length * 2 + (isPlain ? 1 : 0), 0, 3);
    parts.push(header, chunk);
  }
  return Buffer.concat(parts);
}

/** A block of LZ4 that repeats nothing. */
function literalLz4(bytes: Uint8Array): Buffer {
  const more: number[] = [];
  if (bytes.length >= 15)
    for (let left = bytes.length - 15; ; left -= 255) {
      more.push(Math.min(255, left));
      if (left < 255) break;
    }
  return Buffer.concat([Buffer.from([Math.min(15, bytes.length) << 4, ...more]), bytes]);
}

/** A file of one struct, with every stripe the same. */
function orcOf(
  columns: readonly Column[],
  { compression = 0, stripes = 1, magic = "ORC", stripeAt }: Options = {},
): Buffer {
  const streams = columns.flatMap(({ streams: own }, at) =>
    Object.entries(own).map(([kind, bytes]) => ({
      kind: Number(kind),
      column: at + 1,
      bytes: chunked(bytes, compression),
    })),
  );
  const data = Buffer.concat(streams.map(({ bytes }) => bytes));
  const stripeFooter = chunked(
    Buffer.concat([
      ...streams.map(({ kind, column, bytes }) => part(1, number(1, kind), number(2, column), number(3, bytes.length))),
      part(2, number(1, 0)),
      ...columns.map(({ encoding = 2, dictionarySize = 0 }) => part(2, number(1, encoding), number(2, dictionarySize))),
    ]),
    compression,
  );
  const stripe = Buffer.concat([data, stripeFooter]);
  const footer = chunked(
    Buffer.concat([
      ...Array.from({ length: stripes }, (_, at) =>
        part(
          3,
          number(1, stripeAt ?? 3 + at * stripe.length),
          number(2, 0),
          number(3, data.length),
          number(4, stripeFooter.length),
        ),
      ),
      part(
        4,
        number(1, 12),
        part(2, ...columns.map((_, at) => varint(at + 1))),
        ...columns.map(({ name }) => part(3, Buffer.from(name))),
      ),
      ...columns.map(({ kind }) => part(4, number(1, kind))),
    ]),
    compression,
  );
  const postscript = Buffer.concat([
    number(1, footer.length),
    number(2, compression),
    number(3, 4_096),
    part(8_000, Buffer.from(magic)),
  ]);
  return Buffer.concat([
    Buffer.from("ORC"),
    ...Array.from({ length: stripes }, () => stripe),
    footer,
    postscript,
    Buffer.from([postscript.length]),
  ]);
}

function valuesOf(cells: readonly CellsPiece[]): Record<string, (string | null | undefined)[]> {
  const columns: Record<string, (string | null | undefined)[]> = {};
  for (const {
    columns: [name = ""],
    rows,
  } of cells)
    columns[name] = [...(columns[name] ?? []), ...rows.map(([value]) => value)];
  return columns;
}

/** Runs of version 1: literals, a hundred at most each. */
function literals(values: readonly number[]): Buffer {
  const parts: Buffer[] = [];
  for (let from = 0; from < values.length; from += 100) {
    const run = values.slice(from, from + 100);
    parts.push(Buffer.from([256 - run.length]), ...run.map(varint));
  }
  return Buffer.concat(parts);
}

const zigzag = (value: number): number => (value < 0 ? -value * 2 - 1 : value * 2);
const names = Array.from({ length: 1_500 }, (_, at) => `王小明${at}`);
const text: Column = {
  name: "姓名",
  kind: 7,
  encoding: 0,
  streams: { 1: Buffer.from(names.join("")), 2: literals(names.map((name) => Buffer.byteLength(name))) },
};

describe("orc", () => {
  it.each([
    ["nothing", 0],
    ["zlib", 1],
    ["snappy", 2],
    ["lz4", 4],
    ["zstd", 5],
  ])("reads texts packed with %s, of several stripes", async (_, compression) => {
    const file = orcOf([text], { compression, stripes: 2 });
    const { format, cells, gaps } = await unpack(compression === 0 ? streamOf(file) : contentOf(file));
    expect(format).toBe("orc");
    expect(gaps).toEqual([]);
    expect(valuesOf(cells)).toEqual({ 姓名: [...names, ...names] });
  });

  // The examples of the ORC v1 specification, "Integer Run Length Encoding"; here as indexes of a dictionary, which are unsigned.
  it.each([
    ["a short repeat", 3, "0a2710", Array(5).fill(10_000)],
    ["direct values", 3, "5e035ca1ab1edeadbeef", [23_713, 43_806, 57_005, 48_879]],
    [
      "a patched base",
      3,
      "8e132b2107d01e00147028323c46505a646e78828c96a0aab4befce8",
      [2_030, 2_000, 2_020, 1_000_000, ...Array.from({ length: 16 }, (_, at) => 2_040 + at * 10)],
    ],
    ["differences", 3, "c609020222424246", [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]],
    ["a run of version 1", 1, "610007", Array(100).fill(7)],
    ["a falling run of version 1", 1, "61ff64", Array.from({ length: 100 }, (_, at) => 100 - at)],
    ["literals of version 1", 1, "fb020306070b", [2, 3, 6, 7, 11]],
  ])("reads %s as the specification writes it", async (_, encoding, hex, expected) => {
    // Every word of the dictionary is its own number of letters long: lengths say which number was read.
    const most = Math.min(60_000, Math.max(...expected.map(Number)));
    const words = Array.from({ length: most + 1 }, (_, at) => String(at));
    const file = orcOf([
      {
        name: "c",
        kind: 7,
        encoding,
        dictionarySize: words.length,
        streams: {
          1: Buffer.from(hex, "hex"),
          2: encoding === 1 ? literals(words.map(({ length }) => length)) : direct(words.map(({ length }) => length)),
          3: Buffer.from(words.join("")),
        },
      },
    ]);
    const { cells, gaps } = await unpack(contentOf(file));
    expect(gaps).toEqual([]);
    expect(valuesOf(cells)["c"]).toEqual(expected.filter((value) => Number(value) <= most).map(String));
  });

  it("reads numbers, days, instants and decimals for what they mean", async () => {
    const file = orcOf([
      { name: "n", kind: 4, encoding: 0, streams: { 1: literals([13_800_138_000, -5].map(zigzag)) } },
      { name: "d", kind: 15, encoding: 0, streams: { 1: literals([10_957].map(zigzag)) } },
      { name: "t", kind: 9, encoding: 0, streams: { 1: literals([0, -86_400].map(zigzag)), 5: literals([0, 0]) } },
      {
        name: "m",
        kind: 14,
        encoding: 0,
        streams: { 1: Buffer.concat([varint(zigzag(12_345)), varint(zigzag(-7))]), 5: literals([2, 1].map(zigzag)) },
      },
      { name: "f", kind: 6, encoding: 0, streams: { 1: Buffer.from(new Float64Array([1.5, 13_800_138_000]).buffer) } },
    ]);
    const { cells, gaps } = await unpack(contentOf(file));
    expect(gaps).toEqual([]);
    expect(valuesOf(cells)).toEqual({
      n: ["13800138000", "-5"],
      d: ["2000-01-01"],
      t: ["2015-01-01 00:00:00", "2014-12-31 00:00:00"],
      m: ["123.45", "-0.7"],
      f: ["1.5", "13800138000"],
    });
  });

  it("reads no more than a sample asks for", async () => {
    const { cells } = await unpack(contentOf(orcOf([text], { stripes: 3 })), { rows: 50 });
    expect(valuesOf(cells)["姓名"]?.length).toBeLessThan(200);
  });

  it.each([
    ["another codec", orcOf([text], { compression: 3 }), "unsupported: is packed with codec 3"],
    ["another end", orcOf([text], { magic: "XYZ" }), "malformed: does not end as an ORC file does"],
    [
      "stripes that share bytes",
      orcOf([text], { stripes: 2, stripeAt: 3 }),
      "malformed: has stripes that share their bytes",
    ],
    [
      "a stripe beyond the end",
      orcOf([text], { stripeAt: 2 ** 40 }),
      "malformed: points to bytes that it does not have",
    ],
    ["a column of unknown kind", orcOf([{ ...text, kind: 30 }]), 'unsupported: column "姓名" is of kind 30'],
    [
      "texts longer than their stream",
      orcOf([{ ...text, streams: { 1: Buffer.from("a"), 2: literals([2 ** 40]) } }]),
      'malformed: column "姓名" has a stream that ends',
    ],
    [
      "a dictionary of 2^40 words",
      orcOf([{ ...text, encoding: 3, dictionarySize: 2 ** 40 }]),
      'unsupported: column "姓名" has a dictionary larger',
    ],
  ])("is a gap with %s", async (_, file, gap) => {
    const { gaps } = await unpack(contentOf(file));
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toContain(gap);
  });

  it("does not take a text for it", async () => {
    expect((await unpack(contentOf(Buffer.from("ORC,HUMAN,ELF\n1,2,3\n")))).format).not.toBe("orc");
  });

  it("never throws, hangs or hands out too much, whatever is wrong with it", async () => {
    const random = seededRandom(8);
    const small = {
      ...text,
      streams: {
        1: Buffer.from(names.slice(0, 40).join("")),
        2: direct(names.slice(0, 40).map((name) => Buffer.byteLength(name))),
      },
      encoding: 2,
    };
    const files = [0, 1, 2, 4].map((compression) =>
      orcOf([small, { name: "n", kind: 4, streams: { 1: direct([1, 2, 3, 4]) } }], { compression }),
    );
    for (let round = 0; round < 600; round++) {
      const damaged = Buffer.from(random.pick(files));
      for (let flips = 1 + random.below(6); flips > 0; flips--)
        damaged[3 + random.below(damaged.length - 3)] = random.below(256);
      const { gaps, cells } = await unpack(contentOf(damaged));
      expect(gaps.filter((gap) => gap.startsWith("thrown"))).toEqual([]);
      expect(cells.reduce((sum, { rows }) => sum + rows.length, 0)).toBeLessThan(100_000);
    }
  }, 60_000);
});

/** Runs of version 2, each value in sixteen bits. */
function direct(values: readonly number[]): Buffer {
  const parts: Buffer[] = [];
  for (let from = 0; from < values.length; from += 512) {
    const run = values.slice(from, from + 512);
    const body = Buffer.alloc(run.length * 2);
    for (const [at, value] of run.entries()) body.writeUInt16BE(value, at * 2);
    parts.push(Buffer.from([0x40 | (15 << 1) | ((run.length - 1) >> 8), (run.length - 1) & 255]), body);
  }
  return Buffer.concat(parts);
}
