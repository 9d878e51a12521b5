import { zstdCompressSync } from "node:zlib";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { defaultLimits } from "../../src/inspect/limits.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { type TarMember, tarOf } from "../support/tar-writer.ts";
import { contentOf, streamOf, unpack } from "../support/unpack.ts";
import { storedZip } from "../support/zip-writer.ts";

const lines = (count: number): Buffer =>
  Buffer.from(Array.from({ length: count }, (_, at) => `line ${at} of some\n`).join(""));
const files = {
  "a.csv": lines(9),
  "folder/b.txt": lines(70_000),
  "空.txt": Buffer.alloc(0),
  "张三.csv": Buffer.from("张三"),
};

describe("zip", () => {
  const packed = zipSync(files);

  it.each([
    ["a file", contentOf(packed, "a.zip")],
    ["a stream", streamOf(packed, "a.zip")],
  ])("hands on the members of %s with their paths", async (_, object) => {
    const { format, members, gaps } = await unpack(object);
    expect(format).toBe("zip");
    expect(members.map(({ path }) => path)).toEqual(Object.keys(files).map((name) => `a.zip!/${name}`));
    expect(members.map(({ bytes }) => bytes.toString())).toEqual(Object.values(files).map(String));
    expect(gaps).toEqual([]);
  });

  it("finds the members behind a program and before trailing bytes", async () => {
    const moved = Buffer.concat([Buffer.from("PK\x03\x04 some program"), packed, Buffer.from("trailing")]);
    const { members } = await unpack(contentOf(moved));
    expect(members.map(({ bytes }) => bytes.length)).toEqual(Object.values(files).map(({ length }) => length));
  });

  it("reads ZIP64, zstd members, and names as Chinese Windows writes them", async () => {
    const name = Buffer.from([0xd5, 0xc5, 0xc8, 0xfd, 0x2e, 0x74, 0x78, 0x74]); // 张三.txt in GBK
    const archive = storedZip(
      [
        { name, packed: zstdCompressSync("some text"), bytes: 9, method: 93 },
        { name: "plain.txt", packed: Buffer.from("plain") },
      ],
      { isLarge: true },
    );
    const { members, gaps } = await unpack(contentOf(archive, "z"));
    expect(members.map(({ path, bytes }) => [path, bytes.toString()])).toEqual([
      ["z!/张三.txt", "some text"],
      ["z!/plain.txt", "plain"],
    ]);
    expect(gaps).toEqual([]);
  });

  it("says of encrypted and strangely packed members that they were not read, once per kind", async () => {
    const archive = storedZip([
      { name: "one.txt", packed: Buffer.from("x"), flags: 1 },
      { name: "two.txt", packed: Buffer.from("x"), flags: 1 },
      { name: "three.txt", packed: Buffer.from("x"), method: 14 },
      { name: "open.txt", packed: Buffer.from("open") },
    ]);
    const { members, gaps } = await unpack(contentOf(archive));
    expect(members.map(({ bytes }) => bytes.toString())).toEqual(["open"]);
    expect(gaps).toEqual([
      'unsupported: 2 members, the first "one.txt": each is encrypted: not read',
      'unsupported: member "three.txt" is packed with method 14, which this version does not unpack',
    ]);
  });

  it("unpacks bytes that members share only once", async () => {
    const archive = storedZip([
      { name: "a", packed: lines(100) },
      { name: "b", packed: lines(100), at: 0 },
    ]);
    const { members, gaps } = await unpack(contentOf(archive));
    expect(members).toHaveLength(1);
    expect(gaps).toEqual(['malformed: member "b" shares its bytes with another member: not unpacked again']);
  });

  it("stops a member that unpacks to too many times its size, and reads the next", async () => {
    const bomb = zipSync({ "bomb.txt": Buffer.alloc(20_000_000, "a"), "b.txt": lines(3) });
    const { members, gaps } = await unpack(contentOf(bomb), { limits: { ...defaultLimits, ratio: 100 } });
    expect(members[0]?.bytes.length).toBeLessThan(5_000_000);
    expect(members[1]?.bytes.toString()).toBe(lines(3).toString());
    expect(gaps).toEqual(['malformed: member "bomb.txt" unpacks to more than 100 times its size: not read on']);
  });

  it("is a gap where it has no end, or does not fit into memory as a stream", async () => {
    expect((await unpack(contentOf(packed.subarray(0, 900)))).gaps).toEqual([
      "malformed: has no directory at its end: not a whole ZIP archive",
    ]);
    const { gaps } = await unpack(streamOf(packed), { limits: { ...defaultLimits, spoolBytes: 500 } });
    expect(gaps).toEqual(["unsupported: is read from its end and comes as a stream of more than 500 bytes: not read"]);
  });

  it("stops at the bound of members", async () => {
    const { members, gaps } = await unpack(contentOf(packed), { limits: { ...defaultLimits, members: 2 } });
    expect(members).toHaveLength(2);
    expect(gaps).toEqual(["unsupported: has more than 2 members: the rest was not read"]);
  });

  it("never throws or hands out too much, whatever is wrong with it", async () => {
    const random = seededRandom(1);
    const small = zipSync({ "a.csv": lines(50), "b.csv": lines(20) });
    for (let round = 0; round < 400; round++) {
      const damaged = Buffer.from(small.subarray(0, random.chance(0.3) ? random.below(small.length) : small.length));
      for (let flips = random.below(4); flips > 0; flips--) damaged[random.below(damaged.length)] = random.below(256);
      const { gaps, members } = await unpack(contentOf(damaged));
      expect(gaps.filter((gap) => gap.startsWith("thrown"))).toEqual([]);
      expect(members.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(1_000_000);
    }
  });
});

describe("tar", () => {
  const members: TarMember[] = [
    { name: "a.csv", content: lines(9) },
    { name: "folder/", type: "5" },
    { name: "folder/b.txt", content: lines(70_000) },
    { name: "empty.txt", content: Buffer.alloc(0) },
  ];

  it("hands on members with their paths", async () => {
    const { format, members: found, gaps } = await unpack(streamOf(tarOf(members), "a.tar"));
    expect(format).toBe("tar");
    expect(found.map(({ path }) => path)).toEqual(["a.tar!/a.csv", "a.tar!/folder/b.txt", "a.tar!/empty.txt"]);
    expect(found.map(({ bytes }) => bytes.length)).toEqual([lines(9).length, lines(70_000).length, 0]);
    expect(gaps).toEqual([]);
  });

  it("takes names and sizes from pax and GNU headers", async () => {
    const long = `${"folder/".repeat(30)}客户.csv`;
    const archive = tarOf([
      { name: "x", type: "x", content: pax({ path: long, mtime: "1.5" }) },
      { name: "short", content: Buffer.from("one") },
      { name: "././@LongLink", type: "L", content: Buffer.from(`${long}2\0`) },
      { name: "short", content: Buffer.from("two") },
      { name: "g", type: "g", content: pax({ comment: "of all" }) },
      { name: "third", content: Buffer.from("three") },
    ]);
    const { members: found } = await unpack(contentOf(archive, "t"));
    expect(found.map(({ path, bytes }) => [path, bytes.toString()])).toEqual([
      [`t!/${long}`, "one"],
      [`t!/${long}2`, "two"],
      ["t!/third", "three"],
    ]);
  });

  it("says what it does not read: holes, a cut, a damaged header", async () => {
    const sparse = tarOf([
      { name: "holes", type: "S", content: Buffer.from("abc") },
      { name: "b", content: lines(1) },
    ]);
    expect((await unpack(contentOf(sparse))).gaps).toEqual([
      'unsupported: member "holes" is stored with holes (sparse): not read',
    ]);
    expect((await unpack(contentOf(sparse))).members).toHaveLength(1);
    const whole = tarOf(members);
    expect((await unpack(contentOf(whole.subarray(0, 5_000)))).gaps).toEqual([
      "malformed: ends in the middle: the rest is missing",
    ]);
    expect((await unpack(contentOf(whole), { windows: [{ from: 0, to: 5_000 }] })).gaps).toEqual([]);
    const damaged = Buffer.from(whole);
    damaged[1024 + 3] = 1;
    expect((await unpack(contentOf(damaged))).gaps).toEqual([
      "malformed: a member's header is damaged: the rest was not read",
    ]);
  });

  it("never throws, whatever is wrong with it", async () => {
    const random = seededRandom(2);
    const small = tarOf(members.slice(0, 2));
    for (let round = 0; round < 300; round++) {
      const damaged = Buffer.from(small.subarray(0, 512 + random.below(small.length - 512)));
      for (let flips = random.below(4); flips > 0; flips--)
        damaged[512 + random.below(damaged.length - 512)] = random.below(256);
      const { gaps } = await unpack(contentOf(damaged));
      expect(gaps.filter((gap) => gap.startsWith("thrown"))).toEqual([]);
    }
  });
});

function pax(records: Record<string, string>): Buffer {
  return Buffer.from(
    Object.entries(records)
      .map(([key, value]) => {
        const rest = ` ${key}=${value}\n`;
        const bytes = Buffer.byteLength(rest);
        let length = bytes + String(bytes).length;
        length = bytes + String(length).length;
        return `${length}${rest}`;
      })
      .join(""),
  );
}
