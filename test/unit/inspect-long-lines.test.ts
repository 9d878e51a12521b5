import { describe, expect, it } from "vitest";
import { readers } from "../../src/inspect/formats/index.ts";
import { defaultLimits } from "../../src/inspect/limits.ts";
import { readingOf } from "../support/read-pieces.ts";

const megabyte = 1024 ** 2;

describe("lines without end", () => {
  it.each([
    ["words", "word 13800138000, "],
    ["digits", "1"],
    ["Chinese", "汉字"],
  ])("cuts lines of %s between tokens, and loses nothing", async (_, part) => {
    const content = part.repeat(20_000);
    for (const chunk of [7, 4_096, 65_536]) {
      const read = await readingOf(content, { chunk, limits: { lineBytes: 10_000 } });
      expect(read.bytes).toBe(Buffer.byteLength(content));
      expect(read.largestPiece).toBeLessThanOrEqual(10_000);
      expect(read.text.join("")).not.toContain("\ufffd");
    }
    const read = await readingOf(content, { limits: { lineBytes: 10_000 } });
    expect(read.attributed).toHaveLength(part.includes("138") ? 20_000 : 0);
  });

  it.each([
    ["text", "", "some words 13800138000 "],
    ["csv", "a,b,c\n1,2,3\n4,5,6\n", "13800138000,"],
    ["json", '{"a":[1,2', ",13800138000"],
    ["json", '{"a":"', "13800138000 "],
    ["xml", "<?xml version='1.0'?><a>", "13800138000 "],
    ["sql", "CREATE TABLE t (a int);\nINSERT INTO t VALUES ('", "13800138000 "],
    [
      "log",
      "2026-01-02 03:04:05 INFO x\n2026-01-02 03:04:05 INFO x\n2026-01-02 03:04:05 INFO x ",
      "phone=13800138000 ",
    ],
    ["yaml", "---\na: b\nb: ", "13800138000 "],
    ["html", "<html>", "13800138000 "],
  ])("reads one line of %s without end in little memory (%#)", async (format, begin, part) => {
    const blocks = format === "text" || format === "csv" ? 200 : 50;
    const block = Buffer.from(part.repeat(Math.floor(megabyte / part.length)));
    const head = Buffer.concat([Buffer.from(begin), block]);
    const reader = readers.find((one) => one.format === format);
    expect(reader?.recognises(head.subarray(0, 65_536), "x")).toBeGreaterThan(0);
    const object = {
      path: "x",
      async *stream() {
        yield head;
        for (let index = 0; index < blocks; index++) yield block;
      },
    };
    let most = 0;
    let bytes = 0;
    let largest = 0;
    const before = process.memoryUsage().rss;
    const input = {
      object,
      head: head.subarray(0, 65_536),
      limits: defaultLimits,
      signal: new AbortController().signal,
    };
    for await (const piece of reader?.read(input) ?? []) {
      if (piece.kind !== "text") continue;
      bytes += piece.bytes.length;
      largest = Math.max(largest, piece.bytes.length);
      most = Math.max(most, process.memoryUsage().rss - before);
    }
    expect(bytes).toBe(head.length + blocks * block.length);
    expect(largest).toBeLessThanOrEqual(3 * megabyte);
    expect(most).toBeLessThan(256 * megabyte);
  });
});
