import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { documentSource } from "../../reports/json/document-source.ts";
import { junitReporter } from "../../reports/junit/index.ts";
import { xmlText } from "../../reports/junit/xml.ts";
import { type Document, type Language, languages, type ReportSource } from "../../src/model/index.ts";
import { largeReport } from "../support/large-report.ts";
import { fixtureDocument, hostileNames } from "../support/report-fixture.ts";
import { finding } from "../support/report-parts.ts";

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  isArray: (name) => ["testsuite", "testcase", "property"].includes(name),
});

const count = z.string().regex(/^\d+$/).transform(Number);
const time = z.string().regex(/^\d+$/);
const Detail = z.strictObject({ type: z.string(), message: z.string(), "#text": z.string().optional() });
/** Elements and attributes of Jenkins' junit-10.xsd (jenkinsci/xunit-plugin), which allows no others. */
const Report = z.strictObject({
  "?xml": z.strictObject({ version: z.literal("1.0"), encoding: z.literal("UTF-8") }),
  testsuites: z.strictObject({
    name: z.string(),
    tests: count,
    failures: count,
    errors: count,
    time,
    testsuite: z.array(
      z.strictObject({
        name: z.string(),
        tests: count,
        failures: count,
        errors: count,
        skipped: count,
        time,
        timestamp: z.iso.datetime(),
        properties: z
          .strictObject({ property: z.array(z.strictObject({ name: z.string(), value: z.string() })) })
          .optional(),
        "system-out": z.string().optional(),
        testcase: z.array(
          z.strictObject({
            classname: z.string(),
            name: z.string(),
            time,
            failure: Detail.optional(),
            error: Detail.optional(),
            skipped: Detail.optional(),
          }),
        ),
      }),
    ),
  }),
});

function write(source: ReportSource, lang: Language = "en"): string {
  return [...junitReporter.render(source, { lang })].join("");
}

function reportOf(document: Document = fixtureDocument(), lang: Language = "en") {
  const text = write(documentSource(document), lang);
  expect(XMLValidator.validate(text)).toBe(true);
  return Report.parse(parser.parse(text)).testsuites;
}

function complete(document: Document): Document {
  return { ...document, coverage: { ...document.coverage, complete: true, answered: 124, gaps: [] } };
}

describe("report.junit.xml", () => {
  it.each(languages)("keeps the schema that Jenkins reads, in %s", (lang) => {
    expect(reportOf(fixtureDocument(), lang).testsuite.length).toBeGreaterThan(3);
  });

  it("counts what it holds, in each suite and in all", () => {
    const { testsuite, ...all } = reportOf();
    let [tests, failures, errors] = [0, 0, 0];
    for (const suite of testsuite) {
      const held = (kind: "failure" | "error" | "skipped") => suite.testcase.filter((one) => one[kind] !== undefined);
      expect(suite.tests).toBe(suite.testcase.length);
      expect(suite.failures).toBe(held("failure").length);
      expect(suite.errors).toBe(held("error").length);
      expect(suite.skipped).toBe(held("skipped").length);
      tests += suite.tests;
      failures += suite.failures;
      errors += suite.errors;
    }
    expect({ tests, failures, errors }).toEqual({ tests: all.tests, failures: all.failures, errors: all.errors });
  });

  it("fails what is open and skips what is settled; nothing of it passes", () => {
    const cases = reportOf().testsuite.flatMap(({ testcase }) => testcase);
    for (const { id, verdict } of fixtureDocument().findings) {
      const one = cases.find(({ name }) => name.includes(id));
      const isOpen = verdict === "not-met" || verdict === "review";
      expect(one?.failure !== undefined, id).toBe(isOpen);
      expect(one?.skipped !== undefined, id).toBe(!isOpen);
    }
  });

  it("names a case by resource, flow and finding, so that it can be followed through time", () => {
    const names = reportOf().testsuite.flatMap(({ testcase }) =>
      testcase.map(({ classname, name }) => `${classname} ${name}`),
    );
    expect(names).toContain("CBDF-7-ASSESS crm-customers · replicates to Hong Kong SAR (ap-east-1) [b2e1d3c5f6a70829]");
    expect(new Set(names).size).toBe(names.length);
  });

  it("says in the text of a failure what to do, by which law and where it is", () => {
    const cases = reportOf().testsuite.flatMap(({ testcase }) => testcase);
    const text = cases.find(({ name }) => name.includes("a1f0c2d4e5b60718"))?.failure?.["#text"] ?? "";
    expect(text).toContain("Suggested action: Stop new copies");
    expect(text).toContain("Cited provision: Cybersecurity Law (CSL) art. 39");
    expect(text).toContain("Resource: arn:aws:s3:::crm-customers-replica-hk");
    expect(text).toContain("jingnei explain a1f0c2d4e5b60718");
  });

  it("is never green where something could not be seen", () => {
    const { errors, testsuite } = reportOf({ ...fixtureDocument(), findings: [] });
    expect(errors).toBe(3);
    expect(testsuite[0]?.testcase.map(({ error }) => error?.type)).toEqual(["denied", "throttled", "malformed"]);
    const { coverage, ...rest } = fixtureDocument();
    const unexplained = reportOf({ ...rest, findings: [], coverage: { ...coverage, gaps: [] } });
    expect(unexplained.errors).toBe(1);
  });

  it("is an error where the run was stopped", () => {
    const document = complete(fixtureDocument());
    const { errors } = reportOf({ ...document, run: { ...document.run, interrupted: true } });
    expect(errors).toBe(1);
  });

  it("has a test that passes when nothing was found and everything was seen, since servers reject a report without tests", () => {
    const { summary, ...rest } = complete(fixtureDocument());
    const { tests, failures, errors, testsuite } = reportOf({
      ...rest,
      findings: [],
      summary: { ...summary, findings: [] },
    });
    expect({ tests, failures, errors }).toEqual({ tests: 1, failures: 0, errors: 0 });
    expect(testsuite[0]?.testcase[0]).toEqual({ classname: "coverage", name: "coverage is complete", time: "0" });
  });

  it("holds no more than a thousand cases at a time", () => {
    const { source } = largeReport(2_500);
    const { testsuite } = Report.parse(parser.parse(write(source))).testsuites;
    expect(testsuite.map(({ name, tests }) => `${name}: ${tests}`)).toEqual([
      "jingnei coverage: 3",
      "CBDF-8-CONTRACT · high · requirement not met: 1000",
      "CBDF-8-CONTRACT · high · requirement not met (2): 1000",
      "CBDF-8-CONTRACT · high · requirement not met (3): 500",
    ]);
  });

  it("stays XML whatever resources are called", () => {
    const hostile = [...Object.values(hostileNames), "]]>", "<!--", "\u0000\u0008\uFFFE\uFFFF", "a\"b'c&d"];
    const findings = hostile.map((name, index) =>
      finding({ id: `id-${index}`, policy: "X-1", resource: name, message: { en: name, zh: name }, evidence: [name] }),
    );
    const { testsuite } = reportOf({ ...fixtureDocument(), findings });
    expect(testsuite.flatMap(({ testcase }) => testcase)).toHaveLength(findings.length + 3);
  });
});

test.each([
  ["a\u0000b", "a[U+0000]b"],
  ["\uFFFE", "[U+FFFE]"],
  ["\uD800", "[U+D800]"],
  [`<a href="x">&'`, "&lt;a href=&quot;x&quot;&gt;&amp;&apos;"],
  ["数据 😀", "数据 😀"],
])("the text %j is written as %s", (text, written) => {
  expect(xmlText(text)).toBe(written);
});
