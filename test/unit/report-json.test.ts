import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { documentSource } from "../../reports/json/document-source.ts";
import { jsonReporter } from "../../reports/json/index.ts";
import { readReport } from "../../reports/json/read.ts";
import { reportSchema } from "../../reports/json/schema.ts";
import { Document, JingneiError } from "../../src/model/index.ts";
import { fixtureDocument } from "../support/report-fixture.ts";

const schemaFile = new URL("../../reports/json/report.schema.json", import.meta.url);

const Described = z.looseObject({
  properties: z.record(z.string(), z.looseObject({ description: z.string(), $ref: z.string() }).partial()).optional(),
});
const Schema = Described.extend({ $defs: z.record(z.string(), Described) });

function written(document = fixtureDocument()): string {
  return [...jsonReporter.render(documentSource(document), { lang: "en" })].join("");
}

function errorOf(text: string): JingneiError {
  try {
    readReport(text, "out/report.json");
  } catch (error) {
    if (error instanceof JingneiError) return error;
    throw error;
  }
  throw new Error("was read");
}

describe("report.json", () => {
  it("holds what the document holds", () => {
    // Strings with a lone surrogate survive as well.
    expect(JSON.parse(written())).toEqual(JSON.parse(JSON.stringify(fixtureDocument())));
  });

  it("has its keys in the order of the contract", () => {
    const parsed: unknown = JSON.parse(written({ ...fixtureDocument(), inspections: [] }));
    expect(Object.keys(Object(parsed))).toEqual(Object.keys(Document.shape));
    const finding: unknown = Object(parsed).findings[2];
    expect(Object.keys(Object(finding))).toEqual(
      Object.keys(Document.shape.findings.element.shape).filter((key) => key !== "location"),
    );
  });

  it("puts one resource, edge, finding and gap to a line", () => {
    const document = fixtureDocument();
    const lines = written().split("\n");
    const whole = lines.filter((line) => /^\{.*\},?$/.test(line));
    const { coverage, summary, whatIf } = document;
    expect(whole).toHaveLength(
      document.resources.length +
        document.edges.length +
        document.findings.length +
        [coverage.gaps, coverage.notEnabled, coverage.regionDifferences].flat().length +
        [summary.findings, summary.matrix, summary.flows, documentSource(document).summary.inventory].flat().length +
        [whatIf?.findings ?? [], whatIf?.changes ?? []].flat().length,
    );
  });

  it("stays JSON when nothing was found", () => {
    const empty = { ...fixtureDocument(), resources: [], edges: [], findings: [] };
    const text = [...jsonReporter.render(documentSource(empty), { lang: "en" })].join("");
    expect(JSON.parse(text)).toMatchObject({ resources: [], edges: [], findings: [] });
  });
});

describe("the schema that ships", () => {
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(reportSchema());

  it("is the one made from the model; `node scripts/generate-schema.ts` writes it anew", () => {
    expect(JSON.parse(readFileSync(schemaFile, "utf8"))).toEqual(JSON.parse(JSON.stringify(reportSchema())));
  });

  it("accepts what the reporter writes", () => {
    expect(validate(JSON.parse(written())) || validate.errors).toBe(true);
  });

  it("accepts a field that it does not know, since optional fields may be added", () => {
    expect(validate({ ...JSON.parse(written()), addedLater: 1 })).toBe(true);
  });

  it.each([
    [
      "a verdict outside the vocabulary",
      (document: Document) => ({ ...document, findings: [{ ...document.findings[0], verdict: "violation" }] }),
    ],
    [
      "a place without a jurisdiction",
      (document: Document) => ({
        ...document,
        resources: [{ ...document.resources[0], place: { region: "x", country: null } }],
      }),
    ],
    ["another schema version", (document: Document) => ({ ...document, schemaVersion: 2 })],
    ["a missing coverage", ({ coverage, ...document }: Document) => document],
  ])("refuses %s", (_what, spoil) => {
    expect(validate(spoil(fixtureDocument()))).toBe(false);
  });

  it("describes every field", () => {
    const schema = Schema.parse(JSON.parse(JSON.stringify(reportSchema())));
    const undescribed = Object.entries({ Document: schema, ...schema.$defs }).flatMap(([name, { properties }]) =>
      Object.entries(properties ?? {})
        .filter(([, field]) => field.description === undefined && field.$ref === undefined)
        .map(([field]) => `${name}.${field}`),
    );
    expect(undescribed).toEqual([]);
  });
});

