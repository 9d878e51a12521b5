import { describe, expect, it, test } from "vitest";
import { documentSource } from "../../reports/json/document-source.ts";
import { markdownReporter } from "../../reports/markdown/index.ts";
import { codeSpan, escapeProse } from "../../reports/markdown-text.ts";
import type { Document, Language, ReportSource, Summary } from "../../src/model/index.ts";
import { inspectedDocument, inspection } from "../support/inspected-report.ts";
import { largeReport } from "../support/large-report.ts";
import { fixtureDocument, hostileNames } from "../support/report-fixture.ts";
import { finding } from "../support/report-parts.ts";

function write(source: ReportSource = documentSource(fixtureDocument()), lang: Language = "en"): string {
  return [...markdownReporter.render(source, { lang })].join("");
}

function withFindings(findings: Document["findings"], counts: Summary["findings"]): ReportSource {
  const document = fixtureDocument();
  return documentSource({ ...document, findings, summary: { ...document.summary, findings: counts } });
}

/** Rows of every table with their cells, as GitHub splits them: at each bar without a backslash before it. */
function rows(text: string): readonly (readonly string[])[] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => line.slice(1, -1).split(/(?<!\\)\|/));
}

describe("report.md", () => {
  it("starts with the result, the coverage and the counts", () => {
    expect(write().split("\n").slice(0, 12)).toEqual([
      "<!-- jingnei report -->",
      "## Data residency: Demonstration on a sample estate",
      "",
      "**In 3 findings a requirement is not met on the facts observed; 5 more need review.**",
      "",
      "4 of 124 questions went unanswered.",
      "",
      "| | Critical | High | Medium | Low | Info | Total |",
      "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
      "| Requirement not met | 2 | – | 1 | – | – | 3 |",
      "| Review needed | – | 2 | 1 | 1 | 1 | 5 |",
      "| Accepted | – | – | 1 | – | – | 1 |",
    ]);
  });

  it("says of the worst what it is, where it goes and which line to change", () => {
    const text = write();
    expect(text).toContain(
      "| critical (new) | requirement not met | `CBDF-7-ASSESS` | `crm-customers` | sensitive personal information | replicates to Hong Kong SAR (ap-east-1) | `b2e1d3c5f6a70829` |",
    );
    expect(text).toContain("Operator `main.tf:12`");
  });

  it("says once for each rule of the worst what to do", () => {
    const todo = { en: "Keep it in the mainland.", zh: "请在境内存储。" };
    const all = ["a", "b"].map((id) => finding({ id, policy: "X-1", remediation: todo }));
    const source = withFindings(all, [{ verdict: "not-met", severity: "high", count: 2 }]);
    expect(write(source)).toContain("\n\n**What to do**\n\n- `X-1`: Keep it in the mainland.\n\n");
    expect(write(source, "zh")).toContain("\n\n**处置建议**\n\n- `X-1`：请在境内存储。\n\n");
  });

  it("names a resource of a change by its address: names repeat from module to module", () => {
    const document = fixtureDocument();
    const [resource] = document.resources;
    if (resource === undefined) throw new Error("the fixture has no resource");
    const id = "module.a.aws_sqs_queue.jobs[0]";
    const source = documentSource({
      ...document,
      run: { ...document.run, mode: "check" },
      resources: [{ ...resource, id, name: "jobs" }],
      findings: [finding({ id: "1", policy: "X-1", resource: id, subject: null, location: { file: "a.tf", line: 3 } })],
    });
    expect(write(source)).toContain(`| \`${id}\` \`a.tf:3\` |`);
  });

  it("keeps every table whole, whatever names are in it", () => {
    const names = [...Object.values(hostileNames), "a|b", "a\\|b", "`|`", "``", "| --- |\n| x |"];
    const findings = names.map((name, index) =>
      finding({ id: `id-${index}`, policy: "X-1", resource: name, subject: null, location: { file: name, line: 1 } }),
    );
    const text = write(withFindings(findings, [{ verdict: "not-met", severity: "high", count: names.length }]));
    const widths = rows(text).map((row) => row.length);
    expect(new Set(widths)).toEqual(new Set([4, 7]));
    expect(rows(text).filter((row) => row.length === 7 && row[6]?.includes("id-"))).toHaveLength(names.length);
  });

  it("lets no name become markup", () => {
    const hostile = "<img src=x onerror=alert(1)> [here](https://evil.example) **bold** @admins #123 ![i](x)";
    const one = finding({ id: "1", policy: "X-1", subject: { kind: "account", id: hostile }, members: ["a"] });
    const text = write(withFindings([one], [{ verdict: "not-met", severity: "high", count: 1 }]));
    expect(text).not.toMatch(/<img|\]\(|\*\*bold|@admins|#123|:\/\//);
  });

  it("uses no HTML but its own", () => {
    const tags = new Set(
      write()
        .replaceAll(/`[^`]*`/g, "")
        .match(/<[^>]*>/g),
    );
    const own = ["<!-- jingnei report -->", "<!-- -->", "<br>", "<code>", "</code>", "<details>", "</details>"];
    for (const tag of tags) expect([...own, "<summary>", "</summary>", "<sub>", "</sub>"]).toContain(tag);
  });

  it("shows what sampling found, the worst store first", () => {
    const text = write(documentSource(inspectedDocument()));
    expect(text).toContain(
      "### What the content showed\n\n6 stores inspected, 4 found to hold personal or important data",
    );
    expect(text).toContain("> Marks of state secrecy were seen");
    const stores = rows(text).filter((row) => row.length === 6 && / \d+\/[\d,]+ /.test(row[3] ?? ""));
    expect(stores).toHaveLength(8);
    expect(stores[0]?.[2]).toBe(" data with a suspected state-secret marking<br>sampling stopped ");
    expect(text).toContain(
      "| `crm-customers` | Mainland China | sensitive personal information | 152/12,345 | 1,234 | 152 of 12345 inspected;",
    );
    expect(write()).not.toContain("What the content showed");
  });

  it("counts the stores that its table has no room for", () => {
    const inspections = Array.from({ length: 1_234 }, (_, index) => inspection({ resource: `store-${index}` }));
    const text = write(documentSource({ ...fixtureDocument(), inspections }));
    expect(text).toContain("1,224 more stores are in the full report.");
  });

  it("shows fifty and says how many more there are", () => {
    const text = write(largeReport(200_000).source);
    expect(rows(text).filter((row) => row[2]?.includes("CBDF-8-CONTRACT"))).toHaveLength(50);
    expect(text).toContain("199,950 more open findings are in the full report.");
    expect(write(largeReport(200_000).source, "zh")).toContain("另有199,950项待处理的检查发现，见完整报告。");
  });

  it.each<Language>(["en", "zh"])("stays within a comment on GitHub where everything is long, in %s", (lang) => {
    const long = '@#"<|`'.repeat(500);
    const document = fixtureDocument();
    const gap = document.coverage.gaps[0];
    if (gap === undefined) throw new Error("the fixture has gaps");
    const many = <T>(value: T): T[] => Array.from({ length: 200 }, () => value);
    const findings = many(null).flatMap((_, index) => [
      finding({
        id: `open-${index}`,
        policy: long,
        resource: long,
        missing: many(long),
        location: { file: long, line: 1 },
      }),
      finding({ id: `kept-${index}`, policy: long, verdict: "suppressed", resource: long }),
    ]);
    const text = write(
      documentSource({
        ...document,
        findings,
        inspections: many(inspection({ resource: long, statement: { en: long, zh: long } })),
        summary: {
          ...document.summary,
          findings: [
            { verdict: "not-met", severity: "high", count: 200 },
            { verdict: "suppressed", severity: "high", count: 200 },
          ],
        },
        coverage: {
          ...document.coverage,
          gaps: many({ ...gap, operation: long, type: long, account: long, region: long, detail: long }),
          excluded: many(long),
          notEnabled: many(long).map((region, index) => ({
            provider: "a",
            partition: "b",
            account: "c",
            region: region + index,
          })),
        },
      }),
      lang,
    );
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text).toContain(document.tool.disclaimer[lang]);
    expect(text).toMatch(lang === "en" ? /\d+ more open findings/ : /另有\d+项待处理/);
  });

  it("lists what is on record apart from what is open", () => {
    const text = write();
    expect(text).toContain("<summary>On record, not open (3)</summary>");
    expect(text).toContain("`0718a1f0c2d4e5b6` accepted");
    expect(text).toContain("Suppressed until 2027-01-31 by ops@<!-- -->example.com: decommissioned in January.");
    const open = text.slice(0, text.indexOf("<details>"));
    expect(open).not.toContain("0718a1f0c2d4e5b6");
  });

  it("does not call an empty result clean where something was not seen", () => {
    const text = write(withFindings([], []));
    expect(text).toContain("**No open finding in what could be seen. Not everything could be seen.**");
    expect(text).toContain("`GetBucketTagging`");
    expect(text).not.toContain("Worst open findings");
  });

  it("says what was left out, what is not enabled and what could not be located", () => {
    const text = write();
    expect(text).toContain("Left out by the user (1): `type:aws/ec2/image`");
    expect(text).toContain("Regions not enabled (2): `me-south-1` `af-south-1`");
    expect(text).toContain("Regions not in the table, so not located (1): `mars-north-1`");
  });

  it("is Chinese throughout with --lang zh", () => {
    const text = write(documentSource(fixtureDocument()), "zh");
    expect(text).toContain("**依据已观察到的事实，有3项检查发现为不符合项；另有5项待核实。**\n");
    expect(text).toContain("| 紧急（新增） | 不符合项 | `CBDF-7-ASSESS` |");
    expect(text).not.toMatch(/requirement|finding|Priority/);
  });
});

test.each([
  ["ask @octocat", "ask @<!-- -->octocat"],
  ["ops@example.com", "ops@<!-- -->example.com"],
  ["see #12 and GH-12", "see #<!-- -->12 and GH<!-- -->-12"],
  ["https://evil.example www.evil.example", "https:<!-- -->//evil.example www<!-- -->.evil.example"],
  ["[a](b) ![c](d)", "&#91;a&#93;(b) !&#91;c&#93;(d)"],
  ["a | b", "a &#124; b"],
  ["*x* _y_ `z` ~q~ $m$", "&#42;x&#42; &#95;y&#95; &#96;z&#96; &#126;q&#126; &#36;m&#36;"],
  ["&lt;b&gt; &#123;", "&amp;lt;b&amp;gt; &amp;#<!-- -->123;"],
  ["a\nb\tc", "a b c"],
  [hostileNames.reversed, "invoice&#91;U+202E&#93;gpj.exe"],
])("the text %j is written as %j", (text, written) => {
  expect(escapeProse(text)).toBe(written);
});

test.each([
  ["crm-customers", "`crm-customers`"],
  ["@team/<b>", "`@team/<b>`"],
  ["a|b", "<code>a&#124;b</code>"],
  ["a`b", "<code>a&#96;b</code>"],
  [" a", "<code>a</code>"],
  ["", "∅"],
])("the name %j is written as %j", (name, written) => {
  expect(codeSpan(name)).toBe(written);
});
