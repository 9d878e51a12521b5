import { brotliCompressSync, gzipSync, zstdCompressSync } from "node:zlib";
import { type ColumnSource, parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import type { CellsPiece } from "../../src/inspect/piece.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { thriftOf, varint } from "../support/thrift-writer.ts";
import { contentOf, streamOf, unpack } from "../support/unpack.ts";

const compressors = {
  GZIP: (bytes: Uint8Array) => gzipSync(bytes),
  ZSTD: (bytes: Uint8Array) => zstdCompressSync(bytes),
  BROTLI: (bytes: Uint8Array) => brotliCompressSync(bytes),
};

function parquetOf(columnData: ColumnSource[], more: object = {}): Uint8Array {
  return new Uint8Array(parquetWriteBuffer({ columnData, compressors, ...more }));
}

/** Values by column. */
function columnsOf(cells: readonly CellsPiece[]): Record<string, (string | null | undefined)[]> {
  const columns: Record<string, (string | null | undefined)[]> = {};
  for (const { columns: names, rows } of cells) {
    const [name = ""] = names;
    const values = columns[name] ?? [];
    for (const [value] of rows) values.push(value);
    columns[name] = values;
  }
  return columns;
}

const count = 30_000;
const names = Array.from({ length: count }, (_, at) => (at % 7 === 0 ? null : `王小明${at % 100}`));
const ids = Array.from({ length: count }, (_, at) => `11010119900307${at}`);
const numbers = Array.from({ length: count }, (_, at) => BigInt(at) * 982_451_653n - 7_000_000_000n);

describe("parquet", () => {
  it.each(["UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "BROTLI"])("reads what is packed as %s", async (codec) => {
    const file = parquetOf(
      [
        { name: "姓名", data: names, type: "STRING" },
        { name: "id", data: ids, type: "STRING", nullable: false },
        { name: "n", data: numbers, type: "INT64" },
      ],
      { codec, rowGroupSize: 10_000 },
    );
    const { format, cells, gaps } = await unpack(codec === "GZIP" ? streamOf(file) : contentOf(file));
    expect(format).toBe("parquet");
    expect(columnsOf(cells)).toEqual({ 姓名: names.filter((name) => name !== null), id: ids, n: numbers.map(String) });
    expect(gaps).toEqual([]);
  });

  it.each([
    ["PLAIN", "STRING", ids, ids],
    ["RLE_DICTIONARY", "STRING", names, names.filter((name) => name !== null)],
    ["DELTA_LENGTH_BYTE_ARRAY", "STRING", ids, ids],
    ["DELTA_BYTE_ARRAY", "STRING", ids, ids],
    ["DELTA_BINARY_PACKED", "INT64", numbers, numbers.map(String)],
    [
      "DELTA_BINARY_PACKED",
      "INT32",
      [1, -5, 2_000_000_000, -2_000_000_000, 7],
      ["1", "-5", "2000000000", "-2000000000", "7"],
    ],
    ["BYTE_STREAM_SPLIT", "DOUBLE", [1.5, -2, 13_800_138_000], ["1.5", "-2", "13800138000"]],
    ["RLE", "BOOLEAN", [true, false, true, true], ["true", "false", "true", "true"]],
  ] as const)("reads values in %s of %s", async (encoding, type, data, expected) => {
    const file = parquetOf([{ name: "c", data: [...data], type, encoding }]);
    const { cells, gaps } = await unpack(contentOf(file));
    expect(gaps).toEqual([]);
    expect(columnsOf(cells)["c"]).toEqual(expected);
  });

  it("reads dates, instants, decimals, identifiers and bytes for what they mean", async () => {
    const file = parquetOf(
      [
        { name: "d", data: [new Date("2000-01-31")] },
        { name: "t", data: [new Date("2000-01-31T12:30:00Z")] },
        { name: "m", data: [123.45] },
        { name: "u", data: ["00112233-4455-6677-8899-aabbccddeeff"] },
        { name: "b", data: [new TextEncoder().encode("文本")] },
        { name: "x", data: [new Uint8Array([0, 1, 255])] },
      ],
      {
        schema: [
          { name: "root", num_children: 6 },
          { name: "d", type: "INT32", converted_type: "DATE" },
          { name: "t", type: "INT64", converted_type: "TIMESTAMP_MILLIS" },
          {
            name: "m",
            type: "FIXED_LEN_BYTE_ARRAY",
            type_length: 4,
            converted_type: "DECIMAL",
            scale: 2,
            precision: 8,
          },
          { name: "u", type: "FIXED_LEN_BYTE_ARRAY", type_length: 16, logical_type: { type: "UUID" } },
          { name: "b", type: "BYTE_ARRAY" },
          { name: "x", type: "BYTE_ARRAY" },
        ],
      },
    );
    const { cells, gaps } = await unpack(contentOf(file));
    expect(gaps).toEqual([]);
    expect(columnsOf(cells)).toEqual({
      d: ["2000-01-31"],
      t: ["2000-01-31 12:30:00"],
      m: ["123.45"],
      u: ["00112233-4455-6677-8899-aabbccddeeff"],
      b: ["文本"],
    });
  });

  it("names nested columns by their path, without the groups of lists", async () => {
    const file = parquetOf([{ name: "phones", data: [["1", "2"], [], ["3"]] }], {
      schema: [
        { name: "root", num_children: 1 },
        { name: "phones", num_children: 1, repetition_type: "OPTIONAL", converted_type: "LIST" },
        { name: "list", num_children: 1, repetition_type: "REPEATED" },
        { name: "element", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" },
      ],
    });
    expect(columnsOf((await unpack(contentOf(file))).cells)).toEqual({ phones: ["1", "2", "3"] });
  });

  it("reads pages of version 1, with a dictionary of the older kind", async () => {
    const { cells, gaps } = await unpack(contentOf(versionOne()));
    expect(gaps).toEqual([]);
    expect(columnsOf(cells)).toEqual({ c: ["bb", "a", "a", "bb"] });
  });

  it("reads no more than a sample asks for", async () => {
    const file = parquetOf([{ name: "id", data: ids, type: "STRING" }], { rowGroupSize: 1_000 });
    let asked = 0;
    const object = contentOf(file);
    const counted = {
      ...object,
      read: async (from: number, length: number, signal: AbortSignal) => {
        asked += length;
        return (await object.read?.(from, length, signal)) ?? new Uint8Array(0);
      },
    };
    const { cells } = await unpack(counted, { rows: 50 });
    expect(columnsOf(cells)["id"]).toEqual(ids.slice(0, 50));
    expect(asked).toBeLessThan(600_000);
  });

  const footer = (bytes: Uint8Array, length = bytes.length, magic = "PAR1"): Buffer => {
    const tail = Buffer.alloc(8);
    tail.writeUInt32LE(length >>> 0, 0);
    tail.write(magic, 4);
    return Buffer.concat([Buffer.from("PAR1"), Buffer.alloc(100), bytes, tail]);
  };

  it.each([
    ["an encrypted footer", footer(Buffer.alloc(9), 9, "PARE"), "unsupported: is encrypted with its footer"],
    ["no end", footer(Buffer.alloc(9), 9, "xxxx"), "malformed: does not end as a Parquet file does"],
    [
      "a footer of 2^31 bytes",
      footer(Buffer.alloc(9), 2 ** 31),
      "malformed: has a footer that is longer than the file",
    ],
    ["a footer of -1 bytes", footer(Buffer.alloc(9), -1), "malformed: has a footer that is longer than the file"],
    ["a footer of nothing", footer(Buffer.alloc(9)), "malformed: has a footer that describes nothing"],
    [
      "a list of 2^30 columns",
      footer(Buffer.concat([Buffer.from([0x15, 2, 0x19, 0xfc]), varint(2 ** 30)])),
      "malformed: has a description with a list",
    ],
    [
      "a name of 2^30 bytes",
      footer(Buffer.concat([Buffer.from([0x15, 2, 0x18]), varint(2 ** 30)])),
      "malformed: has a description with a name",
    ],
    ["structs in structs", footer(Buffer.alloc(10_000, 0x1c)), "malformed: has a description that is nested too deep"],
    [
      "lists in lists",
      footer(Buffer.concat([Buffer.from([0x19]), Buffer.alloc(10_000, 0x19)])),
      "malformed: has a description",
    ],
    [
      "more columns than there are",
      footer(thriftOf({ 1: { i32: 1 }, 2: { list: [{ struct: { 4: { text: "r" }, 5: { i32: 2 ** 30 } } }] } })),
      "malformed: has fewer columns",
    ],
  ])("is a gap with %s", async (_, file, gap) => {
    const found = await unpack(contentOf(file));
    expect(found.gaps).toHaveLength(1);
    expect(found.gaps[0]).toContain(gap);
  });

  it.each([
    ["a page of 2^30 values", { values: 2 ** 30 }, "has a page of more than"],
    ["a page that unpacks to 2^30 bytes", { bytes: 2 ** 30 }, "has a page of more than"],
    ["a page of negative length", { bytes: -1 }, "has a page of a length that is none"],
    ["another codec", { codec: 3 }, "is packed with codec 3"],
  ])("is a gap of the column with %s", async (_, change, gap) => {
    const { gaps } = await unpack(contentOf(versionOne(change)));
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toContain(`column "c" ${gap}`);
  });

  it("does not follow a run of 2^28 values", async () => {
    const { cells } = await unpack(contentOf(versionOne({ run: 2 ** 28 })));
    expect(columnsOf(cells)["c"]?.length ?? 0).toBeLessThanOrEqual(4);
  });

  it("never throws, hangs or hands out too much, whatever is wrong with it", async () => {
    const random = seededRandom(5);
    const file = parquetOf(
      [
        { name: "a", data: names.slice(0, 300), type: "STRING" },
        { name: "b", data: numbers.slice(0, 300), type: "INT64", encoding: "DELTA_BINARY_PACKED" },
        { name: "c", data: ids.slice(0, 300), type: "STRING", encoding: "DELTA_BYTE_ARRAY" },
      ],
      { codec: "SNAPPY" },
    );
    for (let round = 0; round < 600; round++) {
      const damaged = Buffer.from(file);
      for (let flips = 1 + random.below(6); flips > 0; flips--) {
        // Half of them where the description stands.
        const from = random.chance(0.5) ? damaged.length >> 1 : 4;
        damaged[from + random.below(damaged.length - from - 8)] = random.below(256);
      }
      const { gaps, cells } = await unpack(contentOf(damaged));
      expect(gaps.filter((gap) => gap.startsWith("thrown"))).toEqual([]);
      expect(cells.reduce((sum, { rows }) => sum + rows.length, 0)).toBeLessThan(100_000);
    }
  }, 60_000);
});

interface Change {
  readonly values?: number;
  readonly bytes?: number;
  readonly codec?: number;
  readonly run?: number;
}

/** One optional column of five values, one of them missing, as writers before 2013 wrote it. */
function versionOne({ values = 5, bytes, codec = 0, run = 2 }: Change = {}): Buffer {
  const dictionary = Buffer.from("\x01\0\0\0a\x02\0\0\0bb", "latin1");
  // Levels 1 1 0 1 1 packed; then indexes of one bit: "bb", "a", "a" packed, and a run.
  const levels = Buffer.from([2, 0, 0, 0, 3, 0b11011]);
  const indexes =
    run === 2 ? Buffer.from([1, 3, 0b1001]) : Buffer.concat([Buffer.from([1]), varint(run * 2), Buffer.from([0])]);
  const page = Buffer.concat([levels, indexes]);
  const dictionaryHeader = thriftOf({
    1: { i32: 2 },
    2: { i32: dictionary.length },
    3: { i32: dictionary.length },
    7: { struct: { 1: { i32: 2 }, 2: { i32: 2 } } },
  });
  const header = thriftOf({
    1: { i32: 0 },
    2: { i32: bytes ?? page.length },
    3: { i32: page.length },
    5: { struct: { 1: { i32: values }, 2: { i32: 2 }, 3: { i32: 3 }, 4: { i32: 3 } } },
  });
  const dataAt = 4 + dictionaryHeader.length + dictionary.length;
  const chunks = Buffer.concat([dictionaryHeader, dictionary, header, page]);
  const footer = thriftOf({
    1: { i32: 1 },
    2: {
      list: [
        { struct: { 4: { text: "root" }, 5: { i32: 1 } } },
        { struct: { 1: { i32: 6 }, 3: { i32: 1 }, 4: { text: "c" }, 6: { i32: 0 } } },
      ],
    },
    3: { i32: 5 },
    4: {
      list: [
        {
          struct: {
            1: {
              list: [
                {
                  struct: {
                    2: { i32: 4 },
                    3: {
                      struct: {
                        1: { i32: 6 },
                        4: { i32: codec },
                        5: { i32: values },
                        6: { i32: chunks.length },
                        7: { i32: chunks.length },
                        9: { i32: dataAt },
                        11: { i32: 4 },
                      },
                    },
                  },
                },
              ],
            },
            2: { i32: chunks.length },
            3: { i32: 5 },
          },
        },
      ],
    },
  });
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(footer.length, 0);
  tail.write("PAR1", 4);
  return Buffer.concat([Buffer.from("PAR1"), chunks, footer, tail]);
}
