import { gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { defaultLimits } from "../../src/inspect/limits.ts";
import { contentOf, streamOf, unpack } from "../support/unpack.ts";

const rows = Buffer.from(
  Array.from({ length: 200_000 }, (_, index) => `${index},${(index * 7919) % 100_003}\n`).join(""),
);
const skippable = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]);

describe("gzip", () => {
  it("hands on what is inside, under the same path", async () => {
    const { format, members, gaps } = await unpack(contentOf(gzipSync(rows), "a.csv.gz"));
    expect(format).toBe("gzip");
    expect(members).toHaveLength(1);
    expect(members[0]).toMatchObject({ path: "a.csv.gz", isTransparent: true });
    expect(members[0]?.bytes.equals(rows)).toBe(true);
    expect(gaps).toEqual([]);
  });

  it("reads one member behind the other", async () => {
    const { members } = await unpack(streamOf(Buffer.concat([gzipSync(rows), gzipSync("the end")])));
    expect(members[0]?.bytes.equals(Buffer.concat([rows, Buffer.from("the end")]))).toBe(true);
  });

  it("keeps what comes before the cut, and says so", async () => {
    const packed = gzipSync(rows);
    const { members, gaps } = await unpack(contentOf(packed.subarray(0, packed.length >> 1)));
    expect(members[0]?.bytes.length).toBeGreaterThan(rows.length / 4);
    expect(members[0]?.bytes.equals(rows.subarray(0, members[0].bytes.length))).toBe(true);
    expect(gaps).toEqual(["malformed: ends in the middle: the rest is missing"]);
  });

  it("does not call a sample cut", async () => {
    const packed = gzipSync(rows);
    const { members, gaps } = await unpack(contentOf(packed), { windows: [{ from: 0, to: packed.length >> 1 }] });
    expect(members[0]?.bytes.length).toBeGreaterThan(rows.length / 4);
    expect(members[0]?.bytes.length).toBeLessThan(rows.length);
    expect(gaps).toEqual([]);
  });

  it("stops where it unpacks to too many times its size", async () => {
    const { members, gaps } = await unpack(contentOf(gzipSync(Buffer.alloc(50_000_000, "a"))), {
      limits: { ...defaultLimits, ratio: 100 },
    });
    expect(members[0]?.bytes.length).toBeLessThan(10_000_000);
    expect(gaps).toEqual(["malformed: unpacks to more than 100 times its size: not read on"]);
  });
});

describe("zstd", () => {
  it("reads all frames, and what may be skipped between them", async () => {
    const packed = Buffer.concat([
      skippable,
      zstdCompressSync(rows),
      skippable,
      zstdCompressSync("the end"),
      skippable,
    ]);
    const { format, members, gaps } = await unpack(streamOf(packed));
    expect(format).toBe("zstd");
    expect(members[0]?.bytes.equals(Buffer.concat([rows, Buffer.from("the end")]))).toBe(true);
    expect(gaps).toEqual([]);
  });

  it("reads hundreds of frames", async () => {
    const frames = Array.from({ length: 500 }, (_, index) =>
      zstdCompressSync(rows.subarray(index * 1_000, index * 1_000 + 1_000)),
    );
    const { members, gaps } = await unpack(contentOf(Buffer.concat(frames)));
    expect(members[0]?.bytes.equals(rows.subarray(0, 500_000))).toBe(true);
    expect(gaps).toEqual([]);
  });

  it("keeps what comes before a damage, and says so", async () => {
    const { members, gaps } = await unpack(
      contentOf(Buffer.concat([zstdCompressSync(rows), Buffer.from("no frame at all")])),
    );
    expect(members[0]?.bytes.equals(rows)).toBe(true);
    expect(gaps).toEqual(["malformed: is damaged: not read on"]);
  });
});

describe("formats that are known and not read", () => {
  it.each([
    ["bzip2", Buffer.from("BZh91AY&SY\x12\x34", "latin1")],
    ["xz", Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0])],
    ["7z", Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])],
    ["rar", Buffer.from("Rar!\x1a\x07\x01\0", "latin1")],
    ["jpeg", Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ["mp4", Buffer.from("\0\0\0\x18ftypisom", "latin1")],
    ["heif", Buffer.from("\0\0\0\x18ftypheic", "latin1")],
    ["elf", Buffer.from("\x7fELF\x02", "latin1")],
  ])("says what %s is", async (format, bytes) => {
    const found = await unpack(contentOf(bytes));
    expect(found.format).toBe(format);
    expect(found.gaps).toHaveLength(1);
    expect(found.gaps[0]).toMatch(/^unsupported: is (packed|a|sound)/);
  });

  it("does not take a text for a picture or a program", async () => {
    expect((await unpack(contentOf(Buffer.from("BM,MZ,name\n1,2,3\n")))).format).not.toMatch(/bmp|exe/);
    expect(
      (
        await unpack(
          contentOf(Buffer.from("MZ,name,and a long line of sixty-four letters or more to be sure\n1,2,3\n")),
        )
      ).format,
    ).not.toBe("exe");
  });
});
