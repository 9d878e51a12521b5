import { describe, expect, it } from "vitest";
import { cpuTime } from "../support/cpu-time.ts";
import { readingOf } from "../support/read-pieces.ts";
import { seededRandom } from "../support/seeded-random.ts";

describe("tables in text", () => {
  it("undoes quotes, keeps delimiters and line ends within them, and names columns by the header", async () => {
    const read = await readingOf('id,name,phone\r\n1,"a ""x"", b",13800138000\r\n2,"two\r\nlines",13900139000\r\n');
    expect(read.format).toBe("csv");
    expect(read.text).toEqual(["id,name,phone"]);
    expect(read.lines).toEqual([
      ["id=1", 'name=a "x", b', "phone=13800138000"],
      ["id=2", "name=two\r lines", "phone=13900139000"],
    ]);
    expect(read.attributed).toEqual(["13800138000 phone", "13900139000 phone"]);
  });

  it("numbers the columns where the first line is data, so that no value becomes a name", async () => {
    const read = await readingOf("张伟,13800138000,北京\n李娜,13900139000,上海\n王芳,13700137000,广州\n");
    expect(read.lines[0]).toEqual(["column 1=张伟", "column 2=13800138000", "column 3=北京"]);
  });

  it.each([
    [
      "addresses",
      "童鞋,青岛市市南区滨河路167号14栋703室\n袜子,北京市丰台区王家村4组227号\n手套,兰州市城关区学府路8号\n",
    ],
    ["network addresses", "价格保护,3C-5A-B4-00-55-E3\n退款说明,F4-5C-89-A7-AC-00\n同上,00-1A-2B-C9-53-18\n"],
    ["marks of emptiness", "null,wxid_1dxtwj2n6umjoj\n-,wxid_6i1t2hj6zhsd6f\n无,wxid_apz8rq0506qycz\n"],
    ["words that a header could have", "征信异议,已取消\n呆账核销,正常\n担保贷款,已取消\n征信异议,正常\n"],
    ["code", "for (let i = 0; i < n; i++) sum += i,已关闭\nreturn Number(x ?? 0),已签收\n"],
  ])("takes no value for a name where a table of %s begins with data", async (_, content) => {
    const read = await readingOf(content);
    for (const cells of read.lines) for (const cell of cells) expect(cell).toMatch(/^column \d=/);
  });

  it("knows names that say nothing by the values below them", async () => {
    const read = await readingOf("f,x,field\n红色,王家,12:f6\n蓝色,李家,86:6d\n红色,张家,a1:17\n绿色,赵家,b2:22\n", {
      path: "t.csv",
    });
    expect(read.lines[0]?.map((cell) => cell.split("=")[0])).toEqual(["f", "x", "field"]);
  });

  it.each([
    ["tab", "\t"],
    ["semicolon", ";"],
    ["bar", "|"],
    ["the separator of Hive", "\u0001"],
  ])("finds out that %s stands between cells", async (_, delimiter) => {
    const rows = [
      ["姓名", "手机号", "备注"],
      ["张伟", "13800138000", "a, b"],
      ["李娜", "13900139000", "c"],
    ];
    const read = await readingOf(rows.map((row) => row.join(delimiter)).join("\n"));
    expect(read.lines.map((cells) => cells[1])).toEqual(["手机号=13800138000", "手机号=13900139000"]);
  });

  it("skips a byte order mark, blank lines and what Excel puts before a table", async () => {
    const read = await readingOf("\ufeffsep=;\r\n\r\nname;phone\r\n张伟;13800138000\r\n李娜;13900139000\r\n");
    expect(read.lines).toEqual([
      ["name=张伟", "phone=13800138000"],
      ["name=李娜", "phone=13900139000"],
    ]);
  });

  it("skips the title that reports put above a table", async () => {
    for (const title of ["客户名单\n导出时间：2026-01-02\n\n", "客户名单,,\n"]) {
      const read = await readingOf(`${title}姓名,手机号,城市\n张伟,13800138000,杭州\n李娜,13900139000,深圳\n`);
      expect(read.lines).toEqual([
        ["姓名=张伟", "手机号=13800138000", "城市=杭州"],
        ["姓名=李娜", "手机号=13900139000", "城市=深圳"],
      ]);
    }
  });

  it("reads lines that end in carriage returns alone, and text with stray zeros", async () => {
    const old = await readingOf("姓名,手机号\r张伟,13800138000\r李娜,13900139000\r", { chunk: 7 });
    expect(old.lines).toEqual([
      ["姓名=张伟", "手机号=13800138000"],
      ["姓名=李娜", "手机号=13900139000"],
    ]);
    const zeros = await readingOf(`id,phone\n1,13800138000\n\0\n${"2,13900139000\n".repeat(50)}`);
    expect(zeros.lines.at(-1)).toEqual(["id=2", "phone=13900139000"]);
  });

  it("reads the same from chunks of any length", async () => {
    for (const seed of [1, 2, 3, 4]) {
      const content = randomTable(seed);
      const whole = await readingOf(content);
      expect(whole.attributed.length).toBeGreaterThan(50);
      for (const chunk of [1, 7, 61, 4_096, 65_536]) expect(await readingOf(content, { chunk })).toEqual(whole);
    }
  });

  it("drops the lines that a window cuts and keeps the columns of the rest", async () => {
    const rows = Array.from(
      { length: 5_000 },
      (_, index) => `${index},u${index},1380000${String(index).padStart(4, "0")}`,
    );
    const content = `id,name,phone\n${rows.join("\n")}\n`;
    const windows = [
      { from: 0, to: 1_000 },
      { from: 50_005, to: 51_007 },
    ];
    const read = await readingOf(content, { windows });
    expect(read.lines.every((cells) => cells.length === 3)).toBe(true);
    expect(read.lines.every((cells) => /^phone=1380000\d{4}$/.test(cells[2] ?? ""))).toBe(true);
    expect(read.lines.length).toBeGreaterThan(70);
  });

  it("takes a quote that is never closed for none after a bounded stretch", async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, index) => `${index},x,1380000${String(index % 10_000).padStart(4, "0")}`,
    );
    const read = await readingOf(`id,name,phone\n1,"open,13800138000\n${rows.join("\n")}\n`, {
      limits: { lineBytes: 16_384 },
    });
    expect(read.attributed.filter((one) => one.endsWith("phone")).length).toBeGreaterThan(15_000);
    expect(read.attributed).toHaveLength(20_001);
  });

  it("is linear in long words where names may stand", async () => {
    const started = cpuTime();
    const word = `some ${"running ".repeat(6)}textabcdefghijklmnopqrstuvw`;
    await readingOf(`${word},${word}x,number 1\n${word},${word},number 2\n`.repeat(3));
    expect(cpuTime() - started).toBeLessThan(1_000);
  });

  it("is linear in lines full of quotes", async () => {
    const started = cpuTime();
    const read = await readingOf(`a,b\n${'"'.repeat(300_001)}\n${',"'.repeat(150_000)}\n1,2\n`, { path: "x.csv" });
    expect(read.bytes).toBeGreaterThan(600_000);
    expect(cpuTime() - started).toBeLessThan(5_000);
  });
});

/** Rows with quotes, line ends and doubled quotes in cells. */
function randomTable(seed: number): string {
  const random = seededRandom(seed);
  const end = seed % 2 === 0 ? "\n" : "\r\n";
  const rows = ["id,备注,phone,last"];
  for (let row = 0; row < 100; row++) {
    const parts = Array.from({ length: random.below(5) }, () => random.pick(["a", ",", '""', end, "汉字", " ", ";"]));
    const note = parts.length === 0 ? "" : `"${parts.join("")}"`;
    rows.push(`${row},${note},1380013${String(row).padStart(4, "0")},"x"`);
  }
  return rows.join(end);
}
