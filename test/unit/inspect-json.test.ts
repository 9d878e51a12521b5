import { describe, expect, it } from "vitest";
import { cpuTime } from "../support/cpu-time.ts";
import { readingOf } from "../support/read-pieces.ts";

const nested = JSON.stringify({
  customers: [
    { name: 'a "quoted"\n', phone: "13800138000", tags: ["x", { k: 13900139000 }], none: null, yes: true },
    { name: "张伟", phone: "13700137000", tags: [] },
  ],
  rows: [
    [1, "13600136000"],
    [2, "13500135000"],
  ],
  "13400134000": { byNumber: "13300133000" },
});

const lines = `{"id":1,"user":{"phone":"13800138000"}}\n\n{"id":2,"user":{"phone":13900139000,"list":[{"x":1},{"x":2}]}}\r\n`;

describe("JSON", () => {
  it("names values by their paths, and nothing by what is a value", async () => {
    const read = await readingOf(nested);
    expect(read.format).toBe("json");
    expect(read.lines.flat()).toEqual([
      'customers[].name=a "quoted"\n',
      "customers[].phone=13800138000",
      "customers[].tags[]=x",
      "customers[].tags[].k=13900139000",
      "customers[].yes=true",
      "customers[].name=张伟",
      "customers[].phone=13700137000",
      "rows[].column 1=1",
      "rows[].column 2=13600136000",
      "rows[].column 1=2",
      "rows[].column 2=13500135000",
      "*.byNumber=13300133000",
    ]);
    expect(read.attributed).toContain("13400134000");
  });

  it("gives records of one line each a line of their own", async () => {
    const read = await readingOf('[{"id": 1, "x": [1, 2]}, {"id": 2, "x": []}, {"id": 3}]');
    expect(read.lines).toEqual([["id=1", "x[]=1", "x[]=2"], ["id=2"], ["id=3"]]);
    expect((await readingOf('{"rows": [[1, "a"], [2, "b"]]}')).lines).toHaveLength(2);
  });

  it("reads a document on every line, without writing into what it was given", async () => {
    const bytes = new TextEncoder().encode(lines);
    const read = await readingOf(bytes);
    expect(read.format).toBe("jsonl");
    expect(read.lines).toEqual([
      ["id=1", "user.phone=13800138000"],
      ["id=2", "user.phone=13900139000", "user.list[].x=1", "user.list[].x=2"],
    ]);
    expect(new TextDecoder().decode(bytes)).toBe(lines);
  });

  it.each([
    ["one document", nested],
    ["indented", JSON.stringify(JSON.parse(nested), null, 2)],
    ["lines", lines.repeat(50)],
  ])("reads the same from chunks of any length: %s", async (_, content) => {
    const whole = await readingOf(content);
    for (const chunk of [1, 7, 65_536]) {
      expect(await readingOf(content, { chunk })).toEqual(whole);
      expect((await readingOf(content, { chunk, limits: { lineBytes: 64 } })).attributed.length).toBe(
        whole.attributed.length,
      );
    }
  });

  it("finds its place in a part of a document", async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => ({
      id: index,
      phone: `1380000${String(index).padStart(4, "0")}`,
    }));
    for (const indent of [0, 2]) {
      const content = JSON.stringify({ data: { users: rows } }, null, indent);
      const read = await readingOf(content, { windows: [{ from: 100_003, to: 120_009 }] });
      expect(read.attributed.filter((one) => one.endsWith("data.users[].phone")).length).toBeGreaterThan(200);
    }
  });

  it.each([
    ["arrays", `[${"[".repeat(100_000)}`],
    ["objects", '{"a":'.repeat(100_000)],
    ["quotes", `["${'\\"'.repeat(300_000)}`],
    ["keys", `{${Array.from({ length: 60_000 }, (_, index) => `"k${index}":1`).join(",")}}`],
  ])("is bounded and linear in %s without end", async (_, content) => {
    const started = cpuTime();
    const read = await readingOf(content, { path: "x.json", limits: { lineBytes: 65_536 } });
    expect(read.bytes).toBeGreaterThanOrEqual(100_000);
    expect(new Set(read.lines.flat().map((one) => one.split("=")[0])).size).toBeLessThan(2_001);
    expect(cpuTime() - started).toBeLessThan(3_000);
  });

  it("says that it does not follow what is nested too deep", async () => {
    const read = await readingOf(`{"a":${'{"a":'.repeat(1_000)}1${"}".repeat(1_000)},"phone":"13800138000"}`);
    expect(read.gaps).toEqual(["unsupported: nested more than 256 deep: from there on read as text"]);
    expect(read.attributed).toEqual(["13800138000 phone"]);
  });
});
