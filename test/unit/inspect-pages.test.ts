import { describe, expect, it } from "vitest";
import { cpuTime } from "../support/cpu-time.ts";
import { readingOf } from "../support/read-pieces.ts";

const page = `<!DOCTYPE html><html><head><title>机密 客户名单</title><script>var a = "<td>13600136000";</script></head>
<body><p>call 13700137000</p><table class="x"><tr><th>姓名</th><th>手机&nbsp;号</th></tr><tr><td>张伟</td><td><b>13800138000</b></td></tr><tr><td>李娜</td><td>13900139000</td></tr></table>
<table><tr><td>1</td><td>13500135000</td></tr></table> after 13400134000</body></html>`;

const note = `# 内部 资料

Text with 13700137000.

| 姓名 | 手机号 |
|------|:------:|
| 张伟 | 13800138000 |
| 李娜 | 13900139000 |

## Next
- 13600136000
`;

describe("pages", () => {
  it("takes cells of tables for columns, titles apart, and all else for text", async () => {
    const read = await readingOf(page);
    expect(read.format).toBe("html");
    expect(read.titles).toEqual(["机密 客户名单"]);
    expect(read.lines.flat()).toEqual([
      "姓名=张伟",
      "手机 号=13800138000",
      "姓名=李娜",
      "手机 号=13900139000",
      "column 1=1",
      "column 2=13500135000",
    ]);
    expect(read.attributed).toEqual([
      "13600136000",
      "13700137000",
      "13800138000 手机 号",
      "13900139000 手机 号",
      "13500135000 column 2",
      "13400134000",
    ]);
  });

  it.each([
    ["HTML", page],
    ["Markdown", note],
  ])("reads the same from chunks of any length: %s", async (_, content) => {
    const whole = await readingOf(content);
    for (const chunk of [1, 7, 65_536]) expect(await readingOf(content, { chunk })).toEqual(whole);
  });

  it("reads forms in paragraphs, whatever tags stand around them", async () => {
    const form =
      "<p>姓名：王建国</p><div class='row'>身份证号：&nbsp;11010519491231002X<br>手机：<b>13700137000</b></div>";
    const read = await readingOf(`<html><body>${form}</body></html>`);
    expect(read.text).toEqual([
      "姓名：王建国",
      "class='row'",
      "身份证号：      11010519491231002X",
      "手机：   13700137000",
    ]);
  });

  it("takes headings of Markdown for titles and its tables for tables", async () => {
    const read = await readingOf(note);
    expect(read.format).toBe("markdown");
    expect(read.titles).toEqual(["# 内部 资料", "## Next"]);
    expect(read.lines).toEqual([
      ["姓名=张伟", "手机号=13800138000"],
      ["姓名=李娜", "手机号=13900139000"],
    ]);
  });

  it.each([
    ["tables in tables", "<table><tr><td>".repeat(50_000)],
    ["scripts that never end", "<script>".repeat(100_000)],
    ["tags that never end", `<td "`.repeat(100_000)],
    ["comments that never end", "<!--".repeat(200_000)],
  ])("is linear in %s", async (_, content) => {
    const started = cpuTime();
    const read = await readingOf(`<html>${content}`, { limits: { lineBytes: 65_536 } });
    expect(read.format).toBe("html");
    expect(read.bytes).toBeGreaterThan(400_000);
    expect(cpuTime() - started).toBeLessThan(3_000);
  });

  it.each([
    ["rules", "|--\n".repeat(100_000)],
    ["headings", "# a\n".repeat(100_000)],
    ["bars", "|".repeat(400_000)],
  ])("is linear in %s of Markdown", async (_, content) => {
    const started = cpuTime();
    const read = await readingOf(content, { path: "a.md" });
    expect(read.bytes).toBeGreaterThan(300_000);
    expect(cpuTime() - started).toBeLessThan(5_000);
  });
});
