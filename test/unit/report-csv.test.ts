import { describe, expect, it, test } from "vitest";
import { cell } from "../../reports/csv/cell.ts";
import { csvReporter } from "../../reports/csv/index.ts";
import { documentSource } from "../../reports/json/document-source.ts";
import type { Document, languages } from "../../src/model/index.ts";
import { fixtureDocument, hostileNames } from "../support/report-fixture.ts";
import { finding } from "../support/report-parts.ts";

const columns =
  "record id status verdict severity policy law provider partition account resource name type subject folded_resources " +
  "data_class origin edge to party region country jurisdiction missing approval if_designated file line " +
  "message_en message_zh action_en action_zh evidence related run as_of disclaimer";

function write(document: Document = fixtureDocument(), lang: (typeof languages)[number] = "en"): string {
  return [...csvReporter.render(documentSource(document), { lang })].join("");
}

/** A strict reader of RFC 4180: throws on a bare quote, a bare line break or an unfinished field. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let rest = text.replace(/^\uFEFF/, "");
  let row: string[] = [];
  while (rest !== "") {
    const field = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest);
    if (field === null) throw new Error(`not RFC 4180: ${JSON.stringify(rest.slice(0, 80))}`);
    const [whole, quoted, bare, end] = field;
    row.push(quoted?.replaceAll('""', '"') ?? bare ?? "");
    rest = rest.slice(whole.length);
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

function records(document?: Document): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = readCsv(write(document));
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ""])));
}

describe("report.csv", () => {
  it("starts with the mark that makes Excel read it as UTF-8", () => {
    expect(write().charCodeAt(0)).toBe(0xfeff);
    expect(write().lastIndexOf("\uFEFF")).toBe(0);
  });

  it("has the columns that stay", () => {
    expect(readCsv(write())[0]).toEqual(columns.split(" "));
  });

  it("has as many fields in each line as columns", () => {
    for (const row of readCsv(write())) expect(row).toHaveLength(columns.split(" ").length);
  });

  it("has one line per finding, then one per gap", () => {
    const { findings, coverage } = fixtureDocument();
    const written = records();
    expect(written.slice(0, findings.length).map(({ id }) => id)).toEqual(findings.map(({ id }) => id));
    expect(written.slice(findings.length).map(({ record, missing }) => `${record} ${missing}`)).toEqual([
      "gap GetBucketTagging",
      "gap DescribeSnapshots",
      "gap ListBuckets",
      "not-asked DescribeImages",
    ]);
    expect(written).toHaveLength(findings.length + coverage.gaps.length);
  });

  it("says of a finding what, where and by which law, in both languages", () => {
    expect(records()[0]).toMatchObject({
      verdict: "not-met",
      severity: "critical",
      law: "CSL 39 | PIPL 40",
      account: "111122223333",
      name: "crm-customers-replica-hk",
      edge: "stored-in",
      jurisdiction: "hong-kong",
      message_en: expect.stringMatching(/^Sensitive personal information/),
      message_zh: expect.stringMatching(/^在境内收集产生/),
    });
  });

  it("holds the account and the number of folded resources where there is no resource", () => {
    expect(records().find(({ policy }) => policy === "SCOPE-UNKNOWN")).toMatchObject({
      resource: "",
      account: "777788889999",
      folded_resources: "120",
    });
  });

  it("differs between languages in the disclaimer alone", () => {
    const { disclaimer } = fixtureDocument().tool;
    expect(write(fixtureDocument(), "zh")).toBe(write().replaceAll(disclaimer.en, disclaimer.zh));
  });

  it("is a header alone when nothing was found and everything was seen", () => {
    const { coverage, ...rest } = fixtureDocument();
    const empty = { ...rest, findings: [], coverage: { ...coverage, complete: true, gaps: [] } };
    expect(readCsv(write(empty))).toHaveLength(1);
  });

  it("runs no name as a formula", () => {
    const arnless = finding({ id: "1", policy: "X-1", resource: hostileNames.formula, evidence: ["+1", "-1"] });
    const [one] = records({ ...fixtureDocument(), findings: [arnless] });
    expect(one).toMatchObject({ resource: `'${hostileNames.formula}`, evidence: "'+1 | -1" });
    for (const row of readCsv(write())) for (const field of row) expect(field).not.toMatch(/^\s*[=+\-@\t\r]/);
  });
});

test.each([
  ["=1+1", `"'=1+1"`],
  ["+1", `"'+1"`],
  ["-1", `"'-1"`],
  ["@SUM(A1)", `"'@SUM(A1)"`],
  [" =1", `"' =1"`],
  ["＝1", `"'＝1"`],
  ["\t=1", `"[U+0009]=1"`],
  ["\r=1", `"[U+000D]=1"`],
  ['say "hi"', '"say ""hi"""'],
  ["a,b", '"a,b"'],
  ["1234567890123456", `"'1234567890123456"`],
  ["012345678901", `"'012345678901"`],
  ["12345e678", `"'12345e678"`],
  ["111122223333", '"111122223333"'],
  ["", '""'],
])("the value %j is written as %s", (value, written) => {
  expect(cell(value)).toBe(written);
});

test("a cell holds no more than Excel does", () => {
  expect(cell("x".repeat(100_000)).length).toBeLessThan(32_767);
});
