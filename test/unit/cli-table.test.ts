import { describe, expect, it } from "vitest";
import { fitted } from "../../src/cli/fit.ts";
import { renderTable } from "../../src/cli/table.ts";
import { textWidth } from "../../src/model/index.ts";

const head = ["type", "call", "permission"];
const rows = [
  ["aws/s3/bucket", "ListBuckets", "s3:ListAllMyBuckets"],
  ["aws/logs/log-group", "DescribeLogGroups", "logs:DescribeLogGroups"],
];

describe("tables", () => {
  it("stand in columns where there is room", () => {
    const wide = [
      "type                call               permission",
      "aws/s3/bucket       ListBuckets        s3:ListAllMyBuckets",
      "aws/logs/log-group  DescribeLogGroups  logs:DescribeLogGroups",
      "",
    ];
    expect(renderTable(head, rows).split("\n")).toEqual(wide);
    expect(renderTable(head, rows, 61).split("\n")).toEqual(wide);
  });

  it("go on below a row where the terminal is narrow", () => {
    const width = 40;
    const lines = renderTable(head, rows, width).split("\n");
    expect(lines.slice(0, 4)).toEqual([
      "type                call",
      "    permission",
      "aws/s3/bucket       ListBuckets",
      "    s3:ListAllMyBuckets",
    ]);
    expect(lines.filter((line) => textWidth(line) > width)).toEqual([]);
  });

  it("keep a cell whole that is wider than the terminal", () => {
    expect(renderTable(["a", "b"], [["one", "x".repeat(30)]], 10)).toContain("x".repeat(30));
  });
});

describe("long lines", () => {
  const terminal = { isTTY: true, columns: 40 };
  const text =
    "What it says\n  One sentence that is far too long for the terminal.\n  数据出境安全评估不能替代境内存储，应当在境内存储个人信息。";

  it("are broken below where they began, for a reader", () => {
    const lines = fitted(text, terminal).split("\n");
    expect(lines.slice(0, 3)).toEqual(["What it says", "  One sentence that is far too long for", "  the terminal."]);
    expect(lines.filter((line) => textWidth(line) > 40)).toEqual([]);
    expect(lines.slice(1).every((line) => line.startsWith("  "))).toBe(true);
  });

  it("stay whole in a file, and where they are there to be copied", () => {
    expect(fitted(text, { isTTY: false, columns: 40 })).toBe(text);
    const entry = `      muted: "${"a b ".repeat(20)}"`;
    expect(fitted(entry, terminal)).toBe(entry);
  });
});
