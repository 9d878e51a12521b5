import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { maximumDetailed } from "../../reports/html/findings.ts";
import { layoutFlows } from "../../reports/html/flow-layout.ts";
import { findingParts, groupFindings } from "../../reports/html/grouping.ts";
import { htmlReporter } from "../../reports/html/index.ts";
import { documentSource } from "../../reports/json/document-source.ts";
import type { Document, Language, StreamedFinding } from "../../src/model/index.ts";
import { inspectedDocument, inspection } from "../support/inspected-report.ts";
import { largeReport } from "../support/large-report.ts";
import { fixtureDocument } from "../support/report-fixture.ts";
import { finding, places } from "../support/report-parts.ts";

function page(document: Document = fixtureDocument(), lang: Language = "en"): string {
  return [...htmlReporter.render(documentSource(document), { lang })].join("");
}

/** What a reader sees and clicks, without style sheet and script. */
function withoutAssets(text: string): string {
  return text.replace(/<(script|style)>[\s\S]*?<\/\1>/g, "");
}

function streamed(fields: Parameters<typeof finding>[0], memberCount = 0): StreamedFinding {
  const { members, ...rest } = finding(fields);
  return { ...rest, memberCount };
}

describe("the page's policy", () => {
  const csp = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(page())?.[1] ?? "";

  it("allows nothing but its own style sheet and script", () => {
    expect(csp.split("; ").map((directive) => directive.split(" ")[0])).toEqual([
      "default-src",
      "script-src",
      "style-src",
      "base-uri",
      "form-action",
    ]);
    expect(csp).toContain("default-src 'none'");
    expect(csp).not.toMatch(/unsafe|https?:|\*/);
  });

  it.each(["script", "style"])("names the hash of the %s that stands in the page", (element) => {
    const content = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(page())?.[1] ?? "";
    const hash = createHash("sha256").update(content, "utf8").digest("base64");
    expect(csp).toContain(`${element}-src 'sha256-${hash}'`);
  });

  it("has no style attribute, no event handler, no frame, image or address to load", () => {
    const body = withoutAssets(page());
    expect(body).not.toMatch(/<[a-z][^>]*\s(style|on[a-z]+|src|srcset)=/i);
    expect(body).not.toMatch(/<(iframe|img|object|embed|link|base|script)[\s>]/i);
  });
});