describe("reading a report back", () => {
  it("gives a source that renders to the same text", () => {
    const source = readReport(written(), "report.json");
    expect([...jsonReporter.render(source, { lang: "en" })].join("")).toBe(written());
  });

  it("counts the inventory of a report that was written before there was one", () => {
    const counted = JSON.parse(written());
    const { inventory, ...summary } = counted.summary;
    expect(inventory).toContainEqual({
      provider: "aws",
      partition: "aws",
      account: "777788889999",
      jurisdiction: "foreign",
      count: 120,
    });
    const older = readReport(JSON.stringify({ ...counted, summary }), "report.json");
    expect([...jsonReporter.render(older, { lang: "en" })].join("")).toBe(written());
  });

  it("takes a report of no more than every report has, and counts what it does not say", () => {
    const place = { region: "ap-east-1", country: "HK", jurisdiction: "hong-kong" };
    const said = { en: "a", zh: "甲" };
    const id = "arn:aws:s3:::crm";
    const evidence = { source: "s3:GetBucketLocation", field: "LocationConstraint", value: "ap-east-1" };
    const least = {
      schemaVersion: 1,
      tool: { name: "jingnei", version: "0.1.0", policies: "x", regions: "2026-11-22", disclaimer: said },
      run: {
        id: "r",
        mode: "scan",
        startedAt: "2026-11-20T01:00:00Z",
        finishedAt: "2026-11-20T01:05:00Z",
        operator: {},
      },
      coverage: { complete: true, asked: 1, answered: 1, gaps: [], notEnabled: [], excluded: [], endpoints: [] },
      resources: [
        {
          ...{ id, type: "aws/s3/bucket", role: "store", name: "crm", provider: "aws", partition: "aws", account: "1" },
          ...{ tags: {}, place },
          dataClass: { class: "personal", classes: ["personal"], origin: "mainland", confidence: 0.95, evidence: [] },
        },
      ],
      edges: [
        { from: id, kind: "stored-in", to: null, party: null, place, evidence },
        { from: id, kind: "replicates-to", to: null, party: null, place, evidence },
      ],
      findings: [
        {
          ...{ id: "f", policy: "CSL-39-STORE", severity: "critical", verdict: "not-met", resource: id, subject: null },
          ...{ members: [], edge: { kind: "stored-in", to: null, party: null }, place, dataClass: "personal" },
          ...{ missing: [], related: [], approval: null, status: "open", message: said, remediation: said },
          basis: [
            { instrument: "CSL", article: "39", title: said, inForce: "2026-01-01", source: "s", confidence: "A" },
          ],
          evidence: [],
        },
      ],
    };
    const { run, summary, coverage, resources } = readReport(JSON.stringify(least), "report.json");
    expect(run).toMatchObject({ asOf: "2026-11-20", operator: { status: ["undeclared"], sectors: [] } });
    expect(coverage.regionDifferences).toEqual([]);
    expect([...resources()].map(({ scope, attributes }) => ({ scope, attributes }))).toEqual([
      { scope: "unknown", attributes: {} },
    ]);
    expect(summary).toEqual({
      resources: 1,
      edges: 2,
      findings: [{ verdict: "not-met", severity: "critical", count: 1 }],
      matrix: [{ class: "personal", jurisdiction: "hong-kong", count: 1 }],
      flows: [{ kind: "replicates-to", from: "hong-kong", to: "hong-kong", class: "personal", count: 1 }],
      inventory: [{ provider: "aws", partition: "aws", account: "1", jurisdiction: "hong-kong", count: 1 }],
    });
  });

  it("looks up resources and folded members", () => {
    const source = readReport(written(), "report.json");
    const folded = [...source.findings()].find((finding) => finding.memberCount > 0);
    expect(folded?.memberCount).toBe(120);
    expect([...source.members(folded?.id ?? "")]).toHaveLength(120);
    const first = [...source.members(folded?.id ?? "")][0] ?? "";
    expect(source.resource(first)?.account).toBe("777788889999");
    expect(source.resource("not there")).toBeUndefined();
  });

  it("accepts a byte order mark, as editors leave it", () => {
    expect(readReport(`\uFEFF${written()}`, "report.json").run.mode).toBe("demo");
  });

  it.each([
    ['{"schemaVersion": 1,\n "tool": }', "out/report.json:2:10: not valid JSON: expected a value"],
    ['{"schemaVersion": 1,\n "tool": [1, 2,]}', "out/report.json:2:16: not valid JSON: expected a value"],
    ["{'a': 1}", "out/report.json:1:2: not valid JSON: expected a key in double quotes or }"],
    ['{"a" 1}', "out/report.json:1:6: not valid JSON: expected a colon"],
    ['{"a": 1', "out/report.json:1:8: not valid JSON: expected a comma or a closing bracket"],
    ['{"a": 1}\n\nx', "out/report.json:3:1: not valid JSON: expected the end of the file"],
    ["", "out/report.json:1:1: not valid JSON: expected a value"],
  ])("names file, line and column of %j", (text, message) => {
    const error = errorOf(text);
    expect(error.code).toBe("input");
    expect(error.message).toBe(message);
    expect(error.remedy).not.toBe("");
  });

  it("names the line at which a report was cut off", () => {
    const text = written();
    const cut = text.slice(0, text.indexOf('"findings": [') + 40);
    expect(errorOf(cut).message).toMatch(new RegExp(`^out/report.json:${cut.split("\n").length}:\\d+: not valid JSON`));
  });

  it("names both versions when the file is of another one", () => {
    const error = errorOf(written().replace('"schemaVersion": 1', '"schemaVersion": 7'));
    expect(error.message).toBe("out/report.json: schemaVersion: found 7, this version of jingnei reads 1");
    expect(error.remedy).toContain("Update jingnei");
  });

  it("says so when the file is some other JSON", () => {
    expect(errorOf('{"Version": "2012-10-17"}').message).toContain("no jingnei report");
    expect(errorOf("[]").message).toContain("no jingnei report");
  });

  it("names the field that breaks the schema", () => {
    const spoiled = { ...fixtureDocument(), findings: [{ ...fixtureDocument().findings[0], severity: "severe" }] };
    expect(errorOf(JSON.stringify(spoiled)).message).toMatch(/^out\/report\.json: findings\[0\]\.severity: /);
  });
});
