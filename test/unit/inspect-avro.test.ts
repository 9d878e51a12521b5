import { once } from "node:events";
import { Writable } from "node:stream";
import { crc32, deflateRawSync, zstdCompressSync } from "node:zlib";
import avsc from "avsc";
import { describe, expect, it } from "vitest";
import { literalSnappy } from "../support/literal-snappy.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { contentOf, streamOf, unpack } from "../support/unpack.ts";

type Codec = (bytes: Buffer, done: (error: Error | null, packed: Buffer) => void) => void;

const codecs: Record<string, Codec> = {
  snappy(bytes, done) {
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(bytes));
    done(null, Buffer.concat([literalSnappy(bytes), sum]));
  },
  zstandard: (bytes, done) => done(null, zstdCompressSync(bytes)),
  deflate: (bytes, done) => done(null, deflateRawSync(bytes)),
  null: (bytes, done) => done(null, bytes),
  bzip2: (bytes, done) => done(null, bytes),
};

/** A container as avsc writes it. */
async function avroOf(schema: unknown, records: readonly unknown[], codec = "null"): Promise<Buffer> {
  const parts: Buffer[] = [];
  const sink = new Writable({
    write(chunk, _, done) {
      parts.push(chunk);
      done();
    },
  });
  const encoder = new avsc.streams.BlockEncoder(schema as avsc.Schema, {
    codec,
    codecs: codecs as never,
    blockSize: 4_096,
  });
  encoder.pipe(sink);
  for (const record of records) encoder.write(record);
  encoder.end();
  await once(sink, "finish");
  return Buffer.concat(parts);
}

const person = {
  type: "record",
  name: "Person",
  namespace: "cn.example",
  fields: [
    { name: "name", type: "string" },
    { name: "phone", type: ["null", "string"], default: null },
    { name: "n", type: "long" },
    { name: "score", type: "double" },
    { name: "f", type: "float" },
    { name: "ok", type: "boolean" },
    { name: "kind", type: { type: "enum", name: "Kind", symbols: ["A", "B"] } },
    { name: "born", type: { type: "int", logicalType: "date" } },
    { name: "tags", type: { type: "array", items: "string" } },
    {
      name: "more",
      type: { type: "map", values: { type: "record", name: "Inner", fields: [{ name: "id", type: "string" }] } },
    },
    { name: "again", type: ["null", "Inner"] },
  ],
};
const people = Array.from({ length: 3_000 }, (_, at) => ({
  name: `王小明${at}`,
  phone: at % 2 === 0 ? null : `138${at}`,
  n: at * 1_000_003 * (at % 2 === 0 ? 1 : -1),
  score: at / 2,
  f: 0.5,
  ok: at % 2 === 0,
  kind: "B",
  born: 10_957,
  tags: at === 0 ? ["x", "y"] : [],
  more: at === 1 ? { k: { id: "1" } } : {},
  again: null,
}));