describe("the page", () => {
  it("reads coverage first, then matrix, flows, findings and resources", () => {
    const places = ["coverage", "matrix", "flows", "findings", "inventory"].map((id) =>
      page().indexOf(`<section id="${id}"`),
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("starts in the language asked for", () => {
    expect(page(fixtureDocument(), "zh")).toContain('<html lang="zh-CN"');
    expect(page(fixtureDocument(), "zh")).toMatch(/id="lang-zh"[^>]* checked/);
    expect(page(fixtureDocument(), "en")).toContain('<html lang="en"');
  });

  it("never says that all is well", () => {
    const { coverage, summary } = fixtureDocument();
    const clean = { ...fixtureDocument(), findings: [], summary: { ...summary, findings: [] } };
    expect(page(clean)).toContain("No open finding in what could be seen. Not everything could be seen.");
    const complete = { ...clean, coverage: { ...coverage, complete: true, gaps: [], answered: coverage.asked } };
    expect(page(complete)).toContain("No open finding in what was checked.");
    expect(page(complete)).not.toMatch(/compliant|no risk|passed|合规[^路]|安全无/i);
  });

  it("uses none of the words that only an authority or a map may use", () => {
    const text = withoutAssets(page());
    expect(text).not.toMatch(/illegal|violation|overseas|abroad|foreign/i);
    expect(text).not.toMatch(/违法|违规|国外|海外/);
  });

  it("says exactly how many findings there are when it shows the worst 5,000", () => {
    const text = [...htmlReporter.render(largeReport(12_345).source, { lang: "en" })].join("");
    expect(text.match(/class="finding"/g)).toHaveLength(maximumDetailed);
    expect(text).toContain("12,345 findings in total. The worst 5,000 are shown here in detail");
    expect(text).toContain("检查发现共12,345项");
  });

  it("lets no accepted finding push an open one off the page", () => {
    const fields = { policy: "P", edge: { kind: "stored-in" as const, to: null, party: null }, place: places.virginia };
    const accepted = Array.from({ length: maximumDetailed }, (_, index) =>
      finding({
        ...fields,
        id: `accepted-${index}`,
        severity: "critical",
        verdict: "accepted",
        resource: `a-${index}`,
      }),
    );
    const open = finding({ ...fields, id: "open-1", severity: "low", resource: "b" });
    const text = page({ ...fixtureDocument(), findings: [...accepted, open] });
    expect(text).toContain('id="f-open-1"');
    expect(text.match(/class="finding"/g)).toHaveLength(maximumDetailed);
  });

  it("reads no resource to count them", () => {
    const source = documentSource(fixtureDocument());
    const resources = (): never => {
      throw new Error("a million resources were read");
    };
    const text = [...htmlReporter.render({ ...source, resources }, { lang: "en" })].join("");
    expect(text).toContain('<section id="inventory"');
  });

  it("shows the first 50 resources of a folded finding and counts the others", () => {
    const text = [...htmlReporter.render(largeReport(3).source, { lang: "en" })].join("");
    expect(text.match(/arn:aws:s3:::member-\d+/g)).toHaveLength(50);
    expect(text).toContain("1,000,000");
    expect(text).toContain("999,950 more in report.json");
  });

  it("marks what only the operator declared, and how well each provision was read", () => {
    const text = page();
    expect(text).toContain("declared, not verified by the tool");
    for (const mark of ["原文", "二手", "待核实"]) expect(text).toContain(`<span lang="zh-CN">${mark}</span>`);
    expect(text).toContain("《中华人民共和国网络安全法》第三十九条");
    expect(text).toContain("If designated as a CIIO");
  });

  it("shows a fact without words by its path", () => {
    expect(page()).toContain("<code><bdi>something.new</bdi></code>");
  });

  it("links a source only when it is a plain https address", () => {
    const document = fixtureDocument();
    const [first] = document.findings;
    const basis = (first?.basis ?? []).map((one) => ({ ...one, source: 'javascript:alert("x")' }));
    const text = page({ ...document, findings: document.findings.slice(0, 1).map((one) => ({ ...one, basis })) });
    expect(text).not.toContain('href="javascript');
    expect(text).toContain("javascript:alert(&quot;x&quot;)");
  });
});

describe("what the content showed", () => {
  const sectionOf = (document: Document): string =>
    /<section id="content"[\s\S]*?<\/section>/.exec(withoutAssets(page(document)))?.[0] ?? "";
  const storesOf = (section: string): readonly string[] =>
    [...section.matchAll(/<th scope="row"><bdi>(.*?)<\/bdi>/g)].map((match) => match[1] ?? "");

  it("puts the worst store first, and what nobody looked into before what showed nothing", () => {
    expect(storesOf(sectionOf(inspectedDocument()))).toEqual([
      "crm-customers-replica-hk",
      "crm-customers",
      "invoice[U+202E]gpj.exe",
      "clickstream-eu",
      "app-logs-prod",
      "&lt;script&gt;alert(&quot;name&quot;)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;",
      "arn:aws:s3:::no-longer-there",
      "public-download",
    ]);
  });

  it("says of a store where it is, what was found, how much was looked at, how many people, and how sure that is", () => {
    const row = /<bdi>crm-customers<\/bdi>[\s\S]*?<\/tr>/.exec(sectionOf(inspectedDocument()))?.[0] ?? "";
    expect(row).toContain("<bdi>cn-north-1</bdi>");
    expect(row).toContain("Sensitive personal information");
    expect(row).toContain('152<wbr><span class="of">/12,345</span>');
    expect(row).toMatch(/1,234<small><code><bdi>cn-resident-id<\/bdi>/);
    expect(row).toContain("at most 35 % of the rest holds such data");
    expect(row).toContain("其余对象中至多 35% 存有此类数据");
  });

  it("warns of a mark of secrecy only where one was seen", () => {
    expect(sectionOf(inspectedDocument())).toContain("请勿继续打开或者复制，并立即报告保密工作机构");
    const document = { ...fixtureDocument(), inspections: [inspection({ resource: "a" })] };
    expect(sectionOf(document)).not.toMatch(/notice|secrecy/);
  });

  it("shows 500 stores and counts the others, in the totals too", () => {
    const inspections = Array.from({ length: 1_800 }, (_, index) =>
      inspection({ resource: `store-${index}`, ...(index === 1_799 ? { classes: { personal: 1 } } : {}) }),
    );
    const section = sectionOf({ ...fixtureDocument(), inspections });
    expect(storesOf(section)).toHaveLength(500);
    expect(storesOf(section)[0]).toBe("store-1799");
    expect(section).toContain("1,800 stores inspected, 1 found to hold");
    expect(section).toContain("1,300 more in report.json");
  });

  it("is not there where nobody asked for it, and says so where there was no store", () => {
    expect(page()).not.toContain("#content");
    expect(sectionOf(fixtureDocument())).toBe("");
    expect(page(inspectedDocument())).toContain('<a href="#content">');
    expect(sectionOf({ ...fixtureDocument(), inspections: [] })).toContain("No store inspected.");
  });
});

describe("grouping of findings", () => {
  const outside = { edge: { kind: "stored-in" as const, to: null, party: null }, place: places.virginia };

  it("puts what leaves first, then what is not determined, then the mainland, advisories and what is on record", () => {
    const groups = groupFindings([
      streamed({ id: "1", policy: "P", verdict: "accepted", severity: "critical", resource: "recorded", ...outside }),
      streamed({ id: "2", policy: "P", severity: "info", subject: { kind: "operator", id: "o" } }),
      streamed({ id: "3", policy: "P", resource: "inside", ...outside, place: places.beijing }),
      streamed({ id: "4", policy: "P", verdict: "review", subject: { kind: "account", id: "a" } }, 120),
      streamed({ id: "5", policy: "P", verdict: "review", resource: "lost", ...outside, place: places.unlisted }),
      streamed({ id: "6", policy: "P", severity: "low", resource: "leaves", ...outside }),
    ]);
    expect(groups.map((group) => group.part)).toEqual([
      "leaving",
      "undetermined",
      "undetermined",
      "inside",
      "advisory",
      "recorded",
    ]);
    expect(groups[0]?.resource).toBe("leaves");
    expect(findingParts).toHaveLength(5);
  });

  it("counts a grant to everyone as outside, though it has no place", () => {
    const edge = { kind: "reachable-from" as const, to: null, party: "*" };
    const [group] = groupFindings([streamed({ id: "1", policy: "P", resource: "open", edge, place: places.nowhere })]);
    expect(group?.part).toBe("leaving");
  });

  it("keeps a resource together and orders by its worst open finding", () => {
    const groups = groupFindings([
      streamed({ id: "1", policy: "P", severity: "critical", verdict: "accepted", resource: "covered", ...outside }),
      streamed({ id: "2", policy: "P", severity: "high", resource: "bad", ...outside }),
      streamed({ id: "3", policy: "P", severity: "medium", resource: "covered", ...outside }),
    ]);
    expect(groups.map((group) => group.resource)).toEqual(["bad", "covered"]);
    expect(groups[1]?.findings.map((one) => one.id)).toEqual(["3", "1"]);
  });
});

describe("the flow picture", () => {
  it("keeps one flow of a strict class visible among a thousand others", () => {
    const { ribbons } = layoutFlows([
      { kind: "copied-to", from: "mainland", to: "foreign", class: "general", count: 1_000 },
      { kind: "copied-to", from: "mainland", to: "foreign", class: "core", count: 1 },
    ]);
    expect(ribbons.map((ribbon) => ribbon.tier)).toEqual(["tier-state", "tier-general"]);
    expect(ribbons[0]?.thickness).toBe(3);
    expect(ribbons[1]?.thickness).toBeGreaterThan(100);
  });

  it("leaves out what stays within a jurisdiction and what only rests", () => {
    const { ribbons, height } = layoutFlows([
      { kind: "copied-to", from: "mainland", to: "mainland", class: "general", count: 5 },
      { kind: "stored-in", from: "mainland", to: "foreign", class: "general", count: 5 },
    ]);
    expect(ribbons).toEqual([]);
    expect(height).toBe(0);
  });

  it("lays the ribbons of a node side by side within its bar", () => {
    const { left, right, ribbons } = layoutFlows(fixtureDocument().summary.flows);
    for (const [nodes, end, at] of [
      [left, "from", "fromY"],
      [right, "to", "toY"],
    ] as const) {
      for (const node of nodes) {
        const own = ribbons.filter((ribbon) => ribbon[end] === node.place);
        let y = node.y;
        for (const ribbon of own) {
          expect(ribbon[at]).toBeCloseTo(y);
          y += ribbon.thickness;
        }
        expect(y).toBeCloseTo(node.y + node.height);
        expect(own.reduce((sum, ribbon) => sum + ribbon.count, 0)).toBe(node.count);
      }
    }
  });
});
