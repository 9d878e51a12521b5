import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { documentSource } from "../../reports/json/document-source.ts";
import { renderSummary } from "../../reports/terminal-table.ts";
import { clip } from "../../reports/terminal-width.ts";
import { type Document, languages, textWidth, wrapText } from "../../src/model/index.ts";
import { inspectedDocument, inspection } from "../support/inspected-report.ts";
import { largeReport } from "../support/large-report.ts";
import { fixtureDocument } from "../support/report-fixture.ts";

function summary(document: Document = fixtureDocument(), lang: "en" | "zh" = "en", width = 100, color = false): string {
  return renderSummary(documentSource(document), { width, color, lang });
}

describe("the terminal summary", () => {
  it("counts findings by verdict and priority", () => {
    const [, heads, notMet, review] = summary().split("\n");
    expect(heads?.trim().split(/\s+/)).toEqual(["critical", "high", "medium", "low", "info", "total"]);
    expect(notMet?.trim()).toMatch(/^Requirement not met\s+2\s+-\s+1\s+-\s+-\s+3$/);
    expect(review?.trim()).toMatch(/^Review needed\s+-\s+2\s+1\s+1\s+1\s+5$/);
  });

  it("lists the worst open findings and none that is answered for", () => {
    const text = summary();
    expect(text).toMatch(/critical {2}CSL-39-STORE +crm-customers-replica-hk +stored in Hong Kong SAR \(ap-east-1\)/);
    expect(text).toMatch(/SCOPE-UNKNOWN +Account 777788889999 +120 resources, folded/);
    expect(text).not.toContain("clickstream-eu");
  });

  it("says of a change which line to put right, and the address: names repeat from module to module", () => {
    const document = fixtureDocument();
    const [found] = document.findings;
    const [resource] = document.resources;
    if (found === undefined || resource === undefined) throw new Error("the fixture lacks a finding or a resource");
    const id = 'module.crm["hk"].aws_s3_bucket.data[0]';
    const changed: Document = {
      ...document,
      run: { ...document.run, mode: "check" },
      resources: [{ ...resource, id, name: "data" }],
      findings: [{ ...found, resource: id, location: { file: "crm/main.tf", line: 7 } }],
    };
    const [first = "", second] = summary(changed).split("Worst open findings\n")[1]?.split("\n") ?? [];
    expect(second).toBe(`${" ".repeat(first.indexOf("data"))}crm/main.tf:7  ${id}`);
  });

  it("sends to what can be asked: to where the report lies, or says itself what to do where none was kept", () => {
    const document = fixtureDocument();
    const source = documentSource(document);
    const next = (run: string | null | undefined) =>
      renderSummary(source, { width: 400, color: false, lang: "en", run }).match(/^Next {2}(.*)$/m)?.[1];
    expect(next(undefined)).toMatch(/^jingnei explain a1f0c2d4e5b60718 {3}/);
    expect(next("out/pr")).toMatch(/^jingnei explain a1f0c2d4e5b60718 --run out\/pr {3}/);
    expect(next("a b")).toMatch(/^jingnei explain a1f0c2d4e5b60718 --run "a b" {3}/);
    expect(next(null)).toBe(document.findings.find(({ id }) => id === "a1f0c2d4e5b60718")?.remediation.en);
  });

  it("stops at ten and says how many more there are", () => {
    const text = renderSummary(largeReport(12_345).source, { width: 80, color: false, lang: "en" });
    expect(text.match(/CBDF-8-CONTRACT/g)).toHaveLength(10);
    expect(text).toContain("and 12,335 more");
  });

  it("reads no further than the ten it shows", () => {
    const large = largeReport(50_000);
    renderSummary(large.source, { width: 80, color: false, lang: "en" });
    expect(large.pulled()).toBe(10);
  });

  it("says what was not seen and why", () => {
    expect(summary()).toMatch(
      /Coverage incomplete {2}4 of 124 questions went unanswered\. access denied 1 · rate limited 1/,
    );
    expect(summary(fixtureDocument(), "zh")).toContain("124项查询中有4项未获应答。");
  });

  it("says in a line what sampling showed, and nothing where nobody sampled", () => {
    expect(summary(inspectedDocument(), "en", 200)).toContain(
      "\nContent  6 stores inspected, 4 found to hold personal or important data, 1 stopped at a mark of secrecy, 1 not looked into, 1 empty.\n",
    );
    expect(summary(inspectedDocument(), "zh", 200)).toContain(
      "\n内容检查  已检查6个存储资源的内容，其中4个发现个人信息或者重要数据，1个因发现疑似涉密标志停止检查，另有1个未能检查，1个无对象。\n",
    );
    expect(summary({ ...fixtureDocument(), inspections: [] })).toContain("Content  No store inspected.");
    const unseen = inspection({ resource: "a", inspected: 0, unreadable: 1 });
    expect(summary({ ...fixtureDocument(), inspections: [unseen] })).toContain(
      "Content  No store inspected, 1 not looked into.",
    );
    expect(summary()).not.toContain("Content");
  });

  it("names a next step: a grave finding, else what was denied, else what was not declared", () => {
    const document = fixtureDocument();
    expect(summary(document)).toContain("Next  jingnei explain a1f0c2d4e5b60718");
    const mild = { ...document, findings: document.findings.filter((one) => one.severity === "low") };
    expect(summary(mild)).toContain("Next  jingnei scan --dry-run   (lists the permission that each call needs");
    const slow = {
      ...mild,
      coverage: { ...document.coverage, gaps: document.coverage.gaps.filter(({ reason }) => reason !== "denied") },
    };
    expect(summary(slow)).toContain("Next  open Coverage in the report");
    const seen = {
      ...mild,
      coverage: { ...document.coverage, complete: true, gaps: [], answered: document.coverage.asked },
    };
    expect(summary(seen)).toContain("Next  set operator.status in jingnei.yaml");
  });

  it("lets no name control the terminal", () => {
    for (const lang of languages) {
      expect(summary(fixtureDocument(), lang)).not.toMatch(/[^\P{Cc}\n]|\p{Cf}|\p{Cs}/u);
    }
    expect(summary()).toContain("invoice[U+202E]gpj.exe");
  });

  it("writes the same words with colour and without", () => {
    const colored = summary(fixtureDocument(), "en", 100, true);
    expect(colored).not.toBe(summary());
    expect(stripVTControlCharacters(colored)).toBe(summary());
  });

  it.each([
    ["en", 40],
    ["en", 80],
    ["zh", 40],
    ["zh", 80],
    ["zh", 120],
  ] as const)("fits into %s terminals of %i columns", (lang, width) => {
    for (const line of summary(inspectedDocument(), lang, width).split("\n")) {
      expect(textWidth(line)).toBeLessThanOrEqual(width);
    }
  });
});

describe("columns of a terminal", () => {
  it.each([
    ["abc", 3],
    ["境内", 4],
    ["é", 1],
    ["（境外）", 8],
    ["한국", 4],
    ["🗄", 2],
  ])("counts %s as %i", (text, width) => {
    expect(textWidth(text)).toBe(width);
  });

  it("clips within the width, also in the middle of wide letters", () => {
    expect(clip("境内存储", 5)).toBe("境内…");
    expect(clip("境内存储", 6)).toBe("境内…");
    expect(clip("境内", 4)).toBe("境内");
    expect(clip("abc", 0)).toBe("");
  });

  it("wraps English at spaces and Chinese anywhere", () => {
    expect(wrapText("one two three", 8)).toEqual(["one two", "three"]);
    expect(wrapText("适用何种义务", 8)).toEqual(["适用何种", "义务"]);
    expect(wrapText("适用何种，义务", 8)).toEqual(["适用何", "种，义务"]);
  });
});