describe("avro", () => {
  it.each(["null", "deflate", "snappy", "zstandard"])("reads records packed with %s", async (codec) => {
    const file = await avroOf(person, people, codec);
    const { format, cells, gaps } = await unpack(codec === "null" ? streamOf(file) : contentOf(file));
    expect(format).toBe("avro");
    expect(gaps).toEqual([]);
    const [first] = cells;
    expect(first?.columns).toEqual([
      "name",
      "phone",
      "n",
      "score",
      "f",
      "ok",
      "kind",
      "born",
      "tags",
      "more.key",
      "more.id",
      "again.id",
    ]);
    const rows = cells.flatMap((piece) => piece.rows);
    expect(rows).toHaveLength(3_001);
    expect(rows[0]).toEqual(["王小明0", null, "0", "0", "0.5", "true", "B", "2000-01-01", "x"]);
    expect(rows[1]?.[8]).toBe("y");
    expect(rows[2]).toEqual(["王小明1", "1381", "-1000003", "0.5", "0.5", "false", "B", "2000-01-01", null, "k", "1"]);
    expect(rows.at(-1)?.[2]).toBe(String(-2_999 * 1_000_003));
  });

  it("says what it does not unpack, and where it ends", async () => {
    expect((await unpack(contentOf(await avroOf(person, people, "bzip2")))).gaps).toEqual([
      "unsupported: is packed with a codec that this version does not unpack",
    ]);
    const file = await avroOf(person, people);
    const cut = await unpack(contentOf(file.subarray(0, file.length >> 1)));
    expect(cut.gaps).toEqual(["malformed: ends in the middle: the rest is missing"]);
    expect(cut.cells.flatMap(({ rows }) => rows).length).toBeGreaterThan(1_000);
    const sample = await unpack(contentOf(file), { windows: [{ from: 0, to: file.length >> 1 }] });
    expect(sample.gaps).toEqual([]);
  });

  it("reads records within themselves", async () => {
    const tree = {
      type: "record",
      name: "Node",
      fields: [
        { name: "v", type: "int" },
        { name: "next", type: ["null", "Node"] },
      ],
    };
    const { cells } = await unpack(contentOf(await avroOf(tree, [{ v: 1, next: { v: 2, next: null } }])));
    expect(cells[0]).toMatchObject({ columns: ["v"], rows: [["1"], ["2"]] });
  });

  it.each([
    ["a block of 2^40 bytes", container('"string"', [2 ** 40, 2 ** 40]), "unsupported: has a block of more than"],
    ["a block of -1 bytes", container('"string"', [1, -1]), "malformed: has a block of a length that is none"],
    [
      "2^40 values of no bytes",
      container('"null"', [2 ** 40, 0]),
      "malformed: has a block of more values than its bytes hold",
    ],
    [
      "an array of 2^40 nulls",
      container('{"type":"array","items":"null"}', [1, 7], zigzag(2 ** 40)),
      "malformed: has a block of more values",
    ],
    [
      "a string of 2^40 bytes",
      container('"string"', [1, 7], zigzag(2 ** 40)),
      "malformed: has a value of a length that is none",
    ],
    ["no JSON", container("{", [1, 1]), "malformed: has a schema that is no JSON"],
    ["a name that nothing has", container('"Missing"', [1, 1]), "malformed: has a schema with a name that nothing has"],
    [
      "a schema nested too deep",
      container(`${"[".repeat(5_000)}${"]".repeat(5_000)}`, [1, 1]),
      "malformed: has a schema that is nested too deep",
    ],
  ])("is a gap with %s", async (_, file, gap) => {
    const { gaps } = await unpack(contentOf(file));
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toContain(gap);
  });

  it("never throws, hangs or hands out too much, whatever is wrong with it", async () => {
    const random = seededRandom(6);
    const file = await avroOf(person, people.slice(0, 20), "deflate");
    const plain = await avroOf(person, people.slice(0, 20));
    for (let round = 0; round < 500; round++) {
      const damaged = Buffer.from(random.chance(0.5) ? file : plain);
      for (let flips = 1 + random.below(5); flips > 0; flips--)
        damaged[4 + random.below(damaged.length - 4)] = random.below(256);
      const { gaps, cells } = await unpack(
        contentOf(damaged.subarray(0, random.chance(0.2) ? 4 + random.below(damaged.length) : damaged.length)),
      );
      expect(gaps.filter((gap) => gap.startsWith("thrown"))).toEqual([]);
      expect(cells.reduce((sum, { rows }) => sum + rows.length, 0)).toBeLessThan(2_000_000);
    }
  }, 60_000);
});

/** A container with one block of whatever count and length. */
function container(
  schema: string,
  [count, length]: readonly [number, number],
  data: Uint8Array = Buffer.alloc(0),
): Buffer {
  const entry = (key: string, value: string): Buffer =>
    Buffer.concat([
      zigzag(Buffer.byteLength(key)),
      Buffer.from(key),
      zigzag(Buffer.byteLength(value)),
      Buffer.from(value),
    ]);
  const sync = Buffer.alloc(16, 7);
  const padded = Buffer.concat([data, Buffer.alloc(Math.max(0, Math.min(length, 100) - data.length))]);
  return Buffer.concat([
    Buffer.from("Obj\x01"),
    zigzag(1),
    entry("avro.schema", schema),
    zigzag(0),
    sync,
    zigzag(count),
    zigzag(length),
    padded,
    sync,
  ]);
}

function zigzag(value: number): Buffer {
  const bytes: number[] = [];
  for (let left = value < 0 ? -value * 2 - 1 : value * 2; ; left = Math.floor(left / 128)) {
    if (left < 128) return Buffer.from([...bytes, left]);
    bytes.push((left % 128) + 128);
  }
}
